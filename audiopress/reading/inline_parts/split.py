"""A text without the parts that are not spoken, and what they were: gaps closed, marks tidied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from audiopress.model import LeftOut
from audiopress.reading.inline_parts.exported_notes import find_exported_notes
from audiopress.reading.inline_parts.formulas import find_formulas
from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.reading.inline_parts.note_marks import find_note_marks
from audiopress.reading.inline_parts.template_code import find_template_code
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.reasons import Reason

__all__ = ["find_only_reason", "split_inline_parts"]

_HAS_SIGN = re.compile(
    r"[\[{\\$^#*%]|<[%?!rs]|\(|[¶🔗⚓［〔【\u00b2\u00b3\u00b9\u2070-\u2079]|^(?:undefined|null|NaN)\b"
)
"""A sign that some kind of part has: a text without any is not searched."""

_BETWEEN_MARKS = re.compile(
    r"\s*" + any_of("[,;&–—-]", "and", "or", "to", "und", "bis", "et", "y", "e") + r"?\s*"
)
"""What joins two marks that are one: "[12], [13] and [14]", "[3]–[5]"."""

_LEADING_IN = re.compile(
    any_of(r"\(", r"\[")
    + any_of(
        "see also ", "see ", "cf\\. ?", "e\\.g\\.,? ?", "siehe ", "vgl\\. ?", "voir ", "véase "
    )
    + r"?$",
    re.IGNORECASE,
)
"""A bracket that opens before a mark, with no more than a word that leads to it: "(see [12])"."""

_LEAD = 12
"""Characters of the longest such beginning, "(see also "."""

_BRACKETS = {"(": ")", "[": "]"}
"""The brackets that are empty once a mark in them is gone."""

_CLOSING = ",.;:!?)]}”’»…、。，；：！？）」』"
"""Marks that no space stands before; French has one, and keeps it."""

_SPACED = ":;!?»"
"""Marks before which French has a space."""

_OPENING = "([{“„«‘¿¡（「『"
"""Marks that no space stands behind."""

_PAUSES = ",;:–—-、，；："
"""Marks within a sentence: where two of them meet, or one meets the end, one is enough."""

_ENDS = ".!?。！？"
"""Marks at the end of a sentence."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u0e00-\u0e7f]")
"""Letters of scripts that put no spaces between words: kana, Han, Thai."""


def split_inline_parts(text: str, *, sic: bool = False) -> tuple[str, tuple[LeftOut, ...]]:
    """Return ``text`` without the parts that are not spoken, and those, in their order.

    The text is as it was where it has none. ``sic`` has "[sic]" spoken.
    """
    if not _HAS_SIGN.search(text):
        return text, ()
    parts = _merge(text, _find_parts(text, sic=sic))
    if not parts:
        return text, ()
    left_out = tuple(
        LeftOut(text=text[part.start : part.end], reason=part.reason)
        for part in parts
        if part.reason
    )
    return _close_gaps(text, parts), left_out


def find_only_reason(text: str, *, sic: bool = False) -> Reason | Literal[""]:
    """Return the reason of a text that says nothing but parts that are not spoken, else nothing."""
    if not _HAS_SIGN.search(text):
        return ""
    parts = _merge(text, _find_parts(text, sic=sic))
    if not parts or any(map(str.isalnum, _close_gaps(text, parts))):
        return ""
    return next((part.reason for part in parts if part.reason), "")


def _find_parts(text: str, *, sic: bool) -> list[InlinePart]:
    """Return what all kinds find, in its order; of two that overlap the first, or the longer."""
    formulas = list(find_formulas(text))
    found = [*find_exported_notes(text), *formulas, *find_template_code(text)]
    found += find_note_marks(text, sic=sic)
    found.sort(key=lambda part: (part.start, -part.end))
    parts: list[InlinePart] = []
    for part in found:
        if not parts or part.start >= parts[-1].end:
            parts.append(part)
    return parts


def _merge(text: str, parts: list[InlinePart]) -> list[InlinePart]:
    """Make one of marks that are joined, and take in brackets that hold nothing else."""
    merged: list[InlinePart] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last and last.reason == part.reason == "note-mark":
            # bounded, so that no text is read again for each of its marks
            between = text[last.end : part.start]
            if len(between) <= _LEAD and _BETWEEN_MARKS.fullmatch(between):
                merged[-1] = InlinePart(start=last.start, end=part.end, reason=part.reason)
                continue
        merged.append(part)
    return [_take_in_brackets(text, part) for part in merged]


def _take_in_brackets(text: str, part: InlinePart) -> InlinePart:
    """Return a part with the bracket around it, if that holds nothing else: "(see [12])"."""
    before = text[max(0, part.start - _LEAD) : part.start]
    lead = _LEADING_IN.search(before)
    if lead is None or part.instead or not part.reason:
        return part
    closing = _BRACKETS[lead[0][0]]
    behind = text[part.end : part.end + 2]
    if not behind.lstrip().startswith(closing):
        return part
    start = part.start - len(before) + lead.start()
    return InlinePart(start=start, end=part.end + behind.index(closing) + 1, reason=part.reason)


def _close_gaps(text: str, parts: Iterable[InlinePart]) -> str:
    """Return ``text`` without ``parts``: one space or none at each gap, and no mark twice."""
    done: list[str] = []
    left, *others = _cut(text, parts)
    for right in others:
        if not right.strip():
            # two gaps that a space or nothing parts are one
            left += right
        elif not left.strip():
            left = right.lstrip(_CLOSING + _PAUSES + " ")
        else:
            before, left = _fit(left, right)
            done.append(before)
    done.append(left)
    return " ".join("".join(done).split())


def _cut(text: str, parts: Iterable[InlinePart]) -> list[str]:
    """Return what stands between the gaps; marks around what is spoken leave none."""
    pieces: list[list[str]] = [[]]
    at = 0
    for part in parts:
        pieces[-1] += text[at : part.start], part.instead
        if part.reason and not part.instead:
            pieces.append([])
        at = part.end
    pieces[-1].append(text[at:])
    return ["".join(piece) for piece in pieces]


def _fit(left: str, right: str) -> tuple[str, str]:
    """Return what stands left of a gap, with its space, and what stands right of it."""
    behind, before = right.lstrip(), left.rstrip()
    spaced = behind != right or before != left
    first, last = behind[0], before[-1]
    if first in _CLOSING:
        if last in _PAUSES:
            before = before.rstrip(_PAUSES + " ")
        elif last in _ENDS and first in _ENDS:
            behind = behind[1:]
        french = behind != right and first in _SPACED
        return before + " " * french, behind
    # two words that a mark has parted are still two
    parted = spaced or (first.isalnum() and not _UNSPACED.search(last + first))
    return before + " " * (parted and last not in _OPENING), behind
