"""What kind of page a page says that it is: an article, a list of articles, or a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import urlsplit

from audiopress.reading.metadata.declared.json_ld import (
    find_article_node,
    iterate_page_nodes,
    list_kinds,
)
from audiopress.reading.metadata.declared.meta_tags import read_meta_tags
from audiopress.text.comparison import make_comparable
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PageKind", "find_declared_kind"]

PageKind: TypeAlias = Literal["article", "list", "site", ""]
"""By a page's own word; a ``site`` may be its front, and any page of a careless template."""

_LIST_TYPE = re.compile(any_of("CollectionPage", "SearchResultsPage") + "$")
"""Types of a page that lists others (https://schema.org/CollectionPage)."""

_LIST = re.compile(any_of("ItemList", "Blog") + "$")
"""Types of a list itself: an article has one of its crumbs, or is part of one."""

_SOCIAL_LISTS = frozenset(("blog", "profile"))
"""What pages that list others call themselves to social networks (https://ogp.me/#types)."""


def find_declared_kind(tree: Any, uri: str) -> PageKind:
    """Return what a page says that it is, nothing where it says neither.

    What it tells programs counts before what it tells social networks: templates of blogs call all
    of their pages articles there.
    """
    if _has_own_article(tree):
        return "article"
    types = [kind for node in iterate_page_nodes(tree) for kind in list_kinds(node)]
    types += _list_item_types(tree)
    if any(map(_LIST_TYPE.search, types)):
        return "list"
    social = {said.lower() for said in read_meta_tags(tree).get("og:type", ())}
    if "article" in social:
        return "article"
    if social & _SOCIAL_LISTS or any(map(_LIST.search, types)):
        return "list"
    home = urlsplit(uri).path in ("", "/") and "://" in uri
    return "site" if home or "website" in social else ""


def _has_own_article(tree: Any) -> bool:
    """Whether the JSON-LD of a page tells of its article, and not only of those that it lists."""
    node = find_article_node(tree)
    if not node:
        return False
    said = [make_comparable(str(node.get(name) or "")) for name in ("headline", "name")]
    heads = [make_comparable(each.text_content()) for each in tree.iter("h1", "title")]
    named = any(one and head and (one in head or head in one) for one in said for head in heads)
    return named or sum(1 for _ in iterate_page_nodes(tree, articles=True)) == 1


def _list_item_types(tree: Any) -> Iterator[str]:
    """Yield the types of microdata that a page gives to all of itself."""
    yield from ((root.get("itemtype") or "").strip() for root in tree.iter("html", "body", "main"))
