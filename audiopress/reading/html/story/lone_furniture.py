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
    r"(?i:cookies?|consent|gdpr|ccpa|privacy|pop-?up|(?P<form>newsletter|sign-?up|log-?in))"
    r"(?![a-z])"
)
"""Names of boxes that hold sentences, and no story; some only where there is something to fill."""

_FILLED = ("form", "input")
"""What is filled in in a box for an address or a password."""

_SORTED = re.compile(r"(?:^|(?<=\s))(?:category|tag|kategorie|schlagwort)-\S+", re.IGNORECASE)
"""Matches what a post is filed under, which WordPress writes among the names of its box."""

_STORY_CALLED = re.compile(
    r"(?:(?<![a-z])|(?<=[a-z])(?=[A-Z]))"
    r"(?i:hentry|post|entry|article|story|content|issue)(?![a-z])"
)
"""Names of boxes that hold a story, whatever else they are called."""

_NOTICE = re.compile(r"\S*(?:cookie|consent)\S*", re.IGNORECASE)
"""Matches a name that is never a story's: "cookie-content"."""

_ABOUT = re.compile(
    r"\b(?:cookies?|consent|privacy|newsletter|datenschutz|sign[ -]?up|log[ -]?in)\b", re.IGNORECASE
)
"""Words of a heading over a notice or over a form."""

_SAYS = re.compile(
    r"\b(?:we|our|this (?:web)?site)\b[^.]{0,40}"
    r"\b(?:uses?|stores?|sets?|access|process)\b[^.]{0,40}\bcookies\b"
    r"|\b(?:wir|unsere?|diese (?:web)?(?:site|seite))\b[^.]{0,40}"
    r"\b(?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|speicher[nt])\b[^.]{0,40}\bcookies\b"
    r"|\b(?:nous|notre|ce site)\b[^.]{0,40}\b(?:utilis\w+|dépos\w+|stock\w+)\b[^.]{0,40}\bcookies\b"
    r"|\b(?:nosotros|nuestr[oa]s?|este sitio)\b[^.]{0,40}\b(?:utiliza\w*|usa\w*)\b[^.]{0,40}"
    r"\bcookies\b",
    re.IGNORECASE,
)
"""Words of a notice on cookies, in a box of any name: the site speaks of itself."""

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
    if _SAYS.search(run.text):
        return True
    around = list(climb(run.element))
    if any(one.tag in _SITE_PARTS for one in around):
        return True
    return any(map(_is_box, around)) and not any(map(_is_story, around))


def _is_box(element: Any) -> bool:
    """Whether an element is a part of the site by what it is called."""
    if element.tag in _STORY or next(element.iter("h1", "article", "main"), None) is not None:
        return False
    found = _CALLED.search(_SORTED.sub("", _read_names(element)))
    if found is None or any(not _ABOUT.search(one.text_content()) for one in element.iter("h2")):
        return False
    return found["form"] is None or next(element.iter(*_FILLED), None) is not None


def _is_story(element: Any) -> bool:
    """Whether an element is called as the boxes of stories are."""
    if element.tag in _STORY:
        return False
    return bool(_STORY_CALLED.search(_NOTICE.sub("", _read_names(element))))


def _read_names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
