"""Bookmarks of browsers and services (Netscape's HTML), and lists of feeds (OPML)."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.lists.done_items import is_archive
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.records import read_number
from audiopress.sources.lists.safe_xml import parse_xml
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["read_bookmarks", "read_opml"]

_HEADINGS = frozenset(("h1", "h2", "h3"))
"""What the name of a folder stands in."""

_LISTS = frozenset(("dl", "ol", "ul"))
"""What a folder is, below its name."""

_NAMED = 20
"""Bookmarks of the browser's own kinds that a note names; nobody keeps many."""

_CUT = 80
"""Characters of the name of one: a program in a bookmark has thousands."""

_NOT_WEB = frozenset(("javascript", "place", "chrome", "about", "data", "file", "mailto", "edge"))
"""Schemes of bookmarks that a browser keeps for itself; nobody misses these."""


def read_bookmarks(text: str) -> Listing:
    """Return the pages of bookmarks; those of the browser's own kinds are named in a note."""
    parser = _BookmarkParser()
    parser.feed(text)
    parser.close()
    return Listing(items=tuple(parser.items), notes=tuple(_note_others(parser.others)))


def _note_others(others: list[str]) -> Iterator[str]:
    if others:
        count = count_things(len(others), "bookmark")
        left = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        named = ", ".join(others[:_NAMED])
        yield f"no web addresses, and not read: {count} ({named}{left})"


class _BookmarkParser(HTMLParser):
    """Collects links, their titles and the folder that each stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[ListedItem] = []
        self.others: list[str] = []
        self._named = ""  # by a heading whose list has not begun
        self._folders: list[str] = []
        self._said: list[str] = []
        self._link: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._end_link()
            self._link = {name: value or "" for name, value in attrs}
        if tag == "a" or tag in _HEADINGS:
            self._said = []
        elif tag in _LISTS:
            self._folders.append(self._folder)
            self._named = ""

    @property
    def _folder(self) -> str:
        return self._named or (self._folders[-1] if self._folders else "")

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag in _HEADINGS:
            self._named = " ".join("".join(self._said).split())
        elif tag in _LISTS:
            self._end_link()  # which some leave open
            self._named = ""
            del self._folders[-1:]

    def close(self) -> None:
        super().close()
        self._end_link()

    def _end_link(self) -> None:
        link, self._link = self._link, None
        if link is None:
            return
        address = link.get("href", "").strip()
        place = f"bookmark {len(self.items) + len(self.others) + 1}"
        title = " ".join("".join(self._said).split())
        if not is_address(address) and urlsplit(address).scheme in _NOT_WEB:
            self.others.append(f"{place}: {title or address}"[:_CUT])
            return
        tags = (tag.strip() for tag in link.get("tags", "").split(","))
        added = link.get("add_date") or link.get("time_added") or ""
        self.items.append(
            ListedItem(
                address=address if is_address(address) else "",
                id=address,
                place=place,
                fault="" if is_address(address) else "it has no http(s) address",
                saved=read_number(added.strip())[0],
                done="archived" if any(map(is_archive, [*self._folders, self._folder])) else "",
                facts=SourceFacts(
                    title="" if is_address(title) else title,
                    section=self._folder,
                    tags=tuple(filter(None, tags)),
                ),
            )
        )


def read_opml(text: str, uri: str) -> Listing:
    """Return the feeds of a list of feeds, and the pages that it names beside them.

    Raises:
        SourceError: for one that is not well-formed, or declares entities.

    """
    outlines = [each for each in parse_xml(text, uri).iter() if _is_outline(each)]
    found = [_find_attributes(each) for each in outlines]
    feeds = [each["xmlurl"] for each in found if each.get("xmlurl")]
    odd = sum(not is_address(address) for address in feeds)
    notes = (f"{odd} feeds of the list have no http(s) address, and are not read",) * bool(odd)
    return Listing(
        items=tuple(_list_pages(found)),
        lists=tuple(dict.fromkeys(filter(is_address, feeds))),
        feeds=True,
        notes=notes,
    )


def _is_outline(element: Element) -> bool:
    return str(element.tag).rpartition("}")[2].lower() == "outline"


def _find_attributes(element: Element) -> dict[str, str]:
    return {name.lower(): value.strip() for name, value in element.attrib.items()}


def _list_pages(outlines: list[dict[str, str]]) -> Iterator[ListedItem]:
    for number, each in enumerate(outlines, start=1):
        address = each.get("url", "")
        if not each.get("xmlurl") and is_address(address):
            title = each.get("title") or each.get("text", "")
            facts = SourceFacts(title=title)
            yield ListedItem(address=address, place=f"outline {number}", facts=facts)
