"""Feeds that a page announces, and whether the page is a site's front and no article."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from audiopress.identity import is_address

if TYPE_CHECKING:
    from audiopress.model import Document

__all__ = ["AnnouncedFeed", "claims_article", "find_announced_feeds"]

_HEAD = 300_000
"""Bytes of a page in which its links are looked for: style sheets in the head of some are long."""

_LINK = re.compile(r"<link\b[^<>]*>", re.IGNORECASE)
"""The tags among which feeds are announced."""

_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
"""An attribute of a tag, in quotation marks or without."""

_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json"))
"""Media types under which feeds are announced (https://www.rssboard.org/rss-autodiscovery)."""

_CLAIM = re.compile(
    r"<meta\b[^<>]*og:type[^<>]*\barticle\b|\"@type\"\s*:\s*\[?\s*\"\w*(?:Article|BlogPosting)\"",
    re.IGNORECASE,
)
"""How a page says of itself that it is an article, to social networks or in JSON-LD."""

_TEASER = re.compile(r"<article\b", re.IGNORECASE)
"""Begins each of the articles that a front page shows."""

_MANY = 3
"""Articles on a page from which it lists them; one and a related one are an article's page."""


@dataclass(frozen=True, slots=True)
class AnnouncedFeed:
    """The address of a feed and what its page calls it, which may be nothing."""

    address: str
    title: str


def find_announced_feeds(page: Document) -> tuple[AnnouncedFeed, ...]:
    """Return the feeds that stand for a page: none where it is an article itself."""
    text = page.body[:_HEAD].decode("utf-8", "replace")
    feeds: dict[str, AnnouncedFeed] = {}
    for tag in _LINK.findall(text):
        said = {
            name.lower(): html.unescape("".join(rest)) for name, *rest in _ATTRIBUTE.findall(tag)
        }
        if "alternate" in said.get("rel", "").lower() and said.get("type", "").lower() in _TYPES:
            address = _join(page.uri, said.get("href", "").strip())
            feeds.setdefault(address, AnnouncedFeed(address, said.get("title", "").strip()))
    feeds.pop("", None)
    return tuple(feeds.values()) if feeds and _is_front(page.uri, text) else ()


def claims_article(page: Document) -> bool:
    """Whether a page says of itself that it is an article."""
    return _CLAIM.search(page.body[:_HEAD].decode("utf-8", "replace")) is not None


def _join(base: str, address: str) -> str:
    try:
        joined = urljoin(base, address)
    except ValueError:
        return ""
    return joined if address and is_address(joined) else ""


def _is_front(uri: str, text: str) -> bool:
    if _CLAIM.search(text):
        return False
    return urlsplit(uri).path in ("", "/") or len(_TEASER.findall(text)) >= _MANY
