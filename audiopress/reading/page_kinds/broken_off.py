"""Pages that break off: a download or a copy that ended before the page did.

A page may leave out ``</body>`` and ``</html>``, so that alone tells nothing
(https://html.spec.whatwg.org/multipage/syntax.html#optional-tags); what has to be closed does.
"""

from __future__ import annotations

import re

__all__ = ["breaks_off"]

_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
"""Matches how a page begins; a piece of one that was pasted has no end to lack."""

_FIRST = 2_000
"""Characters in which a page begins, behind a comment or a licence."""

_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Matches the end of a page; what hosts and caches write behind it is no part of it."""

_OPEN_TAG = re.compile(r"<(?:[a-z/!][^<>]*)?\Z", re.IGNORECASE)
"""Matches a tag that the page ends in."""

_CLOSED = ("script", "style", "title", "template", "article", "main", "nav", "header", "div")
"""Elements that have to be closed; a page without its end that leaves one open has lost more."""


def breaks_off(text: str) -> bool:
    """Whether the source of a page ends before the page does."""
    if not _WHOLE.search(text[:_FIRST]):
        return False
    ends = [found.start() for found in _END.finditer(text)]
    # a program on the page may write one: behind the real one no program is left open
    if ends and not _is_open(text[ends[-1] :], "script"):
        return False
    text = text.rstrip()
    if _OPEN_TAG.search(text, max(text.rfind("<"), 0)):
        return True
    if text.rfind("<!--") > text.rfind("-->"):
        return True
    return any(_is_open(text, name) for name in _CLOSED)


def _is_open(text: str, name: str) -> bool:
    """Whether more elements of a name are opened than closed."""
    opened = len(re.findall(rf"<{name}(?=[\s>])", text, re.IGNORECASE))
    return opened > len(re.findall(rf"</{name}\s*>", text, re.IGNORECASE))
