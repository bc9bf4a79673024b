"""Whether a feed runs, loads or leads to anything that no build writes into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from audiopress.checking.feed.written import find_unwritten
from audiopress.checking.pages.foreign import find_foreign_element, parse_html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from audiopress.checking.feed.nodes import FeedNode

__all__ = ["FOREIGN_CHANNEL_RULES", "FOREIGN_ITEM_RULES", "find_foreign_html"]

_PUBLIC: Final = re.compile(r"https?://[^\s<>\"]+")
"""An address that an app may open."""

_BUILT: Final = frozenset({"html", "body", "p", "a", "br", "iframe"})
"""Elements of the HTML that a build writes into a feed and into oEmbed."""


def find_foreign_html(text: str, base: str, allowed: Collection[str] | None = None) -> str:
    """Return what stands in HTML of the edition at ``base`` that no build writes, or "".

    ``allowed`` are the addresses that it may lead to, if they are known.
    """
    if "<" not in text:
        return ""
    page = parse_html(text.encode("utf-8", "replace"))
    for element in page.iter(etree.Element):
        if element.tag not in _BUILT:
            return f"has <{element.tag}>, which no build writes"
        address = element.get("href")
        if address is not None and allowed is not None and address not in allowed:
            return f"leads to {address}, which is neither the article nor its page"
    for frame in [*page.iter("iframe")]:
        frame.tag = "div"  # whose page it shows is looked at elsewhere
    return find_foreign_element(page, "", base)


def _find_instruction_fault(channel: FeedNode) -> str:
    found = channel.element.getroottree().xpath("//processing-instruction()")
    return f"has <?{found[0].target}?>, which no build writes" if found else ""


def _find_owner_fault(channel: FeedNode) -> str:
    owner = channel.text("itunes:owner/itunes:email")
    locked = channel.value("podcast:locked", "owner")
    other = bool(owner and locked) and owner != locked
    return f"is {owner}, and {locked} in podcast:locked" if other else ""


def _find_link_fault(item: FeedNode) -> str:
    links = [item.text("link"), item.value("podcast:contentLink", "href")]
    strange = [link for link in links if link and not _PUBLIC.fullmatch(link)]
    return f"{strange[0]!r} is no address of a page" if strange else ""


def _find_hidden_fault(item: FeedNode) -> str:
    told = item.text("itunes:block").strip().lower()
    return "hides this item in directories, which no build does" if told == "yes" else ""


def _find_trailer_fault(item: FeedNode) -> str:
    told = item.text("itunes:episodeType")
    return "" if told in ("", "full") else f"is {told!r}, and articles are full episodes"


FOREIGN_CHANNEL_RULES: Final[dict[str, Callable[[FeedNode], str]]] = {
    "foreign to the feed": find_unwritten,
    "instructions to programs": _find_instruction_fault,
    "owner of the show": _find_owner_fault,
}
"""What is looked at in a channel, by the name of the check."""

FOREIGN_ITEM_RULES: Final[dict[str, Callable[[FeedNode], str]]] = {
    "address of an item": _find_link_fault,
    "itunes:block of an item": _find_hidden_fault,
    "itunes:episodeType": _find_trailer_fault,
}
"""What is looked at in each item, by the name of the check."""
