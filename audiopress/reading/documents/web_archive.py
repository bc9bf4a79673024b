"""Pages that browsers save as one file: the page in it, read as from its address.

Chromium and its kin save a message of many parts (MHTML, RFC 2557), Safari a property list
(``.webarchive``). Both hold the page as it stood in the browser, scripts run, with its style
sheets and the pages in its frames.
"""

from __future__ import annotations

import contextlib
import plistlib
import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from audiopress.errors import ReadingError
from audiopress.reading.documents.mail import parse_message, read_part
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.model import Article, Document, Reading

__all__ = ["read_web_archive"]

_PAGES = ("text/html", "application/xhtml+xml")
"""Media types of pages."""

_SHEET_LINK = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
"""A link of a page's head, which may name a style sheet."""

_TARGET = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
"""The address in a link."""

_MOST_FRAMES = 50
"""Frames of a page that are kept: pages full of advertisements have some twenty."""

_NESTED = 5
"""Frames within frames that are looked into: pages have two, and a file may be made to have more
than Python's stack bears."""


@dataclass(frozen=True, slots=True)
class _SavedPage:
    """A page of a file: its HTML, with its style sheets in it, and where it came from."""

    html: str
    address: str


def read_web_archive(document: Document, reading: Reading) -> Article:
    """Return the article of a saved page; raises `ReadingError` where there is none.

    Where the page itself says nothing, and only shows another one in a frame, that is read.
    """
    from audiopress.reading.formats.html import read_html  # noqa: PLC0415 - a second of imports

    page, *framed = _open_pages(document)
    article = read_html(page.html, page.address or document.uri, reading)
    if not _says_something(article):
        for frame in framed:
            with contextlib.suppress(ReadingError):
                found = read_html(frame.html, frame.address or document.uri, reading)
                if _says_something(found):
                    article = found
                    break
    return replace(article, uri=document.uri, canonical=article.canonical or page.address or None)


def _says_something(article: Article) -> bool:
    return any(block.kind == "paragraph" and not block.left_out for block in article.blocks)


def _open_pages(document: Document) -> list[_SavedPage]:
    """Return the pages of a file: the one that was saved, then those in its frames."""
    is_list = document.body.startswith((b"bplist", b"<?xml"))
    pages = (_open_property_list if is_list else _open_message)(document)
    if not pages:
        raise ReadingError(
            "no page is in this file",
            where=document.uri,
            hint="save the page anew from a browser, as HTML",
        )
    return pages[: 1 + _MOST_FRAMES]


def _open_message(document: Document) -> list[_SavedPage]:
    """Return the pages of MHTML; the one that was saved is named, or stands first."""
    message = parse_message(document.body, document.uri)
    parts = list(message.walk())
    sheets = {
        name: part
        for part in parts
        if part.get_content_type() == "text/css"
        # Chromium names a sheet that stood in the page itself by a place that begins with "cid:"
        for name in (_read_place(part, "content-location"), f"cid:{_read_id(part)}")
    }
    start = str(message.get_param("start") or "").strip("<>")
    found = [part for part in parts if part.get_content_type() in _PAGES]
    found.sort(key=lambda part: not (start and _read_id(part) == start))
    saved_from = _find_address(message, "snapshot-content-location")
    pages = []
    for part in found:
        address = _find_address(part, "content-location") or saved_from
        html = _put_sheets(read_part(part), address, lambda name: read_part(sheets[name]), sheets)
        pages.append(_SavedPage(html, address))
    return pages


def _read_id(part: Any) -> str:
    return str(part.get("content-id") or "").strip(" <>")


def _find_address(part: Any, field: str) -> str:
    """Return an address that a part names, nothing for what is none of the web."""
    text = _read_place(part, field)
    return text if text.startswith(("http://", "https://")) else ""


def _read_place(part: Any, field: str) -> str:
    """Return what a field says, which may be folded."""
    return re.sub(r"\s+", "", str(part.get(field) or ""))


def _open_property_list(document: Document) -> list[_SavedPage]:
    """Return the pages of Safari's file."""
    try:
        archive = plistlib.loads(document.body)
        return list(_list_archive(archive, _NESTED))
    except Exception as error:  # its parser breaks in many ways on what is damaged
        raise ReadingError(
            f"this saved page is damaged: {error}",
            where=document.uri,
            hint="save the page anew from Safari",
        ) from error


def _list_archive(archive: Any, depth: int) -> Iterator[_SavedPage]:
    if not isinstance(archive, dict) or not depth:
        return
    main = archive.get("WebMainResource")
    if isinstance(main, dict) and main.get("WebResourceMIMEType", "text/html") in _PAGES:
        address = str(main.get("WebResourceURL") or "")
        address = address if address.startswith(("http://", "https://")) else ""
        sheets = {
            str(each.get("WebResourceURL")): each
            for each in archive.get("WebSubresources") or ()
            if isinstance(each, dict) and each.get("WebResourceMIMEType") == "text/css"
        }
        html = _read_resource(main)
        yield _SavedPage(
            _put_sheets(html, address, lambda name: _read_resource(sheets[name]), sheets), address
        )
    for frame in archive.get("WebSubframeArchives") or ():
        yield from _list_archive(frame, depth - 1)


def _read_resource(resource: dict[str, Any]) -> str:
    body = resource.get("WebResourceData")
    charset = resource.get("WebResourceTextEncodingName")
    if isinstance(body, str):
        return body
    return decode(bytes(body or b""), charset if isinstance(charset, str) else None)


def _put_sheets(html: str, address: str, read: Callable[[str], str], known: Any) -> str:
    """Return a page with the style sheets in it that lie beside it: they say what is not seen."""

    def put(link: re.Match[str]) -> str:
        target = _TARGET.search(link[0])
        name = unescape(next(filter(None, target.groups()), "")) if target else ""
        name = name if name in known else urljoin(address, name)
        sheet = read(name) if name in known else ""
        return f"<style>{sheet}</style>" if sheet and "</style" not in sheet.lower() else link[0]

    return _SHEET_LINK.sub(put, html) if known else html
