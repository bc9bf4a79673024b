"""How long something took, and times told by a word beside them: "1h 20m", "the 8.15 to Leeds".

Here belongs what would be read as a clock, a score or a price if it stood alone, and is told by
the unit or the word beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    say_amount,
    say_cardinal,
    say_pair,
)
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "say_count"]

_WHOLE = 100
"""What both parts of a share make: "60:40"."""

_CLEAR = r"(?<![\w:.,£$€/-])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_H = r"(?P<h>\d{1,3})\s?(?:h|hrs?)"
_M = r"(?P<m>\d{1,3})\s?(?:m|mins?)"
_S = r"(?P<s>\d{1,2}(?:\.\d{1,3})?)\s?(?:s|secs?)"
"""Matches hours, minutes and seconds with their units: "3hr", "12min", "4.2secs"."""

_GAP = r"\.?(?:,?\s)?"
"""Matches what stands between two of them: nothing, a space, a full stop or a comma."""


def say_count(number: str, word: str) -> str:
    """Return "one hour", "five hours"."""
    return f"{say_amount(number)} {word}{'' if number == '1' else 's'}"


def _say_parts(match: re.Match[str], _variety: Variety) -> str:
    found = match.groupdict()
    parts = (("h", "hour"), ("m", "minute"), ("s", "second"))
    return " ".join(say_count(found[key], word) for key, word in parts if found.get(key))


def _say_bare_minutes(match: re.Match[str], _variety: Variety) -> str:
    minutes = int(match["m"])
    hours = say_count(match["h"], "hour")
    return f"{hours} {say_cardinal(minutes)}" if minutes else hours


def _say_lap(match: re.Match[str], _variety: Variety) -> str:
    """Say "3:40.14", in which the seconds have two figures also below ten."""
    whole, _, part = match["s"].partition(".")
    tenths = say_amount("." + part).removeprefix("point ")
    seconds = f"{say_cardinal(int(whole))} point {tenths} seconds"
    return f"{say_count(match['m'], 'minute')} {seconds}"


def _say_run(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "36:12" as minutes and seconds; two parts of a hundred are a share."""
    minutes, seconds = match["m"] or match["m2"], match["s"] or match["s2"]
    if int(minutes) + int(seconds) == _WHOLE:
        return None
    said = say_count(minutes, "minute")
    return said if seconds == "00" else f"{said} {say_count(str(int(seconds)), 'second')}"


def _say_early(match: re.Match[str], _variety: Variety) -> str:
    minute = int(match["minute"])
    return f"oh {say_cardinal(int(match['hour']))} {say_pair(minute) if minute else 'hundred'}"


def _say_four_figures(match: re.Match[str]) -> str:
    """Say "0600" and "2359" as those do who have a clock of 24 hours."""
    hour, minute = int(match["hour"]), int(match["minute"])
    early = "oh " if match["hour"][0] == "0" and hour else ""
    return f"{early}{say_cardinal(hour)} {say_pair(minute) if minute else 'hundred'}"


def _say_point_time(match: re.Match[str], _variety: Variety) -> str:
    """Say "8.15" as a time; of two ways to find one only one has matched."""
    hour, minute = match["hour"] or match["hour2"], match["minute"] or match["minute2"]
    return f"{say_cardinal(int(hour))} {say_pair(int(minute))}"


def _say_from_point_time(match: re.Match[str], _variety: Variety) -> str:
    minute = int(match["minute"])
    return f"{say_cardinal(int(match['hour']))} {say_pair(minute) if minute else ''}".strip()


def _write_hours(match: re.Match[str], variety: Variety) -> str | None:
    """Write British "9.30 to 17.30" with colons: it is said by `clock_times.py`."""
    # America writes times with a colon, so a point is a decimal there.
    if not variety.british:
        return None
    return f"{match['hour']}:{match['minute']} to {match['hour2']}:{match['minute2']}"


