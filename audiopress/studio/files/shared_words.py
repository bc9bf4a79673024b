"""How much of two texts is the same, by runs of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["count_shared"]

_RUN = 4
"""Words of a run: two texts on one thing share few of so many, and two versions most."""


def count_shared(lines: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Return the part of the shorter text that both say, from 0 to 1."""
    one, other = set(_list_runs(lines)), set(_list_runs(others))
    return len(one & other) / max(1, min(len(one), len(other)))


def _list_runs(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", " ".join(lines).casefold())
    return zip(*(words[at:] for at in range(_RUN)), strict=False)
