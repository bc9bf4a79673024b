"""Who may read a page by its own word: subscribers only, or nobody who comes by a search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.declared.json_ld import read_value

if TYPE_CHECKING:
    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = ["asks_not_to_be_found", "count_whole_words", "find_lock"]

_FREE = "isAccessibleForFree"
"""The property of schema.org, as search engines ask sites to say it of what is behind a paywall
(https://developers.google.com/search/docs/appearance/structured-data/paywalled-content)."""

_TIER = "article:content_tier"
"""The tag of Open Graph; ``metered`` pages are whole until a reader has had his number of them."""

_UNFOUND = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
"""What asks all search engines to leave a page out."""


def find_lock(tree: Any, data: dict[str, Any], meta: MetaTags) -> str:
    """Return by which words a page says that its text is for subscribers, or nothing."""
    if any(map(_says_no, (*_list_declared(data), *_list_marked(tree)))):
        return f"{_FREE}: false"
    tiers = {said.strip().lower() for said in meta.get(_TIER, ())}
    return f"{_TIER}: locked" if "locked" in tiers else ""


def _list_declared(data: dict[str, Any]) -> list[Any]:
    """Return what the data of an article say of it and of its parts being free."""
    parts = data.get("hasPart")
    nodes = [data, *(parts if isinstance(parts, list) else [parts])]
    return [node.get(_FREE) for node in nodes if isinstance(node, dict)]


def _list_marked(tree: Any) -> list[str]:
    """Return what a page's microdata say of its being free."""
    found = tree.xpath(f"//*[@itemprop='{_FREE}']")
    return [each.get("content") or each.get("href") or each.text_content() for each in found]


def _says_no(value: Any) -> bool:
    # as a value, as a word, and as schema.org's own address of it
    return value is False or str(value).strip().lower().rpartition("/")[2] == "false"


def count_whole_words(data: dict[str, Any]) -> int:
    """Return of how many words an article is by its own word, 0 where it says nothing."""
    said = read_value(data.get("wordCount"))
    return int(said) if said.isascii() and said.isdigit() else 0


def asks_not_to_be_found(meta: MetaTags) -> bool:
    """Whether a page asks every search engine to leave it out."""
    return any(_UNFOUND.search(said) for said in meta.get("robots", ()))
