"""Where in a recording a sentence is said, as transcripts write it: "[00:12:31]".

The time of a race in brackets ("won (2:01:09)") and the hour of an event are text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_time_codes"]

_SHORT = r"\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
"""Minutes and seconds, or hours and minutes: "12:31"."""

_LONG = r"\d{1,2}:[0-5]\d:[0-5]\d(?:[.,:]\d{1,3})?"
"""Hours, minutes, seconds, perhaps parts of one or the number of a frame: "00:12:31.250"."""

_FROM_ZERO = r"0\d?:[0-5]\d:[0-5]\d(?:[.,:]\d{1,3})?"
"""The same in the first hours of a recording; no race is written so."""

_TO = r"\s?(?:-{1,2}>|→|[-–—]|to)\s?"
"""What stands between the beginning and the end of what is said."""

_CODES = (
    # in square brackets nothing else is written so
    compile_late(rf"\[\s?(?:{_LONG}|{_SHORT})(?:{_TO}(?:{_LONG}|{_SHORT}))?\s?\]"),
    compile_late(rf"[(<]\s?{_FROM_ZERO}(?:{_TO}{_LONG})?\s?[)>]"),
    # before what is said, or behind who says it
    compile_late(rf"^\(\s?(?:{_LONG}|0\d:[0-5]\d)\s?\)(?=\s*\S)"),
    compile_late(rf"(?<=[\w.])\s?\(\s?(?:{_LONG}|{_SHORT})\s?\)(?=\s?:|$)"),
    compile_late(rf"^{_FROM_ZERO}(?:{_TO}{_LONG})?(?:\s?[-–—:|])?(?=\s|$)"),
)
"""How they are written, each with its brackets and what parts them from the words."""

_LABEL = 60
"""Characters of the longest name of who speaks."""


def find_time_codes(text: str) -> Iterator[InlinePart]:
    """Yield the time codes in ``text``."""
    if ":" not in text:
        return
    for pattern in _CODES:
        for found in pattern.finditer(text):
            if not _is_behind_sentence(found.start(), found[0]):
                yield InlinePart(start=found.start(), end=found.end(), reason="time-code")


def _is_behind_sentence(at: int, said: str) -> bool:
    """Whether a bracket without a zero hour stands behind more than a speaker's name."""
    label = said.strip()[0] == "(" and not said.strip()[1:].lstrip().startswith("0")
    return label and at > _LABEL
