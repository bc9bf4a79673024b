"""Times of day and of races: "18h30", "20:15 uur", "alle 18.30", "2:19:12"."""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.amounts.units import name_unit
from audiopress.speaking.european.numbers.numerals import say_cardinal
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.text.lazy_regex import compile_late

__all__ = ["say_clock_times"]

_HEAD = r"(?<![\w:.,/])"
"""Matches where a time begins, and not amid a number."""

_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
"""Matches an hour."""

_MINUTES = r"(?P<minutes>[0-5]\d)"
"""Matches minutes, always two figures."""

_TAIL = r"(?![\w:]|\.\d)"
"""Matches where a time ends, which may be the end of its sentence too."""

_OWN_STOP = r"(?:\.(?= [a-zà-ÿ]))?"
"""Matches the stop of a short form ("7:45 h. de"), not the sentence's."""

_COLON = rf"{_HEAD}{_HOUR}:{_MINUTES}(?![\w:]|[.,]\d)"
"""Matches "18:30", whatever stands around it."""

_AT = r"(?:(?<=\b[Aa]lle )|(?<=\b[DdNn]alle )|(?<=\b[DdNn]elle ))"
"""Matches behind the Italian prepositions of an hour."""

_NO_PRICE = r"(?! (?:euro|sterline|lire|ton|libbre|mila|milion|miliard|per|ore))"
"""Matches where no Italian noun follows that is counted with decimals."""

_TIMES = {
    # The first of two times first: behind them "Uhr" stands once.
    "de": (rf"{_HEAD}{_HOUR}[.:]{_MINUTES}(?= (?:und|bis|oder) \d{{1,2}}[.:]\d\d ?Uhr)",
           rf"{_HEAD}{_HOUR}(?:[.:]{_MINUTES})? ?Uhr\b",
           rf"(?<=\b[Uu]m ){_HOUR}:{_MINUTES}(?![\w:])"),
    "fr": (rf"{_HEAD}{_HOUR}\s?[hH]\s?{_MINUTES}(?:\s?min\b)?(?!\w)", _COLON),
    "es": (rf"{_COLON}(?:\s?h(?:oras?|s|rs)?\b{_OWN_STOP})?",
           rf"(?<=\blas ){_HOUR}\.{_MINUTES}(?:\s?h(?:oras)?\b{_OWN_STOP})?{_TAIL}"),
    "it": (rf"{_AT}{_HOUR}[.:]{_MINUTES}{_TAIL}",
           # Behind "le" in front of no noun: "le 2.50 sterline" would be a price.
           rf"(?<=\ble ){_HOUR}\.{_MINUTES}{_TAIL}{_NO_PRICE}",
           rf"(?<=\bore ){_HOUR}(?:[.:]{_MINUTES})?(?![\w:]|[.,]\d)", _COLON),
    "pt": (rf"{_HEAD}{_HOUR}\s?[hH]\s?{_MINUTES}(?:\s?min\b)?(?!\w)",
           rf"{_COLON}(?:\s?(?:h|horas)\b)?"),
    "nl": (rf"{_HEAD}{_HOUR}[.:]{_MINUTES}(?= (?:en|tot|of) \d{{1,2}}[.:]\d\d ?uur)",
           rf"{_HEAD}{_HOUR}[.:]{_MINUTES} ?(?:uur|u)\b{_OWN_STOP}",
           rf"(?<=\b[Oo]m ){_HOUR}\.{_MINUTES}{_TAIL}", _COLON),
}  # fmt: skip
"""How times are written, by language."""

_RACE = compile_late(
    r"(?<![\w:.,/])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)(?![\w:]|[.,]\d)"
    r"(?: (?:uur|horas|ore|heures|h)\b)?"
)
"""Matches "2:19:12"."""

_BETWEEN = compile_late(r"(?<=\d[:.h]\d\d)\s?(?:h|u|Uhr|uur)?\s?[-–]\s?(?=\d{1,2}[:.h]\d\d)")
"""Matches the dash between two times."""

