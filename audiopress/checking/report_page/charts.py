"""Drawings of a sound as paths of SVG: whole numbers, so that a few hundred points stay small.

They are stretched to the width of a page, so no letters are in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.checking.article import SpokenPart

__all__ = [
    "HEIGHT",
    "LEVELS",
    "MINUS",
    "WIDTH",
    "Mark",
    "draw_bands",
    "draw_level",
    "draw_loudness",
    "draw_wave",
    "format_level",
    "format_time",
    "list_numbers",
    "list_ticks",
    "place",
]

WIDTH: Final = 1000
"""Units of a drawing from left to right; a tenth of a percent is finer than a pixel."""

HEIGHT: Final = 200
"""Units of a drawing from top to bottom; a waveform has half of them on each side."""

_LOUDEST: Final = -6
"""LUFS at the top of the drawing of loudness: what is louder is drawn there ..."""

_SOFTEST: Final = -30
"""... and at its bottom, where there are pauses."""

LEVELS: Final = (-10, -16, -23)
"""LUFS that have a line: too loud for podcasts, their level, and that of broadcasts."""

_STEPS: Final = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
"""Seconds between marks of time, of which that is taken that gives at most ``_MOST_TICKS``."""

_MOST_TICKS: Final = 6
"""Marks of time below a drawing: what a phone has room for."""

_NEAREST: Final = 5.0
"""Percent of the width that a number of a paragraph needs for itself on a phone."""

MINUS: Final = "\N{MINUS SIGN}"
"""The sign before a level: a hyphen may be left at the end of a line."""

_HOUR: Final = 3600
"""Seconds of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something at a place of the drawing: ``left`` in percent of its width."""

    left: float
    text: str


def place(seconds: float, length: float) -> float:
    """Return the percent of a drawing's width at which a moment of ``length`` seconds stands."""
    return round(100 * min(max(seconds / length, 0.0), 1.0), 2) if length else 0.0


def draw_wave(heights: Sequence[float]) -> str:
    """Return the outline of the upper half of a waveform; the lower one is its mirror."""
    middle = HEIGHT // 2
    points = [middle - round(min(height, 1.0) * middle) for height in heights]
    return f"{_draw_line(points)}V{middle}H0z" if points else ""


def draw_loudness(levels: Sequence[float]) -> str:
    """Return the line of levels in LUFS."""
    return _draw_line([draw_level(level) for level in levels])


def draw_level(level: float) -> int:
    """Return how far below the top of the drawing a level in LUFS stands."""
    share = (_LOUDEST - level) / (_LOUDEST - _SOFTEST)
    return round(HEIGHT * min(max(share, 0.0), 1.0))


def draw_bands(parts: Iterable[SpokenPart], length: float) -> str:
    """Return the rectangles of all paragraphs, from their beginnings to their ends."""
    edges = [(place(each.start, length), place(each.end, length)) for each in parts]
    scale = WIDTH / 100
    return "".join(
        f"M{round(start * scale)} 0H{round(end * scale)}V{HEIGHT}H{round(start * scale)}z"
        for start, end in edges
    )


def _draw_line(points: Sequence[int]) -> str:
    """Return a line through heights at equal distances, over the whole width."""
    if not points:
        return ""
    last = max(len(points) - 1, 1)
    across = [number * WIDTH // last for number in range(len(points))]
    steps = zip(pairwise(across), pairwise(points), strict=True)
    moved = " ".join(f"{right - left} {below - above}" for (left, right), (above, below) in steps)
    return f"M0 {points[0]}l{moved}" if moved else f"M0 {points[0]}H{WIDTH}"


def list_numbers(parts: Sequence[SpokenPart], length: float) -> list[Mark]:
    """Return the numbers of paragraphs at their beginnings, as many as there is room for."""
    found: list[Mark] = []
    for number, part in enumerate(parts, 1):
        left = place(part.start, length)
        if not found or left - found[-1].left >= _NEAREST:
            found.append(Mark(left=left, text=str(number)))
    return found


def list_ticks(length: float) -> list[Mark]:
    """Return round moments of a sound."""
    step = next((each for each in _STEPS if length / each < _MOST_TICKS), _STEPS[-1])
    moments = range(0, int(length) + 1, step)
    return [Mark(left=place(each, length), text=format_time(each)) for each in moments]


def format_time(seconds: float) -> str:
    """Return a moment as a clock that began with the sound: ``0:07``, ``1:02:03``."""
    whole = int(seconds)
    minutes = f"{whole // 60 % 60}:{whole % 60:02}"
    return f"{whole // _HOUR}:{minutes:0>5}" if whole >= _HOUR else minutes


def format_level(level: float) -> str:
    """Return a level in LUFS or dBTP as it is printed."""
    return f"{level:.1f}".replace("-", MINUS)
