"""Styles that take a text out of sight: on an element, or in the page's own style sheet.

Not among them: ``opacity: 0`` and ``max-height: 0``. Paragraphs that fade in as one scrolls, and
boxes that a reader unfolds, begin so, and are read.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["drop_hiding", "find_hiding_classes", "hides"]

_DISPLAY = compile_late(r"(?:^|[;\s])display\s*:\s*none", re.IGNORECASE)
"""Not drawn, and no line of the page."""

_VISIBILITY = compile_late(
    r"(?:^|[;\s])(?:content-)?visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)
"""Drawn as an empty place."""

_CLIPPED = compile_late(
    any_of(
        r"(?:^|[;\s])clip\s*:\s*rect\(\s*(?:0|1px)",
        r"(?:^|[;\s])clip-path\s*:\s*inset\(\s*(?:50|100)%",
        # far beyond the edge of every screen, in pixels or letters
        r"(?:^|[;\s])(?:left|right|top|text-indent|margin-left)\s*:\s*-(?:[5-9]\d{2}|\d{4,6})px",
        r"(?:^|[;\s])(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{2,6}r?em",
        r"(?:^|[;\s])font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)",
    ),
    re.IGNORECASE,
)
"""How a text is kept for screen readers alone."""

_POINT = (
    compile_late(r"(?:^|[;\s])width\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE),
    compile_late(r"(?:^|[;\s])height\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE),
    compile_late(r"(?:^|[;\s])overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE),
)
"""A box of one point, of which nothing flows over: all three together."""

_SIGNS = ("clip", "-999", "-1000", "overflow")
"""What a style sheet must hold for a rule of it to hide so: most pages are looked at no further."""

_LONGEST_SELECTOR = 400
"""Characters of the selectors of a rule that are read; a rule that hides text has a few names."""

_MOST_STYLES = 2_000_000
"""Characters of style sheets in a page that are looked through; the largest seen have 600,000."""


def hides(style: str) -> Literal["display", "sight", ""]:
    """Return whether a style hides its element, and whether from programs too ("display")."""
    if _DISPLAY.search(style):
        return "display"
    if _VISIBILITY.search(style) or _hides_from_eye(style):
        return "sight"
    return ""


def drop_hiding(style: str) -> str:
    """Return a style without what hides its element."""
    return ";".join(part for part in style.split(";") if not hides(part.strip()))


def _hides_from_eye(style: str) -> bool:
    return bool(_CLIPPED.search(style)) or all(part.search(style) for part in _POINT)


def find_hiding_classes(body: Any) -> frozenset[str]:
    """Return the classes that the page's own style sheets keep for screen readers.

    Read are selectors that are one class; ``display: none`` is not looked for, since a script or
    another rule shows again what it hides.
    """
    found: set[str] = set()
    left = _MOST_STYLES
    for sheet in body.getroottree().iter("style"):
        css = (sheet.text or "")[: max(0, left)]
        left -= len(css)
        if _has_sign(css):
            found.update(_find_in_sheet(css))
    return frozenset(found)


def _has_sign(css: str) -> bool:
    lowered = css.lower()
    return any(sign in lowered for sign in _SIGNS)


def _find_in_sheet(css: str) -> set[str]:
    found: set[str] = set()
    first, *parts = css.split("{")
    start = len(first)
    for part in parts:
        rule, brace, _ = part.partition("}")
        begin, start = start, start + len("{") + len(part)
        # cut at each brace and looked through by letters: patterns take five times as long
        if not brace or not _has_sign(rule) or not _hides_from_eye(rule):
            continue
        before = css[max(0, begin - _LONGEST_SELECTOR) : begin]
        selectors = re.split(r"[{};]|\*/", before)[-1]
        for selector in selectors.split(","):
            name = re.fullmatch(r"\s*[a-z]*\.(-?[A-Za-z_][\w-]*)\s*", selector)
            if name:
                found.add(name[1])
    return found
