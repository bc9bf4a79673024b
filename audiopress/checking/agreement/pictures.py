"""Whether pictures show what their names and words say: each episode its own, each show its own.

A cover is drawn of an article's words and named by them (`audiopress.publish.cover_names`), so one
whose name is that of its words is drawn again and held against what is there, in a coarse form: the
same picture encoded by other libraries is the same.
"""

from __future__ import annotations

import io
import posixpath
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from audiopress.checking.feed.nodes import FeedNode, read_feed
from audiopress.checking.feed.pictures import find_picture_fault, open_picture
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.players import read_words
from audiopress.checking.shelf import find_path
from audiopress.model import Enclosure, Episode, Show
from audiopress.publish.cover_names import name_episode_cover
from audiopress.publish.pages.artwork import draw_artwork
from audiopress.publish.pages.artwork_of_episode import draw_cover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_artwork_faults", "find_cover_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_COARSE: Final = (48, 48)
"""Pixels in which two pictures are held against each other: letters are seen as grey."""

_COARSER: Final = (16, 16)
"""The same for pictures made small, of which a pixel is more than one of those: right ones have .8
at most."""

_UNLIKE: Final = 4.0
"""Mean difference, of 255, from which on pictures of shows are two: of three 18 and more."""

_OTHER_WORDS: Final = 1.5
"""The same for covers: those of two headlines on one ground have 2.6 and more, the same one encoded
anew .3."""

_EIGHTH: Final = (175, 175)
"""Pixels of a cover that are enough to compare it: an eighth of its 1400."""

_SIZED: Final = re.compile(r"(\S+) (\d+)w")
"""A picture in a list of them, with its width in pixels."""

_SMALL: Final = "-320.png"
"""How the name of a show's picture ends as the front page has it."""


def find_cover_faults(version: Version, shelf: Shelf, base: str) -> Iterator[Look]:
    """Yield a look at each picture of an episode: its size, and whether it is of its words."""
    page = parse_html(shelf.read(f"{version.home}index.html") or b"")
    named = page.find(".//meta[@property='og:site_name']")
    section = read_words(page.find(".//header[@class='head']/p[@class='section']"))
    drawn = page.find(".//img[@class='picture']")
    picture = "" if drawn is None else posixpath.basename(drawn.get("src", ""))
    show = Show(title="" if named is None else named.get("content", ""))
    episode = _describe(version, section, picture)
    for path, width in _list_sized(version.item, base):
        body = shelf.read(path)
        if body is None:
            continue  # it is said elsewhere
        yield "podcast:images", path, _find_size_fault(body, width)
        wide = path == name_episode_cover(show, episode, wide=True)
        if show.title and (wide or path == name_episode_cover(show, episode)):
            source = shelf.read(f"{version.home}{picture}") if picture else None
            true = draw_cover(show, episode, wide=wide, picture=source or b"")
            # What is wrong with a square one by itself is said where it is looked at alone.
            same = _compare(body, true) <= _OTHER_WORDS
            known = same or (not wide and find_picture_fault(shelf, path))
            fault = "" if known else "is not the picture of these words"
            yield "picture of an item", path, fault


def _describe(version: Version, section: str, picture: str) -> Episode:
    """Return what is drawn of an episode; all else of it is any."""
    moment = datetime(2000, 1, 1, tzinfo=UTC)
    return Episode(
        id="",
        guid="",
        slug=posixpath.basename(version.home.rstrip("/")),
        key="",
        title=str(version.episode.get("title") or version.alignment["title"]),
        summary="",
        published=moment,
        changed=moment,
        language="",
        enclosure=Enclosure(path=version.path, length=0),
        rate=1,
        samples=0,
        section=section,
        picture=picture,
    )


def _list_sized(node: FeedNode, base: str) -> list[tuple[str, int]]:
    """Return the paths of the pictures that a channel or an item names, with their widths."""
    told = _SIZED.findall(node.value("podcast:images", "srcset").replace(",", " "))
    return [(find_path(address, base), int(width)) for address, width in told]


def _find_size_fault(body: bytes, width: int) -> str:
    try:
        with Image.open(io.BytesIO(body), formats=("PNG", "JPEG")) as picture:
            told = picture.width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""  # it is said elsewhere
    return "" if told == width else f"is {told} pixels wide, and the feed says {width}"


def find_artwork_faults(shelf: Shelf, feeds: Sequence[str], base: str) -> Iterator[Look]:
    """Yield a look at the small forms of each show's picture, and at pictures that shows share."""
    owners: dict[str, list[Show]] = {}
    for feed in feeds:
        channel = read_feed(shelf.read(feed) or b"")
        if isinstance(channel, str):
            continue
        path = find_path(channel.value("itunes:image", "href"), base)
        yield from _look_at_small(shelf, path, feed.removesuffix("feed.xml"))
        for name, width in _list_sized(channel, base):
            yield "podcast:images", name, _find_size_fault(shelf.read(name) or b"", width)
        show = Show(title=channel.text("title"), author=channel.text("itunes:author"))
        owners.setdefault(path, []).append(show)
    for path, shows in owners.items():
        yield "artwork", path, _find_shared_fault(shelf.read(path), shows)


def _look_at_small(shelf: Shelf, path: str, folder: str) -> Iterator[Look]:
    whole, front = shelf.read(path), shelf.read(f"{folder}index.html") or b""
    if whole is None:
        return  # it is said elsewhere
    small = f"{path.rpartition('.')[0]}{_SMALL}"
    home = posixpath.dirname(path)
    icon = posixpath.join(home, "icon.png")
    # An icon is that of the outermost show.
    for name, own in ((small, True), (icon, folder.rstrip("/") == home)):
        body = shelf.read(name) if own and posixpath.basename(name).encode() in front else None
        if body is not None:
            alike = _is_alike(body, whole, _COARSER)
            yield "small pictures", name, "" if alike else f"is not {path} made small"


def _find_shared_fault(body: bytes | None, shows: Sequence[Show]) -> str:
    """Return whether a picture that several shows have is drawn for one of them."""
    if body is None or len({show.title for show in shows}) == 1:
        return ""
    own = [show.title for show in shows if _is_alike(body, draw_artwork(show))]
    others = [show.title for show in shows if show.title not in own]
    return f"is drawn for {own[0]!r}, and {others[0]!r} has it too" if own and others else ""


def _is_alike(one: bytes, other: bytes, size: tuple[int, int] = _COARSE) -> bool:
    """Whether two pictures of shows are one."""
    return _compare(one, other, size) <= _UNLIKE


def _compare(one: bytes, other: bytes, size: tuple[int, int] = _COARSE) -> float:
    """Return how much two pictures differ; one that cannot be opened is looked at elsewhere."""
    opened = [open_picture(each, least=_EIGHTH) for each in (one, other)]
    coarse = [
        np.asarray(each.convert("RGB").resize(size, Image.Resampling.BOX), np.float32)
        for each in opened
        if not isinstance(each, str)
    ]
    if len(coarse) != len(opened):
        return 0.0
    return float(np.abs(coarse[0] - coarse[1]).mean())
