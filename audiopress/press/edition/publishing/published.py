"""Which episodes are published: those of the ledger whose sound is there.

Of an article whose record cannot be read, the cache remembers what the last feed said: that stays
in the feed as it is, until the record is mended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from audiopress.model import Episode  # noqa: TC001 - msgspec resolves the annotations
from audiopress.press.steps.ship import is_complete

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Fault, Ledger, Record

__all__ = ["list_published", "remember_published"]

_KIND = "published"
"""The kind of record in the cache."""


class _LastFeed(msgspec.Struct):
    """The episodes of the last feed that was written."""

    episodes: list[Episode]


def list_published(  # noqa: PLR0913 - what the ledger, the cache and a show know
    output: Path,
    ledger: Ledger,
    cache: Cache,
    show_id: str,
    *,
    is_wanted: Callable[[Record], bool] = lambda _: True,
    find_title: Callable[[Record], str] = lambda _: "",
) -> tuple[list[Episode], tuple[str, ...]]:
    """Return the live episodes whose sound is there, and a note for each that is missing.

    ``is_wanted`` says whether the show of this id has an article, ``find_title`` which title its
    cover has, where that is another show's.
    """
    contents = ledger.read_all()
    episodes: list[Episode] = []
    notes: list[str] = []
    for record in contents.records:
        if record.state != "live" or not record.versions or not is_wanted(record):
            continue
        episode = record.versions[-1]
        # The ledger may come from another machine: a feed must not name what is not here.
        if _is_there(output, episode):
            episodes.append(replace(episode, cover_title=find_title(record)))
        else:
            notes.append(
                f"{episode.title or episode.slug!r} is in the ledger, but its sound is not in the "
                f"output folder: it stays out of the feed until its source is built again"
            )
    for fault in contents.faults:
        kept = _recall(fault, contents.records, cache, show_id)
        if kept is not None and _is_there(output, kept):
            episodes.append(kept)
        notes.append(_describe_fault(fault, kept, output))
    return episodes, tuple(notes)


def remember_published(cache: Cache, show_id: str, episodes: Sequence[Episode]) -> None:
    """Keep what a feed says that has just been written."""
    value = msgspec.to_builtins(_LastFeed(episodes=list(episodes)))
    cache.put_record(_KIND, show_id, value)


def _is_there(output: Path, episode: Episode) -> bool:
    return is_complete(output, [(episode.enclosure.path, episode.enclosure.length)])


def _recall(fault: Fault, records: Sequence[Record], cache: Cache, show_id: str) -> Episode | None:
    """Return what the last feed said of the article that an unreadable file is about."""
    last = cache.find_record(_KIND, show_id, _LastFeed)
    known = {record.id for record in records} | {record.guid for record in records}
    for episode in last.episodes if last else ():
        # By its place alone: other files may name the article too.
        if fault.is_place_of(episode.id) and not {episode.id, episode.guid} & known:
            return episode
    return None


def _describe_fault(fault: Fault, kept: Episode | None, output: Path) -> str:
    if kept is None:
        return (
            f"what {fault.path.name} promised is not known: if it was an episode, it is out of the "
            "feed until the file is mended; its sound is left where it lies"
        )
    if not _is_there(output, kept):
        return (
            f"the record of {kept.title!r} cannot be read, and its sound is not in the output "
            "folder: it is out of the feed until the file is mended"
        )
    return f"the record of {kept.title!r} cannot be read: what was published of it stays as it is"
