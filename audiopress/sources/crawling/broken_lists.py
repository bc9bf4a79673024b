"""What a server sends in place of a feed, a sitemap or another list that it had before.

A page of maintenance or of a login, an error as JSON, the first half of the list, the feed of
somebody else: none of them takes the list's place, for articles would be lost by it, or strangers'
published.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.errors import SourceError
from audiopress.identity import is_address
from audiopress.sources.crawling.error_pages import Doubt
from audiopress.sources.lists import kinds
from audiopress.sources.lists.safe_xml import has_end, parse_xml
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from audiopress.model import Document

__all__ = ["explain_broken_list"]

_NAMES = {
    kinds.FEED: "a feed",
    kinds.JSON_FEED: "a feed",
    kinds.SITEMAP: "a sitemap",
    kinds.OPML: "a list of feeds",
}
"""What lists are called that programs write for programs: none becomes what another one is."""

_STRICT = (kinds.SITEMAP, kinds.OPML)
"""Lists that are read only where they are well-formed."""

_XML = (kinds.FEED, *_STRICT)
"""Lists that say where they end."""

_PLACES = re.compile(
    r"<(?:[\w.-]+:)?(?:link|loc|id|guid|comments|outline)\b[^<>]*?"
    r"(?:\b(?:href|xmlUrl|htmlUrl)\s*=\s*[\"']|>\s*(?:<!\[CDATA\[\s*)?)(https?://[^\s\"'<>\]]+)"
    r"|\"(?:url|id|external_url|home_page_url)\"\s*:\s*\"(https?:[^\"\s]+)\"",
    re.IGNORECASE,
)
"""Addresses that a list gives to its site and its articles."""

_TITLES = re.compile(
    r"<(?:[\w.-]+:)?title\b[^<>]*>(.{1,500}?)</|\"title\"\s*:\s*\"([^\"]{1,500})\"",
    re.IGNORECASE | re.DOTALL,
)
"""What a list and its articles are called."""


def explain_broken_list(before: Document, now: Document) -> Doubt | None:
    """Say why what came does not take the place of the list that ``before`` was."""
    was, kind = before.media_type, now.media_type
    if was not in kinds.COLLECTIONS:
        return None
    name = _NAMES.get(was, "a list of articles")
    if kind not in kinds.COLLECTIONS or (was in _NAMES and name != _NAMES.get(kind)):
        other = "a page" if kind not in kinds.COLLECTIONS else _NAMES.get(kind, "something else")
        return Doubt(f"this was {name} and is {other} now")
    if kind in _STRICT and (fault := _find_fault(now)):
        return Doubt(fault)
    if kind in _XML and _is_cut(now) and not _is_cut(before):
        return Doubt(f"{name} ends too early", passing=True)
    if was in _NAMES and _is_of_another_site(before, now):
        return Doubt(f"this was {name} of {_name_hosts(before)} and is that of {_name_hosts(now)}")
    return None


def _is_cut(document: Document) -> bool:
    """Whether a list that says where it ends has no end."""
    return document.media_type in _XML and not has_end(decode(document.body, document.charset))


def _find_fault(document: Document) -> str:
    try:
        parse_xml(decode(document.body, document.charset), document.uri)
    except SourceError as error:
        return error.message
    return ""


def _is_of_another_site(before: Document, now: Document) -> bool:
    """Whether two lists have no host, no page's path and no title in common.

    A site that moved has its paths and titles still, and who sends readers elsewhere names itself.
    """
    had, has = _list_places(before), _list_places(now)
    hosts = {_find_host(each) for each in had} | {_find_host(before.uri)}
    if not had or not has or hosts & {_find_host(each) for each in has}:
        return False
    paths, there = ({urlsplit(each).path.strip("/") for each in some} for some in (had, has))
    return not (paths & there - {""}) and not (_list_titles(before) & _list_titles(now))


def _name_hosts(document: Document) -> str:
    return min(filter(None, map(_find_host, _list_places(document))), default="another site")


def _list_places(document: Document) -> set[str]:
    text = decode(document.body, document.charset)
    found = (html.unescape("".join(each)).replace("\\/", "/") for each in _PLACES.findall(text))
    return set(filter(is_address, found))


def _list_titles(document: Document) -> set[str]:
    text = decode(document.body, document.charset)
    return {" ".join("".join(each).split()).casefold() for each in _TITLES.findall(text)}


def _find_host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if is_address(address) else ""
