# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""How long something took, and times of day that are written as one figure or up to a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_amount, say_cardinal, say_pair
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_CLEAR = r"(?<![\w:.,£$€/-])"
_H = r"(?P<h>\d{1,3})\s?(?:h|hrs?)"
_M = r"(?P<m>\d{1,3})\s?(?:m|mins?)"
_S = r"(?P<s>\d{1,2}(?:\.\d{1,3})?)\s?(?:s|secs?)"
_GAP = r"\.?(?:,?\s)?"


def _of(number: str, word: str) -> str:
    return f"{say_amount(number)} {word}{'' if number == '1' else 's'}"


def _parts(match: re.Match[str], _variety: Variety) -> str:
    found = match.groupdict()
    parts = (("h", "hour"), ("m", "minute"), ("s", "second"))
    return " ".join(_of(found[key], word) for key, word in parts if found.get(key))


def _lap(match: re.Match[str], _variety: Variety) -> str:
    seconds = (
        f"{say_cardinal(int(match['s'][:2]))} point {say_amount('.' + match['s'][3:])[6:]} seconds"
    )
    return f"{_of(match['m'], 'minute')} {seconds}"


def _early(match: re.Match[str], _variety: Variety) -> str:
    minute = int(match["minute"])
    return f"oh {say_cardinal(int(match['hour']))} {say_pair(minute) if minute else 'hundred'}"


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "minutes, seconds and parts",
        rf"{_CLEAR}(?P<m>\d{{1,2}}):(?P<s>[0-5]\d\.\d{{1,3}})(?!\w|[.:]\d)",
        _lap,
        ("in 3:40.14", "in three minutes forty point one four seconds"),
    ),
    spoken_form(
        "hours and minutes",
        rf"{_CLEAR}{_H}{_GAP}{_M}(?:{_GAP}{_S})?(?![\w/])",
        _parts,
        ("for 1h 20m", "for one hour twenty minutes"),
        ("in 3hr 12min 5s", "in three hours twelve minutes five seconds"),
    ),
    spoken_form(
        "minutes and seconds",
        rf"{_CLEAR}{_M}{_GAP}{_S}(?![\w/])",
        _parts,
        ("in 1min 4.2secs", "in one minute four point two seconds"),
        ("3m 20s", "three minutes twenty seconds"),
    ),
    spoken_form(
        "seconds on the clock",
        r"(?<![\d:.])0?0:(?P<s>[0-5]\d)(?=\s(?:left|remaining|to (?:go|play)|on the clock)\b)",
        lambda match, _: _of(str(int(match["s"])), "second"),
        ("with 0:03 left", "with three seconds left"),
    ),
    spoken_form(
        "time of a train",
        r"(?<=\b[Tt]he )(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?=\s(?:to|from|train)\b)|(?<![\w:.,£$€/-])(?P<hour2>1?\d)\.(?P<minute2>[0-5]\d)(?=\s(?:in the (?:morning|afternoon|evening)|at night|o['’]clock)\b)",
        lambda match, _: (
            f"{say_cardinal(int(match['hour'] or match['hour2']))} {say_pair(int(match['minute'] or match['minute2']))}"
        ),
        ("2.30 in the afternoon", "two thirty in the afternoon"),
        ("the 8.15 to Leeds", "the eight fifteen to Leeds"),
    ),
    spoken_form(
        "early hour",
        r"(?<![\w:.,£$€/-])0(?P<hour>[1-9])(?P<minute>[0-5]\d)(?:(?=\s?(?:GMT|BST|UTC|EST|EDT|CET|hrs|hours|local)\b)|(?<=\bat \d{4})(?![\d,.-]))",
        _early,
        ("at 0830 GMT", "at oh eight thirty GMT"),
        ("0600 hours", "oh six hundred hours"),
    ),
    spoken_form(
        "from a time with a point",
        r"(?<![\w:.,£$€/-])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?=\s(?:to|and|until|or)\s\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b)",
        lambda match, _: (
            f"{say_cardinal(int(match['hour']))} {say_pair(int(match['minute'])) if int(match['minute']) else ''}".strip()
        ),
        ("7.30 to 9pm", "seven thirty to nine P M"),
    ),
    spoken_form(
        "hours with points",
        r"(?<![\w:.,£$€/-])(?P<hour>0\d|1?\d(?=\.[0-5][05]\D)|2[0-3])\.(?P<minute>[0-5]\d)(?:\sto\s|\suntil\s|\s?[-–]\s?)(?P<hour2>1?\d|2[0-3])\.(?P<minute2>[0-5]\d)"
        r"(?=,?\s(?:daily|every\sday|each\sday|(?:on\s|at\s)?(?:weekdays|weekends|[MTWFS][a-z]+days)\b|[MTWFS][a-z]+day\s(?:to|until)))",
        lambda match, variety: (
            f"{match['hour']}:{match['minute']} to {match['hour2']}:{match['minute2']}"
            if variety.british
            else None
        ),
        ("open from 9.30 to 17.30 daily", "open from nine thirty to seventeen thirty daily"),
        (
            "up from 4.25 to 4.50 on Friday",
            "up from four point two five to four point five zero on Friday",
        ),
        needs=".",
    ),
    spoken_form(
        "from noon",
        r"\b(?P<when>[Nn]oon|[Mm]idnight|[Mm]idday|[Dd]awn)\s?[-–]\s?(?=\d)|(?<=[\d ][ap]m)\s?[-–]\s?(?=noon|midnight|midday|dusk|late)",
        lambda match, _: f"{match['when'] or ''} to ",
        ("noon-3pm", "noon to three P M"),
        ("8pm-midnight", "eight P M to midnight"),
    ),
)
