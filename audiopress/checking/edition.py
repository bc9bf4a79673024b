"""The way through an edition: its feeds, what stands around them, and the folder they lie in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audiopress.checking.agreement.feed_facts import find_feed_faults
from audiopress.checking.agreement.pictures import find_artwork_faults
from audiopress.checking.agreement.record_keys import find_foreign_records
from audiopress.checking.agreement.shows import find_missing_episodes, find_show_faults
from audiopress.checking.beside import Beside
from audiopress.checking.feed.nodes import read_feed
from audiopress.checking.folder.entries import find_entry_faults, list_entries
from audiopress.checking.folder.host_files import find_host_faults
from audiopress.checking.folder.own_files import find_foreign_files
from audiopress.checking.folder.strays import find_stray_faults
from audiopress.checking.former_feeds import (
    FEED_PLACES,
    MAIN_FEED,
    assign_former_feeds,
)
from audiopress.checking.one_feed import check_feed, find_base, has_moved, is_private
from audiopress.checking.pages.foreign import find_foreign_faults
from audiopress.checking.pages.front_rules import find_front_faults
from audiopress.checking.pages.listing import (
    ListedEpisode,
    find_listing_faults,
    find_search_faults,
    find_unlisted_addresses,
)
from audiopress.checking.pages.page_rules import find_address_faults
from audiopress.checking.pages.player_mark import find_mark_faults
from audiopress.checking.pages.site_rules import find_lost_episodes, find_site_faults
from audiopress.checking.pages.sitemap_rules import find_sitemap_faults
from audiopress.checking.receipt import Receipt
from audiopress.checking.shelf import Folder
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.former_feeds import FormerFeed
    from audiopress.checking.shelf import Shelf

__all__ = ["check_edition"]

_NOTHING: Final = Beside()
"""What is looked at when nothing else is asked."""


def check_edition(shelf: Shelf, beside: Beside = _NOTHING) -> Receipt:
    """Return what was found in the edition on ``shelf``: all of its feeds and their files.

    Raises:
        StoreError: there is no edition.

    """
    feeds = [path for place in FEED_PLACES for path in shelf.list_paths(f"{place}{MAIN_FEED}")]
    if not feeds:
        raise StoreError(
            "has no feed.xml, so it is no edition",
            where=shelf.name,
            hint="name the folder that `audiopress build` writes, or build first",
        )
    receipt = Receipt()
    feeds = [path for path in feeds if not has_moved(shelf, path)]
    marks: set[str] | None = set()
    listed: dict[str, list[ListedEpisode]] = {}
    former = _assign_former(beside, feeds, shelf, receipt)
    for path in feeds:
        own = replace(beside, previous=tuple(former.get(path, ())))
        found = check_feed(path, shelf, receipt, own)
        marks = None if found.broken or marks is None else marks | found.marks
        folder = path.removesuffix(MAIN_FEED)
        for look in (
            *find_listing_faults(shelf, folder, found.listed),
            *find_feed_faults(shelf, path, found.listed),
        ):
            receipt.look(*look)
        if not is_private(path):
            listed[path] = found.listed
    public = [episode for episodes in listed.values() for episode in episodes]
    base = find_base(shelf, feeds[0]) if feeds else ""
    for look in (
        *_look_around(shelf, feeds, marks),
        *find_address_faults(shelf),
        *find_foreign_records(shelf),
        *find_show_faults(shelf, feeds),
        *find_missing_episodes(shelf, listed),
        *find_artwork_faults(shelf, feeds, base),
        *find_search_faults(shelf, public),
        *find_unlisted_addresses(shelf, public),
        # What a feed that cannot be read lists nobody knows, and it is said of the feed.
        *(() if marks is None else find_sitemap_faults(shelf, base, public)),
        *find_foreign_faults(shelf, base),
        *find_host_faults(shelf, base, feeds),
        *_look_at_folder(shelf),
    ):
        receipt.look(*look)
    return receipt


def _assign_former(
    beside: Beside, feeds: list[str], shelf: Shelf, receipt: Receipt
) -> dict[str, list[FormerFeed]]:
    """Return the earlier feeds by the path of the one that each is held against."""
    channels = {path: read_feed(shelf.read(path) or b"") for path in feeds if beside.previous}
    guids = {
        path: "" if isinstance(channel, str) else channel.text("podcast:guid")
        for path, channel in channels.items()
    }
    found, lost = assign_former_feeds(beside.previous, guids)
    for each in lost:
        fault = each.fault or "is of a show that has no feed here any more"
        receipt.look("previous feed", each.name, fault)
    return found


def _look_around(
    shelf: Shelf, feeds: list[str], marks: set[str] | None
) -> Iterator[tuple[str, str, str]]:
    """Look at what stands around the episodes of each edition's folder."""
    # A private show has all that it needs below its secret.
    roots = dict.fromkeys(
        path.removesuffix(MAIN_FEED) if is_private(path) else "" for path in feeds
    )
    for root in roots:
        yield from find_site_faults(shelf, root)
        yield from find_mark_faults(shelf, root)
        yield from find_lost_episodes(shelf, root, marks)
    for folder in dict.fromkeys((*roots, *(path.removesuffix(MAIN_FEED) for path in feeds))):
        yield from find_front_faults(shelf, folder)


def _look_at_folder(shelf: Shelf) -> Iterator[tuple[str, str, str]]:
    """Look at what only a folder can tell: a host lists nothing and has no rights."""
    if isinstance(shelf, Folder):
        entries = list_entries(shelf.root)
        yield from find_entry_faults(shelf.root, entries)
        yield from find_stray_faults(shelf.root, entries)
        yield from find_foreign_files(entries)
