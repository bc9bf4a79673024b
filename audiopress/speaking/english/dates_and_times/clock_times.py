"""Times of day: "21:35", "7.30pm", "9-11am", "GMT-5", and a race of "2:59:40".

Here belongs what a clock shows. How long something took in words and units ("1h 20m") stands in
`durations.py`, which comes before: its minutes would be times of day here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal, say_digits, say_pair
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_LAST_HOUR, _LAST_MINUTE = 24, 59
"""What is larger is no time of day: "25:61"."""

_NOON = 12
"""Hours after it are said "eighteen hundred", not "o'clock"."""

_NEAR = 40
"""Characters on either side in which another time shows that the clock has 24 hours."""

_LATE = re.compile(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b")
"""Matches a time after one in the afternoon of a clock of 24 hours: "23:00 to 06:00"."""

_WITH_NOUGHT = re.compile(r"(?<![\w:.,£$€/-])0\d\.[0-5]\d(?![\d%]|[.,/]\d)")
"""Matches a time with a point and a nought in front, which no decimal has."""

_HALF = r"(?P<half>[ap])\.?\s?m\b(?P<stop>\.?)"
"""Matches "am" and "p.m.", and keeps the full stop that may end a sentence."""


def _say_clock(match: re.Match[str], _variety: Variety) -> str | None:
    """Say a time of 24 hours; "06:00" beside "23:00" is six in the morning."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    zone = f" {match['zone'].upper()}" if match["zone"] else ""
    # "six o'clock" would leave open which; beside "23:00" the nought in front tells the morning.
    early = hour and not minute and match["hour"].startswith("0")
    if early and _LATE.search(match.string, max(0, match.start() - _NEAR), match.end() + _NEAR):
        return f"{say_cardinal(hour)} A M{zone}"
    return _say_hours(hour, minute) + zone


def _say_clock_with_nought(match: re.Match[str], variety: Variety) -> str | None:
    """Say British "09.30", and "20.00" where such a time stands near."""
    start, end = max(0, match.start() - _NEAR), match.end() + _NEAR
    if not variety.british or not _WITH_NOUGHT.search(match.string, start, end):
        return None
    return _say_clock(match, variety)


def _say_hours(hour: int, minute: int) -> str:
    if minute:
        return f"{say_cardinal(hour) if hour else 'twelve'} {say_pair(minute)}"
    if hour in (0, _LAST_HOUR):
        return "midnight"
    return f"{say_cardinal(hour)} o'clock" if hour <= _NOON else f"{say_cardinal(hour)} hundred"


def _say_half_day(match: re.Match[str], _variety: Variety) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    words = say_cardinal(hour) + (f" {say_pair(minute)}" if minute else "")
    # The stop of "p.m." goes, unless the next words begin a sentence.
    ends = match["stop"] and ends_sentence(match)
    return f"{words} {match['half'].upper()} M" + ("." if ends else "")


def _say_from_hour(match: re.Match[str], _variety: Variety) -> str:
    minute = int(match["minute"] or 0)
    words = say_cardinal(int(match["hour"])) + (f" {say_pair(minute)}" if minute else "")
    return words + " to "


def _say_duration(match: re.Match[str], _variety: Variety) -> str:
    words = []
    for name in ("hour", "minute", "second"):
        number = int(match[name])
        words.append(f"{say_cardinal(number)} {name}{'' if number == 1 else 's'}")
    if part := (match["part"] or "").rstrip("0"):
        words[2] = f"{say_cardinal(int(match['second']))} point {say_digits(part)} seconds"
    return f"{words[0]} {words[1]} and {words[2]}"


def _say_zone(match: re.Match[str], _variety: Variety) -> str:
    sign = "plus" if match["sign"] == "+" else "minus"
    return f"{match['zone']} {sign} {say_cardinal(int(match['hour']))}"


