"""What was corrected and taken back, when, and in which words: out of what the ledger keeps."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from audiopress.store.ledger import Ledger
from audiopress.studio.corrections.changes import compare_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.corrections.changes import Picture

__all__ = ["MOST", "LogEntry", "read_log"]

MOST = 100
"""Entries that the page has, the newest: more than somebody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing that was done to a published article, in ``words``; ``picture`` is what changed."""

    at: datetime
    id: str
    title: str
    words: str
    picture: Picture | None = None


def read_log(settings: Settings) -> list[LogEntry]:
    """Return what was corrected and withdrawn, the newest first."""
    records = Ledger(settings.ledger).load_all()
    found = [entry for record in records if not record.joined for entry in _list_entries(record)]
    # A withdrawal is known to the second, a correction finer: of one second, by their order.
    return sorted(found, key=lambda entry: entry.at.replace(microsecond=0))[::-1]


def _list_entries(record: Record) -> Iterator[LogEntry]:
    for before, after in pairwise(record.versions):
        yield _describe(record, before, after)
    if record.state == "withdrawn" and record.withdrawn:
        reason = f": {record.reason}" if record.reason else ""
        yield LogEntry(
            at=record.withdrawn, id=record.id, title=record.title, words=f"withdrawn{reason}"
        )


def _describe(record: Record, before: Episode, after: Episode) -> LogEntry:
    # A text without lines was purged: nothing is known of it, as of one that was never kept.
    texts = {text.key: text.lines for text in record.texts if text.lines}
    old, new = texts.get(before.key), texts.get(after.key)
    kept = before.enclosure.path == after.enclosure.path
    words, picture = "corrected, its words of before were removed", None
    if old and new and old != new:
        picture = compare_lines(old, new)
        words = "corrected in its texts, the sound stayed" if kept else "corrected"
    elif old and new:
        words = "the same words" if kept else "the same words, made anew"
    return LogEntry(at=after.changed, id=record.id, title=after.title, words=words, picture=picture)
