"""Notes of a build, in words: what a person should know of, although nothing failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.errors import ReadingError
from audiopress.model import Refused
from audiopress.press.steps.identify import SHOW_ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["note_drafts", "note_foreign_voices", "note_orphans", "part_untold"]

_NAMED = 3
"""How many articles a note names: a folder that was moved would fill the screen with them."""


def note_drafts(manuscripts: Sequence[Manuscript]) -> list[str]:
    """Return a note for every draft, for it is not published."""
    return [f"{item.uri} is a draft" for item in manuscripts if item.article.draft]


def part_untold(manuscripts: Sequence[Manuscript]) -> tuple[list[Manuscript], list[Refused]]:
    """Part the articles that have a text from those that have a headline and no more."""
    # Spoken, but by themselves no article: the show says these around any page.
    silent = ("headline", *SHOW_ROLES)
    error = "no text of an article was found, only its headline"
    hint = "audiopress script SOURCE shows what was left out; a page made by JavaScript has no text"
    told: list[Manuscript] = []
    refused: list[Refused] = []
    for item in manuscripts:
        if all(utterance.role in silent for utterance in item.script.utterances):
            reason = ReadingError(error, where=item.uri, hint=hint)
            refused.append(Refused(uri=item.uri, error=reason))
        else:
            told.append(item)
    return told, refused


def note_foreign_voices(articles: Sequence[RegisteredArticle]) -> list[str]:
    """Return a note for every article that is read by a voice of another language."""
    notes = []
    for registered in articles:
        said = registered.manuscript.script.utterances
        for name, language in sorted({(item.voice, item.language) for item in said}):
            speaks = voices.find(name).languages
            # A voice that names no language is taken for one of all.
            if speaks and _strip_region(language) not in map(_strip_region, speaks):
                notes.append(
                    f"{registered.manuscript.uri} is in {language}, and {name} speaks "
                    f"{', '.join(speaks)}: name a voice for it under [voices.languages]"
                )
    return notes


def _strip_region(language: str) -> str:
    """Return ``en`` of the tag ``en-GB``: any English voice reads any English."""
    return language.partition("-")[0].lower()


def note_orphans(
    articles: Sequence[RegisteredArticle], records: Sequence[Record], refused: Collection[str]
) -> list[str]:
    """Return a note on articles that stay in the edition although no source has them any more.

    ``refused`` are the sources that could not be read this time: their articles are not gone.
    """
    seen = {registered.record.id for registered in articles}
    gone = [
        record.slug
        for record in records
        if record.state == "live" and record.versions and record.id not in seen
        and not set(refused) & {record.id, *record.aliases}
    ]  # fmt: skip
    if not gone:
        return []
    names = ", ".join(gone[:_NAMED])
    more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
    stays = f"what was published stays in the edition (audiopress withdraw {gone[0]} takes it back)"
    return [f"no source has {names}{more} any more; {stays}"]
