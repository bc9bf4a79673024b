"""Sitemaps, news sitemaps and indexes of them: the pages of a site, and which of them may be read.

A sitemap lists every page, and most of a site's pages that are no articles can be told by where
they stand: the home page, and what lies above others (``/blog/`` above ``/blog/a-ferry/``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.lists.feeds import read_moment
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.safe_xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

__all__ = ["explain_listings", "read_sitemap"]

_ABOVE = 2
"""Pages of a sitemap that lie below one from which it lists them, and tells nothing itself."""


def read_sitemap(text: str, uri: str) -> Listing:
    """Return the pages that a sitemap lists, or the sitemaps that an index does.

    Raises:
        SourceError: for one that is not well-formed, or declares entities.

    """
    root = parse_xml(text, uri)
    if _get_name(root) == "sitemapindex":
        named = [_get_text(each, "loc") for each in root if _get_name(each) == "sitemap"]
        odd = sum(not is_address(address) for address in named)
        notes = (f"{odd} sitemaps of the index have no address, and are not read",) * bool(odd)
        return Listing(lists=tuple(filter(is_address, named)), notes=notes)
    pages = (each for each in root if _get_name(each) == "url")
    return Listing(items=tuple(_read_page(each, at) for at, each in enumerate(pages, start=1)))


def _read_page(page: Element, number: int) -> ListedItem:
    address = _get_text(page, "loc")
    modified, notes = read_moment(_get_text(page, "lastmod"))
    news = next((each for each in page if _get_name(each) == "news"), None)
    facts = SourceFacts(modified=modified, notes=notes)
    if news is not None:
        published, more = read_moment(_get_text(news, "publication_date"))
        keywords = (word.strip() for word in _get_text(news, "keywords").split(","))
        facts = SourceFacts(
            title=_get_text(news, "title"),
            published=published,
            modified=modified,
            language=_get_text(news, "language"),
            tags=tuple(filter(None, keywords)),
            notes=(*notes, *more),
        )
    valid = is_address(address)
    return ListedItem(
        address=address if valid else "",
        id=address,
        place=f"entry {number}",
        fault="" if valid else "its <loc> is no http(s) address",
        facts=facts,
    )


def _get_name(element: Element) -> str:
    """Return an element's name without its namespace: they are misspelt as often as not."""
    return str(element.tag).rpartition("}")[2].lower()


def _get_text(element: Element, name: str) -> str:
    found = next((each for each in element.iter() if _get_name(each) == name), None)
    return " ".join((found.text or "").split()) if found is not None else ""


def explain_listings(addresses: Iterable[str]) -> dict[str, str]:
    """Return why some pages of a sitemap are no articles, by their addresses."""
    found = {address: urlsplit(address) for address in addresses}
    below: dict[str, int] = {}
    for parts in found.values():
        folder = parts.path.rstrip("/").rpartition("/")[0]
        while folder:
            below[parts.netloc + folder] = below.get(parts.netloc + folder, 0) + 1
            folder = folder.rpartition("/")[0]
    return {
        address: reason
        for address, parts in found.items()
        if (reason := _explain(parts.path, parts.query, below.get(_name_folder(parts), 0)))
    }


def _name_folder(parts: object) -> str:
    netloc, path = getattr(parts, "netloc", ""), getattr(parts, "path", "")
    return f"{netloc}{path.rstrip('/')}"


def _explain(path: str, query: str, below: int) -> str:
    if path in ("", "/") and not query:
        return "the home page of a site"
    return "a page above others of its sitemap" if below >= _ABOVE and not query else ""
