"""Times of runners, swimmers and films with marks, and paces: 39'45", "4:30/km".

Here belongs a time that would be taken for feet and inches, or cut by the unit behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.dates_and_times.durations import say_count
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_digits
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_CLEAR = r"(?<![\w:.,£$€/-])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_INCHES = 12
"""Inches of a foot: with as many or more it is a time."""

_TALLEST = 7
"""Feet of the tallest person: more are a time where one is told of."""

_PACES = {"km": "kilometer", "mi": "mile", "mile": "mile", "100m": "one hundred meters",
          "500m": "five hundred meters"}  # fmt: skip
"""What a runner, a swimmer or a rower takes so long for."""

_PER = rf"\s?(?:/\s?|per\s)(?P<pace>{any_of(sorted(_PACES, key=len, reverse=True))})(?!\w)"
"""Matches that behind a time."""


def _say_marked(match: re.Match[str], _variety: Variety) -> str | None:
    """Say 39'45" as a time where it is no length: no length has twelve inches and more."""
    minutes, seconds, part = match["m"], match["s"], match["part"]
    sure = int(seconds) >= _INCHES or seconds[0] == "0" or part or match["pace"]
    if not sure and not (match["timed"] and int(minutes) > _TALLEST):
        return None
    said = (match["timed"] or "") + say_count(minutes, "minute")
    tenths = f" point {say_digits(part)}" if part and part.strip("0") else ""
    if int(seconds) or tenths:
        one = seconds == "01" and not tenths
        said += f" {say_cardinal(int(seconds))}{tenths} second{'' if one else 's'}"
    return said + (f" per {_PACES[match['pace']]}" if match["pace"] else "")


def _say_pace(match: re.Match[str], _variety: Variety) -> str:
    """Say "4:30/km" as minutes and seconds for a kilometer."""
    seconds = int(match["s"])
    said = say_count(match["m"], "minute")
    if seconds:
        said += f" {say_cardinal(seconds)} second{'' if seconds == 1 else 's'}"
    return f"{said} per {_PACES[match['pace']]}"


# A pace before its time.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "pace",
        rf"{_CLEAR}(?P<m>\d{{1,2}}):(?P<s>[0-5]\d)(?:\s?min(?:ute)?s?)?{_PER}",
        _say_pace,
        ("at 4:30/km", "at four minutes thirty seconds per kilometer"),
        ("4:30 min/km", "four minutes thirty seconds per kilometer"),
        ("a pace of 6:12 /mi", "a pace of six minutes twelve seconds per mile"),
        ("She ran 5:00/mile.", "She ran five minutes per mile."),
        ("7:05 per mile", "seven minutes five seconds per mile"),
        ("1:25/100m", "one minute twenty five seconds per one hundred meters"),
        # a time of day
        ("at 4:30 per the plan", "at four thirty per the plan"),
        needs=":",
    ),
    spoken_form(
        "minutes and seconds with marks",
        r"(?<![\w.°º])(?P<timed>\b(?:in|of|after|record|best|time)\s)?(?<![°º] )"
        r"(?P<m>\d{1,3})\s?['’′]\s?(?P<s>[0-5]\d)\s?(?:[\"”″]|''|’’)(?P<part>\d{1,2})?"
        rf"(?:{_PER})?(?![\w'’])",
        _say_marked,
        ("She ran 10k in 39'45\".", "She ran ten K in thirty nine minutes forty five seconds."),
        ("a time of 1'58\"", "a time of one minute fifty eight seconds"),
        ("a best of 2'05\"", "a best of two minutes five seconds"),
        ("won in 4'32\"7", "won in four minutes thirty two point seven seconds"),
        ("in 3'26\"00", "in three minutes twenty six seconds"),
        ("in 9'10\"", "in nine minutes ten seconds"),
        ("at 3'50\"/km", "at three minutes fifty seconds per kilometer"),
        # how tall, how long
        ("He is 5'10\".", "He is five foot ten."),
        ("The board is 12'6\" long.", "The board is twelve foot six long."),
        needs="'’′",
    ),
)
