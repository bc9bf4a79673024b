"""Styles that take a text out of sight or strike it out: on an element, or in a style sheet.

Not among them: ``opacity: 0`` and ``max-height: 0``. Paragraphs that fade in as one scrolls, and
boxes that a reader unfolds, begin so, and are read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["drop_hiding", "find_unread_classes", "hides", "strikes_out"]

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

_LINE_THROUGH = compile_late(
    r"(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE
)
"""A line through the text."""

_SIGNS = ("clip", "-999", "-1000", "overflow", "line-through")
"""What a style sheet must hold for a rule of it to do so: most pages are looked at no further."""

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


def strikes_out(style: str) -> bool:
    """Return whether a style draws a line through the text of its element."""
    return bool(_LINE_THROUGH.search(style))


def find_unread_classes(body: Any) -> dict[str, Reason]:
    """Return the classes that the page's own style sheets keep for screen readers or strike out.

    Read are selectors that are one class; ``display: none`` is not looked for, since a script or
    another rule shows again what it hides.
    """
    found: dict[str, Reason] = {}
    left = _MOST_STYLES
    for sheet in body.getroottree().iter("style"):
        css = (sheet.text or "")[: max(0, left)]
        left -= len(css)
        if _has_sign(css):
            found.update(_find_in_sheet(css))
    return found


def _has_sign(css: str) -> bool:
    lowered = css.lower()
    return any(sign in lowered for sign in _SIGNS)


def _find_in_sheet(css: str) -> dict[str, Reason]:
    found: dict[str, Reason] = {}
    first, *parts = css.split("{")
    start = len(first)
    for part in parts:
        rule, brace, _ = part.partition("}")
        begin, start = start, start + len("{") + len(part)
        # cut at each brace and looked through by letters: patterns take five times as long
        reason = _judge_rule(rule) if brace and _has_sign(rule) else None
        if reason is None:
            continue
        before = css[max(0, begin - _LONGEST_SELECTOR) : begin]
        selectors = re.split(r"[{};]|\*/", before)[-1]
        for selector in selectors.split(","):
            name = re.fullmatch(r"\s*[a-z]*\.(-?[A-Za-z_][\w-]*)\s*", selector)
            if name:
                found[name[1]] = reason
    return found


def _judge_rule(rule: str) -> Reason | None:
    if _hides_from_eye(rule):
        return "hidden"
    return "struck-out" if strikes_out(rule) else None
