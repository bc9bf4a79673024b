"""Sitemaps, news sitemaps and indexes of them: the pages of a site, and which of them may be read.

A sitemap lists every page, and most of a site's pages that are no articles can be told by where
they stand: the home page, what lies above others (``/blog/`` above ``/blog/a-ferry/``), lists by
tag, author or number (``/tag/sea/``, ``/page/2``), and what a site has once (``/contact``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.dates.moments import note_unread, read_moment
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.safe_xml import parse_xml
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

__all__ = ["explain_listings", "read_sitemap"]

_LANGUAGE = 2
"""Letters of the part of a path that says a language (ISO 639-1)."""

_ABOVE = 2
"""Pages of a sitemap that lie below one from which it lists them, and tells nothing itself."""


_INDEX = compile_late(r"/(?:index|default)\.(?:x?html?|php|aspx?|jsp)$")
"""How the address of a folder's own page ends, where it is named."""

_LISTS = compile_late(
    any_of(
        "tags?|topics?|labels?|keywords?",
        "categor(?:y|ies)|kategorien?|catégories?|categorías?|schlagwort|etiqueta|rubrik",
        "authors?|autor(?:en|es)?|auteurs?|profiles?|users?|members?",
        "page|seite|pagina|archives?",
    )
)
"""A part of a path below which a page lists others."""

_LIST_WORDS = 3
"""Words of the name of a tag or a person; a part with more is a headline."""

_ONCE = compile_late(
    any_of(
        "about(?:-us)?|über-uns|ueber-uns|uber-uns|a-propos|qui-sommes-nous|acerca-de|chi-siamo",
        "contact(?:-us)?|kontakt|contatti|contacto|impressum|imprint|mentions-legales|colophon",
        "privacy(?:-policy)?|datenschutz(?:erklaerung)?|cookies?(?:-policy)?|legal|disclaimer",
        "terms(?:-(?:and-conditions|of-(?:use|service)))?|agb|accessibility",
        "search|suche|recherche|buscar|cerca|sitemap|404|thank-you|thanks",
        "log-?in|sign-?(?:in|up)|register|account|cart|checkout|subscribe|newsletter|donate",
        "tags|categories|authors|archives?|topics|feeds?|rss",
    )
    + r"(?:\.(?:html?|php|aspx?))?"
)
"""The name of a page that a site has once, right below its home page."""


_HOLDERS = ("urlset", "sitemapindex")
"""The elements that hold pages, and other sitemaps (sitemaps.org, Sitemap protocol)."""


def read_sitemap(text: str, uri: str) -> Listing:
    """Return the pages that a sitemap lists, or the sitemaps that an index does.

    Raises:
        SourceError: for one that is not well-formed, or declares entities.

    """
    root = _find_list(parse_xml(text, uri))
    if _get_name(root) == "sitemapindex":
        named = [_get_place(each) for each in root if _get_name(each) == "sitemap"]
        odd = sum(not is_address(address) for address in named)
        notes = (f"{odd} sitemaps of the index have no address, and are not read",) * bool(odd)
        return Listing(lists=tuple(filter(is_address, named)), notes=notes)
    pages = (each for each in root if _get_name(each) == "url")
    return Listing(items=tuple(_read_page(each, at) for at, each in enumerate(pages, start=1)))


def _find_list(root: Element) -> Element:
    """Return the list itself: some programs put an element of their own around it."""
    return next((each for each in root.iter() if _get_name(each) in _HOLDERS), root)


def _read_page(page: Element, number: int) -> ListedItem:
    address = _get_place(page)
    modified, unread_change = read_moment(_get_own(page, "lastmod"))
    news = next((each for each in page if _get_name(each) == "news"), None)
    facts = SourceFacts(modified=modified, notes=note_unread(unread_change))
    if news is not None:
        published, unread = read_moment(_get_text(news, "publication_date"))
        keywords = (word.strip() for word in _get_text(news, "keywords").split(","))
        facts = SourceFacts(
            title=_get_text(news, "title"),
            published=published,
            modified=modified,
            language=_get_text(news, "language"),
            tags=tuple(filter(None, keywords)),
            unread_date=unread,
            notes=note_unread(unread, unread_change),
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


def _get_place(element: Element) -> str:
    """Return the address of a page or a sitemap: its own, for its pictures have theirs too.

    Some write it without an element of its own (``<sitemap>https://...</sitemap>``).
    """
    return _get_own(element, "loc") or " ".join((element.text or "").split())


def _get_own(element: Element, name: str) -> str:
    found = next((each for each in element if _get_name(each) == name), None)
    return " ".join((found.text or "").split()) if found is not None else ""


def _get_text(element: Element, name: str) -> str:
    found = next((each for each in element.iter() if _get_name(each) == name), None)
    return " ".join((found.text or "").split()) if found is not None else ""


def explain_listings(addresses: Iterable[str]) -> dict[str, str]:
    """Return why some pages of a sitemap are no articles, by their addresses."""
    # a folder's own page is the folder, whatever the server calls it
    found = {address: urlsplit(_INDEX.sub("/", address)) for address in addresses}
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
    if below >= _ABOVE and not query:
        return "a page above others of its sitemap"
    parts = unquote(path).lower().strip("/").split("/")
    # a site in two languages has each page below that of its language
    own = parts[1:] if len(parts) > 1 and len(parts[0]) == _LANGUAGE else parts
    if len(own) == 1 and _ONCE.fullmatch(own[0]):
        return "a page that a site has once, by its address"
    listed = len(parts) > 1 and _LISTS.fullmatch(parts[-2]) is not None
    words = parts[-1].replace("_", "-").count("-") + 1
    return "a list of articles, by its address" if listed and words <= _LIST_WORDS else ""
