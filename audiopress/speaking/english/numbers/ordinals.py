"""Ordinals, and what stands beside them in an address: "the 5th", "1101 Wilshire Blvd".

House numbers stand here because a street is often an ordinal ("25 W 25th St"): what is in front
of it has to be said before the ordinal is a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal, say_code, say_ordinal
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_HEAVIEST_STONE = 60
"""Stone that nobody weighs: "12st" is twelve stone, "72st" a slip for an ordinal."""

_TEENS = (11, 12, 13)
"""Ordinals that end in "th" though their last figure is 1, 2 or 3: "111th"."""

_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
"""The side of a town that a street lies in: "12 S Grand Ave"."""

_STREETS = (
    "St",
    "Street",
    "Ave",
    "Avenue",
    "Rd",
    "Road",
    "Ct",
    "Court",
    "Dr",
    "Drive",
    "Blvd",
    "Boulevard",
    "Ln",
    "Lane",
    "Pl",
    "Place",
    "Pkwy",
    "Hwy",
)
"""What a street is called, by which a number in front of it is that of a house."""


def _say_ordinal(match: re.Match[str], variety: Variety) -> str | None:
    """Say an ordinal; an ending that does not suit its number is stone ("12st") or letters."""
    number = int(match["number"].replace(",", ""))
    endings = {1: "st", 2: "nd", 3: "rd"}
    right = "th" if number % 100 in _TEENS else endings.get(number % 10, "th")
    if match["end"] == "st" != right and number < _HEAVIEST_STONE:
        return f"{say_cardinal(number)} stone"
    if match["end"].lower() != right:
        return f"{say_cardinal(number, british=variety.british)} {match['end']}"
    return say_ordinal(number, british=variety.british)


# Two ordinals before one; the house number when its street is said, the side of it last.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "two ordinals",
        r"\b(?P<first>\d+(?:st|nd|rd|th))\s?(?P<link>[-–/])\s?(?=\d+(?:st|nd|rd|th)\b)",
        lambda match, _: f"{match['first']} {'or' if match['link'] == '/' else 'to'} ",
        ("the 5th–6th centuries", "the fifth to sixth centuries"),
        ("the 7th/8th century", "the seventh or eighth century"),
        needs="-/–",
    ),
    spoken_form(
        "ordinal",
        # a no-break space may stand in between, a plain one may not
        r"(?<![\w.,/])(?P<number>\d{1,3}(?:,\d{3})+|\d+)[\s]?"
        r"(?P<end>(?<! )(?:st|nd|rd|th|ST|ND|RD|TH))\b",
        _say_ordinal,
        ("finished 3rd", "finished third"),
        ("weighed 12st 4lb", "weighed twelve stone four pounds"),
        ("the 107th Congress", "the one hundred and seventh Congress"),
    ),
    spoken_form(
        "house number",
        # up to three words, then what a street is called; or an ordinal behind it
        # Of two figures nothing changes: pairs begin with three.
        r"(?<![\w.,$£€#/-])(?P<n>[1-9]\d{2,4})"
        r"(?=\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]+\s|\d+(?:st|nd|rd|th)\s){1,3}"
        rf"{any_of(_STREETS)}\b"
        r"|\s\d+(?:st|nd|rd|th)\s)",
        lambda match, _: say_code(match["n"]),
        ("1101 Wilshire Blvd", "eleven oh one Wilshire Boulevard"),
    ),
    spoken_form(
        "side of a street",
        # a capital between a number or a word and the name of a street
        r"(?P<before>(?<=[a-z] )|(?<=\d ))"
        r"(?P<side>[NSEW])\b\.?"
        r"(?=\s(?:[A-Z][a-z]+|(?:[a-z]+\s)?(?:first|second|third|[a-z]+th))"
        r"\s(?:St|Ave|Rd|Blvd|Dr|st|Street|Avenue|Road)\b)",
        lambda match, _: _SIDES[match["side"]],
        ("12 S Grand Ave", "twelve South Grand Avenue"),
        needs="ENSW",
    ),
)
