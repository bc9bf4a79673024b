"""Comments of those who edited a document, as word processors save them in a page."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["find_comment"]

_STYLE = re.compile(r"mso-element:\s*comment\b", re.IGNORECASE)
"""How Word marks a comment, in the style of an element."""

_CLASSES = frozenset(("msocomanchor", "msocommenttext", "msocomtxt"))
"""The classes of Word for the mark of a comment in the text, and for the comment, in small."""

_BACK = re.compile(r"#cmnt_ref\d+")
"""Where a comment of Google Docs leads: back to its mark in the text."""


def find_comment(element: Any) -> Any | None:
    """Return the element that is a comment of an editor, or its mark; of most elements None.

    It is ``element`` itself, or one around it of which ``element`` is the mark at its beginning.
    """
    names = element.get("class")
    if names and not _CLASSES.isdisjoint(names.lower().split()):
        return element
    style = element.get("style")
    if style and _STYLE.search(style):
        return element
    if element.tag == "a" and _BACK.fullmatch(element.get("href") or ""):
        return _climb_to_whole(element)
    return None


def _climb_to_whole(mark: Any) -> Any:
    """Return the paragraph that begins with a mark, or the box that holds nothing else."""
    whole = mark
    for around in mark.iterancestors("p", "div"):
        if next(iter(around), None) is not whole or (around.text or "").strip():
            break
        whole = around
    return whole
