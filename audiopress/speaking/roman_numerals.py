"""Roman numerals: how they are written and what they are worth, for every language."""

from __future__ import annotations

__all__ = ["PLAIN_NUMERAL", "ROMAN_NUMERAL", "roman_value"]

ROMAN_NUMERAL = (
    r"(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[IVXLCDM])"
)
"""Matches numerals as they are correctly written, up to 3,999: "XIV", not "IIII".

A lone "D" is none: it is an initial or a mark far more often than five hundred.
"""

PLAIN_NUMERAL = rf"(?=[MDCL]*[IVX]){ROMAN_NUMERAL}"
"""Matches a numeral that has an I, a V or an X in it, which few words and marks in capitals have.

C, D, L, M, CD, DC and MM by themselves are letters: "Group C", "Vitamin D", "Karl M.".
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
