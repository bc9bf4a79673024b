"""Roman numerals: how they are written and what they are worth, for every language."""

from __future__ import annotations

__all__ = ["ROMAN_NUMERAL", "roman_value"]

ROMAN_NUMERAL = r"(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""Matches numerals as they are correctly written, up to 3,999: "XIV", not "IIII".

A lone "D" is none: it is an initial or a mark far more often than five hundred.
"""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
"""What each letter counts."""


def roman_value(text: str) -> int:
    """Return what a Roman numeral is worth: 14 for "XIV"; raises ``KeyError`` for other letters.

    A letter in front of a larger one is taken away: the I of IX.
    """
    total = 0
    for char, following in zip(text, text[1:] + " ", strict=True):
        worth = _VALUES[char]
        total += -worth if worth < _VALUES.get(following, 0) else worth
    return total
