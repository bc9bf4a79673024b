"""Years, decades and centuries by themselves: "1939-45", "the '60s", "340 BC".

Here belongs what is a stretch of years or a part of one. Days of a year stand in `dates.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    FOUR_DIGITS,
    TWO_DIGITS,
    say_amount,
    say_cardinal,
    say_ordinal,
    say_pair,
    say_year,
)
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]


def _say_decade(match: re.Match[str], _variety: Variety) -> str:
    """Say "1990s", "2000s", "1900s" and "'60s"."""
    number = match["decade"]
    if len(number) == TWO_DIGITS:
        return _make_plural(say_cardinal(int(number)))
    high, low = int(number[:2]), number[2:]
    if low != "00":
        return f"{say_cardinal(high)} {_make_plural(say_cardinal(int(low)))}"
    return (
        f"{say_cardinal(high)} hundreds" if high % 10 else f"{say_cardinal(high // 10)} thousands"
    )


def _make_plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def _say_years(match: re.Match[str], variety: Variety) -> str:
    first, last = match["first"], match["last"]
    head = say_year(int(first), british=variety.british)
    if len(last) == FOUR_DIGITS:
        return f"{head} to {say_year(int(last), british=variety.british)}"
    return f"{head} to {'two thousand' if last == '00' else say_pair(int(last))}"


def _say_season(match: re.Match[str], variety: Variety) -> str:
    """Say "2023/24", in which the second year is said as it is written, long or short."""
    last = match["last"]
    second = say_year(int(last)) if len(last) == FOUR_DIGITS else say_pair(int(last))
    return f"{say_year(int(match['first']), british=variety.british)} {second}"


def _say_era(match: re.Match[str], variety: Variety) -> str:
    """Say "340 A.D." as a year and "5,000 BC" as a number, which its comma tells."""
    number = match["year"]
    if "," in number:
        when = say_amount(number, british=variety.british)
    else:
        when = say_year(int(number), british=variety.british)
    words = f"{when} {' '.join(match['era'].replace('.', ''))}"
    return words + ("." if match["stop"] and ends_sentence(match) else "")


# Two decades before one, "1939-45" before "2023/24"; eras last: they take any number.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "decades",
        r"(?P<first>\b(?:1[0-9]|20)?\d0s)\s?[-–]\s?(?=(?:1[0-9]|20)?\d0s\b)",
        r"\g<first> to ",
        ("1960s-1980s", "nineteen sixties to nineteen eighties"),
        needs="-–",
    ),
    spoken_form(
        "first decade",
        r"(?<!\w)['’‘]00s\b",
        "noughties",
        ("in the '00s it", "in the noughties it"),
        needs="0",
    ),
    spoken_form(
        "decade",
        # the apostrophe stands in front ("'60s") or behind ("1960's")
        r"(?:(?<!\w)['’‘]\s?(?=\d\ds))?(?<![\w.,£$€])"
        # Of two figures without a space: "20 s" is a measure, no decade.
        r"(?P<decade>(?:1[0-9]|20)\d0|[2-9]0(?!\s))"
        r"\s?['’]?s\b",
        _say_decade,
        ("the 1990s", "the nineteen nineties"),
        ("in the mid-2000s", "in the mid-two thousands"),
        ("the '60s", "the sixties"),
        needs="0",
    ),
    spoken_form(
        "short year",
        # before a mark of inches or of a quotation it is a measure or a quote
        r"(?<!\w)['’‘](?P<y>\d\d)\b(?!['’″\"]|[.,:]\d|-\d)",
        lambda match, _: say_pair(int(match["y"])),
        ("summer of '69", "summer of sixty nine"),
        ("class of ’05", "class of oh five"),
        # a year has two figures
        ("the '5 o'clock", "the 'five o'clock"),
        needs="'‘’",
    ),
    spoken_form(
        "short century",
        r"\b(?:C(?P<n>\d{1,2})th\b|(?P<n2>\d{1,2})(?:th|st|nd|rd) C\b\.?)",
        lambda match, _: f"{say_ordinal(int(match['n'] or match['n2']))} century",
        ("a 19th C barn", "a nineteenth century barn"),
        needs="C",
    ),
    spoken_form(
        "years",
        # four figures and four or two; what is counted in percent is no year
        r"(?<![\w.,£$€/-])(?P<first>1[0-9]\d\d|20\d\d)\s?[-–—]\s?"
        r"(?P<last>(?:1[0-9]|20)\d\d|\d\d)"
        r"(?![\w%]|[.,-]\d|\s?(?:%|per))",
        _say_years,
        ("1939-45", "nineteen thirty nine to forty five"),
        ("1914–1918 war", "nineteen fourteen to nineteen eighteen war"),
        # counted in percent
        ("1500-1600% up", "one thousand five hundred to one thousand six hundred percent up"),
        needs="-–—",
    ),
    spoken_form(
        "fiscal year",
        r"(?<![\w.,£$€/-])(?P<first>20\d\d|19\d\d)\s?/\s?(?P<last>(?:20|19)?\d\d)(?![\w/%]|[.,]\d)",
        _say_season,
        ("2025/2026", "twenty twenty five twenty twenty six"),
        ("the 2023/24 season", "the twenty twenty three twenty four season"),
        needs="/",
    ),
    spoken_form(
        "era",
        r"(?<![\w,.])(?P<year>\d{1,3},\d{3}|\d{1,4})\s?"
        r"(?P<era>A\.?D|B\.?C\.?E|B\.?C|C\.?E)\b(?P<stop>\.?)",
        _say_era,
        ("built in 340 A.D. The wall", "built in three forty A D. The wall"),
        ("about 5,000 BC", "about five thousand B C"),
        ("340 A.D. or so", "three forty A D or so"),
        needs="CDE",
    ),
)
