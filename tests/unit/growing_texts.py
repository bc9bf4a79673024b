"""How long searches of a text take when it grows: what no person wrote and a page may hold.

Quadratic rules take sixteen times as long for four times the text; what is allowed is ten times,
in CPU seconds of one run, and nothing is asked of what is hardly to be measured.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NASTY = [
    "1", "1 ", "1/", "1,", "111,", "1.", "1-", "- ", "-", " ", "\t", "a", "A", "a.", "A.", "a-",
    ".", "*", "Follow Aa ", "Jane is ",
]  # fmt: skip
SHORT, LONG = 10_000, 40_000
GROWS = 10
TOO_SMALL = 0.15

FEW, MANY = 250, 1_000
CALLS_GROW = 5


def cost(judge: Callable[[str], object], kind: str, size: int, signs: str = "") -> float:
    text = f"{(kind * size)[:size]} {signs}."
    began = time.process_time()
    judge(text)
    return time.process_time() - began


def grows(judge: Callable[[str], object], kind: str, signs: str = "") -> bool:
    """Whether four times the text costs more than ten times as much."""
    short = cost(judge, kind, SHORT, signs)
    return short * GROWS > TOO_SMALL and cost(judge, kind, LONG, signs) > GROWS * short


def count_calls(judge: Callable[[int], object], size: int) -> int:
    """Return how many Python functions are called, steps of generators among them."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        judge(size)
    finally:
        sys.setprofile(before)
    return calls


def calls_grow(judge: Callable[[int], object]) -> bool:
    """Whether four times as many of something take more than five times as many calls."""
    judge(FEW)  # what is loaded or compiled once is no part of it
    return count_calls(judge, MANY) > CALLS_GROW * count_calls(judge, FEW)
