"""How numbers are written with points, spaces and commas, and how such a number is said."""

from __future__ import annotations

import re

from audiopress.speaking.european.numbers.numerals import say_cardinal, say_hundreds, spell_figures
from audiopress.text.lazy_regex import compile_late

__all__ = ["NUMBER", "is_one", "say_number"]

NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3}){1,6}(?!\d)|\d{1,3}(?: \d{3}){1,6}(?!\d)"
    r"|\d{1,3}(?:['’]\d{3}){1,6}(?!\d)|\d{1,3}(?:,\d{3}){2,6}(?!\d)|\d+)(?:,\d+)?"
)
"""Matches "1.600", "1 600", "1'600", "1,600,000", "1600", with decimals or not.

The groups are bounded: a row of a thousand is not looked through again from each of them.
"""

_ENGLISH = compile_late(r"\d{1,3}(?:,\d{3}){2,}")
"""Matches commas that part thousands: twice or more."""

_COMMA = {
    "de": "Komma",
    "fr": "virgule",
    "es": "coma",
    "it": "virgola",
    "pt": "vírgula",
    "nl": "komma",
}
"""What the mark in front of decimals is called."""

_DECIMALS_TOGETHER = 2
"""Decimals that are said as one number, where a language does so: "virgule vingt-cinq"."""

_FIGURE_BY_FIGURE = ("de",)
"""Languages that say every decimal by itself: "Komma zwei fünf"."""

_IN_HUNDREDS = ("de", "nl")
"""Languages that count years, and what looks like one, in hundreds."""

_FIRST_IN_HUNDREDS, _LAST_IN_HUNDREDS = 1100, 1999
"""Numbers of four figures, written without a point, that are counted in hundreds."""

_YEAR_FIGURES = 4
"""Figures of a year."""


def is_one(written: str, language: str) -> bool:
    """Whether what is counted stands in the singular: at one, in French at all below two."""
    if language in ("fr", "pt"):
        return re.fullmatch(r"[01](?:,\d+)?", written) is not None
    return written == "1"


def say_number(written: str, language: str, gender: str = "", *, amount: bool = False) -> str:
    """Return a written number in words; ``gender`` is that of the noun behind it.

    ``amount``: it stands with a unit, so four figures are no year.
    """
    if _ENGLISH.fullmatch(written):
        written = written.replace(",", "")
    whole, _, decimals = written.partition(",")
    figures = "".join(filter(str.isdecimal, whole))
    if "," in decimals:
        # Groups and decimals behind one sign: no number, so each part is said by itself.
        parts = ("".join(filter(str.isdecimal, part)) for part in written.split(","))
        return ", ".join(say_cardinal(part, language) for part in parts if part)
    if decimals:
        # A number with decimals counts nothing: "uno coma cinco".
        said = say_cardinal(figures, language)
        return f"{said} {_COMMA[language]} {_say_decimals(decimals, language)}"
    bare = figures == whole and len(figures) == _YEAR_FIGURES and not amount
    if bare and language in _IN_HUNDREDS:
        number = int(figures)
        if _FIRST_IN_HUNDREDS <= number <= _LAST_IN_HUNDREDS:
            return say_hundreds(number, language)
    return say_cardinal(figures, language, gender)


def _say_decimals(decimals: str, language: str) -> str:
    together = len(decimals) <= _DECIMALS_TOGETHER and not decimals.startswith("0")
    if together and language not in _FIGURE_BY_FIGURE:
        return say_cardinal(decimals, language)
    return spell_figures(decimals, language)
