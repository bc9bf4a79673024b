"""Notes on what a listener hears otherwise than the article's language lets expect.

Another accent, English words around an article in a language that we have no words in, and voices
that are named for what is no language, which nobody hears at all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.speaking.casting import find_language_voice
from audiopress.speaking.opening import has_words, is_english_notice
from audiopress.text.counts import count_things
from audiopress.text.language import COMMON_LANGUAGES
from audiopress.text.language_names import find_base, name_language
from audiopress.text.language_slips import explain_slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Cast
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle

__all__ = ["note_spoken"]

_NOTICE = "disclosure"
"""The role of the line that says what reads."""


def note_spoken(articles: Sequence[RegisteredArticle], cast: Cast, told: ToldNotes) -> list[str]:
    """Return a note on each such thing, once until it changes."""
    return [
        *_note_accents(articles, cast, told),
        *_note_english_notices(articles, told),
        *_note_no_languages(cast, told),
    ]


def _note_accents(articles: Sequence[RegisteredArticle], cast: Cast, told: ToldNotes) -> list[str]:
    """Return a note on new articles whose voice speaks their language as another country does."""
    found = Counter(
        (item.manuscript.article.language, speaker)
        for item in articles
        if not item.record.versions and (speaker := _find_other_accent(item, cast))
    )
    new = told.pick_new("accents", [f"{tag} {name}" for tag, name in found])
    return [
        f"{count_things(count, 'new article')} in {name_language(tag)} ({tag}): {name} speaks "
        f"{', '.join(voices.find(name, cast.remote).languages)}, which has another accent; "
        f'{tag} = "NAME" under [voices.languages] has another voice speak it'
        for (tag, name), count in found.items()
        if f"{tag} {name}" in new
    ]


def _find_other_accent(item: RegisteredArticle, cast: Cast) -> str:
    """Return who speaks an article in the accent of another country, or nothing.

    Of English the companions of a voice are told of instead (`language_notes.py`).
    """
    tag = item.manuscript.article.language
    base = find_base(tag)
    # Who named a voice for this very country has heard it.
    chosen = {each.lower() for each, _ in cast.languages}
    if "-" not in tag or base == "en" or tag.lower() in chosen:
        return ""
    named = find_language_voice(cast, tag, other_regions=True)
    name = item.manuscript.language_voice or named or cast.body
    spoken = [each for each in voices.find(name, cast.remote).languages if find_base(each) == base]
    # One that names the language alone has any accent, or nobody has said which.
    apart = spoken and all("-" in each and each.lower() != tag.lower() for each in spoken)
    return name if apart else ""


def _note_english_notices(articles: Sequence[RegisteredArticle], told: ToldNotes) -> list[str]:
    """Return a note on languages in whose articles English says that the voice is synthetic."""
    found = Counter(
        base
        for item in articles
        if (base := find_base(item.manuscript.article.language)) and _says_english(item, base)
    )
    new = told.pick_new("notices in English", list(found))
    return [
        f"{count_things(count, 'article')} in {name_language(base)} will say in English that the "
        f'voice is synthetic; {base} = "TEXT" under [reading.disclosures] has it said otherwise'
        for base, count in found.items()
        if base in new
    ]


def _says_english(item: RegisteredArticle, base: str) -> bool:
    if has_words(base):
        return False
    lines = item.manuscript.script.utterances
    return any(line.role == _NOTICE and is_english_notice(line.source) for line in lines)


def _note_no_languages(cast: Cast, told: ToldNotes) -> list[str]:
    """Return a note on each voice that is named for what is no language."""
    tags = [tag for tag, _ in cast.languages if find_base(tag) not in COMMON_LANGUAGES]
    slips = {tag: slip for tag in tags if (slip := explain_slip(tag))}
    new = told.pick_new("no languages", list(slips))
    return [
        f"[voices.languages] {tag}: {slip}; no article is in it, and its voice is not heard"
        for tag, slip in slips.items()
        if tag in new
    ]
