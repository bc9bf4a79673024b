"""A text without the parts that are not spoken, and what they were: gaps closed, marks tidied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from audiopress.model import LeftOut
from audiopress.reading.inline_parts.exported_notes import find_exported_notes
from audiopress.reading.inline_parts.formulas import find_formulas
from audiopress.reading.inline_parts.gaps import close_gaps, join_marks
from audiopress.reading.inline_parts.link_labels import find_link_labels
from audiopress.reading.inline_parts.note_marks import find_note_marks
from audiopress.reading.inline_parts.template_code import find_template_code
from audiopress.reading.inline_parts.time_codes import find_time_codes

if TYPE_CHECKING:
    from audiopress.reading.inline_parts.inline_part import InlinePart
    from audiopress.reading.reasons import Reason

__all__ = ["find_only_reason", "split_inline_parts"]

_HAS_SIGN = re.compile(
    r"[\[{\\$^#*%]|<[%?!rs]|\(|[¶🔗⚓［〔【\u00b2\u00b3\u00b9\u2070-\u2079]"
    r"|^(?:undefined|null|NaN)\b|^0\d?:"
)
"""A sign that some kind of part has: a text without any is not searched."""


def split_inline_parts(text: str, *, sic: bool = False) -> tuple[str, tuple[LeftOut, ...]]:
    """Return ``text`` without the parts that are not spoken, and those, in their order.

    The text is as it was where it has none. ``sic`` has "[sic]" spoken.
    """
    if not _HAS_SIGN.search(text):
        return text, ()
    parts = join_marks(text, _find_parts(text, sic=sic))
    if not parts:
        return text, ()
    left_out = tuple(
        LeftOut(text=text[part.start : part.end], reason=part.reason)
        for part in parts
        if part.reason
    )
    return close_gaps(text, parts), left_out


def find_only_reason(text: str, *, sic: bool = False) -> Reason | Literal[""]:
    """Return the reason of a text that says nothing but parts that are not spoken, else nothing."""
    if not _HAS_SIGN.search(text):
        return ""
    parts = join_marks(text, _find_parts(text, sic=sic))
    if not parts or any(map(str.isalnum, close_gaps(text, parts))):
        return ""
    return next((part.reason for part in parts if part.reason), "")


def _find_parts(text: str, *, sic: bool) -> list[InlinePart]:
    """Return what all kinds find, in its order; of two that overlap the first, or the longer."""
    formulas = list(find_formulas(text))
    found = [*find_exported_notes(text), *formulas, *find_template_code(text)]
    found += find_time_codes(text)
    found += find_link_labels(text)
    found += find_note_marks(text, sic=sic)
    found.sort(key=lambda part: (part.start, -part.end))
    parts: list[InlinePart] = []
    for part in found:
        if not parts or part.start >= parts[-1].end:
            parts.append(part)
    return parts
