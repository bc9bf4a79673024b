"""Pages that break off: a download or a copy that ended before the page did.

A page may leave out ``</body>`` and ``</html>``, so that alone tells nothing
(https://html.spec.whatwg.org/multipage/syntax.html#optional-tags); what has to be closed does.
"""

from __future__ import annotations

import re

from lxml.html import defs

from audiopress.text.sentence_ends import SENTENCE_END

__all__ = ["breaks_off"]

_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
"""Matches how a page begins; a piece of one that was pasted has no end to lack."""

_FIRST = 2_000
"""Characters in which a page begins, behind a comment or a licence."""

_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Matches the end of a page; what hosts and caches write behind it is no part of it."""

_UNSEEN = re.compile(
    r"<(script|style)(?=[\s>]).*?(?:</\1\s*>|(?P<program>\Z))|<!--.*?(?:-->|(?P<remark>\Z))",
    re.IGNORECASE | re.DOTALL,
)
"""Matches programs, styles and remarks, whose tags are no tags; a group where one stays open."""

_OPEN_TAG = re.compile(
    r"</?(?P<name>[a-z][\w:-]*)(?:(?P<set>\s+[\w:.@-]+\s*=)[^<>]*|\s[^<>]*)?/?\Z", re.IGNORECASE
)
"""Matches a tag that the page ends in: its name, and whether an attribute is set in it."""

_CUT_TAG = re.compile(r"(?:(?<=>)<|</|<![^<>]*)\Z")
"""Matches the beginning of a tag that the page ends in, before its name."""

_LESS_THAN = re.compile(r"\w\s*\Z")
"""Matches what stands before the sign in "if a <b" and in "if a<b"."""

_MORE_TAGS = frozenset({"main", "picture", "template"})
"""Elements that lxml's list does not have."""

_CLOSED = ("title", "template", "article", "main", "nav", "header")
"""Elements that have to be closed; a page without its end that leaves one open has lost more."""

_NAMED_BOX = re.compile(r"<div\s[^<>]*?\b(?:class|id)\s*=", re.IGNORECASE)
"""Matches a box as programs write it; one written by hand is often never closed."""


def breaks_off(text: str) -> bool:
    """Whether the source of a page ends before the page does."""
    if not _WHOLE.search(text[:_FIRST]):
        return False
    ends = [found.start() for found in _END.finditer(text)]
    # a program on the page may write one: behind the real one no program is left open
    if ends and not _is_open(text[ends[-1] :], "script"):
        return False
    text = text.rstrip()
    if any(one.lastgroup for one in _UNSEEN.finditer(text)):
        return True
    shown = _UNSEEN.sub("", text).rstrip()
    return _ends_in_tag(shown) or _ends_in_box(shown) or any(_is_open(shown, n) for n in _CLOSED)


def _ends_in_tag(text: str) -> bool:
    """Whether a page ends in a tag, and not in a sign for "less than"."""
    start = max(text.rfind("<"), 0)
    if _CUT_TAG.search(text, start):
        return True
    found = _OPEN_TAG.match(text, start)
    if found is None or not _is_element(found["name"].lower()):
        return False
    certain = found["set"] or text.startswith("</", start)
    return bool(certain) or not _LESS_THAN.search(text[max(start - 9, 0) : start])


def _is_element(name: str) -> bool:
    return "-" in name or name in _MORE_TAGS or name in defs.tags


def _ends_in_box(text: str) -> bool:
    """Whether a page ends amid a sentence in a box that a program wrote.

    An open ``<div>`` by itself tells nothing: a page by hand may lack its end and be whole.
    """
    if text.endswith(">") or SENTENCE_END.search(text):
        return False
    closed = len(re.findall(r"</div\s*>", text, re.IGNORECASE))
    return len(_NAMED_BOX.findall(text)) > closed


def _is_open(text: str, name: str) -> bool:
    """Whether more elements of a name are opened than closed."""
    opened = len(re.findall(rf"<{name}(?=[\s>])", text, re.IGNORECASE))
    return opened > len(re.findall(rf"</{name}\s*>", text, re.IGNORECASE))
