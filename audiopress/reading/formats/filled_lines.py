"""Lines that were wrapped at a width, told from lines that are a paragraph each.

A line that was wrapped has no room for the first word of the line below; a paragraph's last line,
a headline or a byline mostly has.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["find_width", "part_filled", "part_head"]

_WIDTHS = range(42, 131)
"""Characters of a wrapped line: below is a list or a poem, above a paragraph."""

_RAGGED = 0.85
"""Part of the width from which a line is full: letters differ in width where a PDF was copied."""

_CLOSED = re.compile(r"[.!?…:][\W_]*$")
"""The end of a sentence."""


def find_width(lines: Sequence[str]) -> int:
    """Return at how many characters lines without a blank one were wrapped; 0 where they were not.

    Most lines are full then, and most of these end within a sentence.
    """
    # the first may be a headline, which was not wrapped
    width = max(map(len, lines[1:] or lines), default=0)
    inner = list(itertools.pairwise(lines))
    full = [pair for pair in inner if _is_full(*pair, width)]
    within = [below for line, below in full if not _CLOSED.search(line)]
    small = list(filter(_begins_small, within))
    wrapped = len(full) * 2 > len(inner) and len(within) * 2 > len(full)
    # the half of all words and more begins with a small letter, in German too
    wrapped = wrapped and len(small) * 3 > len(within)
    return width if width in _WIDTHS and wrapped else 0


def part_filled(lines: Iterable[str], width: int) -> list[str]:
    """Return the paragraphs of lines that were wrapped at a width, each with its line breaks."""
    joined: list[list[str]] = []
    for line in lines:
        last = joined[-1][-1] if joined else ""
        if last and (_begins_small(line) or _is_full(last, line, width)):
            joined[-1].append(line)
        else:
            joined.append([line])
    return ["\n".join(part) for one in joined for part in _part_labels(one, width)]


def part_head(raw: str, width: int) -> list[str]:
    """Return the headline and the byline that stand right above a first paragraph, and that."""
    lines = raw.split("\n")
    labels = []
    while len(lines) > 1 and _is_label(lines[0], lines[1], width):
        labels.append(lines.pop(0))
    return [*labels, "\n".join(lines)]


def _part_labels(lines: list[str], width: int) -> list[list[str]]:
    """Part the line that ends no sentence from a long headline above it: "By Jane Doe"."""
    last = lines[-1]
    label = len(lines) > 1 and len(last) < width * _RAGGED and not _begins_small(last)
    return [lines[:-1], [last]] if label and not _CLOSED.search(last) else [lines]


def _is_label(line: str, below: str, width: int) -> bool:
    room = not _is_full(line, below, width)
    return room and not _CLOSED.search(line) and not _begins_small(below) and line[-1:] != ","


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below had no room in a line."""
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    return bool(word) and len(line) + 1 + len(word) > width * _RAGGED


def _begins_small(line: str) -> bool:
    return line.lstrip()[:1].islower()
