"""Feeds that an edition had before: where they are read from, and whose each of them was."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from audiopress.checking.feed.nodes import FeedNode, read_feed
from audiopress.checking.served import Served, is_address
from audiopress.checking.shelf import Folder, find_path
from audiopress.errors import StoreError
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audiopress.checking.shelf import Shelf
    from audiopress.net.transport import FetchLimits

__all__ = ["FEED_PLACES", "MAIN_FEED", "FormerFeed", "assign_former_feeds", "open_former_feeds"]

MAIN_FEED: Final = "feed.xml"
"""The name of every live feed; archive pages have a number."""

FEED_PLACES: Final = ("", "*/", "shows/*/")
"""Where feeds lie: the main show's, a private show's below its secret, other shows' in theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerFeed:
    """An earlier feed: ``name`` is how a person calls it, ``path`` where it lay in its edition.

    ``channels`` are that of the live feed and those of its archive pages, as far as these are at
    hand; of one that cannot be read there are none, and ``fault`` says why.
    """

    name: str
    path: str
    channels: tuple[FeedNode, ...] = ()
    fault: str = ""

    @property
    def items(self) -> list[FeedNode]:
        """The items of all of its documents, in their order."""
        return [item for channel in self.channels for item in channel.items]

    @property
    def guid(self) -> str:
        """The ``podcast:guid`` of its show, or ""."""
        return self.channels[0].text("podcast:guid") if self.channels else ""


def open_former_feeds(name: str, limits: FetchLimits) -> tuple[FormerFeed, ...]:
    """Return the earlier feeds that ``name`` has: a feed's file or address, or an edition's.

    Raises:
        StoreError: there is none, or it cannot be read.
        SourceError: an address that cannot be asked.

    """
    shelf, paths = _open_shelf(name, limits)
    bodies = {path: shelf.read(path) for path in paths}
    found = {path: body for path, body in bodies.items() if body is not None}
    if not found:
        raise StoreError(
            "no earlier feed is there",
            where=f"--previous {name}",
            hint="name a feed's file, its address, or the folder of an edition as it was before",
        )
    return tuple(
        _read_former(name if len(found) == 1 else f"{name}: {path}", path, body, shelf)
        for path, body in found.items()
    )


def assign_former_feeds(
    former: Sequence[FormerFeed], now: Mapping[str, str]
) -> tuple[dict[str, list[FormerFeed]], list[FormerFeed]]:
    """Return the earlier feeds by the path of the feed that each became, and those of no show here.

    ``now`` has the ``podcast:guid`` of each feed by its path. A show is known by that, wherever its
    feed lies; one that has none, or has got another one, by its place.
    """
    found: dict[str, list[FormerFeed]] = {}
    lost: list[FormerFeed] = []
    for each in former:
        path = _find_own(each, now, alone=len(former) == 1)
        if path is None:
            lost.append(each)
        else:
            found.setdefault(path, []).append(each)
    return found, lost


def _find_own(former: FormerFeed, now: Mapping[str, str], *, alone: bool) -> str | None:
    same = [path for path, guid in now.items() if guid and guid == former.guid]
    if same:
        return same[0]
    if former.path in now:
        return former.path
    # One document, named by hand, is of the show that people mean.
    return next(iter(now), None) if alone else None


def _open_shelf(name: str, limits: FetchLimits) -> tuple[Shelf, list[str]]:
    """Return where an earlier edition is read from, and the paths of its live feeds."""
    if is_address(name):
        base, _, path = name.rpartition("/") if name.endswith(".xml") else (name, "", "")
        return Served(f"{base.rstrip('/')}/", limits), [path or MAIN_FEED]
    place = Path(name)
    if place.is_dir():
        shelf = Folder(place)
        listed = (shelf.list_paths(f"{each}{MAIN_FEED}") for each in FEED_PLACES)
        return shelf, [path for paths in listed for path in paths]
    try:
        place.stat()
    except OSError as error:
        raise explain_os_error(error, place) from error
    return Folder(place.parent), [place.name]


def _read_former(name: str, path: str, body: bytes, shelf: Shelf) -> FormerFeed:
    live = read_feed(body)
    if isinstance(live, str):
        return FormerFeed(name=name, path=path, fault=live)
    return FormerFeed(name=name, path=path, channels=(live, *_follow_archive(live, path, shelf)))


def _follow_archive(live: FeedNode, path: str, shelf: Shelf) -> Iterable[FeedNode]:
    """Yield the archive pages that lie beside a feed; one of another show is not of it."""
    folder, page, seen = posixpath.dirname(path), live, set[str]()
    while True:
        home = page.link("self").rpartition("/")[0]
        older = find_path(page.link("prev-archive"), f"{home}/")
        if not older or older in seen:
            return
        seen.add(older)
        body = shelf.read(posixpath.join(folder, older))
        found = "" if body is None else read_feed(body)
        if isinstance(found, str) or found.text("podcast:guid") != live.text("podcast:guid"):
            return
        page = found
        yield page
