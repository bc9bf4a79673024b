"""How a name is said: kept in the show's lexicon, with what else that changes."""

from __future__ import annotations

import shlex
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from audiopress.errors import ConfigError
from audiopress.press.lexicons.lexicon_check import check_pronunciation, find_counting, list_entries
from audiopress.press.lexicons.lexicon_choice import (
    check_language,
    choose_lexicon,
    describe_language,
)
from audiopress.press.lexicons.lexicon_effect import ChangedParagraph, list_changed_paragraphs
from audiopress.press.steps.lexicons import read_own_files
from audiopress.speaking.lexicon_editing import add_word, has_word, remove_word
from audiopress.store.atomic_files import replace_if_changed
from audiopress.studio.files.intake import name_file
from audiopress.studio.parts import name_page
from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.settings import Settings

__all__ = [
    "ChangedArticle",
    "KeptWord",
    "WordRule",
    "find_said",
    "forget_word",
    "group_changed",
    "keep_word",
    "list_rules",
]


class KeptWord(NamedTuple):
    """What was kept: in which file, for which language, and what it changes of what is out."""

    file: str
    language: str
    changed: tuple[ChangedParagraph, ...]


class ChangedArticle(NamedTuple):
    """A published article that a word changes: its ``page``, its version, and the paragraphs."""

    title: str
    page: str
    version: int
    lines: tuple[str, ...]


class WordRule(NamedTuple):
    """A rule of the show's own: ``lexicon`` is its file, ``name`` what the window calls that."""

    word: str
    said: str
    language: str
    tag: str
    lexicon: str
    name: str
    used: bool


def list_rules(settings: Settings) -> tuple[list[WordRule], int]:
    """Return the rules of the show's own, and how many words are shipped; as ``lexicon list``."""
    found = list_entries(settings)
    own = [
        WordRule(
            word=each.entry.grapheme,
            said=each.entry.said,
            language=describe_language(each.entry.language),
            tag=each.entry.language,
            lexicon=each.lexicon,
            name=name_file(settings, Path(each.lexicon)),
            used=each.used,
        )
        for each in found
        if not each.shipped
    ]
    return own, len(found) - len(own)


def forget_word(settings: Settings, word: str, lexicon: str) -> None:
    """Take a word out of a lexicon of the show, as ``audiopress lexicon remove`` does.

    Raises `ConfigError` for another file, and for a word that is not in it or cannot be cut out.
    """
    body = dict(read_own_files(settings)).get(lexicon)
    if body is None or not has_word(body, word, lexicon):
        raise ConfigError(
            "no lexicon of the show has this word any more",
            where=word,
            hint="load the page again",
        )
    replace_if_changed(Path(lexicon), remove_word(body, word, where=lexicon))


def keep_word(settings: Settings, word: str, said: str, language: str) -> KeptWord:
    """Keep how a word is said, as ``audiopress lexicon add`` does; a word that is there anew.

    Raises `ConfigError` for what cannot be said so, and for a lexicon that cannot be written.
    """
    asked = check_language(_choose_language(settings, language), "language")
    check_pronunciation(settings, word, said, asked or "")
    command = f"audiopress lexicon add {shlex.quote(word)} --say {shlex.quote(said)}"
    chosen = choose_lexicon(settings, asked, None, command)
    changed = list_changed_paragraphs(settings, word, said, asked or settings.show.language)
    body = add_word(chosen.body, word, said, language=chosen.language, where=str(chosen.file))
    replace_if_changed(chosen.file, body)
    return KeptWord(name_file(settings, chosen.file), describe_language(chosen.language), changed)


def group_changed(changed: Iterable[ChangedParagraph]) -> list[ChangedArticle]:
    """Return the articles that paragraphs are of, in their order."""
    return [
        ChangedArticle(
            title=first.title,
            page=name_page("", first.article_id),
            version=first.version,
            lines=(first.source, *(each.source for each in rest)),
        )
        for _, group in groupby(changed, lambda each: each.article_id)
        for first, *rest in (list(group),)
    ]


def find_said(settings: Settings, word: str, language: str) -> str:
    """Return what a lexicon has for a word already, or nothing."""
    found = find_counting(settings, " ".join(word.split()), language or settings.show.language)
    return found.entry.said if found else ""


def _choose_language(settings: Settings, language: str) -> str | None:
    """Return the language a word is for; none for the show's own, in all its countries."""
    same = not language or find_base(language) == find_base(settings.show.language)
    return None if same else find_base(language)
