"""What was published by voices that are others by now: it stays, until somebody asks for new sound.

A voice is known by its files, its engine and kernel, and the ledger has those of each version. An
article that says the same keeps its sound. One that says something else is spoken whole by the
voices of today: never two in one article, which a listener would hear as a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.errors import ConfigError, VoiceError
from audiopress.press.edition.planning.recipe import find_recipe
from audiopress.press.edition.planning.versions import is_whole
from audiopress.press.steps.plan import describe_speaker
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.plan import Passage
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = [
    "ALL",
    "check_update_wanted",
    "explain_lost_sound",
    "is_at_hand",
    "is_sound_lost",
    "is_update_wanted",
    "note_former_voices",
]

ALL = "all"
"""What is said after ``--update-voices`` for every article."""


def is_update_wanted(settings: Settings, record: Record) -> bool:
    """Whether this run is to speak an article by the voices of today."""
    wanted = settings.update_voices
    return wanted == ALL or (
        bool(wanted) and wanted in (record.id, record.slug, record.guid, *record.aliases)
    )


def check_update_wanted(settings: Settings, records: Iterable[Record]) -> None:
    """Raise `ConfigError` where ``--update-voices`` names no article of this run."""
    wanted = settings.update_voices
    if not wanted or any(is_update_wanted(settings, record) for record in records):
        return
    if wanted != ALL:
        raise ConfigError(
            f"no article of this run is called {wanted!r}",
            where="--update-voices",
            hint=f"the id or slug of one (audiopress status), or {ALL}",
        )


def is_at_hand(
    edition: OpenEdition, record: Record, passages: Sequence[Passage], recipe: str
) -> bool:
    """Whether an article stands with sound that nobody here could speak: cached, or published.

    Of an older version, or where only pauses are others, the speech itself must be there.
    """
    return recipe == find_recipe(edition, record) or not is_sound_lost(edition, passages)


def is_sound_lost(edition: OpenEdition, passages: Sequence[Passage]) -> bool:
    """Whether a passage is not in the cache that only a voice of before could speak.

    What others share of it is brought there first.
    """
    find = edition.cache.find_segment
    former = {item.key for item in passages if item.former}
    edition.shared.fetch_all(key for key in former if find(key) is None)
    return any(find(key) is None for key in former)


def explain_lost_sound(
    edition: OpenEdition, record: Record, passages: Sequence[Passage]
) -> VoiceError | None:
    """Return the error where the published sound is gone, too, ``None`` where it lies here."""
    if is_whole(edition, record.id, record.versions[-1]):
        return None
    was = next(item.by for item in passages if item.former and item.by is not None)
    return VoiceError(
        f"its sound is gone, and {was.name}, who spoke it ({was.describe()}), is another voice by "
        "now",
        where=record.id,
        hint="bring output or cache back; or have it spoken by the voice of today, with a new "
        f"address: audiopress build --update-voices {record.slug} (or {ALL})",
    )


def note_former_voices(
    edition: OpenEdition, articles: Iterable[tuple[Record, Sequence[Passage]]]
) -> list[str]:
    """Return a note for each voice that is another one than articles were published by."""
    counted: dict[tuple[str, str, str], int] = {}
    for record, passages in articles:
        chosen = dict(edition.find_cast(record).kernels)
        changes = {
            (item.by.name, item.by.describe(), _describe_today(edition, item, chosen))
            for item in passages
            if item.former and item.by is not None
        }
        for change in changes:
            counted[change] = counted.get(change, 0) + 1
    return [
        f"{count_things(number, 'article')} would be spoken again: the voice {name} changed from "
        f"{was} to {now}. What is published keeps its sound until audiopress build "
        f"--update-voices {ALL}, or --update-voices ID for one article"
        for (name, was, now), number in sorted(counted.items())
    ]


def _describe_today(edition: OpenEdition, item: Passage, chosen: dict[str, str]) -> str:
    voice = voices.find(item.utterance.voice, edition.settings.cast.remote)
    today = describe_speaker(voice, chosen.get(voice.name, ""))
    said = today.describe()
    return said if item.by and said != item.by.describe() else f"{said} with other options"
