"""What was corrected and taken back, when, and in which words: out of what the ledger keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from audiopress.press.corrections.deeds import list_deeds
from audiopress.store.ledger import Ledger
from audiopress.studio.corrections.changes import compare_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.deeds import Deed
    from audiopress.store.ledger import Record
    from audiopress.studio.corrections.changes import Picture

__all__ = ["MOST", "LogEntry", "read_log"]

MOST = 100
"""Entries that the page has, the newest: more than somebody reads."""


_DONE = {
    "withdrawn": "withdrawn",
    "restored": "brought back",
    "released": "released, as it was heard",
    "purged": "its words of then were removed",
}
"""What was done besides corrections, as the window says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing that was done to a published article, in ``words``, and by which account.

    ``picture`` is what changed; ``who`` is empty where nobody noted it.
    """

    at: datetime
    id: str
    title: str
    words: str
    who: str = ""
    picture: Picture | None = None


def read_log(settings: Settings) -> list[LogEntry]:
    """Return what was corrected, taken back and brought back, the newest first."""
    records = Ledger(settings.ledger).load_all()
    found = [entry for record in records if not record.joined for entry in _list_entries(record)]
    # A deed is known to the second, a correction finer: of one second, by their order.
    return sorted(found, key=lambda entry: entry.at.replace(microsecond=0))[::-1]


def _list_entries(record: Record) -> Iterator[LogEntry]:
    deeds = list_deeds(record)
    noted = [one for one in deeds if one.what == "corrected"]
    pairs = [(before, after, _take(noted, after)) for before, after in _list_pairs(record)]
    known = {id(deed): (before, after) for before, after, deed in pairs if deed}
    # Those of which nobody noted when they were published: by their own dates.
    yield from (_describe(record, before, after) for before, after, deed in pairs if not deed)
    for deed in deeds:
        if deed.what != "corrected":
            yield _describe_deed(record, deed)
        elif id(deed) in known:
            entry = _describe(record, *known[id(deed)])
            yield replace(entry, at=deed.at, who=deed.who)


def _list_pairs(record: Record) -> list[tuple[Episode, Episode]]:
    """Return each version with the one that it took the place of, the newest first."""
    return list(pairwise(record.versions))[::-1]


def _take(noted: list[Deed], version: Episode) -> Deed | None:
    """Return the last deed that is of a version, and take it out: it may have come twice."""
    found = next((one for one in reversed(noted) if one.key == version.key), None)
    if found:
        noted.remove(found)
    return found


def _describe_deed(record: Record, deed: Deed) -> LogEntry:
    words = _DONE[deed.what]
    if deed.what == "purged" and not deed.key:
        words = "all of its words were removed"
    reason = f": {deed.reason}" if deed.reason else ""
    return LogEntry(
        at=deed.at, id=record.id, title=record.title, words=f"{words}{reason}", who=deed.who
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
    title = after.title or record.title
    return LogEntry(at=after.changed, id=record.id, title=title, words=words, picture=picture)
