"""What is left of a sentence when parts of it are not spoken: gaps closed, marks tidied.

"bigger, ~~better~~, and" is written "bigger, and", and "the States ([1], [2])" "the States".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.comparison import has_words
from audiopress.text.decode import tidy
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiopress.reading.reasons import Reason

__all__ = ["GONE", "close_gaps", "close_signed_gaps", "join_marks", "join_without"]

GONE = "\ufdd4"
"""Stands where something was taken out of a text, until the gap is closed."""

_IN_WORD = re.compile(rf"(?<=\w){GONE}+(?=\w)")
"""The same within a word, which goes on."""

_OPEN, _CLOSE = "\ufdd5", "\ufdd6"
"""Stand around what is not spoken, while spaces are joined; no text has them."""

_GAP = re.compile(rf"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
"""What is not spoken, between these."""

_SEEN: frozenset[Reason] = frozenset(("formula", "note-mark", "struck-out"))
"""Why a text that a reader sees is not spoken: the marks around it are there for its sake.

Around what is hidden they belong to what is seen.
"""


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


def join_without(
    parts: Sequence[str], gaps: Sequence[tuple[int, str, Reason]]
) -> tuple[str, tuple[LeftOut, ...]]:
    """Return what is spoken of a sentence as one line, and what is not, in its order.

    ``gaps`` are what is not: the number of ``parts`` before it, its text, and the reason.
    """
    pieces: list[str] = []
    at = 0
    marks: list[tuple[LeftOut, Reason]] = []
    left_out: list[LeftOut] = []
    for place, text, reason in gaps:
        pieces += parts[at:place]
        at = place
        left_out.append(LeftOut(text=text, reason=reason))
        if reason in _SEEN and not _is_in_word(parts, place):
            pieces.append(f"{_OPEN}{text}{_CLOSE}")
            marks.append((left_out[-1], reason))
    line = tidy("".join((*pieces, *parts[at:])))
    if not marks:
        return line, tuple(left_out)
    text, spans = _read_spans(line, [reason for _, reason in marks])
    joined = join_marks(text, spans)
    starts = {id(mark): span.start for (mark, _), span in zip(marks, spans, strict=True)}
    return close_gaps(text, joined), tuple(_list_joined(text, joined, starts, left_out))


def _is_in_word(parts: Sequence[str], place: int) -> bool:
    """Whether a gap stands within a word, which goes on."""
    before, behind = "".join(parts[:place][-1:]), "".join(parts[place : place + 1])
    return before[-1:].isalnum() and behind[:1].isalnum()


def _read_spans(line: str, reasons: list[Reason]) -> tuple[str, list[InlinePart]]:
    """Return a line without the signs around what is not spoken, and that as spans of it."""
    spans: list[InlinePart] = []
    at = 0
    pieces = _GAP.split(line)
    for number, piece in enumerate(pieces):
        if number % 2:
            reason = reasons[number // 2]
            spans.append(InlinePart(start=at, end=at + len(piece), reason=reason))
        at += len(piece)
    return "".join(pieces), spans


def _list_joined(
    text: str, joined: list[InlinePart], starts: dict[int, int], left_out: list[LeftOut]
) -> Iterator[LeftOut]:
    """Yield what is not spoken in its order, marks that were joined as one."""
    wholes = iter(joined)
    end = 0
    for one in left_out:
        start = starts.get(id(one))
        if start is None:
            yield one
        elif start >= end:
            whole = next(wholes)
            end = whole.end
            yield LeftOut(text=text[whole.start : end], reason=one.reason)


def close_signed_gaps(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with its gaps closed, and the words that led in to what is gone: "see".

    A gap is where `GONE` stands.
    """
    if GONE not in text:
        return text, ()
    pieces = _IN_WORD.sub("", text).split(GONE)
    at = 0
    spans = []
    for piece in pieces[:-1]:
        at += len(piece)
        spans.append(InlinePart(start=at, end=at, reason="note-mark"))
    whole = "".join(pieces)
    joined = join_marks(whole, spans)
    words = (whole[span.start : span.end] for span in joined)
    return close_gaps(whole, joined), tuple(filter(has_words, words))


def join_marks(text: str, parts: list[InlinePart]) -> list[InlinePart]:
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


def close_gaps(text: str, parts: Iterable[InlinePart]) -> str:
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
