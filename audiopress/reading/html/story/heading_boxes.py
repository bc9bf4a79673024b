"""Where the box of a heading ends: what stands behind its element is under another heading.

In a row of blocks a heading goes on to the next one. In the page it may have an element of its own,
such as the box of a newsletter amid a story, whose next paragraph has no heading at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import HEADINGS, climb

if TYPE_CHECKING:
    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = ["find_past_boxes"]

_FIELDS = ("button", "input", "select", "textarea")
"""What a box may hold besides its heading and no text: what is asked for there."""

_LABEL_WORDS = 10
"""Words up to which a bold line may head a box, as in `audiopress.reading.formats.html`."""


def find_past_boxes(runs: list[TextRun]) -> frozenset[int]:
    """Return the numbers of the runs that stand behind the element of the heading above them."""
    past: set[int] = set()
    box: Any = None
    for number, run in enumerate(runs):
        around = list(climb(run.element))
        heading = any(element.tag in HEADINGS for element in around)
        if heading or _is_bold_line(run):
            own = _find_box(runs, number)
            # a bold line heads a box of its own alone: any other is one of the paragraphs
            if heading or _lies_deeper(own, box):
                box = own
                continue
        if box is not None and box not in around:
            past.add(number)
    return frozenset(past)


def _is_bold_line(run: TextRun) -> bool:
    return run.bold >= run.shown and len(run.text.split()) <= _LABEL_WORDS


def _find_box(runs: list[TextRun], number: int) -> Any:
    """Return the nearest element around a heading that holds more than it, up to the body."""
    below = set(climb(runs[number + 1].element)) if number + 1 < len(runs) else set()
    for element in climb(runs[number].element):
        if element in below or next(element.iter(*_FIELDS), None) is not None:
            return element
    return None


def _lies_deeper(own: Any, box: Any) -> bool:
    """Whether a box is another's part, or stands anywhere while there is none."""
    return own is not None and own is not box and (box is None or box not in own.iter())
