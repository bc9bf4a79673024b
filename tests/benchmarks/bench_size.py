"""Memory and growth: what a hundred articles, or a hundred times the text, cost more than one."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import page, paragraphs, repeated, several
from tests.benchmarks.processes import build

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_TIMES = 3
_FEW = 2
"""Paragraphs of the ninety-nine shorter articles; a whole one is among them."""

_LEAST = "Nobody was hurt when the old ferry hit the pier on Tuesday evening, the council said."
"""About the shortest story there is."""


def _memory(setting: Setting) -> list[Figure]:
    lines = paragraphs(setting.article)
    longest = sorted(lines, key=len)[-_FEW:]
    hundred = setting.place("hundred")
    several(hundred / "articles", lines, 1)
    several(hundred / "articles", longest, 99, first=2)
    # Which two lengths meet in the runtime's arena is chance, and fifty megabytes of it.
    alone = statistics.median(_alone(setting.place(f"one-{n}"), lines) for n in range(_TIMES))
    many = build(hundred, "articles", memory=True).peak
    return [
        Figure(what="memory of building an article with heart", value=alone, target=400, unit="MB",
               remark=f"parent and worker together, median of {_TIMES}"),
        Figure(what="memory of building 100 articles with heart", value=many, target=400, unit="MB",
               remark=f"that one and 99 of its {_FEW} longest paragraphs"),
        Figure(what="memory of 100 articles / of one", value=many / alone, target=1.1),
    ]  # fmt: skip


def _alone(place: Path, lines: list[str]) -> float:
    several(place / "articles", lines, 1)
    return build(place, "articles", memory=True).peak


def _growth(setting: Setting) -> list[Figure]:
    heart = _per_text(setting, "heart", (1, 10))
    tone = _per_text(setting, "tone", (10, 100))
    return [
        Figure(what="CPU a text, 10x / 1x with heart: off linear", value=abs(heart - 1),
               target=0.05),
        Figure(what="CPU a text, 100x / 10x with tone: off linear", value=abs(tone - 1),
               target=0.05),
    ]  # fmt: skip


def _per_text(setting: Setting, voice: str, sizes: tuple[int, int]) -> float:
    """Return CPU a text at the larger size over that at the smaller, the fixed start taken off.

    A text is what takes as long to hear: a page says some of its words once however often they
    stand there. Start and small text are built before and after the large one, and what counts is
    the mean of both, so that a machine that is slower for an hour is so for all three.
    """
    place = setting.place(f"growth-{voice}")
    start = page(place / "start.html", 1, [_LEAST])
    small, large = (repeated(place / f"{size}.html", setting.article, size) for size in sizes)
    costs = [_cost(article, voice, place / str(n))
             for n, article in enumerate((start, small, large, small, start))]  # fmt: skip
    begin, less, much = _mean(costs[0], costs[4]), _mean(costs[1], costs[3]), costs[2]
    return _slope(begin, much) / _slope(begin, less)


def _slope(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (other[0] - one[0]) / (other[1] - one[1])


def _mean(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _cost(article: Path, voice: str, place: Path) -> tuple[float, float]:
    """Return the CPU seconds of a build and the seconds of sound it made."""
    place.mkdir()
    done = build(place, article, voice=voice)
    return done.cpu, done.report["totals"]["audio_seconds"]


BENCHES = (
    Bench(name="memory", minutes=3, measure=_memory),
    Bench(name="growth", minutes=5, measure=_growth),
)
