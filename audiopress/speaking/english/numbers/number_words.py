"""Numbers in English words: cardinals, ordinals, years, pairs of figures, figure by figure.

What the forms of all other files call; no form stands here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import Variety

__all__ = [
    "FOUR_DIGITS",
    "NUMBER",
    "NUMBER_WORDS",
    "THREE_DIGITS",
    "TWO_DIGITS",
    "is_one",
    "say_amount",
    "say_cardinal",
    "say_code",
    "say_digits",
    "say_number_in_text",
    "say_ordinal",
    "say_pair",
    "say_year",
]

_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
"""The words below twenty, each at the place of its number."""

_TENS = ("_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
"""The tens at the place of their first figure; those below twenty are words of their own."""

_SCALES = (
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)
"""The short scale, which British and American press share; largest first."""

NUMBER_WORDS = (*_ONES, *_TENS[2:], "hundred", *(word for _, word in _SCALES))
"""Every word that a number is made of."""

_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
"""Ordinals that are not the cardinal with "th"."""

_LARGEST = 10**18
"""The first number without a common name: from here on figures are said one by one."""

_MOST_FIGURES = 300
"""Figures of a whole number that are made one; Python refuses to convert more than 4,300."""

_TWENTY = len(_ONES)
"""The first number that is put together of tens and ones."""

_HUNDRED = 100
"""Where a number gets another word, and where the two halves of a year meet."""

_THOUSAND = 1000
"""Where it gets the next; years below are said as numbers or in two parts: "three forty"."""

_TEN = 10
"""Below it a pair of figures has a nought in front, which is said "oh"."""

TWO_DIGITS, THREE_DIGITS, FOUR_DIGITS = 2, 3, 4
"""Lengths of written figures that mean different things: '24 or 2024, 747 or 1066."""

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,12}|\d+)(?:\.\d+)?|\.\d+"
"""Matches a number as English writes it: "1,600", "2.5", ".5"; of "1,60" only the 1.

It has alternatives at its top level: stand it in a group.
"""

_YEAR = re.compile(r"1(?:0[1-9]|[1-9]\d)\d|20\d\d")
"""Matches 1010 to 2099, which stand for a year in running text far more often than for a count."""

_NAME_OF_FIGURES = re.compile(r"\d{8,}|\d{5}")
"""Matches five figures or eight and more without commas: a postcode or an account, not a count."""


def say_cardinal(number: int, *, british: bool = False) -> str:
    """Return "one hundred (and) five"; digits one by one from 10^18."""
    if number >= _LARGEST:
        return say_digits(str(number))
    if number < _TWENTY:
        return _ONES[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    if number < _THOUSAND:
        hundreds, rest = divmod(number, _HUNDRED)
        return _ONES[hundreds] + " hundred" + _say_rest(rest, british=british)
    scale, name = next(found for found in _SCALES if number >= found[0])
    high, rest = divmod(number, scale)
    return f"{say_cardinal(high, british=british)} {name}{_say_rest(rest, british=british)}"


def _say_rest(rest: int, *, british: bool) -> str:
    """Return what comes behind a scale, in Britain with "and" where it is below a hundred."""
    if not rest:
        return ""
    link = " and " if british and rest < _HUNDRED else " "
    return link + say_cardinal(rest, british=british)


def say_ordinal(number: int, *, british: bool = False) -> str:
    """Return "twenty first"."""
    head, _, last = say_cardinal(number, british=british).rpartition(" ")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last += "th"
    return f"{head} {last}".strip()


def say_digits(text: str) -> str:
    """Return the digits of ``text`` one by one."""
    return " ".join(_ONES[int(char)] for char in text if char.isdecimal())


def say_pair(number: int) -> str:
    """Return two digits as in years and times: "oh five", "forty"."""
    return f"oh {_ONES[number]}" if number < _TEN else say_cardinal(number)


def say_year(number: int, *, british: bool = False) -> str:
    """Return "nineteen oh five", "two thousand (and) eight", "twenty twenty four"."""
    high, low = divmod(number, _HUNDRED)
    # 2000 to 2009 are counted, "two thousand and eight"; below a thousand it is "three forty".
    if number < _THOUSAND or (high % 10 == 0 and low < _TEN):
        if _HUNDRED < number < _THOUSAND and low:
            return f"{_ONES[high]} {say_pair(low)}"
        return say_cardinal(number, british=british)
    if low == 0:
        return f"{say_cardinal(high)} hundred"
    return f"{say_cardinal(high)} {say_pair(low)}"


def say_code(text: str) -> str:
    """Return the digits of a name such as MH370 or A320: pairs up to four digits."""
    if text.startswith("0") or len(text) > FOUR_DIGITS:
        return say_digits(text)
    number = int(text)
    round_hundred = number < _THOUSAND and number % _HUNDRED == 0
    # Round numbers are counted: two noughts make no pair that one could say.
    if len(text) <= TWO_DIGITS or number % _THOUSAND == 0 or round_hundred:
        return say_cardinal(number)
    high, low = divmod(number, _HUNDRED)
    if low == 0:
        return f"{say_cardinal(high)} hundred"
    return f"{say_cardinal(high)} {say_pair(low)}"


def say_amount(text: str, *, british: bool = False) -> str:
    """Return a written number in words: "1,512.5", ".5", "007", "2.30"."""
    whole, point, part = text.replace(",", "").partition(".")
    if not point:
        # "007" is no seven: a nought in front is said, one by itself is a number.
        return (
            say_digits(whole) if whole[:1] == "0" != whole else _say_whole(whole, british=british)
        )
    head = _say_whole(whole, british=british) if whole else ""
    return f"{head} point {say_digits(part)}".strip()


def _say_whole(text: str, *, british: bool) -> str:
    """Return a whole number; one that no number is made of is said figure by figure."""
    return (
        say_cardinal(int(text), british=british) if len(text) <= _MOST_FIGURES else say_digits(text)
    )


def say_number_in_text(text: str, variety: Variety) -> str:
    """Return a number in running text: a year, a count, or digits where it is a name.

    The round year 2000 is said as a count: "two thousand".
    """
    if _YEAR.fullmatch(text) and text != "2000":
        return say_year(int(text), british=variety.british)
    # Those with three noughts are counts that miss their comma: "10000 people".
    if _NAME_OF_FIGURES.fullmatch(text) and not text.endswith("000"):
        return say_digits(text)
    return say_amount(text, british=variety.british)


def is_one(text: str) -> bool:
    """Whether a written number takes the singular."""
    return text in ("1", "1.0", "1.00")
