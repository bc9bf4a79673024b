"""Elements that no standard has, such as those of a site's own program: in a line, or a box.

A browser shows an element that it does not know as words in a line, until a style sheet says
otherwise. So it is taken for a part of its sentence where it stands in one, and for a block where
it holds blocks or stands by itself.
"""

from __future__ import annotations

from typing import Any

from audiopress.reading.html.tree.elements import (
    BLOCKS,
    INLINE,
    NO_BORDER,
    PARAGRAPHS,
    SOURCE,
    UNSEEN,
)

__all__ = ["join_unknown_elements"]

_KNOWN = BLOCKS | INLINE | NO_BORDER | SOURCE | frozenset(UNSEEN) | {"br"}
"""Every element that has its place in a line or in the page by the standard."""


def join_unknown_elements(body: Any) -> None:
    """Make a ``<span>`` of every unknown element that stands in a sentence."""
    # formulas and drawings have elements of their own
    own = {part for whole in body.iter("math", "svg") for part in whole.iter("*")}
    unknown = [one for one in body.iter("*") if _is_unknown(one) and one not in own]
    if not unknown:
        return
    with_blocks = _find_holders(body)
    for element in unknown:
        if element not in with_blocks and _stands_in_sentence(element):
            element.tag = "span"


def _is_unknown(element: Any) -> bool:
    # a browser shows what an object holds when it has nothing to load, as it shows a span
    loads_nothing = element.tag == "object" and element.get("data") is None
    return loads_nothing or element.tag not in _KNOWN


def _find_holders(body: Any) -> set[Any]:
    """Return all elements that hold a block, each looked at once."""
    holders: set[Any] = set()
    for block in body.iter(*BLOCKS):
        around = block.getparent()
        while around is not None and around not in holders:
            holders.add(around)
            around = around.getparent()
    return holders


def _stands_in_sentence(element: Any) -> bool:
    """Whether there is text beside an element, or it lies in what holds nothing but a line."""
    around = element.getparent()
    if around is None:
        return False
    if around.tag in PARAGRAPHS or around.tag in INLINE or (element.tail or "").strip():
        return True
    before = element.getprevious()
    text = around.text if before is None else before.tail
    return bool((text or "").strip())
