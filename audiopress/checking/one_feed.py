"""One feed: its channel, its archive pages, and each item with what it leads to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from audiopress.checking.article import CheckedArticle
from audiopress.checking.feed.channel_rules import CHANNEL_RULES, is_preview
from audiopress.checking.feed.foreign import FOREIGN_CHANNEL_RULES
from audiopress.checking.feed.item_rules import find_repeated
from audiopress.checking.feed.nodes import FeedNode, read_feed
from audiopress.checking.feed.pictures import find_picture_fault
from audiopress.checking.feed.previous import compare_feeds
from audiopress.checking.feed.text_rules import find_declared_fault, find_text_faults
from audiopress.checking.one_item import check_item, check_sound
from audiopress.checking.pages.listing import ListedEpisode
from audiopress.checking.shelf import find_path

if TYPE_CHECKING:
    from audiopress.checking.beside import Beside
    from audiopress.checking.receipt import Receipt
    from audiopress.checking.shelf import Shelf

__all__ = ["FeedFound", "check_feed", "find_base", "has_moved", "is_private"]

_MOST_ITEMS: Final = 300
"""Items of a live feed that apps still fetch again and again (RFC 5005 has the older ones)."""


@dataclass(slots=True, kw_only=True)
class FeedFound:
    """What a feed has: ``marks`` are guids and folders of its items, ``listed`` what lists say.

    A ``broken`` one has neither.
    """

    broken: bool = False
    marks: set[str] = field(default_factory=set)
    listed: list[ListedEpisode] = field(default_factory=list)


def find_base(shelf: Shelf, path: str) -> str:
    """Return the address of the edition as the feed at ``path`` has it, or ""."""
    channel = read_feed(shelf.read(path) or b"")
    return "" if isinstance(channel, str) else _settle_base(channel, path)[0]


def _settle_base(channel: FeedNode, path: str) -> tuple[str, str]:
    """Return the address of the edition, and what is wrong with the feed's own address.

    Where all sound lies below one address and the feed at another one, it is the feed's that
    is wrong: it is said once, and not of each file.
    """
    told = channel.link("self")
    base = told.removesuffix(path)
    sounds = [item.value("enclosure", "url") for item in channel.items]
    root = _find_root(path)
    homes = {url.partition(f"{root}episodes/")[0] for url in sounds if f"{root}episodes/" in url}
    below = any(url.startswith(base) for url in sounds)
    if not told or below or len(homes) != 1 or not told.startswith("http"):
        return base, ""
    home = homes.pop()
    return home, f"is {told}, and all sound lies below {home}"


def is_private(path: str) -> bool:
    """Whether a feed lies in a folder of its own below the edition's, as a private show's does."""
    return path.count("/") == 1


def has_moved(shelf: Shelf, path: str) -> bool:
    """Whether a feed only tells where its private show is now; its own address is a secret."""
    channel = read_feed(shelf.read(path) or b"") if is_private(path) else ""
    return not isinstance(channel, str) and not channel.link("self").endswith(path)


def check_feed(path: str, shelf: Shelf, receipt: Receipt, beside: Beside) -> FeedFound:
    """Look at a feed and at all that it leads to, and return what other places say of it."""
    body = shelf.read(path) or b""
    channel = read_feed(body)
    if isinstance(channel, str):
        receipt.look("feed", path, channel)
        return FeedFound(broken=True)
    receipt.look("feed", path, "", "a preview" if is_preview(channel) else "")
    receipt.look("encoding of the feed", path, find_declared_fault(body))
    base, fault = _settle_base(channel, path)
    receipt.look("atom:link rel=self", path, fault)
    _look_at_channel(channel, path, base, shelf, receipt)
    items = _gather_items(channel, path, base, shelf, receipt)
    _look_at_items(items, path, receipt)
    for former in beside.previous:
        for look in compare_feeds(former, channel, items, path, shelf):
            receipt.look(*look)
    found = FeedFound(marks=_list_marks(items, path))
    for item in items:
        article = CheckedArticle.of_item(item)
        receipt.articles.append(article)
        for name, place, fault in find_text_faults(item, channel):
            article.receipt.look(name, place, fault)
        version = check_item(item, path, base, shelf, article.receipt)
        if version:
            found.listed.append(ListedEpisode.of_version(version, shelf))
            check_sound(version, beside, article)
    return found


def _look_at_channel(
    channel: FeedNode, path: str, base: str, shelf: Shelf, receipt: Receipt
) -> None:
    for name, find in (CHANNEL_RULES | FOREIGN_CHANNEL_RULES).items():
        receipt.look(name, path, find(channel))
    public = not (is_private(path) or is_preview(channel))
    hidden = public and channel.text("itunes:block").lower() == "yes"
    receipt.look("itunes:block", path, "hides a show that is not private" if hidden else "")
    picture = channel.value("itunes:image", "href")
    receipt.look("artwork", picture or path, find_picture_fault(shelf, find_path(picture, base)))


def _look_at_items(items: list[FeedNode], path: str, receipt: Receipt) -> None:
    """Look at the items of a feed beside each other."""
    for name, values in (
        ("guids are unique", [item.text("guid") for item in items]),
        ("enclosures are unique", [item.value("enclosure", "url") for item in items]),
    ):
        twice = find_repeated(values)
        receipt.look(name, path, f"{twice[0]} stands more than once" if twice else "")


def _list_marks(items: list[FeedNode], path: str) -> set[str]:
    """Return guids and folders, also where the sound is said to lie on another host."""
    begins = f"{_find_root(path)}episodes/"
    sounds = [
        posixpath.normpath(begins + item.value("enclosure", "url").rpartition(begins)[2])
        for item in items
    ]
    homes = {f"{posixpath.dirname(posixpath.dirname(sound))}/" for sound in sounds}
    return homes | {item.text("guid") for item in items}


def _find_root(path: str) -> str:
    """Return the folder below which all of a feed's show lies: a private one has its own."""
    return path.removesuffix("feed.xml") if is_private(path) else ""


def _gather_items(
    channel: FeedNode, path: str, base: str, shelf: Shelf, receipt: Receipt
) -> list[FeedNode]:
    """Return the items of the live feed and of the archive pages it leads to."""
    items = channel.items
    over = len(items) - _MOST_ITEMS
    receipt.look("items of the live feed", path, f"are {over} too many" if over > 0 else "")
    seen = {path}
    link = channel.link("prev-archive")
    page = find_path(link, base)
    strange = f"lead to {link}, which is not of this edition" if link and not page else ""
    receipt.look("archive pages", path, strange)
    while page and page not in seen:
        seen.add(page)
        body = shelf.read(page)
        older = "is not there" if body is None else read_feed(body)
        receipt.look("archive pages", page, older if isinstance(older, str) else "")
        if isinstance(older, str):
            break
        items = [*items, *older.items]
        page = find_path(older.link("prev-archive"), base)
    return items
