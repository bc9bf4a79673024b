"""What a document is by its shape: an article, or a list of articles that are to be fetched.

Names of files and media types are not believed: feeds are served as ``text/html``, sitemaps lie in
``feed.php``, and a file of addresses is called ``notes.txt``.
"""

from __future__ import annotations

import json
import re
import zlib

from audiopress.errors import SourceError
from audiopress.sources.lists.address_lines import holds_addresses
from audiopress.sources.lists.table_rows import has_address_column

__all__ = [
    "ADDRESSES",
    "BOOKMARKS",
    "COLLECTIONS",
    "FEED",
    "JSON_EXPORT",
    "JSON_FEED",
    "OPML",
    "SITEMAP",
    "TABLE",
    "WHOLE",
    "find_collection",
    "unpack_gzip",
]

FEED = "application/rss+xml"
"""RSS of any version and Atom."""

JSON_FEED = "application/feed+json"
"""JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

SITEMAP = "application/x-sitemap+xml"
"""A sitemap, a news sitemap or an index of them (https://www.sitemaps.org/protocol.html)."""

OPML = "text/x-opml"
"""A list of feeds, as feed readers export it (http://opml.org/spec2.opml)."""

BOOKMARKS = "text/x-bookmarks"
"""Bookmarks as browsers export them (Netscape's), and what some services make like them."""

ADDRESSES = "text/uri-list"
"""Lines of addresses (RFC 2483, 5)."""

TABLE = "text/csv"
"""A table with a column of addresses (RFC 4180)."""

JSON_EXPORT = "application/json"
"""What a service for reading later exports as JSON: records, each with an address."""

COLLECTIONS = frozenset((FEED, JSON_FEED, SITEMAP, OPML, BOOKMARKS, ADDRESSES, TABLE, JSON_EXPORT))
"""Media types, as `find_collection` gives them, of what lists articles and is none."""

WHOLE = frozenset((BOOKMARKS, ADDRESSES, TABLE, JSON_EXPORT))
"""Those that name all that somebody has put into them; feeds and sitemaps show the newest only."""

_HEAD = 20_000
"""Bytes in which a root element is looked for; licences and style sheets stand before some."""

_BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
"""What may stand before the root element (XML 1.0, 2.8)."""

_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
"""The root element, whatever its prefix."""

_ROOTS = {
    "rss": FEED,
    "rdf": FEED,
    "feed": FEED,
    "urlset": SITEMAP,
    "sitemapindex": SITEMAP,
    "opml": OPML,
}
"""Root elements of lists of articles, in small letters."""

_WRAPPED_SITEMAP = re.compile(r"<\w+>\s*<(?:[\w.-]+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
"""A sitemap with an element of its program around it (``<feed><urlset ...>``)."""

_ANGLED = re.compile(r"<https?://", re.IGNORECASE)
"""An address in angle brackets, as messages and Markdown have it: no element has such a name."""

_LINKED = re.compile(r"\[[^\[\]{}\n]*\](?:\(|[ \t]+\S)")
"""A link of Markdown, and a box to tick: in JSON nothing but an end or a comma follows a list."""

_BOOKMARKS = re.compile(
    r"<!DOCTYPE\s+NETSCAPE-Bookmark-file-1|<a\s[^<>]*\b(?:add_date|time_added)\s*=", re.IGNORECASE
)
"""What bookmarks begin with, and an attribute that no other page has."""

_LINK = r"<li>\s*<a\s[^<>]*\bhref\s*=\s*[\"']?https?://[^<>]*>[^<>]*</a>\s*(?:</li>\s*)?"
"""An item of a list that is one link to another site's page, and no word beside it."""

_LINK_ITEM = re.compile(_LINK, re.IGNORECASE)
"""One such item, without which a page of headings is no list."""

_LINKS_ONLY = re.compile(
    r"(?:<!doctype[^<>]*>\s*)?(?:<html[^<>]*>\s*)?"
    # A page that announces a feed, or has a style sheet, is a site's own.
    r"(?:<head\b(?:(?!<link|<script|<style|</head).)*</head>\s*)?(?:<body[^<>]*>\s*)?"
    rf"(?:<(h[1-3])>[^<>]*</\1>\s*|</?[ou]l>\s*|{_LINK})+(?:</body>\s*)?(?:</html>\s*)?",
    re.IGNORECASE | re.DOTALL,
)
"""A page that a service exports its piles of saved pages in: a heading and a list for each."""

_JSON_FEED = "jsonfeed.org/version"
"""What the version of a JSON Feed is an address of."""

_UNICODE_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
"""Byte order marks, and what the text behind them is."""

_GZIP = 16 + zlib.MAX_WBITS
"""What zlib calls "a gzip header, and the largest window"."""


def find_collection(body: bytes) -> str:
    """Return the media type of the list that ``body`` is, or nothing for an article."""
    encoding = next((name for mark, name in _UNICODE_MARKS.items() if body.startswith(mark)), "")
    # Latin-1, for every byte is a letter of it and the marks that are looked for are ASCII.
    head = body[:_HEAD].decode(encoding or "latin-1", "replace").lstrip("\ufeff \t\r\n\f\0")
    if head.startswith("<") and not _ANGLED.match(head):
        return _find_markup(head)
    if head.startswith("{") or (head.startswith("[") and not _LINKED.match(head)):
        return _find_json(body)
    # A head first: behind it every row may begin with its address, as in exports of Instapaper.
    if holds_addresses(body) and not has_address_column(body, named=True):
        return ADDRESSES
    return TABLE if has_address_column(body) else ""


def _find_markup(head: str) -> str:
    if _BOOKMARKS.search(head) or _holds_links_only(head):
        return BOOKMARKS
    at = 0
    while found := _BEFORE_ROOT.match(head, at):
        at = found.end()
    if _WRAPPED_SITEMAP.match(head, at):
        return SITEMAP
    root = _ROOT.match(head, at)
    return _ROOTS.get(root[1].lower(), "") if root else ""


def _holds_links_only(head: str) -> bool:
    """Whether a page is headings and lists of links with nothing beside them, not even a menu."""
    whole = head if len(head) < _HEAD else head[: head.lower().rfind("<li")]
    return bool(_LINK_ITEM.search(whole) and _LINKS_ONLY.fullmatch(whole))


def _find_json(body: bytes) -> str:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if isinstance(value, dict) and _JSON_FEED in str(value.get("version", "")):
        return JSON_FEED
    return JSON_EXPORT if b"://" in body else ""


def unpack_gzip(body: bytes, most: int, where: str) -> bytes:
    """Return what a file packed with gzip holds (``sitemap.xml.gz``), any other as it is.

    Raises:
        SourceError: more than ``most`` bytes, or packed badly.

    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpack = zlib.decompressobj(wbits=_GZIP)
    try:
        found = unpack.decompress(body, most + 1)
    except zlib.error as error:
        hint = "gunzip it, to see what is wrong"
        raise SourceError(f"cannot be unpacked: {error}", where=where, hint=hint) from error
    if len(found) > most:
        hint = "split it, or name what it lists"
        raise SourceError(f"unpacks to more than {most:,} bytes", where=where, hint=hint)
    if not unpack.eof:
        hint = "fetch it again"
        raise SourceError("is packed with gzip and ends too early", where=where, hint=hint)
    return found
