"""Stories where a page should have none: in a menu, beside itself, hidden until a script shows it.

A page whose only prose lies in ``<nav>`` or ``<aside>``, or is hidden, does not mean that: an
element was left open or misused, or a program shows the text later. Such an element becomes what
its reader sees, before anything is voted on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import STRUCK, climb
from audiopress.reading.html.tree.hiding_styles import drop_hiding
from audiopress.text.sentence_ends import CUT_SHORT, SENTENCE_END

if TYPE_CHECKING:
    from audiopress.reading.html.runs.text_runs import PageText, TextRun
    from audiopress.reading.html.runs.unread import Unread

__all__ = ["open_misused_elements", "show_hidden_story"]

_NO_STORY = frozenset(("nav", "aside", "footer", "header", "form"))
"""Elements that hold what is beside the story, if they are used as they are meant."""

_SENTENCE = 20
"""Characters (kana and Han count thrice) of the shortest line that is told, with its full stop."""

_LINKED = 0.5
"""Share of a line that may be linked, if it is prose."""

_FEW = 0.15
"""Share of a page's prose that may lie outside of the element with the story: a standfirst."""

_ASKS = re.compile(
    r"(?:(?<![a-z])|(?<=[a-z])(?=[A-Z]))"
    r"(?i:cookie|consent|gdpr|privacy|modal|pop-?up|overlay|newsletter|subscri|sign-?up|log-?in"
    r"|search|comments?(?![a-z])|menu|banner|paywall|disclaimer|copyright|legal(?![a-z])|related"
    r"|recommend|share(?:s|d|bar|buttons?)?(?![a-z]|[-_](?:capital|prices?|issue|market)))"
)
"""What boxes are called that hold prose and never a story; "research" is a word of one."""

_SHOWN_LATER = ("frame", "hidden", "struck-out")
"""Reasons that may be wrong: a program shows it, or struck out is the whole story."""

_BOXES = ("iframe", "noscript", "template")
"""Elements that hide what they hold, and are boxes once it is shown."""

_UNFIT = re.compile(
    r"©|all rights reserved|enable javascript|javascript (?:is|to)|turn on javascript|cookies?\b",
    re.IGNORECASE,
)
"""Words of notes that stand on a page whatever it tells."""


def open_misused_elements(runs: list[TextRun]) -> bool:
    """Make a ``<div>`` of an element for menus and asides that holds the page's only prose.

    Tells whether there was one.
    """
    prose = [run for run in runs if _is_prose(run)]
    boxes: dict[Any, int] = {}
    outside = 0
    for run in prose:
        # the outermost, since the inner ones were left open with it
        around = [element for element in climb(run.element) if element.tag in _NO_STORY]
        if around:
            boxes[around[-1]] = boxes.get(around[-1], 0) + run.shown
        else:
            outside += run.shown
    if not boxes:
        return False
    box, size = max(boxes.items(), key=lambda pair: pair[1])
    whole = outside + sum(boxes.values())
    if outside > _FEW * whole or size < (1 - 2 * _FEW) * whole or _is_called_otherwise(box):
        return False
    # what is a footer's or a menu's own tells nothing beside a story, however short that is
    if outside and size < _SENTENCE * 4:
        return False
    if box.tag in ("footer", "aside") and outside:
        return False
    for element in [box, *box.iterdescendants(*_NO_STORY)]:
        held = sum(run.shown for run in prose if _lies_in(run.element, element))
        if held > (1 - 2 * _FEW) * size:
            element.tag = "div"
    return True


def show_hidden_story(text: PageText, unread: dict[Any, Unread]) -> bool:
    """Show what is hidden or struck out and holds the page's only story; tell whether it did.

    ``unread`` loses the elements that are shown.
    """
    hidden: dict[Any, int] = {}
    for unspoken in text.unspoken:
        said = unspoken.left_out.text
        told = unspoken.left_out.reason in _SHOWN_LATER and _is_told(said)
        if told and not _lies_beside(unspoken.cause) and unspoken.cause.tag != "dialog":
            hidden[unspoken.cause] = hidden.get(unspoken.cause, 0) + len(said)
    if not hidden:  # as on most pages, of which nothing more is looked at
        return False
    seen = sum(run.shown for run in text.runs if _is_prose(run) and not _lies_beside(run.element))
    if seen > _FEW * sum(hidden.values()):
        return False
    for element in hidden:
        _show(element, unread)
    return True


def _show(element: Any, unread: dict[Any, Unread]) -> None:
    for around in climb(element):
        unread.pop(around, None)
    unread.pop(element, None)
    element.attrib.pop("hidden", None)
    # the extractor passes over what is hidden in one of these ways
    element.attrib.pop("aria-hidden", None)
    if element.get("style"):
        element.set("style", drop_hiding(element.get("style")))
    if element.tag in STRUCK:
        element.tag = "span"
    elif element.tag in _BOXES:
        element.tag = "div"


def _is_prose(run: TextRun) -> bool:
    """Whether a run is a sentence of any story."""
    return run.shown >= _SENTENCE and run.linked < _LINKED * run.shown and _is_told(run.text)


def _is_told(text: str) -> bool:
    told = bool(SENTENCE_END.search(text)) and not CUT_SHORT.search(text)
    return told and not _UNFIT.search(text)


def _lies_beside(element: Any) -> bool:
    return any(around.tag in _NO_STORY or _is_called_otherwise(around) for around in climb(element))


def _is_called_otherwise(element: Any) -> bool:
    return bool(_ASKS.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _lies_in(element: Any, box: Any) -> bool:
    return any(around is box for around in climb(element))
