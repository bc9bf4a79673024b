"""What a feed had before: nothing that was promised may be gone or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.checking.feed.named_files import find_lost_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.former_feeds import FormerFeed
    from audiopress.checking.shelf import Shelf

__all__ = ["compare_feeds"]

Look = tuple[str, str, str]
"""The check's name, the item, and what is wrong or ""."""


def compare_feeds(
    before: FormerFeed, channel: FeedNode, items: Sequence[FeedNode], path: str, shelf: Shelf
) -> Iterator[Look]:
    """Yield each look at the items and files of an earlier feed beside the edition's of now.

    An item goes on with its guid and its date; a new version of it has another address, so an
    address that stays has the same length. What was withdrawn is named too: who withdrew it knows.
    ``channel`` and ``items`` are those of the feed at ``path`` on ``shelf``.
    """
    if before.fault:
        yield "previous feed", before.name, before.fault
        return
    shows = [before.guid, channel.text("podcast:guid")]
    other = all(shows) and shows[0] != shows[1]
    fault = f"is {shows[1]}, was {shows[0]}: apps take it for another show" if other else ""
    yield "guid of the show", path, fault
    now = {item.text("guid"): item for item in items}
    for item in before.items:
        where = item.text("title") or item.text("guid")
        fault = _compare_items(item, now)
        yield "kept since the previous feed", where, fault
    yield from find_lost_files(before.channels, channel, items, path, shelf)


def _compare_items(item: FeedNode, now: Mapping[str, FeedNode]) -> str:
    other = now.get(item.text("guid"))
    if other is None:
        return f"is gone (guid {item.text('guid')}); right only if it was withdrawn"
    if item.text("pubDate") != other.text("pubDate"):
        return f"was published {item.text('pubDate')}, now {other.text('pubDate')}"
    same_address = item.value("enclosure", "url") == other.value("enclosure", "url")
    lengths = [each.value("enclosure", "length") for each in (item, other)]
    if same_address and lengths[0] != lengths[1]:
        return f"has {lengths[1]} bytes at the address that had {lengths[0]}"
    return ""
