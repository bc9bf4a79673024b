"""Drawings are as wide as they say, and stay within their height."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.checking.article import SpokenPart
from audiopress.checking.report_page import charts

levels = st.lists(st.floats(-120, 10), min_size=1, max_size=400)


def trace(path: str) -> list[tuple[int, int]]:
    """Return the points of a line of relative steps."""
    left, top = map(int, re.match(r"M(\d+) (-?\d+)", path).groups())
    steps = re.findall(r"(-?\d+) (-?\d+)", path.partition("l")[2])
    moves = [(left, top), *((int(x), int(y)) for x, y in steps)]
    return list(accumulate(moves, lambda one, two: (one[0] + two[0], one[1] + two[1])))


@given(levels)
def test_a_line_of_loudness_goes_over_the_whole_width(values: list[float]) -> None:
    path = charts.draw_loudness(values)
    points = trace(path)
    assert len(points) == len(values)
    assert points[-1][0] == (charts.WIDTH if len(values) > 1 else 0)
    assert all(0 <= top <= charts.HEIGHT for _, top in points)


@given(st.lists(st.floats(0, 2), min_size=2, max_size=400))
def test_a_waveform_stays_in_the_upper_half(heights: list[float]) -> None:
    assert all(0 <= top <= charts.HEIGHT // 2 for _, top in trace(charts.draw_wave(heights)))


def test_a_level_stands_where_its_line_is() -> None:
    assert charts.draw_loudness([-16.0, -16.0]) == f"M0 {charts.draw_level(-16)}l1000 0"


@pytest.mark.parametrize(
    ("seconds", "told"), [(7, "0:07"), (95.9, "1:35"), (3723, "1:02:03"), (36000, "10:00:00")]
)
def test_moments_are_clocks(seconds: float, told: str) -> None:
    assert charts.format_time(seconds) == told


@pytest.mark.parametrize("length", [0.5, 9, 61, 754, 3600, 40_000])
def test_marks_of_time_are_few(length: float) -> None:
    ticks = charts.list_ticks(length)
    assert 1 <= len(ticks) <= 6
    assert ticks[0].text == "0:00"


def test_paragraphs_that_are_near_each_other_share_a_number() -> None:
    parts = [SpokenPart(start=at, end=at + 1, beginning="") for at in (0, 2, 50, 52, 80)]
    assert [each.text for each in charts.list_numbers(parts, 100)] == ["1", "3", "5"]
    assert charts.draw_bands(parts[:1], 100) == "M0 0H10V200H0z"
