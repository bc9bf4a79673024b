"""The ``<meta>`` elements of a page, by whatever attribute names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MetaTags", "choose_first", "read_meta_tags"]

MetaTags: TypeAlias = "dict[str, list[str]]"
"""All contents of each name, which is in small letters: "og:title", "author", "dc.date"."""


def read_meta_tags(tree: Any) -> MetaTags:
    """Return what stands in a page's meta elements, without the empty ones."""
    found: MetaTags = {}
    for element in tree.iter("meta"):
        # Open Graph names by `property`, HTML by `name`,
        # schema.org by `itemprop`; some sites mix them
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy(element.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def choose_first(meta: MetaTags, names: Iterable[str]) -> str:
    """Return the first content of the first of these names that a page has, else nothing."""
    return next((meta[name][0] for name in names if name in meta), "")
