"""Whether what the front page of an edition leads to is there: shows, articles, feed."""

from __future__ import annotations

import posixpath
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from audiopress.checking.feed.channel_rules import is_preview, says_ai
from audiopress.checking.feed.nodes import read_feed
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.notices import find_colophon_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.shelf import Shelf

__all__ = ["find_front_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_KINDS: Final = (".html", ".xml")
"""Ends of the files that are looked for: sound is looked at with its article."""

_LONGEST: Final = 60
"""Words in which a show says that its voice is synthetic, at most: that are four sentences."""


def find_front_faults(shelf: Shelf, root: str) -> Iterator[Look]:
    """Yield a look at each page and feed that the front page below ``root`` leads to."""
    body = shelf.read(f"{root}index.html")
    if not body or not body.strip():
        return  # it is said elsewhere
    page = parse_html(body)
    channel = read_feed(shelf.read(f"{root}feed.xml") or b"")
    told = "" if isinstance(channel, str) else channel.text("language")
    shown = page.get("lang") or told
    fault = f"is {shown!r}, and {told!r} in the feed" if told and shown != told else ""
    yield "language of the front page", f"{root}index.html", fault
    if not isinstance(channel, str) and says_ai(channel) and not is_preview(channel):
        fault = find_colophon_fault(page, shown, _list_own_words(channel))
        yield "mark of the page", f"{root}index.html", fault
        yield "ai-content of the show", f"{root}feed.xml", _find_notice_fault(page, channel)
    for path in sorted(_list_targets(page, root)):
        lost = shelf.read(path) is None
        fault = f"leads to {path}, which is not there" if lost else ""
        yield "links of the front page", f"{root}index.html", fault


def _find_notice_fault(page: etree._Element, channel: FeedNode) -> str:
    """Return whether the show's description goes without what the foot of its page says."""
    foot = page.find(".//p[@class='colophon']")
    said = " ".join((foot.text or "").split()) if foot is not None else ""
    described = " ".join(unescape(channel.text("description")).split())
    return "" if said in described else f"is not in its description: {said[:60]!r}"


def _list_own_words(channel: FeedNode) -> list[str]:
    """Return the ends of a show's description: its own words of its voice are one of them."""
    words = unescape(channel.text("description")).split()
    return [" ".join(words[at:]) for at in range(max(0, len(words) - _LONGEST), len(words))]


def _list_targets(page: etree._Element, root: str) -> set[str]:
    """Return the paths, below the edition's root, of what a page names without a host."""
    found = set()
    for address in page.xpath("//a/@href|//link/@href"):
        parts = urlsplit(str(address))
        path = f"{parts.path}index.html" if parts.path.endswith("/") else parts.path
        if not parts.scheme and not parts.netloc and path.endswith(_KINDS):
            found.add(posixpath.normpath(root + unquote(path)))
    return found
