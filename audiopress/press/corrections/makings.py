"""What the ledger keeps of how the versions of an article were made."""

from __future__ import annotations

import importlib.metadata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audiopress.press.corrections.deeds import note_deed
from audiopress.store.makings import Making, Take

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.press.steps.plan import Passage
    from audiopress.store.ledger import Record
    from audiopress.store.makings import KeptLine

__all__ = [
    "CORRECTION",
    "describe_encoder",
    "describe_making",
    "find_making",
    "find_takes",
    "forget_kept",
    "is_made_known",
    "note_making",
]

CORRECTION: Final = "correction"
"""The role of the line that says at the start that an article was corrected."""


def find_making(record: Record, key: str) -> Making | None:
    """Return how a version was made, ``None`` where it was before anybody kept that."""
    return next((one for one in reversed(record.makings) if one.key == key), None)


def find_takes(record: Record) -> dict[str, int]:
    """Return the takes that were chosen for an article: their numbers by keys of first takes.

    Of several versions, and one that is held, the newest counts.
    """
    held = record.held.making if record.held else None
    made = (*record.makings, held) if held else record.makings
    return {take.segment: take.number for one in made for take in one.takes}


def is_made_known(record: Record) -> bool:
    """Whether the ledger says by which voices the published version sounds."""
    known = find_making(record, record.versions[-1].key) if record.versions else None
    return bool(record.joined or not record.versions or (known and known.voices))


def describe_making(key: str, passages: Sequence[Passage], kept: Sequence[KeptLine] = ()) -> Making:
    """Return how a version is made of these passages; ``kept`` are lines as they were read."""
    voices = {item.by.name: item.by for item in passages if item.by is not None}
    takes = {item.first: item.take for item in passages if item.take}
    return Making(
        key=key,
        voices=tuple(voices[name] for name in sorted(voices)),
        encoder=describe_encoder(),
        kept=tuple(kept),
        announced=any(item.utterance.role == CORRECTION for item in passages),
        takes=tuple(Take(segment=key, number=takes[key]) for key in sorted(takes)),
    )


def note_making(record: Record, making: Making, now: datetime | None = None) -> Record:
    """Return the record with how its last version was made.

    ``now`` is when it was published, where it is new; of another one that stays what it was.
    """
    # The versions of a joined edition are forgotten after a few.
    if record.joined:
        return record
    last = record.versions[-1]
    known = find_making(record, last.key)
    issued = now or (known.issued if known else None)
    # An old one may be published again: when it was published last counts.
    keys = {version.key for version in record.versions[:-1]}
    others = tuple(one for one in record.makings if one.key in keys and one.key != last.key)
    noted = replace(record, makings=(*others, replace(making, key=last.key, issued=issued)))
    if now is None or len(record.versions) == 1:
        return noted
    return note_deed(noted, "corrected", at=now, key=last.key)


def forget_kept(record: Record, keys: set[str]) -> Record:
    """Return the record without what was read in these versions and is written otherwise since."""
    return replace(
        record,
        makings=tuple(replace(one, kept=()) if one.key in keys else one for one in record.makings),
    )


def describe_encoder() -> str:
    """Return name and version of what encodes MP3s."""
    return f"lameenc {importlib.metadata.version('lameenc')}"
