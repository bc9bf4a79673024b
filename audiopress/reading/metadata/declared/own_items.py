"""Whose a microdata property is: the article's own, or that of a thing the page has beside it.

https://html.spec.whatwg.org/multipage/microdata.html: a property belongs to the nearest element
around it with ``itemscope``. A comment, a recipe within a story and a card of another story each
have a ``datePublished`` of their own.
"""

from __future__ import annotations

import re
from typing import Any

from audiopress.text.vocabulary import any_of

__all__ = ["ARTICLE_TYPE", "belongs_to_page", "find_own_item", "find_scope"]

ARTICLE_TYPE = re.compile(
    any_of("Article", "BlogPosting", "Posting", "Recipe", "Report", "Review") + "$"
)
"""Types of what is read: NewsArticle, SocialMediaPosting, Report ... and no WebPage around it."""

_PAGE_TYPE = re.compile(r"(?:Page|WebSite|WebContent|CreativeWork|Blog)$")
"""Types of the page itself: what it says of itself is said of the article that fills it."""


def find_own_item(tree: Any) -> Any | None:
    """Return the element with ``itemscope`` that is the page's article, ``None`` without one."""
    for h1 in tree.iter("h1"):
        for element in h1.iterancestors():
            if _is_article(element):
                return element
    # one that is itself a property belongs to the thing around it: a review to its product
    tops = (element for element in tree.iter() if _is_article(element))
    return next((element for element in tops if not element.get("itemprop")), None)


def belongs_to_page(element: Any, own: Any | None) -> bool:
    """Whether what an element says is said of the article ``own``, or of the page as a whole."""
    scope = find_scope(element)
    if scope is None or scope is own:
        return True
    return bool(_PAGE_TYPE.search((scope.get("itemtype") or "").strip()))


def find_scope(element: Any) -> Any | None:
    """Return the nearest element around this one that is an item of microdata."""
    around = element.iterancestors()
    return next((found for found in around if found.get("itemscope") is not None), None)


def _is_article(element: Any) -> bool:
    # comments and instructions have no attributes, and `get` of them is None too
    if element.get("itemscope") is None:
        return False
    return bool(ARTICLE_TYPE.search((element.get("itemtype") or "").strip()))
