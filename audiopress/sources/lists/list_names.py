"""Addresses that name a feed or a sitemap, whatever is there today."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

__all__ = ["is_named_as_list"]

_NAME = re.compile(
    r"feeds?|rss2?|atom|feed\.json"
    r"|[^/]+\.(?:xml|rss|atom|rdf|opml|jsonfeed)(?:\.gz)?"
    r"|(?:rss|feed|atom|sitemap[\w-]*)\.(?:php|aspx?)",
    re.IGNORECASE,
)
"""The last part of the path of a feed or a sitemap, as those who write them call them."""

_ASKED = frozenset(("feed", "rss", "rss2", "atom", "json-feed", "sitemap"))
"""Values of a query that asks for one: ``?feed=rss2``, ``?format=feed``, ``?alt=rss``."""


def is_named_as_list(address: str) -> bool:
    """Whether an address is that of a feed or a sitemap by its name."""
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    asked = {value.lower() for _, value in parse_qsl(parts.query)}
    return _NAME.fullmatch(last) is not None or bool(asked & _ASKED)
