"""The way through an edition: its feeds, their items, and the files these lead to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from audiopress.check.article import CheckedArticle
from audiopress.check.feed.channel_rules import CHANNEL_RULES, is_preview
from audiopress.check.feed.foreign import FOREIGN_CHANNEL_RULES, FOREIGN_ITEM_RULES
from audiopress.check.feed.item_rules import ITEM_RULES, find_repeated
from audiopress.check.feed.nodes import FeedNode, read_feed
from audiopress.check.feed.pictures import find_picture_fault
from audiopress.check.feed.previous import compare_feeds
from audiopress.check.feed.text_rules import find_declared_fault, find_text_faults
from audiopress.check.files.curves import draw_curves
from audiopress.check.files.file_rules import find_version_faults
from audiopress.check.files.record_rules import find_record_faults
from audiopress.check.files.signature import look_at_version
from audiopress.check.files.sound_rules import LEVEL, find_sound_faults, measure_sound
from audiopress.check.folder.entries import find_entry_faults, list_entries
from audiopress.check.folder.strays import find_stray_faults
from audiopress.check.pages.foreign import find_foreign_faults
from audiopress.check.pages.front_rules import find_front_faults
from audiopress.check.pages.listing import (
    ListedEpisode,
    find_listing_faults,
    find_search_faults,
    find_unlisted_addresses,
)
from audiopress.check.pages.page_rules import find_address_faults, find_page_faults
from audiopress.check.pages.player_mark import find_mark_faults
from audiopress.check.pages.site_rules import find_lost_episodes, find_site_faults
from audiopress.check.receipt import Receipt
from audiopress.check.shelf import Folder, find_path
from audiopress.check.version import open_version
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.check.shelf import Shelf
    from audiopress.check.version import Version
    from audiopress.check.words.recogniser import Recogniser

__all__ = ["Beside", "check_edition"]

_FEED: Final = "feed.xml"
"""The name of every live feed; archive pages have a number."""

_PLACES: Final = ("", "*/", "shows/*/")
"""Where feeds lie: the main show's, a private show's below its secret, other shows' in theirs."""

_MOST_ITEMS: Final = 300
"""Items of a live feed that apps still fetch again and again (RFC 5005 has the older ones)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else is looked at, if anything.

    ``previous`` is a main feed that the edition had before, held against the one of now;
    ``recogniser`` hears every paragraph of the sound; ``level`` is the loudness in LUFS that every
    episode is to have.
    """

    previous: bytes | None = None
    recogniser: Recogniser | None = None
    level: float = LEVEL


_NOTHING: Final = Beside()
"""What is looked at when nothing else is asked."""


def check_edition(shelf: Shelf, beside: Beside = _NOTHING) -> Receipt:
    """Return what was found in the edition on ``shelf``: all of its feeds and their files.

    Raises:
        StoreError: there is no edition.

    """
    feeds = [path for place in _PLACES for path in shelf.list_paths(f"{place}{_FEED}")]
    if not feeds:
        raise StoreError(
            "has no feed.xml, so it is no edition",
            where=shelf.name,
            hint="name the folder that `audiopress build` writes, or build first",
        )
    receipt = Receipt()
    feeds = [path for path in feeds if not _has_moved(shelf, path)]
    guids: set[str] = set()
    listed: list[ListedEpisode] = []
    for path in feeds:
        own = beside if path == _FEED else replace(beside, previous=None)
        episodes: list[ListedEpisode] = []
        guids |= _check_feed(path, shelf, receipt, own, episodes)
        for name, place, fault in find_listing_faults(shelf, path.removesuffix(_FEED), episodes):
            receipt.look(name, place, fault)
        listed += [] if _is_private(path) else episodes
    # A private show has all that it needs below its secret.
    roots = dict.fromkeys(path.removesuffix(_FEED) if _is_private(path) else "" for path in feeds)
    for root in roots:
        for name, place, fault in (
            *find_site_faults(shelf, root),
            *find_mark_faults(shelf, root),
            *find_front_faults(shelf, root),
            *find_lost_episodes(shelf, root, guids),
        ):
            receipt.look(name, place, fault)
    base = _find_base(shelf, feeds)
    for name, place, fault in (
        *find_address_faults(shelf),
        *find_search_faults(shelf, listed),
        *find_unlisted_addresses(shelf, listed),
        *find_foreign_faults(shelf, base),
        *_look_at_folder(shelf),
    ):
        receipt.look(name, place, fault)
    return receipt


def _find_base(shelf: Shelf, feeds: list[str]) -> str:
    """Return the address of the edition as its first feed has it, or ""."""
    channel = read_feed(shelf.read(feeds[0]) or b"") if feeds else ""
    return "" if isinstance(channel, str) else channel.link("self").removesuffix(feeds[0])


def _look_at_folder(shelf: Shelf) -> Iterator[tuple[str, str, str]]:
    """Look at what only a folder can tell: a host lists nothing and has no rights."""
    if isinstance(shelf, Folder):
        entries = list_entries(shelf.root)
        yield from find_entry_faults(shelf.root, entries)
        yield from find_stray_faults(shelf.root, entries)


def _is_private(path: str) -> bool:
    """Whether a feed lies in a folder of its own below the edition's, as a private show's does."""
    return path.count("/") == 1


