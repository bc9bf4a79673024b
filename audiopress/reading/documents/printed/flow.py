"""The lines of a page in the order in which they are read, as columns from top to bottom.

Most files have them in that order. Where one has not (lines of two columns in turn, text above what
came before it), the page is cut along its white space (recursive XY cut, Nagy and Seth 1984).
"""

from __future__ import annotations

import itertools
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.reading.documents.printed.lines import PrintedLine, PrintedPage

__all__ = ["find_columns"]

_SAME_LINE = 0.5
"""How far two lines' bases may differ that stand beside each other, in letters' sizes."""

_DISORDER = 0.06
"""Share of a page's lines that stand above the one before them, from which it is cut anew."""

_GUTTER = 0.9
"""White space between two columns, in letters' sizes."""

_LONG = 25
"""Letters of a line of prose in a column; cells of tables are shorter."""

_FEWEST = 3
"""Lines of a column; fewer are cells or labels."""

_JUMP = 3.0
"""Space between two lines, in letters' sizes, from which they are of two blocks of the page."""


def find_columns(page: PrintedPage) -> list[list[PrintedLine]]:
    """Return the lines of a page's text, column by column, in reading order."""
    lines = [line for line in page.lines if line.text and not line.furniture]
    if not lines:
        return []
    size = median(line.size for line in lines) or 10.0
    if _is_disordered(lines, size):
        lines = _cut(lines, size, depth=0)
    return _part_columns(lines, size)


def _is_disordered(lines: Sequence[PrintedLine], size: float) -> bool:
    """Whether the order of the file is not the one in which its lines are read."""
    back = beside = 0
    for above, line in itertools.pairwise(lines):
        overlap = min(above.right, line.right) > max(above.left, line.left)
        if line.base > above.base + size and (overlap or line.right < above.left):
            back += 1
        same = abs(line.base - above.base) < _SAME_LINE * size
        # two lines of prose beside each other: columns that were written line by line
        if same and min(len(line.text), len(above.text)) >= _LONG:
            beside += 1
    return back + beside > max(1, _DISORDER * len(lines))


def _cut(lines: list[PrintedLine], size: float, depth: int) -> list[PrintedLine]:
    """Return lines in reading order, by cutting along the widest white space."""
    if len(lines) <= 1 or depth > 40:  # noqa: PLR2004 - a page has no more blocks within blocks
        return sorted(lines, key=lambda line: (-line.base, line.left))
    if gutter := _find_gutter(lines, size):
        left = [line for line in lines if (line.left + line.right) / 2 < gutter]
        right = [line for line in lines if (line.left + line.right) / 2 >= gutter]
        return _cut(left, size, depth + 1) + _cut(right, size, depth + 1)
    parts = _part_rows(lines, size)
    if len(parts) == 1:
        return sorted(lines, key=lambda line: (-round(line.base / (_SAME_LINE * size)), line.left))
    return [line for part in parts for line in _cut(part, size, depth + 1)]


def _find_gutter(lines: list[PrintedLine], size: float) -> float:
    """Return where white space runs from the top to the bottom of lines, 0 where none does."""
    edges = sorted((line.left, line.right) for line in lines)
    reach, best, place = edges[0][1], 0.0, 0.0
    for left, right in edges[1:]:
        if left - reach > max(best, _GUTTER * size):
            best, place = left - reach, (left + reach) / 2
        reach = max(reach, right)
    if not place:
        return 0.0
    sides = [
        [line for line in lines if (line.left < place) == is_left] for is_left in (True, False)
    ]
    prose = all(
        len(side) >= _FEWEST and median(len(line.text) for line in side) >= _LONG / 2
        for side in sides
    )
    return place if prose else 0.0


def _part_rows(lines: list[PrintedLine], size: float) -> list[list[PrintedLine]]:
    """Return lines in groups from top to bottom: parted where one spans what is two columns."""
    ordered = sorted(lines, key=lambda line: -line.base)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    parts: list[list[PrintedLine]] = []
    for line in ordered:
        wide = line.right - line.left > 0.6 * width
        last = parts[-1][-1] if parts else None
        was = last is not None and last.right - last.left > 0.6 * width
        apart = last is not None and last.base - line.base > _JUMP * size
        if last is None or wide != was or apart:
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _part_columns(lines: list[PrintedLine], size: float) -> list[list[PrintedLine]]:
    """Return lines parted where the next one stands above the one before it."""
    columns: list[list[PrintedLine]] = []
    for line in lines:
        last = columns[-1][-1] if columns else None
        if last is None or line.base > last.base + size:
            columns.append([line])
        else:
            columns[-1].append(line)
    return columns