# A race of hours, minutes and seconds before a clock, "9-11am" before "11am".
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "hours from Greenwich",
        r"\b(?P<zone>GMT|UTC)\s?(?P<sign>[+\-−–])\s?(?P<hour>\d{1,2})(?![\d:.])",
        _say_zone,
        ("GMT-5", "GMT minus five"),
        needs="GU",
    ),
    spoken_form(
        "duration",
        r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:])"
        r"(?:\.(?P<part>\d{1,3})(?![\d:]))?",
        _say_duration,
        ("ran it in 2:59:40", "ran it in two hours fifty nine minutes and forty seconds"),
        (
            "in 2:19:07.3 on Sunday",
            "in two hours nineteen minutes and seven point three seconds on Sunday",
        ),
        needs=":",
    ),
    spoken_form(
        "around an hour",
        r"\bc\.?\s?(?=\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b)",
        "around ",
        ("at c.2am or c. 3pm", "at around two A M or around three P M"),
        needs="c",
    ),
    spoken_form(
        "half-day range",
        r"(?<![\w:.£$€])(?P<hour>\d{1,2})"
        r"(?:[:.](?P<minute>[0-5]\d))?\s?[-–]\s?"
        r"(?=\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b)",
        _say_from_hour,
        ("9-11am", "nine to eleven A M"),
        needs="-–",
    ),
    spoken_form(
        "half day",
        # with minutes or without; "am" may have its full stops
        rf"(?<![\w:.£$€])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}",
        _say_half_day,
        ("at 7.30pm", "at seven thirty P M"),
        ("1:59 p.m. today", "one fifty nine P M today"),
        ("at 5 p.m. The shop", "at five P M. The shop"),
        flags=re.IGNORECASE,
    ),
    spoken_form(
        "between two half days",
        # Both times are words by now, by the form above.
        r"(?<= [AP] M)\s?[-–]\s?(?=[a-z])",
        " to ",
        ("4am - 7am", "four A M to seven A M"),
        needs="M",
    ),
    spoken_form(
        "clock",
        # a zone may follow, which is said by its letters
        r"(?<![\w:.£$€/-])(?<!\b[Ss]cale )(?<!\b[Ss]cale of )"
        # a scale, where an article or a bracket is in front
        r"(?!(?:(?<=\()|(?<=\b[Aa]\s)|(?<=\b[Tt]he\s))\d{1,2}:\d\d[\s-]?scale\b(?!-))"
        r"(?P<hour>[01]?\d|2[0-4]):"
        r"(?P<minute>[0-5]\d)(?![\d:]|,\d{3})"
        r"(?:\s?(?P<zone>GMT|BST|UTC|EST|ET|CET|EDT|PST|PT|IST)\b)?"
        r"(?![\s-]?(?:ratio|odds)\b)",
        _say_clock,
        ("at 21:35", "at twenty one thirty five"),
        ("at 09:05 GMT", "at nine oh five GMT"),
        ("at 18:00", "at eighteen hundred"),
        ("23:00 to 06:00", "twenty three hundred to six A M"),
        # minutes have two figures
        ("a 16:9 screen", "a sixteen to nine screen"),
        ("(1:20 scale), a scale of 1:50", "(one to twenty scale), a scale of one to fifty"),
        ("at 1:30 scale-up talks begin", "at one thirty scale-up talks begin"),
        # no such time of day
        ("at 25:61", "at twenty five to sixty one"),
        needs=":",
    ),
    spoken_form(
        "from a clock with a nought",
        r"(?<=\b0\d\.[0-5]\d)\s?[-–]\s?(?=(?:[01]\d|2[0-3])\.[0-5]\d(?![\d%]|[.,]\d))",
        lambda _, variety: " to " if variety.british else None,
        ("open 08.15-17.45 today", "open eight fifteen to seventeen forty five today"),
        needs=".",
    ),
    spoken_form(
        "clock with a nought",
        # No decimal begins with a nought and another figure; a later hour needs such a one near.
        r"(?<![\w:.,£$€/-])(?<!\b[Oo]n )(?P<hour>0\d|1\d|2[0-3])\.(?P<minute>[0-5]\d)"
        r"(?![\d%°]|[.,:/]\d|\.?[A-Za-z]|\s(?:per|million|billion|percent)\b)(?P<zone>)",
        _say_clock_with_nought,
        ("before 09.30, 20.00 otherwise", "before nine thirty, twenty hundred otherwise"),
        ("Doors: 06.00.", "Doors: six o'clock."),
        ("us:Doors: 06.15", "Doors: six point one five"),
        (
            "it fell to 12.50 from 20.00",
            "it fell to twelve point five zero from twenty point zero zero",
        ),
        needs=".",
    ),
    spoken_form(
        "clock with a point",
        # not before what is measured with a decimal
        r"(?<=\bat )(?P<hour>1?\d|2[0-3])\."
        r"(?P<minute>[0-5]\d)"
        r"(?![\d%]|p\b|\s"
        r"(?:per|million|billion|percent|pence|euros?|dollars?|pounds?|points?"
        r"|cents?|kg|kilos?|met(?:er|re)s?|seconds?|degrees?|miles?|km)\b)"
        # An empty group, because the function asks for one.
        r"(?P<zone>)",
        lambda match, variety: _say_clock(match, variety) if variety.british else None,
        ("at 6.15 on Friday", "at six fifteen on Friday"),
        # a share
        ("at 6.15 per cent", "at six point one five per cent"),
        # America writes times with a colon
        ("us:at 6.15 on Friday", "at six point one five on Friday"),
    ),
)
