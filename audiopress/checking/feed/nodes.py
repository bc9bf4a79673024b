"""A podcast feed as an app would see it: parsed strictly, asked by namespace and name."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from lxml import etree

from audiopress.checking.files.other_kinds import describe_kind

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["LONGEST_NAME", "NAMESPACES", "FeedNode", "read_feed"]

NAMESPACES: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
"""The namespaces by which directories know their elements; under another one it is another."""

LONGEST_NAME: Final = 128
"""Characters of a name in a feed (the podcast namespace)."""


@dataclass(frozen=True, slots=True)
class FeedNode:
    """A channel or an item. Names have a prefix of `NAMESPACES` (``itunes:image``) or none."""

    element: etree._Element

    def text(self, name: str) -> str:
        """Return the text of the first ``name``, or ""."""
        return self.element.findtext(name, "", NAMESPACES) or ""

    def every(self, name: str) -> list[etree._Element]:
        """Return all elements ``name``, in their order."""
        found: list[etree._Element] = self.element.findall(name, NAMESPACES)
        return found

    def value(self, name: str, attribute: str) -> str:
        """Return an attribute of the first ``name``, or ""."""
        found = self.element.find(name, NAMESPACES)
        return "" if found is None else found.get(attribute, "")

    def date(self, name: str) -> datetime | None:
        """Return the date of ``name`` with its offset; None where there is none that says both."""
        try:
            found = parsedate_to_datetime(self.text(name))
        except ValueError:
            return None
        return found if found.tzinfo else None

    def link(self, relation: str) -> str:
        """Return the address of the channel's ``atom:link`` of that relation, or ""."""
        links = self.every("atom:link")
        return next((each.get("href", "") for each in links if each.get("rel") == relation), "")

    @property
    def show_guid(self) -> str:
        """The ``podcast:guid`` of the channel that an item is in, or ""."""
        show = self.element.getparent()
        return "" if show is None else FeedNode(show).text("podcast:guid")

    @property
    def items(self) -> list[FeedNode]:
        """The items of a channel, in the feed's order."""
        return [FeedNode(element) for element in self.every("item")]


def read_feed(body: bytes) -> FeedNode | str:
    """Return the channel of an RSS document, or what is wrong with the document.

    Entities are not replaced and nothing else is read: the feed may be anybody's.
    """
    other = describe_kind(body)
    if other:
        return other
    if b"<!DOCTYPE" in body.partition(b"<rss")[0]:
        return "has a DOCTYPE, which no build writes: it can have a program read other files"
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"is broken XML: {getattr(error, 'msg', error)}"
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        return "is no RSS feed: its root is not <rss> with a <channel> in it"
    return FeedNode(channel)
