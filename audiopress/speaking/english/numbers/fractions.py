"""Fractions, powers of ten and numbers with several points: "1/2", "2½", "10²³", "1.1.3".

Here belongs what is one number though it is written with two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    say_amount,
    say_cardinal,
    say_digits,
    say_ordinal,
    say_pair,
)
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
"""Fractions that are one sign, and what they are made of."""

_HUNDREDS = {
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
    "1000000": "millions",
}
"""Round numbers in the plural, without commas: "100,000s of people"."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
"""Figures of an exponent to plain ones."""

_WHOLE = 100
"""What two parts of a whole make together: "a 60/40 split" is no fraction."""

_MARKS = 10
"""Out of how many things are marked: "scored 9/10" is no nine tenths."""

_NO_PART = 20
"""From so many tenths or larger parts on nobody writes a fraction: "54/2"."""

_IP_POINTS = 3
"""Points of an IP address, whose numbers are said figure by figure; a version has two."""


def _say_vulgar(match: re.Match[str], variety: Variety) -> str:
    top, bottom = _VULGAR[match["sign"]].split("/")
    part = _say_parts(int(top), int(bottom), variety)
    if not match["whole"]:
        return part if part != "one half" else "a half" if match["of"] else "half"
    part = {"one half": "a half", "one quarter": "a quarter", "one third": "a third"}.get(
        part, part
    )
    return f"{say_amount(match['whole'], british=variety.british)} and {part}"


def _say_parts(top: int, bottom: int, variety: Variety) -> str:
    """Return "one half", "three quarters", "two fifths"."""
    names = {1: ("over one", "over one"), 2: ("half", "halves"), 4: ("quarter", "quarters")}
    name = say_ordinal(bottom, british=variety.british)
    one, many = names.get(bottom, (name, name + "s"))
    return f"{say_cardinal(top, british=variety.british)} {one if top == 1 else many}"


def _is_no_part(top: int, bottom: int) -> bool:
    """Whether it is no fraction: runs and wickets, a code. Nobody can tell: it is left unsure."""
    return bottom == 1 or (top >= _NO_PART and bottom <= _MARKS)


_HALVED = re.compile(r"\s+(?:an?|board|price|term|time)\b")
"""What is halved with no "one" before it: "half a mile", "half price"."""


def _say_fraction(match: re.Match[str], variety: Variety) -> str | None:
    """Say a fraction, a season ("05/06"), a split ("60/40") or marks ("9/10")."""
    if match["top"].startswith("0") or match["bottom"].startswith("0"):
        return f"{say_pair(int(match['top']))} {say_pair(int(match['bottom']))}"
    top, bottom = int(match["top"].replace(",", "")), int(match["bottom"].replace(",", ""))
    if bottom == 0 or (not match["whole"] and _is_no_part(top, bottom)):
        return None
    whole = ""
    if match["whole"]:
        whole = f"{say_cardinal(int(match['whole']), british=variety.british)} and "
    # Before marks: "90/10" is a split and no ninety out of ten.
    if top + bottom == _WHOLE and not whole:
        return f"{say_cardinal(top)} {say_cardinal(bottom)}"
    if bottom == _MARKS and top > 1 and not whole:
        return f"{say_cardinal(top, british=variety.british)} out of ten"
    if (top, bottom) == (1, 2) and not whole:
        return "half" if _HALVED.match(match.string, match.end()) else "one half"
    return whole + _say_parts(top, bottom, variety)


def _say_power(match: re.Match[str], variety: Variety) -> str:
    exponent = match["power"].translate(_SUPERSCRIPTS)
    sign = "minus " if exponent.startswith("-") else ""
    power = f"{sign}{say_cardinal(int(exponent.lstrip('-')))}"
    words = f"{say_amount(match['base'], british=variety.british)} to the power of {power}"
    if not match["number"]:
        return words
    return f"{say_amount(match['number'], british=variety.british)} times {words}"


def _say_points(match: re.Match[str], _variety: Variety) -> str:
    is_address = match[0].count(".") == _IP_POINTS
    return " dot ".join(
        say_digits(part) if is_address else say_cardinal(int(part)) for part in match[0].split(".")
    )


# Versions before decimals, a whole number together with its fraction.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "IP address and versions",
        r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){2,3}(?![\w.]*\d)",
        _say_points,
        ("123.123.0.40", "one two three dot one two three dot zero dot four zero"),
        ("version 1.1.3", "version one dot one dot three"),
        ("about 1.25 of it", "about one point two five of it"),
    ),
    spoken_form(
        "power of ten",
        # with a number and a sign of multiplication before it, or alone
        # Never from within a number: each figure of a long one would be tried, in time squared.
        rf"(?:(?<!\d)(?<!\d,)(?P<number>{NUMBER})\s?[×x]\s?)?"
        r"(?<![\w.])(?P<base>\d{1,3}(?:\.\d{1,4})?)"
        r"(?P<power>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)",
        _say_power,
        ("6.02×10²³", "six point zero two times ten to the power of twenty three"),
        needs="⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    spoken_form(
        "vulgar fraction",
        r"(?:(?P<whole>\d+)\s?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])(?P<of>\s?of\b)?",
        lambda match, variety: (
            _say_vulgar(match, variety)
            + (" of" if match["of"] else "")
            + (" " if match.string[match.end() : match.end() + 1].isalnum() else "")
        ),
        ("2½ hours", "two and a half hours"),
        ("¾ of them", "three quarters of them"),
        needs="½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞",
    ),
    spoken_form(
        "numbers of hundreds",
        r"(?<![\w.,])(?P<n>1,?000|100,?000|10,?000|100|1,000,000)s\b",
        lambda match, _: _HUNDREDS[match["n"].replace(",", "")],
        ("100,000s of people", "hundreds of thousands of people"),
        needs="1",
    ),
    spoken_form(
        "quarter of a game",
        r"(?<=\b[Aa]t )(?P<n>[13])/4(?=[- ]time\b)",
        lambda match, _: "three quarter" if match["n"] == "3" else "quarter",
        ("led at 3/4 time", "led at three quarter time"),
        ("At 1/4 time it", "At quarter time it"),
        ("us:a waltz in 3/4 time", "a waltz in three four time"),
        needs="/",
    ),
    spoken_form(
        "beat of music",
        r"(?<=\bin )(?P<a>[2-9]|12)/(?P<b>[248])(?=[- ]time\b)",
        lambda match, _: f"{say_cardinal(int(match['a']))} {say_cardinal(int(match['b']))}",
        ("in 6/8 time", "in six eight time"),
        needs="/",
    ),
    spoken_form(
        "fraction",
        # the ending may be written too: "1/5th"
        r"(?<![\w.,/-])(?:(?P<whole>\d{1,3})\s)?"
        r"(?P<top>\d{1,5})\s?/\s?(?P<bottom>\d{1,5})"
        r"(?:th|rd|TH|RD|r?ths|rds)?"
        r"(?![\w/]|[.,-]\d)",
        _say_fraction,
        ("1/2 a mile", "half a mile"),
        ("scored 9/10", "scored nine out of ten"),
        ("a 60/40 split", "a sixty forty split"),
        ("the 05/06 season", "the oh five oh six season"),
        ("2/3 of voters", "two thirds of voters"),
        ("the 54/2 there", "the fifty four slash two there"),
        ("2 1/2 years", "two and one half years"),
        (
            "105 1/2 years, 7/120",
            "one hundred and five and one half years, seven one hundred and twentieths",
        ),
        needs="/",
    ),
)
