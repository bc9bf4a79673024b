"""Sets of tennis with slashes, which are no fractions: "6/4, 3/6 e 7/6", "7-6 (7/5)", "7-6(4)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re

__all__ = ["write_tennis"]

_SET = r"(?:6/[0-4]|[0-4]/6|7/[56]|[56]/7)"
"""Matches a set that somebody has won."""

_TIE_BREAK = r"(?:\s?\(\d{1,2}(?:[-/]\d{1,2})?\))"
"""Matches how the end of a set was won: "(7/5)", "(4)"."""

_SETS = compile_late(
    rf"(?<![\w./:-])(?P<day>\b(?:[Dd]ias?|[Ee]m|[Dd]el?|[Ee]l|[Ll]e|[Dd]u|[Ii]l|[Dd]al) )?"
    rf"{_SET}{_TIE_BREAK}?(?:(?:,| e| y| et| und| en),?\s{_SET}{_TIE_BREAK}?)+(?![\w/:-])"
)
"""Matches two sets or more, and the word that would make them days; one alone is a fraction."""

_BRACKET = compile_late(
    r"(?<![\w./:-])(?P<set>[67]-[0-6]|[0-6]-[67])\s?"
    r"\((?P<first>\d{1,2})(?:[-/:](?P<last>\d{1,2}))?\)"
)
"""Matches a set with its tie-break behind it."""


def write_tennis(text: str) -> str:
    """Return ``text`` with the results of sets as all others are written: "6-4", "7-6 (7-5)"."""
    if "/" not in text and "(" not in text:
        return text
    text = _SETS.sub(lambda m: m[0] if m["day"] else m[0].replace("/", "-"), text)
    return _BRACKET.sub(_write_bracket, text)


def _write_bracket(match: re.Match[str]) -> str:
    last = f"-{match['last']}" if match["last"] else ""
    return f"{match['set']} ({match['first']}{last})"
