"""Characters that mean others: full-width figures, circled ones, units in one sign, hyphens.

Only those whose plain form says the same; superscripts, fractions and accents keep their own.
And what is no word for its length, so that no rule has to look through more of it than a word.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["break_long_words", "replace_unicode_forms"]

_RANGES = (
    (0xFF01, 0xFF5E),  # full-width letters, figures and marks
    (0x2080, 0x208E),  # subscripts
    (0x2150, 0x2152), (0x2189, 0x2189),  # fractions without a rule
    (0x2160, 0x217F),  # Roman numerals
    (0x2100, 0x2101), (0x2105, 0x2106),  # a/c, c/o
    (0x3371, 0x33DF),  # units in one sign
    (0xFB00, 0xFB06),  # ligatures
    (0x1D400, 0x1D7FF),  # letters and figures of mathematics
)  # fmt: skip
_CIRCLED = (0x2460, 0x249B)
_OTHERS = {
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2024": ".", "\u2044": "/",
    "\u2215": "/", "\u2236": ":", "\u2103": "°C", "\u2109": "°F", "\u2116": "No.",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u2060": "", "\ufeff": "",
    "\u201a": "‘", "\u2028": " ", "\u2029": " ",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(char): said for char, said in _OTHERS.items()}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            table[code] = unicodedata.normalize("NFKC", chr(code))
    for code in range(_CIRCLED[0], _CIRCLED[1] + 1):
        table[code] = f" {unicodedata.normalize('NFKC', chr(code)).strip('().')} "
    return table


_TABLE = _table()


def replace_unicode_forms(text: str) -> str:
    """Return ``text`` in characters that the rules and the voices know."""
    return text if text.isascii() else text.translate(_TABLE)


_LONGEST = 120
_UNBROKEN = re.compile(rf"\S{{{_LONGEST + 1},}}")
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)", re.IGNORECASE)
_PIECE = re.compile(rf"\S{{1,{_LONGEST}}}")


def break_long_words(text: str) -> str:
    """Return ``text`` with single spaces, and a space within what goes on for over 120 characters.

    Of an address that long only the beginning is kept: its path is never said.
    """
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return _UNBROKEN.sub(_break, text)


def _break(match: re.Match[str]) -> str:
    if _ADDRESS.match(match[0]):
        return match[0][:_LONGEST]
    return _PIECE.sub(r"\g<0> ", match[0]).rstrip()
