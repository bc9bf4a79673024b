"""How a name is said: kept in the show's lexicon, with what else that changes."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from audiopress.press.lexicon_check import check_pronunciation, find_counting
from audiopress.press.lexicon_choice import check_language, choose_lexicon, describe_language
from audiopress.press.lexicon_effect import ChangedParagraph, list_changed_paragraphs
from audiopress.speaking.lexicon_editing import add_word
from audiopress.store.atomic_files import replace_if_changed
from audiopress.studio.intake import name_file
from audiopress.text.language_names import find_base
from audiopress.voices import is_installed, list_voices

if TYPE_CHECKING:
    from audiopress.settings import Settings

__all__ = ["KeptWord", "find_said", "keep_word", "list_speakers"]


class KeptWord(NamedTuple):
    """What was kept: in which file, for which language, and what it changes of what is out."""

    file: str
    language: str
    changed: tuple[ChangedParagraph, ...]


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


def find_said(settings: Settings, word: str, language: str) -> str:
    """Return what a lexicon has for a word already, or nothing."""
    found = find_counting(settings, " ".join(word.split()), language or settings.show.language)
    return found.entry.said if found else ""


def list_speakers(settings: Settings, language: str) -> list[str]:
    """Return the installed voices of a language, whatever its country, the edition's own first."""
    wanted = find_base(language or settings.show.language)
    names = [
        voice.name
        for voice in list_voices()
        if is_installed(voice) and wanted in map(find_base, voice.languages)
    ]
    return sorted(names, key=lambda name: (name != settings.cast.body, name))


def _choose_language(settings: Settings, language: str) -> str | None:
    """Return the language a word is for; none for the show's own, in all its countries."""
    same = not language or find_base(language) == find_base(settings.show.language)
    return None if same else find_base(language)
