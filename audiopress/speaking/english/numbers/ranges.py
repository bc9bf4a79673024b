"""Two numbers with a sign between them: ranges, ratios, sums, chapter and verse.

What is left of them here is no score, no date and no fraction: those come before. In a range the
dash is said "to" ("10-15 minutes"); where it is not, the form stands in `scores.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    TWO_DIGITS,
    say_cardinal,
    say_code,
    say_number_in_text,
    say_pair,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_BOOKS = (
    "Genesis",
    "Exodus",
    "Leviticus",
    "Deuteronomy",
    "Joshua",
    "Judges",
    "Samuel",
    "Kings",
    "Psalms?",
    "Proverbs",
    "Ecclesiastes",
    "Isaiah",
    "Jeremiah",
    "Ezekiel",
    "Daniel",
    "Matthew",
    "Mark",
    "Luke",
    "John",
    "Acts",
    "Romans",
    "Corinthians",
    "Galatians",
    "Ephesians",
    "Philippians",
    "Colossians",
    "Timothy",
    "Hebrews",
    "James",
    "Peter",
    "Revelation",
    "Surah",
    "Sura",
    "Quran",
    "Koran",
)
"""Books whose chapters and verses are written with a colon: "John 3:16" is no time of day."""

_OPERATORS = {
    "+": "plus",
    "*": "times",
    "×": "times",
    "x": "by",
    "=": "equals",
    "-": "minus",
    "−": "minus",
    ">": "is greater than",
    "<": "is less than",
    "÷": "divided by",
}
"""What a sign between two numbers is called; "x" is "by", as of sides, not of products."""


def _say_range(match: re.Match[str], variety: Variety) -> str:
    first, last = match["a"], match["b"]
    if last.startswith("0") and len(last) == TWO_DIGITS:  # 30-06, a rifle
        return f"{say_number_in_text(first, variety)} {say_pair(int(last))}"
    return f"{say_number_in_text(first, variety)} to {say_number_in_text(last, variety)}"


def _say_operator(match: re.Match[str], variety: Variety) -> str:
    return f"{say_number_in_text(match['a'], variety)} {_OPERATORS[match['op']]} "


def _say_average(match: re.Match[str], variety: Variety) -> str | None:
    """Say ".312" as "three twelve": of baseball, so in America alone."""
    if variety.british or match["n"][0] == "0":
        return None
    return match["before"] + say_code(match["n"])


# What is no range though it looks like one, then ranges.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "chapter and verse",
        rf"\b(?P<book>{any_of(_BOOKS)})\s"
        r"(?P<a>\d{1,3}):(?P<b>\d{1,3})"
        r"(?:[-–](?P<c>\d{1,3}))?(?![\w:])",
        lambda match, _: (
            f"{match['book']} {say_cardinal(int(match['a']))} {say_cardinal(int(match['b']))}"
            + (f" to {say_cardinal(int(match['c']))}" if match["c"] else "")
        ),
        ("John 3:16 says", "John three sixteen says"),
        ("Matthew 5:3-12", "Matthew five three to twelve"),
        # a time: a word stands between
        ("Mark at 10:30", "Mark at ten thirty"),
        needs=":",
    ),
    spoken_form(
        "batting average",
        # of baseball, so not before what a rifle is measured in
        r"(?P<before>\b"
        r"(?:hit|hits|hitting|batted|batting|slugged|slugging|average of"
        r"|an?|at|his|is|was)\s)"
        r"\.(?P<n>\d{3})(?!\w|[.,]\d|[\s-](?:inch|second|caliber|calibre|mm|percent))",
        _say_average,
        ("us:He hit .312 and", "He hit three twelve and"),
        ("us:a .500 record", "a five hundred record"),
        # a rifle
        ("us:a .308 caliber", "a three oh eight caliber"),
    ),
    spoken_form(
        "ratio",
        # with a space behind it alone the colon is the sentence's: "Week 4: 31 times"
        r"(?<![\w:.])(?P<a>\d{1,4})(?:\s:\s|:)(?P<b>\d{1,3}(?:,\d{3})+|\d{1,3})(?![\w:]|[.,]\d)",
        _say_range,
        ("a 1:10 ratio", "a one to ten ratio"),
        ("1 : 10", "one to ten"),
        ("Week 4: 31 times", "Week four: thirty one times"),
        ("a 1:50,000 map", "a one to fifty thousand map"),
        needs=":",
    ),
    spoken_form(
        "sum",
        # A hyphen is a minus only where the sum is worked out behind it; else it is a range.
        rf"(?<![\w.,])(?P<a>{NUMBER})\s?(?P<op>-)\s?(?=\d+\s?=)",
        _say_operator,
        ("5-2=3", "five minus two equals three"),
        needs="=",
    ),
    spoken_form(
        "operator",
        rf"(?<![\w.,])(?P<a>{NUMBER})\s?(?P<op>[+*×x=<>÷−])\s?(?=\d)",
        _say_operator,
        ("2 + 2 = 4", "two plus two equals four"),
        ("10 x 5", "ten by five"),
        needs="*+<=>x×÷−",
    ),
    spoken_form(
        "number in two parts",
        # One number is told of, so its dash makes no range; falling pairs are codes as well.
        r"(?P<what>\b(?:number|[Cc]ase|[Dd]ocket|[Ff]ile|[Bb]ill|[Oo]rder|[Ff]orm|[Ff]light"
        r"|[Rr]esolution|[Pp]atent|[Ss]erial)(?: number)? )"
        r"(?P<a>\d{1,4})-(?P<b>\d{2,5})(?![\w-]|[.,]\d)",
        lambda match, _: f"{match['what']}{say_code(match['a'])} {say_code(match['b'])}",
        ("No. 25-332 of", "number twenty five three thirty two of"),
        ("in Case 19-1392", "in Case nineteen thirteen ninety two"),
        ("Nos. 25-32 of", "numbers twenty five to thirty two of"),
        needs="-",
    ),
    spoken_form(
        "range of ages",
        # "range" below takes nothing that has a hyphen behind it.
        r"(?<![\w.,-])(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})-"
        r"(?=(?:year|month|week|day|hour|mile|minute|inch|foot|point|man|person|people)s?\b)",
        lambda match, variety: _say_range(match, variety) + " ",
        ("18-24-year-olds", "eighteen to twenty four year-olds"),
        ("a 10-15-minute walk", "a ten to fifteen minute walk"),
        needs="-",
    ),
    spoken_form(
        "range",
        r"(?<![\w.,-])(?P<a>\d[\d,]*(?:\.\d+)?)\s?[-–—]\s?"
        # The comma of "10-15, and" is the sentence's: it may stand in a number, not end it.
        r"(?P<b>\d[\d,]*(?:\.\d+)?)(?![\w-])(?<![,.])",
        _say_range,
        ("8,000-10,000 troops", "eight thousand to ten thousand troops"),
        ("10-15 minutes", "ten to fifteen minutes"),
        # one number alone
        ("10 - x", "ten, x"),
        needs="-–—",
    ),
)
