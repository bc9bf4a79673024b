"""Furniture that is all a page has: a notice on cookies is no story for want of another.

Beside a story the extractors pass over such boxes. Where the story is lacking they vote for them,
as the only sentences there are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import HEADINGS, climb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.reasons import Reason

__all__ = ["FURNITURE", "mark_furniture"]

FURNITURE = "lone-furniture"
"""The hint on a block that is the page's furniture and stands alone."""

_MOST = 150
"""Words of all of it, at most: a longer text in a box of such a name is what the page is about."""

_CALLED = re.compile(
    r"(?:(?<![a-z])|(?<=[a-z])(?=[A-Z]))"
    r"(?i:cookies?|consent|gdpr|ccpa|privacy|pop-?up|newsletter|sign-?up|log-?in)(?![a-z])"
)
"""Names of boxes that hold sentences, and no story."""

_SAYS = re.compile(
    r"\b(?:we|our|us|site|website|partners)\b[^.]{0,40}"
    r"\b(?:uses?|stores?|sets?|access|process)\b[^.]{0,40}\bcookies\b",
    re.IGNORECASE,
)
"""Words of a notice on cookies, in a box of any name."""

_SITE_PARTS = ("nav", "footer", "aside", "form")
"""Elements for parts of a site."""

_STORY = ("article", "main", "body", "html")
"""Elements whose names tell of the page and not of a box."""


def mark_furniture(
    chosen: Iterable[tuple[TextRun, frozenset[str] | Reason]],
) -> list[tuple[TextRun, frozenset[str] | Reason]]:
    """Return the runs of a page, those with the hint that are furniture and all that it tells."""
    found = list(chosen)
    told = [run for run, hints in found if isinstance(hints, frozenset) and _is_text(run)]
    words = sum(len(run.text.split()) for run in told)
    if words > _MOST or not all(map(_is_furniture, told)):
        return found
    return [
        (run, hints | {FURNITURE} if isinstance(hints, frozenset) and _is_text(run) else hints)
        for run, hints in found
    ]


def _is_text(run: TextRun) -> bool:
    return run.element.tag not in HEADINGS


def _is_furniture(run: TextRun) -> bool:
    return bool(_SAYS.search(run.text)) or any(map(_is_box, climb(run.element)))


def _is_box(element: Any) -> bool:
    """Whether an element is a part of the site by what it is or is called."""
    if element.tag in _SITE_PARTS:
        return True
    if element.tag in _STORY or next(element.iter("h1", "article", "main"), None) is not None:
        return False
    return bool(_CALLED.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
