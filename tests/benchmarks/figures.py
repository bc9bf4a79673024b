"""What a benchmark gives: figures beside their targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Bench", "Figure", "Setting"]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What all benchmarks of a run share: the article, pairs of a ratio, a folder to work in.

    ``before`` is a commit that the installation is compared with, or nothing.
    """

    article: Path
    pairs: int
    folder: Path
    before: str = ""

    def place(self, name: str) -> Path:
        """Return a new folder for one measurement."""
        path = self.folder / name
        path.mkdir(parents=True)
        return path


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row of the table: ``value`` should be at most ``target``; no target, only a remark."""

    what: str
    value: float
    target: float | None = None
    unit: str = ""
    remark: str = ""

    def __str__(self) -> str:
        """Return the row: target, figure and what was compared, a mark where it is missed."""
        target = "" if self.target is None else f"<= {self.target:g} {self.unit}".strip()
        missed = self.target is not None and self.value > self.target
        value = f"{self.value:.3f}".rstrip("0").rstrip(".")
        row = f"{self.what:52} {target:>12} {value + ' ' + self.unit:>12}"
        return f"{row} {'OVER' if missed else '':4}  {self.remark}".rstrip()


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A benchmark that can be chosen by name; ``minutes`` is what it takes on two quiet cores."""

    name: str
    minutes: float
    measure: Callable[[Setting], list[Figure]]
