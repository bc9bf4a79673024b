"""Labels of links that have an element of their own: ``<a>Ropes</a> <small>ad</small>``."""

from __future__ import annotations

from typing import Any

from audiopress.reading.inline_parts.link_labels import is_link_label

__all__ = ["is_label_of_link"]

_LONGEST = 40
"""Characters of the longest label."""


def is_label_of_link(element: Any) -> bool:
    """Whether an element says nothing but what a link says of itself, in it or right behind it."""
    before, around = element.getprevious(), element.getparent()
    behind = before is not None and before.tag == "a" and not (before.tail or "").strip()
    within = around is not None and around.tag == "a"
    if not (behind or within):
        return False
    text = "".join(element.itertext()).strip()
    if not 0 < len(text) <= _LONGEST or not is_link_label(text):
        return False
    # a link that says nothing else is about such labels
    return behind or text != "".join(around.itertext()).strip()
