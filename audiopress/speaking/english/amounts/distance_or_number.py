"""Whether "10m" is a distance or a number: what the words around it tell.

No form stands here: `meters_or_millions.py` asks. The words stand in `words_beside_distances.py`.
"""

from __future__ import annotations

import re

from audiopress.speaking.english.amounts.words_beside_distances import (
    APPROXIMATELY,
    BEFORE_DISTANCES,
    BEFORE_NUMBERS,
    BEHIND_DISTANCES,
    BEHIND_NUMBERS,
    COUNTED,
    MATERIALS,
    MONEY_WORDS,
    NEAR_DISTANCES,
    NEAR_NUMBERS,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["is_distance"]

_NEAR = 60
"""Characters on either side that are looked at: about ten words, seldom more than the clause."""

_BRACKET = 9
"""Characters in front of "m" that are looked at where it stands in a bracket: "1,100ft (335m)"."""

_DISTANCE_BEHIND = compile_late(
    rf"\A[\s-]?(?:{any_of(BEHIND_DISTANCES)}\b|x\b|by\s\d|from the\b"
    rf"|of (?:the )?{any_of(MATERIALS)})"
    r"|\A\s+\((?=\d[\d.,]*\s?(?:ft|feet|foot|yd|yards|in\b))"
)
"""Matches behind the m what makes it meters; also the same length in feet, in brackets."""

_NUMBER_BEHIND = compile_late(rf"\A\s?(?:{any_of(COUNTED)}|{any_of(BEHIND_NUMBERS)}\b)")
"""Matches behind the m what makes it millions."""

_MONEY_BEFORE = compile_late(rf"\b{any_of(MONEY_WORDS)}\b[^.;]*\Z", re.IGNORECASE)
"""Matches in front of the number, in its own clause, what makes it money."""

_DISTANCE_BEFORE = compile_late(rf"\b{any_of(BEFORE_DISTANCES)}(?:\s{any_of(APPROXIMATELY)})*\s\Z")
"""Matches just in front of the number what makes it a distance."""

_NUMBER_NEAR = compile_late(rf"\b{any_of(NEAR_NUMBERS)}\b")
"""Matches near by what is counted."""

_DISTANCE_NEAR = compile_late(rf"\b{any_of(NEAR_DISTANCES)}\b|\d(?:ft|cm|km)\b")
"""Matches near by what is measured, or another length: "1,100ft (335m)"."""

_NUMBER_BEFORE = compile_late(rf"\b{any_of(BEFORE_NUMBERS)}\s\Z")
"""Matches just in front of the number what stands before counts more often than lengths."""


def is_distance(match: re.Match[str]) -> bool:
    """Whether "m" behind the number that ``match`` found means meters."""
    start, end = match.span()
    ahead, back = match.string[end : end + _NEAR], match.string[max(0, start - _NEAR) : start]
    # What follows at once is surest, so it is asked first.
    if _DISTANCE_BEHIND.match(ahead):
        return True
    if _NUMBER_BEHIND.match(ahead) or _MONEY_BEFORE.search(back):
        return False
    # Behind money: in "profits rose 10m" the "rose" would make a distance of it.
    if _DISTANCE_BEFORE.search(back):
        return True
    if back.endswith("(") and _DISTANCE_NEAR.search(back[-_BRACKET:]):
        return True
    around = back + ahead
    if _NUMBER_NEAR.search(around):
        return False
    # Where nothing tells it is meters, unless a decimal or a word such as "sold" makes it millions.
    counted = _NUMBER_BEFORE.search(back) or "." in match["number"]
    return bool(_DISTANCE_NEAR.search(around)) or not counted
