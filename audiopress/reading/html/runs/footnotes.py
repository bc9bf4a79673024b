"""Footnotes and endnotes as word processors and generators of pages mark them up."""

from __future__ import annotations

import re
from typing import Any

from audiopress.text.comparison import has_words
from audiopress.text.vocabulary import any_of

__all__ = ["is_note"]

_STYLE = re.compile(r"mso-element:\s*(?:foot|end)note(?:-list)?\b", re.IGNORECASE)
"""How Word marks a note and the list of them, in the style of an element."""

_ID = re.compile(
    any_of(
        r"sd(?:foot|end)note\d+",  # LibreOffice
        r"_?(?:ftn|edn)\d+",  # Word
        r"ftnt\d+",  # Google Docs
        r"fn[-_:.]?\d+",  # Markdown
        r"(?:foot|end)note[-_:.]?\d+",
    ),
    re.IGNORECASE,
)
"""The ids of notes, to which their marks in the text lead."""

_ROLE = re.compile(r"doc-(?:foot|end)notes?|(?:foot|end)notes?")
"""What books call them (DPUB-ARIA, EPUB)."""

_CLASS = re.compile(
    any_of(
        r"Mso(?:Foot|End)noteText",
        r"sd(?:foot|end)note",
        r"(?:foot|end)notes?",
    ),
    re.IGNORECASE,
)
"""The class of a note in Word, LibreOffice and elsewhere; "has-footnote" is a paragraph's."""

_BACK = re.compile(
    "#"
    + any_of(
        r"_?(?:ftn|edn|fn|ftnt)[-_:.]?ref[-_:.]?\w+",
        r"sd(?:foot|end)note\d+anc",
        r"(?:foot|end)note[-_:.]?(?:ref|anchor|back)[-_:.]?\w+",
    ),
    re.IGNORECASE,
)
"""Where the number before a note leads: back to its mark in the text."""


def is_note(element: Any) -> bool:
    """Whether an element is a footnote or a list of them, and nothing of the story.

    Notes are told by their markup only; what is merely called so is a hint as other names are.
    """
    if element.tag in ("article", "body", "main"):
        return False
    role = element.get("role") or element.get("epub:type") or ""
    named = _ID.fullmatch(element.get("id") or "") or _ROLE.fullmatch(role)
    styled = _STYLE.search(element.get("style") or "")
    classed = any(map(_CLASS.fullmatch, (element.get("class") or "").split()))
    return bool(named or styled or classed) or _leads_back(element)


def _leads_back(element: Any) -> bool:
    """Whether an element begins with a link that leads back to a mark of the text."""
    if has_words(element.text or ""):
        return False
    first = next(iter(element), None)
    # the number stands in a small span on some pages
    while first is not None and first.tag in ("sup", "span", "b", "strong"):
        first = None if has_words(first.text or "") else next(iter(first), None)
    return first is not None and first.tag == "a" and bool(_BACK.fullmatch(first.get("href") or ""))
