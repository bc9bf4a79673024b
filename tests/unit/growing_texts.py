"""How long searches of a text take when it grows: what no person wrote and a page may hold.

Quadratic rules take sixteen times as long for four times the text; what is allowed is ten times,
in CPU seconds of one run, and nothing is asked of what is hardly to be measured.
"""

from __future__ import annotations

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


def cost(judge: Callable[[str], object], kind: str, size: int, signs: str = "") -> float:
    text = f"{(kind * size)[:size]} {signs}."
    began = time.process_time()
    judge(text)
    return time.process_time() - began


def grows(judge: Callable[[str], object], kind: str, signs: str = "") -> bool:
    """Whether four times the text costs more than ten times as much."""
    short = cost(judge, kind, SHORT, signs)
    return short * GROWS > TOO_SMALL and cost(judge, kind, LONG, signs) > GROWS * short