_UHR = {"de": " Uhr", "nl": " uur"}
"""What both times have behind them, though it is written once."""

_FEMININE = ("de", "fr")
"""Languages in which minutes and seconds are feminine; hours are in all."""

_RACE_UNITS = ("h", "min", "Sek")
"""The units of a race, as `units.py` knows them."""


def say_clock_times(text: str, language: str) -> str:
    """Return ``text`` with the times in it in words."""
    if ":" not in text and not _MAY_BE_TIME.search(text):
        return text
    text = _BETWEEN.sub(f"{_UHR.get(language, '')} {AMOUNTS[language].to} ", text)
    text = _RACE.sub(lambda match: _say_race(match, language), text)
    for pattern in _compile(language):
        text = pattern.sub(lambda match: _say_time(match, language), text)
    return text


_MAY_BE_TIME = compile_late(r"\d\s?[hH]|\d\.\d\d|\d ?Uhr|\d ?u|ore \d")
"""Matches what a time without a colon has."""


@cache
def _compile(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _TIMES[language]))


def _say_race(match: re.Match[str], language: str) -> str:
    parts = []
    for figures, unit in zip(match.groups(), _RACE_UNITS, strict=True):
        number = str(int(figures))
        name = name_unit(unit, language, one=number == "1")
        gender = "f" if unit == "h" or language in _FEMININE else "m"
        parts.append(f"{say_cardinal(number, language, gender)} {name}")
    return " ".join(parts)


def _say_time(match: re.Match[str], language: str) -> str:
    hour, minutes = int(match["hour"]), match.groupdict().get("minutes") or "00"
    return _SAY[language](hour, "" if minutes == "00" else minutes)


def _say_minutes(minutes: str, language: str) -> str:
    return say_cardinal(str(int(minutes)), language)


def _say_german(hour: int, minutes: str) -> str:
    said = f"{say_cardinal(str(hour), 'de', 'm')} Uhr"
    return f"{said} {_say_minutes(minutes, 'de')}" if minutes else said


def _say_french(hour: int, minutes: str) -> str:
    said = f"{say_cardinal(str(hour), 'fr', 'f')} heure{'s' if hour > 1 else ''}"
    return f"{said} {_say_minutes(minutes, 'fr')}" if minutes else said


def _say_spanish(hour: int, minutes: str) -> str:
    said = say_cardinal(str(hour), "es", "f")
    if minutes in _SPANISH_PARTS and hour <= _LAST_OF_MORNING:
        return f"{said} y {_SPANISH_PARTS[minutes]}"
    if minutes.startswith("0"):
        return f"{said} cero {_say_minutes(minutes, 'es')}"
    return f"{said} {_say_minutes(minutes, 'es')}" if minutes else said


_SPANISH_PARTS = {"15": "cuarto", "30": "media"}
"""Minutes that have a word of their own."""

_LAST_OF_MORNING = 12
"""The last hour that has halves and quarters in Spanish: of later ones the minutes are told."""


def _say_italian(hour: int, minutes: str) -> str:
    # "alle una" is written "all'una", which has no figure here.
    said = say_cardinal(str(hour), "it", "f")
    return f"{said} e {_say_minutes(minutes, 'it')}" if minutes else said


def _say_portuguese(hour: int, minutes: str) -> str:
    said = f"{say_cardinal(str(hour), 'pt', 'f')} hora{'s' if hour > 1 else ''}"
    return f"{said} e {_say_minutes(minutes, 'pt')}" if minutes else said


def _say_dutch(hour: int, minutes: str) -> str:
    said = f"{say_cardinal(str(hour), 'nl')} uur"
    return f"{said} {_say_minutes(minutes, 'nl')}" if minutes else said


_SAY = {
    "de": _say_german,
    "fr": _say_french,
    "es": _say_spanish,
    "it": _say_italian,
    "pt": _say_portuguese,
    "nl": _say_dutch,
}
"""How a time is said, by language."""
