"""Memory and growth: what a hundred articles, or a hundred times the text, cost more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import page, paragraphs, repeated, several
from tests.benchmarks.processes import build

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_FEW = 2
"""Paragraphs of the ninety-nine shorter articles; a whole one is among them."""

_LEAST = "Nobody was hurt when the old ferry hit the pier on Tuesday evening, the council said."
"""About the shortest story there is."""


def _memory(setting: Setting) -> list[Figure]:
    lines = paragraphs(setting.article)
    longest = sorted(lines, key=len)[-_FEW:]
    one, hundred = setting.place("one"), setting.place("hundred")
    several(one / "articles", lines, 1)
    several(hundred / "articles", lines, 1)
    several(hundred / "articles", longest, 99, first=2)
    alone = build(one, "articles").peak
    many = build(hundred, "articles").peak
    return [
        Figure(what="memory of building an article with joe", value=alone, target=800, unit="MB",
               remark="parent and worker together"),
        Figure(what="memory of building 100 articles with joe", value=many, target=800, unit="MB",
               remark=f"that one and 99 of its {_FEW} longest paragraphs"),
        Figure(what="memory of 100 articles / of one", value=many / alone, target=1.1),
    ]  # fmt: skip


def _growth(setting: Setting) -> list[Figure]:
    joe = _per_text(setting, "joe", (1, 10))
    tone = _per_text(setting, "tone", (10, 100))
    return [
        Figure(what="CPU a text, 10x / 1x with joe: off linear", value=abs(joe - 1), target=0.05),
        Figure(what="CPU a text, 100x / 10x with tone: off linear", value=abs(tone - 1),
               target=0.05),
    ]  # fmt: skip


def _per_text(setting: Setting, voice: str, sizes: tuple[int, int]) -> float:
    """Return CPU a text at the larger size over that at the smaller, the fixed start taken off."""
    place = setting.place(f"growth-{voice}")
    start = _cpu(page(place / "start.html", 1, [_LEAST]), voice)
    small, large = (
        (_cpu(repeated(place / f"{size}.html", setting.article, size), voice) - start) / size
        for size in sizes
    )
    return large / small


def _cpu(article: Path, voice: str) -> float:
    place = article.with_suffix("")
    place.mkdir()
    return build(place, article, voice=voice).cpu


BENCHES = (
    Bench(name="memory", minutes=3, measure=_memory),
    Bench(name="growth", minutes=5, measure=_growth),
)
