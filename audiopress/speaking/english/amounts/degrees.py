"""Degrees and percent: places on the globe, temperatures, shares: "51.5N", "21°C", "10-15%".

Here belongs what is counted in degrees or in hundredths.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.numbers.number_words import NUMBER, is_one, say_amount
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.speaking.english.symbols.signs import POINTS_OF_THE_COMPASS

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_SCALES = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}
"""Scales of temperature; an angle has none."""


def _say_percent(match: re.Match[str], variety: Variety) -> str:
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    sign = {"-": "minus ", "−": "minus ", "+": "plus ", None: ""}[match["sign"]]
    return f"{sign}{first}{say_amount(match['number'], british=variety.british)} percent"


def _say_degrees(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    minus = "minus " if match["minus"] else ""
    scale = _SCALES.get(match["scale"] or "", "")
    # "A 45° angle" has one; of temperatures the plural is said too: "a 1.5 degrees Celsius rise".
    single = is_one(number) or (not scale and stands_before_noun(match))
    degree = "degree" if single else "degrees"
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    # What is glued to the sign is another word: "5°X".
    gap = " " if match.string[match.end() : match.end() + 1].isalnum() else ""
    return f"{minus}{first}{say_amount(number, british=variety.british)} {degree}{scale}{gap}"


def _say_place(match: re.Match[str], variety: Variety) -> str:
    """Say latitudes and longitudes: "51.5N, 0.1W"."""
    words = [
        f"{say_amount(number, british=variety.british)} "
        f"{'degree' if is_one(number) else 'degrees'} {POINTS_OF_THE_COMPASS[letter]}"
        for number, letter in re.findall(r"([\d.]+)([NSEW])", match[0])
    ]
    return (match["link"] or "").join(words)


# Two places before one; a temperature with its sign before "21C", which could be a name.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "latitude and longitude",
        rf"{_FREE}\d{{1,2}}(?:\.\d{{1,5}})?[NS]"
        r"(?P<link>[,;/]?\s?(?:and\s|by\s)?)[01]?\d{1,2}"
        r"(?:\.\d{1,5})?[EW]\b(?!['’/-]\w)",
        _say_place,
        ("at 51.5N, 0.1W", "at fifty one point five degrees north, zero point one degrees west"),
        ("18N 66W", "eighteen degrees north sixty six degrees west"),
        needs="EW",
    ),
    spoken_form(
        "latitude",
        r"(?<!force of )"
        # A look behind has one width, so there is one for each length of word.
        r"(?:(?:(?<=\b(?:at|of|to)\s)(?=\d\d)|(?<=\b(?:near|from)\s)"
        r"|(?<=\b(?:above|below)\s)|(?<=\blatitude\s))"
        r"\d{1,3}\.\d{1,5}[NSE]"
        r"|(?<=\blongitude\s)\d{1,3}\.\d{1,5}[EW])"
        r"\b(?P<link>)(?!['’/-]\w)",
        _say_place,
        ("north of 51.5N", "north of fifty one point five degrees north"),
        ("longitude 66.5W", "longitude sixty six point five degrees west"),
        # newtons
        ("a force of 7.5N", "a force of seven point five N"),
        needs="ENSW",
    ),
    spoken_form(
        "percent",
        # a sign, and perhaps a range of which both ends may have the percent
        r"(?:(?<![\w.,)])(?P<sign>[-−+]))?(?<![\w.,])"
        rf"(?:(?P<first>{NUMBER})\s?%?\s?[-–—]\s?)?"
        rf"(?P<number>{NUMBER})\s?(?:%|(?:pc|pct)\b)",
        _say_percent,
        ("up 2.5%", "up two point five percent"),
        ("10-15% more", "ten to fifteen percent more"),
        ("a 3pc rise", "a three percent rise"),
        needs="%p",
    ),
    spoken_form(
        "temperature",
        # both ends of a range may have their degrees
        r"(?:(?<![\w.,])(?P<minus>[-−–]))?(?<![\w.,])"
        rf"(?:(?P<first>{NUMBER})\s?(?:°\s?[CF]?)?\s?[-–]\s?)?"
        rf"(?P<number>{NUMBER})\s?[°º˚]"
        r"(?:\s?(?P<scale>[CFK])\b)?",
        _say_degrees,
        ("21°C", "twenty one degrees Celsius"),
        ("1°C", "one degree Celsius"),
        ("a 45° angle", "a forty five degree angle"),
        (
            "at 90° angles, turned 90° towards",
            "at ninety degree angles, turned ninety degrees towards",
        ),
        (
            "The 1.5°C goal, the 5° of it",
            "The one point five degrees Celsius goal, the five degrees of it",
        ),
        needs="°º˚",
    ),
    spoken_form(
        "temperature without a sign",
        # up to three figures; before a hyphen, slash or plus it is a code
        r"(?<![\w.,/])(?P<minus>[-−–])?(?<![\w.,])"
        r"(?:(?P<first>\d{1,3}(?:\.\d)?)[CF]?\s?[-–]\s?)?"
        r"(?P<number>\d{1,3}(?:\.\d)?)"
        r"(?P<scale>[CF])\b(?![-/+])",
        _say_degrees,
        ("-5C overnight", "minus five degrees Celsius overnight"),
        ("20-25C", "twenty to twenty five degrees Celsius"),
        ("75F", "seventy five degrees Fahrenheit"),
        # two codes
        ("page 5C/6C", "page five C slash six C"),
        needs="CF",
    ),
)