# Three parts before two, so that no part is left over.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "minutes and seconds of a run",
        # no clock has 25 hours
        r"(?<=\b(?:in|of) )(?P<m>2[5-9]|[3-9]\d):(?P<s>[0-5]\d)(?![\w:/]|[.,]\d|\s?ratio)"
        r"|(?<=\b(?:ran|was) )(?P<m2>2[5-9]|[3-9]\d):(?P<s2>[0-5]\d)(?![\w:/]|[.,]\d)",
        _say_run,
        ("ran 10km in 36:12", "ran ten kilometers in thirty six minutes twelve seconds"),
        ("a time of 28:01 now", "a time of twenty eight minutes one second now"),
        ("She ran 41:00.", "She ran forty one minutes."),
        ("in 20:15 terms", "in twenty fifteen terms"),
        ("a ratio of 60:40", "a ratio of sixty to forty"),
        needs=":",
    ),
    spoken_form(
        "minutes, seconds and parts",
        # The decimal tells a lap from a clock, which has none.
        rf"{_CLEAR}(?P<m>\d{{1,2}}):(?P<s>[0-5]\d\.\d{{1,3}})(?!\w|[.:]\d)",
        _say_lap,
        ("in 3:40.14", "in three minutes forty point one four seconds"),
        # no part of a second: a time of day
        ("at 3:40 today", "at three forty today"),
        needs=":",
    ),
    spoken_form(
        "hours and minutes",
        rf"{_CLEAR}{_H}{_GAP}{_M}(?:{_GAP}{_S})?(?![\w/])",
        _say_parts,
        ("for 1h 20m", "for one hour twenty minutes"),
        ("in 3hr 12min 5s", "in three hours twelve minutes five seconds"),
        needs="m",
    ),
    spoken_form(
        "hours and bare minutes",
        rf"{_CLEAR}(?P<h>\d{{1,2}})\s?h\s?(?P<m>[0-5]\d)(?![\w:%/]|[.,]\d)",
        _say_bare_minutes,
        ("It takes 1 h 20.", "It takes one hour twenty."),
        ("2h05 by train", "two hours five by train"),
        ("took 3 h 00", "took three hours"),
        needs="h",
    ),
    spoken_form(
        "minutes and seconds",
        rf"{_CLEAR}{_M}{_GAP}{_S}(?![\w/])",
        _say_parts,
        ("in 1min 4.2secs", "in one minute four point two seconds"),
        ("3m 20s", "three minutes twenty seconds"),
        needs="m",
    ),
    spoken_form(
        "seconds on the clock",
        r"(?<![\d:.])0?0:(?P<s>[0-5]\d)(?=\s(?:left|remaining|to (?:go|play)|on the clock)\b)",
        lambda match, _: say_count(str(int(match["s"])), "second"),
        ("with 0:03 left", "with three seconds left"),
        # no clock of a game
        ("at 0:30 today", "at twelve thirty today"),
        needs=":",
    ),
    spoken_form(
        "time of a train",
        r"(?<=\b[Tt]he )(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?=\s(?:to|from|train)\b)"
        r"|(?<![\w:.,£$€/-])(?P<hour2>1?\d)\.(?P<minute2>[0-5]\d)"
        r"(?=\s(?:in the (?:morning|afternoon|evening)|at night|o['’]clock)\b)",
        _say_point_time,
        ("2.30 in the afternoon", "two thirty in the afternoon"),
        ("the 8.15 to Leeds", "the eight fifteen to Leeds"),
        ("the 8.15 rise", "the eight point one five rise"),
    ),
    spoken_form(
        "from four figures to four",
        # the zone stands behind the second alone
        r"(?<![\w:.,£$€/-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        r"(?:\s?[-–]\s?|\s(?:to|until|till)\s)(?=(?:[01]\d|2[0-3])[0-5]\d\s?"
        r"(?:GMT|BST|UTC|EST|EDT|CET|hrs|hours|local)\b)",
        lambda match, _: f"{_say_four_figures(match)} to ",
        ("0600 to 2359 GMT", "oh six hundred to twenty three fifty nine GMT"),
        ("0800-1730hrs", "oh eight hundred to seventeen thirty hours"),
        ("1900 to 2100 cars", "nineteen hundred to two thousand one hundred cars"),
        needs="01",
    ),
    spoken_form(
        "late hour of a zone",
        r"(?<![\w:.,£$€/-])(?P<hour>1\d|2[0-3])(?P<minute>[0-5]\d)"
        r"\s?(?P<zone>GMT|BST|UTC|EST|EDT|CET|hrs|hours)\b",
        lambda match, _: f"{_say_four_figures(match)} {match['zone'].replace('hrs', 'hours')}",
        ("at 2359 GMT", "at twenty three fifty nine GMT"),
        ("by 1805 BST", "by eighteen oh five BST"),
        needs="12",
    ),
    spoken_form(
        "early hour",
        # a zone or "hours" behind it, or "at" before it
        r"(?<![\w:.,£$€/-])0(?P<hour>[1-9])"
        r"(?P<minute>[0-5]\d)"
        r"(?:(?=\s?(?:GMT|BST|UTC|EST|EDT|CET|hrs|hours|local)\b)"
        r"|(?<=\bat \d{4})(?![\d,.-]))",
        _say_early,
        ("at 0830 GMT", "at oh eight thirty GMT"),
        ("0600 hours", "oh six hundred hours"),
        needs="0",
    ),
    spoken_form(
        "from a time with a point",
        r"(?<![\w:.,£$€/-])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)"
        r"(?=\s(?:to|and|until|or)\s\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b)",
        _say_from_point_time,
        ("7.30 to 9pm", "seven thirty to nine P M"),
        ("7.30 to 9kg", "seven point three zero to nine kilograms"),
        needs="m",
    ),
    spoken_form(
        "hours with points",
        # told by the days behind it; the first minutes are whole fives, as in a timetable
        r"(?<![\w:.,£$€/-])(?P<hour>0\d|1?\d(?=\.[0-5][05]\D)|2[0-3])\.(?P<minute>[0-5]\d)"
        r"(?:\sto\s|\suntil\s|\s?[-–]\s?)(?P<hour2>1?\d|2[0-3])\.(?P<minute2>[0-5]\d)"
        r"(?=,?\s(?:daily|every\sday|each\sday"
        r"|(?:on\s|at\s)?(?:weekdays|weekends|[MTWFS][a-z]+days)\b"
        r"|[MTWFS][a-z]+day\s(?:to|until)))",
        _write_hours,
        ("open from 9.30 to 17.30 daily", "open from nine thirty to seventeen thirty daily"),
        (
            "up from 4.25 to 4.50 on Friday",
            "up from four point two five to four point five zero on Friday",
        ),
        needs=".",
    ),
    spoken_form(
        "from noon",
        r"\b(?P<when>[Nn]oon|[Mm]idnight|[Mm]idday|[Dd]awn)\s?[-–]\s?(?=\d)"
        r"|(?<=[\d ][ap]m)\s?[-–]\s?(?=noon|midnight|midday|dusk|late)",
        lambda match, _: f"{match['when'] or ''} to ",
        ("noon-3pm", "noon to three P M"),
        ("8pm-midnight", "eight P M to midnight"),
        needs="-–",
    ),
)
