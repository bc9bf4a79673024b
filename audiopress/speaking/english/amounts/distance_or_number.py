"""Whether "10m" is a distance or a number: what the words around it tell.

No form stands here: `meters_or_millions.py` asks. The words stand in `words_beside_distances.py`.
"""

from __future__ import annotations

import re

from audiopress.speaking.english.amounts.part_of_a_noun import is_length_of, names_long_thing
from audiopress.speaking.english.amounts.words_beside_distances import (
    APPROXIMATELY,
    BEFORE_DISTANCES,
    BEFORE_NUMBERS,
    BEHIND_DISTANCES,
    BEHIND_NUMBERS,
    COUNTED,
    MONEY_JUST_BEFORE,
    MONEY_LINKS,
    MONEY_WORDS,
    NEAR_DISTANCES,
    NEAR_NUMBERS,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["is_distance", "is_in_doubt"]

_NEAR = 60
"""Characters on either side that are looked at: about ten words, seldom more than the clause."""

_BRACKET = 9
"""Characters in front of "m" that are looked at where it stands in a bracket: "1,100ft (335m)"."""

_DISTANCE_BEHIND = compile_late(
    rf"\A[\s-]?(?:{any_of(BEHIND_DISTANCES)}\b|x\b|by\s\d)"
    r"|\A\s+\((?=\d[\d.,]*\s?(?:ft|feet|foot|yd|yards|in\b))"
)
"""Matches behind the m what makes it meters; also the same length in feet, in brackets."""

_WHENCE_OR_WHERE = compile_late(
    r"\A[\s-]?(?:from the\b|towards?\b"
    r"|past\s(?:(?:the|an?|this|that|his|her|its|their|it|them)\b|[A-Z]))"
)
"""Matches what makes it meters unless money stands before: "received 12m from the council".

"Past" needs a place behind it: "5m past users" are counted.
"""

_NUMBER_BEHIND = compile_late(rf"\A\s?(?:{any_of(COUNTED)}|{any_of(BEHIND_NUMBERS)}\b)")
"""Matches behind the m what makes it millions."""

_MONEY_BEFORE = compile_late(rf"\b{any_of(MONEY_WORDS)}\b[^.;]*\Z", re.IGNORECASE)
"""Matches in front of the number, in its own clause, what makes it money."""

_MONEY_JUST_BEFORE = compile_late(
    rf"\b{any_of(MONEY_JUST_BEFORE)}(?:\s{any_of(MONEY_LINKS)}){{0,2}}\s"
    r"(?:(?<=between\s)\d[\d.,]*m?\sand\s)?\Z",
    re.IGNORECASE,
)
"""Matches right before the number what makes it money."""

_DISTANCE_BEFORE = compile_late(rf"\b{any_of(BEFORE_DISTANCES)}(?:\s{any_of(APPROXIMATELY)})*\s\Z")
"""Matches just in front of the number what makes it a distance."""

_NUMBER_NEAR = compile_late(rf"\b{any_of(NEAR_NUMBERS)}\b")
"""Matches near by what is counted."""

_DISTANCE_NEAR = compile_late(rf"\b{any_of(NEAR_DISTANCES)}\b|\d(?:ft|cm|km)\b")
"""Matches near by what is measured, or another length: "1,100ft (335m)"."""

_NUMBER_BEFORE = compile_late(rf"\b{any_of(BEFORE_NUMBERS)}\s\Z")
"""Matches just in front of the number what stands before counts more often than lengths."""


_UNKNOWN_PART = compile_late(r"\A\sof\s(?!which\b)[a-z]")
"""Matches a part of something that no list has: "2.4m of the gizmo"."""

_OF_WHICH = compile_late(r"\A\sof\swhich\b")
"""Matches what points back to a thing or to things: "the wall, 12m of which fell"."""

_DISTANCE_AND_TIME = compile_late(r"\b\d+m(?:\s\w+)?\sin\s\Z")
"""Matches before what may be minutes: "He swam 400m in 22m"."""


def is_distance(match: re.Match[str]) -> bool:
    """Whether "m" behind the number that ``match`` found means meters."""
    back, ahead = _look_around(match)
    told = _judge(back, ahead)
    if told is not None:
        return told
    # Where nothing tells it is meters, unless a decimal or a word such as "than" makes it millions.
    counted = _NUMBER_BEFORE.search(back) or "." in match["number"]
    return bool(_UNKNOWN_PART.match(ahead)) or not counted


def is_in_doubt(match: re.Match[str]) -> bool:
    """Whether nothing around the number that ``match`` found tells what its "m" means."""
    back, ahead = _look_around(match)
    return bool(_DISTANCE_AND_TIME.search(back)) or _judge(back, ahead) is None


def _look_around(match: re.Match[str]) -> tuple[str, str]:
    start, end = match.span()
    return match.string[max(0, start - _NEAR) : start], match.string[end : end + _NEAR]


def _judge(back: str, ahead: str) -> bool | None:
    """Return whether it is a distance, by the words on both sides; None if they do not tell."""
    # What follows at once is surest, so it is asked first.
    part = is_length_of(ahead)
    if part is not None:
        return part
    if _OF_WHICH.match(ahead):
        return bool(_DISTANCE_NEAR.search(back)) or names_long_thing(back)
    return True if _DISTANCE_BEHIND.match(ahead) else _judge_by_sides(back, ahead)


def _judge_by_sides(back: str, ahead: str) -> bool | None:
    """Return the same where what follows at once is neither a part of something nor a distance."""
    if _NUMBER_BEHIND.match(ahead) or _MONEY_JUST_BEFORE.search(back):
        return False
    if _WHENCE_OR_WHERE.match(ahead):
        return True
    # Behind money: in "profits rose 10m" the "rose" would make a distance of it.
    if _MONEY_BEFORE.search(back):
        return False
    if _DISTANCE_BEFORE.search(back):
        return True
    if back.endswith("(") and _DISTANCE_NEAR.search(back[-_BRACKET:]):
        return True
    return _judge_by_words_near(back + ahead)


def _judge_by_words_near(around: str) -> bool | None:
    if _NUMBER_NEAR.search(around):
        return False
    return True if _DISTANCE_NEAR.search(around) or names_long_thing(around) else None
