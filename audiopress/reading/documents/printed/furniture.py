"""What pages repeat at their edges: running heads, feet and numbers, by their words and places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.reading.documents.printed.lines import PrintedLine, PrintedPage

__all__ = ["mark_furniture"]

_EDGE = 4
"""Lines at the top and at the bottom of a page among which its furniture is."""

_ZONE = 0.14
"""Share of a page's height at its top and bottom in which furniture stands."""

_REPEATED = 0.3
"""Share of the pages on which a line stands that is repeated: a head may stand on each other page,
or through one chapter of three."""

_FEWEST = 2
"""Pages on which a line must stand to be repeated."""

_NEAR = 6.0
"""Points by which the place of a repeated line may differ from page to page."""

_PLACED = 0.6
"""Share of the pages on which a short line stands at the same height, whatever it says."""

_PLACED_PAGES = 4
"""Pages of a document in which a height alone tells."""

_SAME_HEIGHT = 1.5
"""Points by which such a height may differ: letters of a head may be of two fonts."""

_APART = 1.6
"""Space between such a line and the text, in letters' sizes: lines of text are 1.2 apart."""

_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pagina|página|pág\.|strona|sida|side)\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-.]\d{1,3})"
    r"(?:\s*(?:of|/|von|de|di|sur|z|av|van)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
"""A line that only numbers its page: "12", "- xiv -", "Page 3 of 10"."""

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
"""What differs from page to page in a head that is the same."""


def mark_furniture(pages: Sequence[PrintedPage]) -> None:
    """Mark the lines that pages repeat at their edges."""
    edges = {page.number: _list_edge_lines(page) for page in pages}
    _mark_repeated(edges, len(pages))
    _mark_placed(pages, edges)
    for page in pages:
        _mark_numbers(page, edges[page.number])


def _list_edge_lines(page: PrintedPage) -> list[PrintedLine]:
    """Return the lines at the top and the bottom of a page."""
    low, high = _ZONE * page.height, (1 - _ZONE) * page.height
    ordered = sorted(page.lines, key=lambda line: -line.base)
    top = [line for line in ordered[: 2 * _EDGE] if line.base > high]
    bottom = [line for line in ordered[-2 * _EDGE :] if line.base < low]
    return top + [line for line in bottom if line not in top]


def _mark_repeated(edges: dict[int, list[PrintedLine]], count: int) -> None:
    places: dict[str, list[PrintedLine]] = defaultdict(list)
    for lines in edges.values():
        for line in lines:
            places[_DIGITS.sub("#", line.text.lower())].append(line)
    least = max(_FEWEST, _REPEATED * count) if count > _FEWEST else _FEWEST
    for text, lines in places.items():
        if not re.search(r"[^\W\d_#]", text):
            continue  # numbers have a rule of their own
        for line in lines:
            near = {other.page for other in lines if abs(other.base - line.base) < _NEAR}
            # on two pages only a line of words that is in the same place is no chance
            if len(near) >= least or (len(near) >= _PLACED_PAGES - 1 and len(text) > _EDGE):
                line.furniture = True


def _mark_placed(pages: Sequence[PrintedPage], edges: dict[int, list[PrintedLine]]) -> None:
    """Mark the outermost lines that stand at one height on most pages, apart from the text."""
    if len(pages) < _PLACED_PAGES:
        return
    for outermost in (max, min):
        # lines that are marked tell the height too: a head that names its chapter is the same on
        # some pages, and on each page of a short chapter another; then what stands below them
        for marked in (True, False):
            ends = {}
            for page in pages:
                lines = [line for line in edges[page.number] if marked or not line.furniture]
                if lines:
                    base = outermost(line.base for line in lines)
                    ends[page.number] = [line for line in lines if abs(line.base - base) < 1]
            _mark_common(pages, ends)


def _mark_common(pages: Sequence[PrintedPage], ends: dict[int, list[PrintedLine]]) -> None:
    """Mark lines that stand at the height at which most others stand."""
    heights = Counter(round(lines[0].base) for lines in ends.values())
    common = [height for height, _ in heights.most_common(1)]
    same = {
        number: lines
        for number, lines in ends.items()
        if common
        and abs(lines[0].base - common[0]) <= _SAME_HEIGHT
        and _is_apart(pages[number], lines)
    }
    if len(same) >= _PLACED * len(pages):
        for line in (line for lines in same.values() for line in lines):
            line.furniture = True


def _is_apart(page: PrintedPage, lines: list[PrintedLine]) -> bool:
    """Whether lines stand apart from all others, and are short."""
    base, size = lines[0].base, max(line.size for line in lines)
    others = [
        abs(line.base - base) for line in page.lines if line not in lines and not line.furniture
    ]
    short = sum(len(line.text) for line in lines) < 100  # noqa: PLR2004 - a line of text
    return short and min(others, default=size * 9) > _APART * size


def _mark_numbers(page: PrintedPage, edge: Iterable[PrintedLine]) -> None:
    """Mark the number of a page, the outermost line, and what stands beside a running head."""
    edge = list(edge)
    for outermost in (max, min):
        rest = [line for line in page.lines if not line.furniture]
        if len(rest) < _FEWEST:
            return
        base = outermost(line.base for line in rest)
        for line in rest:
            if line in edge and abs(line.base - base) < 1 and _NUMBER.fullmatch(line.text):
                line.furniture = True
    _mark_beside(page, edge)


def _mark_beside(page: PrintedPage, edge: Iterable[PrintedLine]) -> None:
    """Mark what stands in one line with a running head: its page's section, its number."""
    heads = [line.base for line in page.lines if line.furniture]
    for line in edge:
        size = line.size / 2
        line.furniture = line.furniture or any(abs(line.base - base) < size for base in heads)
