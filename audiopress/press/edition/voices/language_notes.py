"""Notes on voices that speak for a language's sake although nobody named them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.press.edition.voices.companions import find_companion, name_companion
from audiopress.press.edition.voices.missing_voices import name_setting
from audiopress.speaking.casting import find_language_voice
from audiopress.text.counts import count_things
from audiopress.text.language_names import find_base, name_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Cast
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle

__all__ = ["note_language_voices"]

_SYSTEM = "system"
"""The name of the voice that the operating system speaks with unless one of its own is named."""


def note_language_voices(
    articles: Sequence[RegisteredArticle], cast: Cast, told: ToldNotes
) -> list[str]:
    """Return a note on every voice that speaks for its language and that nobody has named."""
    spoken: dict[tuple[str, str], int] = {}
    default = dict[str, None]()
    for item in articles:
        language, name = item.manuscript.article.language, item.manuscript.language_voice
        if name == _SYSTEM:
            default[find_base(language)] = None
        if name and name != find_language_voice(cast, language, other_regions=True):
            key = (name_setting(language, cast, name), name)
            spoken[key] = spoken.get(key, 0) + 1
    # As keys: "fr", of which all regions are one, or "en-GB".
    tags = {pair: pair[0].partition(" ")[0] for pair in spoken}
    new = told.pick_new("language voices", [f"{tags[pair]} {pair[1]}" for pair in spoken])
    defaults = told.pick_new("system voices", list(default))
    notes = [
        f"{name_language(base)} is spoken by the voice that this system has by default, in "
        f"whatever language that is: audiopress voices list {base} names its voices of "
        f'{name_language(base)}, for {base} = "system:NAME" under [voices.languages]'
        for base in default
        if base in defaults
    ]
    notes += _note_companions(articles, cast, told)
    return notes + [
        f"{pair[1]} speaks {count_things(count, 'article')} in {_describe(tags[pair])}, "
        f"{_explain_speaker(tags[pair], cast)}; to settle it, also on other machines: {pair[0]}"
        for pair, count in spoken.items()
        if f"{tags[pair]} {pair[1]}" in new
    ]


def _note_companions(
    articles: Sequence[RegisteredArticle], cast: Cast, told: ToldNotes
) -> list[str]:
    """Return a note on a voice that would speak new articles if it were here."""
    languages = Counter(
        item.manuscript.article.language
        for item in articles
        if not item.record.versions
        and not item.manuscript.language_voice
        and name_companion(cast.body, item.manuscript.article.language)
        and not find_companion(cast.body, item.manuscript.article.language)
    )
    new = told.pick_new("companions", list(languages))
    return [
        f"{count_things(count, 'new article')} in {_describe(tag)}: {cast.body} has another "
        f"accent, {_describe_companion(name_companion(cast.body, tag))}"
        for tag, count in languages.items()
        if tag in new
    ]


def _describe_companion(name: str) -> str:
    """Return what a voice that is not here would bring, and how to have it."""
    fault, where = voices.explain_fault(voices.find(name))
    lack = f"{name} has this one and cannot be used: {fault} ({where})" if fault else ""
    return (
        f"{lack or f'{name} with this one, once it is installed'}: audiopress voices install {name}"
    )


def _describe(tag: str) -> str:
    return name_language(tag) if "-" not in tag else f"{name_language(tag)} ({tag})"


def _explain_speaker(tag: str, cast: Cast) -> str:
    """Return why it is not the voice of the body that speaks a language."""
    body = voices.find(cast.body, cast.remote)
    shared = not body.languages or voices.speaks_language(body, tag)
    return f"in place of {cast.body}" if shared else f"which {cast.body} does not speak"