def _has_moved(shelf: Shelf, path: str) -> bool:
    """Whether a feed only tells where its private show is now; its own address is a secret."""
    channel = read_feed(shelf.read(path) or b"") if _is_private(path) else ""
    return not isinstance(channel, str) and not channel.link("self").endswith(path)


def _check_feed(
    path: str, shelf: Shelf, receipt: Receipt, beside: Beside, listed: list[ListedEpisode]
) -> set[str]:
    """Look at a feed and at all that it leads to, and return guids and folders of its items.

    What lists have to say of each is put into ``listed``.
    """
    body = shelf.read(path) or b""
    channel = read_feed(body)
    if isinstance(channel, str):
        receipt.look("feed", path, channel)
        return set()
    receipt.look("feed", path, "", "a preview" if is_preview(channel) else "")
    receipt.look("encoding of the feed", path, find_declared_fault(body))
    for name, find in (CHANNEL_RULES | FOREIGN_CHANNEL_RULES).items():
        receipt.look(name, path, find(channel))
    public = not (_is_private(path) or is_preview(channel))
    hidden = public and channel.text("itunes:block").lower() == "yes"
    receipt.look("itunes:block", path, "hides a show that is not private" if hidden else "")
    base = channel.link("self").removesuffix(path)
    items = _gather_items(channel, path, base, shelf, receipt)
    picture = channel.value("itunes:image", "href")
    receipt.look("artwork", picture or path, find_picture_fault(shelf, find_path(picture, base)))
    for name, values in (
        ("guids are unique", [item.text("guid") for item in items]),
        ("enclosures are unique", [item.value("enclosure", "url") for item in items]),
    ):
        twice = find_repeated(values)
        receipt.look(name, path, f"{twice[0]} stands more than once" if twice else "")
    for name, place, fault in (
        compare_feeds(beside.previous, items, path) if beside.previous else ()
    ):
        receipt.look(name, place, fault)
    for item in items:
        article = CheckedArticle.of_item(item)
        receipt.articles.append(article)
        for name, place, fault in find_text_faults(item, channel):
            article.receipt.look(name, place, fault)
        version = _check_item(item, path, base, shelf, article.receipt)
        if version:
            listed.append(ListedEpisode.of_version(version, shelf))
            _check_sound(version, beside, article)
    sounds = [find_path(item.value("enclosure", "url"), base) for item in items]
    homes = {f"{posixpath.dirname(posixpath.dirname(sound))}/" for sound in sounds}
    return homes | {item.text("guid") for item in items}


def _gather_items(
    channel: FeedNode, path: str, base: str, shelf: Shelf, receipt: Receipt
) -> list[FeedNode]:
    """Return the items of the live feed and of the archive pages it leads to."""
    items = channel.items
    over = len(items) - _MOST_ITEMS
    receipt.look("items of the live feed", path, f"are {over} too many" if over > 0 else "")
    seen = {path}
    page = find_path(channel.link("prev-archive"), base)
    while page and page not in seen:
        seen.add(page)
        older = read_feed(shelf.read(page) or b"")
        receipt.look("archive pages", page, older if isinstance(older, str) else "")
        if isinstance(older, str):
            break
        items = [*items, *older.items]
        page = find_path(older.link("prev-archive"), base)
    return items


def _check_sound(version: Version, beside: Beside, article: CheckedArticle) -> None:
    """Look at the sound of a version, hear it if it is asked, and keep both for ``article``."""
    meters = measure_sound(version.sound)
    for name, place, fault, figure in find_sound_faults(version, meters, beside.level):
        article.receipt.look(name, place, fault, figure)
    article.note_version(version)
    if not isinstance(meters, str):
        article.curves = draw_curves(meters, [(each.start, each.end) for each in article.parts])
    if not beside.recogniser:
        return
    from audiopress.check.words.word_rules import find_word_faults  # noqa: PLC0415 - few ask for it

    for heard in find_word_faults(version, beside.recogniser):
        article.receipt.look(heard.name, heard.place, heard.fault, heard.figure)
        article.heard.append(heard)


def _check_item(
    item: FeedNode, feed: str, base: str, shelf: Shelf, receipt: Receipt
) -> Version | None:
    """Look at an item and at the files it leads to, and return these."""
    where = f"{feed}: {item.text('title') or item.text('guid')}"
    for name, find in (ITEM_RULES | FOREIGN_ITEM_RULES).items():
        receipt.look(name, where, find(item))
    image = find_path(item.value("itunes:image", "href"), base)
    url = item.value("enclosure", "url")
    path = find_path(url, base)
    if image:
        home = posixpath.dirname(posixpath.dirname(path))
        other = "episodes/" in image and posixpath.dirname(image) != home
        fault = "is that of another article" if other else find_picture_fault(shelf, image)
        receipt.look("picture of an item", image, fault)
    if not path:
        receipt.look("sound", where, f"{url or 'nothing'} is not below {base}")
        return None
    version = open_version(item, path, shelf)
    if isinstance(version, str):
        receipt.look("sound", where, version)
        return None
    receipt.look("sound", where, "")
    look_at_version(receipt, version)
    for name, place, fault in (*find_version_faults(version, shelf), *find_record_faults(version)):
        receipt.look(name, place, fault)
    for name, place, fault in find_page_faults(version, shelf, base):
        receipt.look(name, place, fault)
    return version
