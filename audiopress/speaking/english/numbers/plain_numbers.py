"""One number by itself, with a sign or without: "#1", "x2", "40+", "-3", "1,600", "2011".

``SIGNED`` comes before codes such as "F-16" are said, ``FORMS`` behind everything: what is a
figure still by then is said by it, so that no figure is ever left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    say_amount,
    say_digits,
    say_number_in_text,
)
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "SIGNED"]


def _say_signed(match: re.Match[str], variety: Variety) -> str:
    sign = {"+": "plus", "-": "minus", "−": "minus", "–": "minus"}[match["sign"]]
    return f"{sign} {say_amount(match['number'], british=variety.british)}"


def _say_leftover(match: re.Match[str], variety: Variety) -> str:
    """Figures glued to letters: a space is heard, and no figure is lost."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    words = say_number_in_text(match[0], variety)
    return (" " if before.isalnum() else "") + words + (" " if after.isalnum() else "")


# Signs in front of or behind one number; a minus last, when no dash is a range any more.
SIGNED: tuple[SpokenForm, ...] = (
    spoken_form(
        "long number behind a sign",
        r"#\s?(?P<number>\d{5,})\b(?![.,]\d)",
        lambda match, _: f"number {say_digits(match['number'])}",
        ("case #559393", "case number five five nine three nine three"),
    ),
    spoken_form(
        "number sign",
        r"#\s?(?=\d)",
        "number ",
        ("the #1 song", "the number one song"),
    ),
    spoken_form(
        "so many times",
        # One figure or a round number: "x86" and "x64" are processors.
        r"(?<![\w.,/])[x×](?P<n>\d|10|20|50|100)\b(?![.,]?\d)",
        r"times \g<n>",
        ("x2", "times two"),
        needs="x×",
    ),
    spoken_form(
        "from times to times",
        r"(?<![\w.,-])(?P<first>\d+(?:\.\d+)?)x?\s?[-–]\s?(?=\d+(?:\.\d+)?x\b)",
        lambda match, variety: f"{say_amount(match['first'], british=variety.british)} to ",
        ("at 15-20x earnings", "at fifteen to twenty times earnings"),
        ("2x–3x faster", "two to three times faster"),
        needs="x",
    ),
    spoken_form(
        "times",
        r"(?<![\w.,])(?P<n>\d+(?:\.\d+)?)x\b",
        lambda match, variety: f"{say_amount(match['n'], british=variety.british)} times",
        ("2.5x faster", "two point five times faster"),
        needs="x",
    ),
    spoken_form(
        "and more",
        rf"(?<![\w.,])(?P<n>{NUMBER})\+(?!\w)",
        lambda match, variety: f"{say_number_in_text(match['n'], variety)} plus",
        ("40+", "forty plus"),
        needs="+",
    ),
    spoken_form(
        "signed",
        # behind a word, a bracket or a mark the sign is a dash
        rf"(?<![\w.,)\]'’\"”])(?P<sign>[+\-−–])(?P<number>{NUMBER})(?![\w-])",
        _say_signed,
        ("minus: -3", "minus: minus three"),
        needs="+-–−",
    ),
)
# Numbers with a hyphen behind them, then all others, then figures glued to letters.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "age",
        r"(?<![\w.,])(?P<number>\d{1,3})-(?P<unit>year|month|week|day)-old",
        lambda match, variety: (
            f"{say_number_in_text(match['number'], variety)} {match['unit']} old"
        ),
        ("a 43-year-old man", "a forty three year old man"),
        # nobody's age
        ("43-year terms", "forty three year terms"),
        needs="-",
    ),
    spoken_form(
        "hyphened",
        rf"(?<![\w.,])(?P<number>{NUMBER})-(?=[A-Za-z])",
        lambda match, variety: f"{say_number_in_text(match['number'], variety)} ",
        ("a 30-year plan", "a thirty year plan"),
        needs="-",
    ),
    spoken_form(
        "number",
        r"(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?!\w)",
        lambda match, variety: say_number_in_text(match["number"], variety),
        ("ten of the 1,600", "ten of the one thousand six hundred"),
        ("in 2011", "in twenty eleven"),
        ("1.2 million", "one point two million"),
    ),
    spoken_form("leftover", r"\d+(?:\.\d+)?", _say_leftover, ("tech n9ne", "tech n nine ne")),
)
