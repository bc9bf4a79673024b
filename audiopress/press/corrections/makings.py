"""What the ledger keeps of how the versions of an article were made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.store.makings import Making

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.store.ledger import Record

__all__ = ["find_making", "note_making"]


def find_making(record: Record, key: str) -> Making | None:
    """Return how a version was made, ``None`` where it was before anybody kept that."""
    return next((one for one in reversed(record.makings) if one.key == key), None)


def note_making(record: Record, now: datetime) -> Record:
    """Return the record in which its last version, which is new, was published ``now``."""
    # The versions of a joined edition are forgotten after a few.
    if record.joined:
        return record
    last = record.versions[-1]
    # An old one may be published again: when it was published last counts.
    keys = {version.key for version in record.versions[:-1]}
    kept = tuple(one for one in record.makings if one.key in keys and one.key != last.key)
    return replace(record, makings=(*kept, Making(key=last.key, issued=now)))
