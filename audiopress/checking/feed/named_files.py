"""Which files a feed names: all of them are asked for as long as somebody has that feed.

Apps keep a feed for days, a page elsewhere names the player for years. So what an earlier feed
named is there still: also the sound, the texts and the pictures of a version that was replaced, for
as long as ``keep_versions`` says.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING, Final

from audiopress.checking.shelf import find_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.shelf import Shelf

__all__ = ["find_lost_files"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_NAME: Final = "files of the previous feed"
"""The check's name."""

_IN_WORDS: Final = re.compile(r"""<a\s[^>]*?\bhref=["']([^"']+)""", re.IGNORECASE)
"""An address that the notes of an item lead to."""

_ARCHIVE: Final = ("prev-archive", "next-archive")
"""Links of a feed to its other documents (RFC 5005)."""

_OF_VERSION: Final = ("sounds", "transcripts", "chapters", "pictures")
"""Kinds of files of which a corrected article has others."""

_PLAYER: Final = "player/audiopress-player.js"
"""What every page with a player loads, those of other sites too."""

_PAGE: Final = re.compile(r"episodes/[^/]+/")
"""The page of an episode, as addresses name it."""


def find_lost_files(
    before: Sequence[FeedNode],
    channel: FeedNode,
    items: Sequence[FeedNode],
    path: str,
    shelf: Shelf,
) -> Iterator[Look]:
    """Yield a look at each file that the documents of an earlier feed named.

    Those of an item that is gone are told with it, and those that the feed at ``path``, with its
    ``channel`` and ``items``, names today are looked at anyway.
    """
    guids = {item.text("guid") for item in items}
    today = {name for _, name in _list_files([channel], items, channel.link("self"), path)}
    kept = [item for part in before for item in part.items if item.text("guid") in guids]
    own = before[0].link("self")
    for kind, name in dict.fromkeys(_list_files(before, kept, own, path)):
        if name not in today:
            yield _NAME, name, "" if _is_there(name, path, shelf) else _explain(kind)


def _explain(kind: str) -> str:
    fault = f"is gone, and the previous feed has it among its {kind}"
    if kind in _OF_VERSION:
        return f"{fault}: right only if it was replaced longer ago than keep_versions, or purged"
    return fault


def _is_there(name: str, path: str, shelf: Shelf) -> bool:
    """Whether a file lies where it lay, or where a show that moved has all of its files."""
    return shelf.has(name) or shelf.has(posixpath.join(posixpath.dirname(path), name))


def _list_files(
    channels: Sequence[FeedNode], items: Sequence[FeedNode], own: str, path: str
) -> Iterator[tuple[str, str]]:
    """Yield kind and path of each file below the edition's address that these name.

    ``own`` is the address that the feed gives for itself, ``path`` where it lies: the edition's is
    what is left of it.
    """
    base = own.removesuffix(path) if own.endswith(f"/{path}") else f"{own.rpartition('/')[0]}/"
    addresses = [named for channel in channels for named in _name_of_channel(channel)]
    addresses += [named for item in items for named in _name_of_item(item)]
    for kind, address in addresses:
        name = find_path(address, base)
        if address == base or name.endswith("/"):
            yield kind, f"{name}index.html"
        elif name:
            yield kind, name
        if _PAGE.fullmatch(name):
            yield "players", _PLAYER


def _name_of_channel(channel: FeedNode) -> Iterator[tuple[str, str]]:
    yield "pages", channel.text("link")
    yield "pictures", channel.text("image/url")
    for relation in _ARCHIVE:
        yield "archive pages", channel.link(relation)
    yield from _name_pictures(channel)


def _name_of_item(item: FeedNode) -> Iterator[tuple[str, str]]:
    yield "sounds", item.value("enclosure", "url")
    for each in item.every("podcast:transcript"):
        yield "transcripts", each.get("url", "")
    yield "chapters", item.value("podcast:chapters", "url")
    yield from _name_pictures(item)
    yield "pages", item.text("link")
    for words in (item.text("content:encoded"), item.text("description")):
        for found in _IN_WORDS.findall(words):
            yield "pages", html.unescape(found)


def _name_pictures(node: FeedNode) -> Iterator[tuple[str, str]]:
    yield "pictures", node.value("itunes:image", "href")
    for listed in node.value("podcast:images", "srcset").split(","):
        yield "pictures", listed.strip().partition(" ")[0]
