"""A document's paragraphs: those of its columns, which go on past notes, tables and figures."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from audiopress.reading.documents.printed.paragraphs import (
    CAPTION,
    ENDED,
    SHORTER,
    PrintedParagraph,
    join_column,
    join_notes,
    part_notes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.reading.documents.printed.lines import PrintedLine

__all__ = ["join_paragraphs"]

_LABEL = 40
"""Letters of the longest label in a figure: lines of a text are longer."""

_FEWEST_LABELS = 3
"""Lines of labels above a caption that make a figure; one or two may be the end of a list."""

_FEWEST_LINES = 3
"""Lines of a paragraph that tell where its column ends, and one less of that which goes on."""

_EDGE_LINES = 6
"""The last lines of a paragraph, by which its right edge is measured."""

_RAGGED = 0.3
"""How far from its edge a line may end, in letters' sizes."""

_SENTENCE = re.compile(r"[.!?]\W*$")
"""How a sentence ends; labels do not."""

_TYPED = 0.9
"""Share of a paragraph's letters that are all of one width, from which it is code."""

_MANUSCRIPT = 0.5
"""Share of a document's letters that are so, from which it is written on a typewriter."""

_PROSE = 8
"""Words of a sentence in letters of one width that is no code."""


def join_paragraphs(columns: Sequence[list[PrintedLine]], body: float) -> list[PrintedParagraph]:
    """Return the paragraphs of all columns of a document; one may go on in the next column."""
    found: list[PrintedParagraph] = []
    notes: list[PrintedParagraph] = []
    none: list[PrintedLine] = []
    for column, following in itertools.zip_longest(columns, columns[1:], fillvalue=none):
        text, below = part_notes(column, body)
        if not below:
            text, below = _part_aside(column, following, body)
        parts = join_column(text, body)
        _mark_labels(parts)
        last = next((each for each in reversed(found) if each.kind in ("text", "item")), None)
        at = _find_continued(last, found, parts, body)
        if last is not None and at is not None:
            last.lines += parts.pop(at).lines
        if notes and parts:
            found += notes
            notes = []
        found += parts
        notes += join_notes(below)
    _mark_code(found)
    return found + notes


def _part_aside(
    column: list[PrintedLine], following: list[PrintedLine], body: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of a column, and what stands in small letters below them.

    Only where the sentence above it goes on in the next column is it known to be no part of the
    text: what one may do with a paper, where its authors work.
    """
    start = len(column)
    while start and column[start - 1].size <= SHORTER * body:
        start -= 1
    aside = column[start:]
    if not (start and aside and following) or CAPTION.match(aside[0].text):
        return column, []
    goes_on = not ENDED.search(column[start - 1].text) and following[0].text[:1].islower()
    return (column[:start], aside) if goes_on else (column, [])


def _find_continued(
    last: PrintedParagraph | None,
    found: Sequence[PrintedParagraph],
    parts: Sequence[PrintedParagraph],
    body: float,
) -> int | None:
    """Return which paragraph of a column goes on with the last one of the column before."""
    beside = ("caption", "table", "label")
    if last is None or any(
        each.kind not in beside
        for each in itertools.takewhile(lambda each: each is not last, reversed(found))
    ):
        return None
    for at, part in enumerate(parts):
        if part.kind == "text":
            lower = part.lines[0].text[:1].islower()
            return at if _flows_on(last, part, body) and (at == 0 or lower) else None
        if part.kind not in beside:
            return None
    return None


def _flows_on(last: PrintedParagraph, following: PrintedParagraph, body: float) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    if abs(last.lines[-1].size - following.size) > (1 - SHORTER) * body:
        return False
    end, start = last.lines[-1].text, following.lines[0].text
    return not ENDED.search(end) or start[:1].islower() or _is_full(last, following)


def _is_full(last: PrintedParagraph, following: PrintedParagraph) -> bool:
    """Whether a paragraph breaks off at a full line, and the next begins without an indent.

    The last line of a paragraph seldom reaches its edge.
    """
    if last.kind != "text" or min(len(last.lines), len(following.lines) + 1) < _FEWEST_LINES:
        return False
    edge = max(line.right for line in last.lines[-_EDGE_LINES:])
    full = last.lines[-1].right >= edge - _RAGGED * last.size
    first, second = following.lines[:2]
    return full and abs(first.left - second.left) < _RAGGED * following.size


def _mark_labels(parts: Sequence[PrintedParagraph]) -> None:
    """Mark the short texts above the caption of a figure: they stand in it."""
    run: list[PrintedParagraph] = []
    for part in parts:
        if part.kind in ("text", "item") and _is_label(part):
            run.append(part)
            continue
        lines = sum(len(label.lines) for label in run)
        if part.kind == "caption" and lines >= _FEWEST_LABELS:
            for label in run:
                label.kind = "label"
        run = []


def _is_label(paragraph: PrintedParagraph) -> bool:
    longest = max(len(line.text) for line in paragraph.lines)
    return longest <= _LABEL and not _SENTENCE.search(paragraph.text)


def _mark_code(paragraphs: Sequence[PrintedParagraph]) -> None:
    """Mark what is in letters of one width, where the document's text is not."""
    if _measure_typed(paragraphs) > _MANUSCRIPT:
        return
    for each in paragraphs:
        said = _SENTENCE.search(each.text) and len(each.text.split()) >= _PROSE
        if each.kind in ("text", "item") and not said and _measure_typed([each]) >= _TYPED:
            each.kind = "code"


def _measure_typed(paragraphs: Sequence[PrintedParagraph]) -> float:
    """Return the share of letters that are all of one width."""
    spans = [span for each in paragraphs for line in each.lines for span in line.spans]
    count = sum(len(span.text.strip()) for span in spans)
    return sum(len(span.text.strip()) for span in spans if span.typed) / max(1, count)
