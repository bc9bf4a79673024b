"""The ``<meta>`` elements of a page, by whatever attribute names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.reading.metadata.declared.own_items import belongs_to_page, find_own_item
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AUTHOR_NAMES",
    "FILE_CHANGED",
    "FILE_CREATED",
    "MetaTags",
    "choose_first",
    "read_meta_tags",
]

AUTHOR_NAMES = ("author", "article:author", "parsely-author")
"""Meta tags with authors; all contents of the first that a page has are read."""

FILE_CREATED = "audiopress-file-created"
"""The meta tag in which a document that is made a page has when its file was made."""

FILE_CHANGED = "audiopress-file-changed"
"""And when that was last saved."""

MetaTags: TypeAlias = "dict[str, list[str]]"
"""All contents of each name, which is in small letters: "og:title", "author", "dc.date"."""


def read_meta_tags(tree: Any) -> MetaTags:
    """Return what stands in a page's meta elements, without the empty ones.

    A property of microdata counts where it is the article's: comments and cards have theirs.
    """
    found: MetaTags = {}
    own = find_own_item(tree) if tree.find(".//meta[@itemprop]") is not None else None
    for element in tree.iter("meta"):
        # Open Graph names by `property`, HTML by `name`,
        # schema.org by `itemprop`; some sites mix them
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if not (element.get("property") or element.get("name") or belongs_to_page(element, own)):
            continue
        content = tidy(element.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def choose_first(meta: MetaTags, names: Iterable[str]) -> str:
    """Return the first content of the first of these names that a page has, else nothing."""
    return next((meta[name][0] for name in names if name in meta), "")
