"""Times of runners and films with marks, and paces: 39'45", "4:30/km", "4:30 min/km"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.european.amounts.units import name_unit
from audiopress.speaking.european.numbers.numerals import say_cardinal
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re

__all__ = ["say_race_times"]

_TIME = compile_late(
    r"(?<![\w.,:/°º])(?<![°º] )(?P<minutes>\d{1,3})"
    r"(?:\s?['’′]\s?(?P<marked>[0-5]\d)\s?(?:[\"”″]|''|’’)(?P<parts>\d{1,2})?"
    r"|:(?P<seconds>[0-5]\d)(?:\s?min\.?)?(?=\s?(?:/\s?|pro |par |por |per |al )(?:km\b|[Kk]ilom)))"
    r"(?P<pace>\s?/\s?km\b)?(?![\w'’])"
)
"""Matches minutes and seconds with their marks, or before the kilometer that they are run in."""

_HOURS = compile_late(
    r"(?<![\w.,:/])(?P<hours>\d{1,3})\s?h\s?(?P<minutes>[0-5]?\d)\s?"
    r"(?:min\b\.?|mn\b|m\b|(?<=\d)m(?=\d)|min(?=\d)|[:'’′])\s?"
    r"(?P<seconds>[0-5]?\d)"
    r"(?:\s?(?:s|seg|sec|sek)\b(?:\.(?= [a-zà-ÿ]))?|[\"”″]|''|’’)?(?![\w'’]|[.,:]\d)"
)
"""Matches "2 h 03 min 12 s", "2h03min12s", "2h03:12", 2h03'12"."""

_SECONDS = compile_late(
    r"(?<![\w.,:/°º'’\"])(?P<seconds>\d{1,2})(?:''|’’|″|[\"”])(?P<parts>\d{1,3})(?![\w'’\"”])"
)
"""Matches 9''58: seconds and their hundredths."""

_DECIMALS = compile_late(
    r"(?<![\w.,:/])(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)"
    r"(?P<parts>[.,]\d{1,3})(?![\w:]|[.,]\d)"
    r"(?:\s(?:Minuten|[Mm]in\.?|minutes|minutos|minuti|minuten|Std\.?|Stunden)\b)?"
)
"""Matches "26:17,53 Minuten", whose last figures tell that they are no time of day."""

_MATCH = compile_late(
    r"(?P<before>[(,]\s?|\b(?:en el|el|del|al|aos|no|dal|nel|à la|la|in de|de|in der|y|e|et|en|und)"
    r"\s)(?P<minute>\d{1,3})['’′](?:\s?\+\s?(?P<more>\d{1,2})['’′]?)?(?=[\s,.;:)]|$)"
)
"""Matches the minute of a match behind an article, a comma or a bracket: "al 45'+2", "(12')".

The quotation mark behind a name ("'Apollo 13'") has none of them before its number.
"""

_MINUTE_OF_MATCH = {"de": "{}. Minute", "fr": "{}e minute", "nl": "{}e minuut", "es": "minuto {}",
                    "it": "minuto {}", "pt": "{} minutos"}  # fmt: skip
"""How it is said."""

_PER = {
    "de": "pro Kilometer",
    "fr": "par kilomètre",
    "es": "por kilómetro",
    "it": "al chilometro",
    "pt": "por quilômetro",
    "nl": "per kilometer",
}
"""What "/km" is behind a time."""


_GENDER = {"de": "f", "fr": "f", "es": "m", "it": "m", "pt": "m", "nl": ""}
"""Of minutes and seconds, where it is heard in the number."""


def say_race_times(text: str, language: str) -> str:
    """Return ``text`` with its times of races and its paces in words."""
    if not _NEEDED.search(text):
        return text
    text = _HOURS.sub(lambda found: _say_parts(found, language), text)
    text = _DECIMALS.sub(lambda found: _say_parts(found, language), text)
    text = _MATCH.sub(lambda found: _say_minute(found, language), text)
    text = _SECONDS.sub(lambda found: _say_seconds(found, language), text)
    return _TIME.sub(lambda found: _say(found, language), text)


_NEEDED = compile_late(r"\d\s?(?:[h'’′″\"”:])")
"""Matches what all of these have; most paragraphs have none of it."""


def _say_parts(found: re.Match[str], language: str) -> str:
    parts = [_count(found["hours"], "h", language)] if found["hours"] else []
    parts.append(_count(found["minutes"], "min", language))
    decimals = found.groupdict().get("parts")
    if decimals:
        # A number with decimals, which is said afterwards with its unit.
        parts.append(
            f"{int(found['seconds'])},{decimals[1:]} {name_unit('s', language, one=False)}"
        )
    else:
        parts.append(_count(found["seconds"], "s", language))
    return " ".join(parts)


def _say_minute(found: re.Match[str], language: str) -> str:
    said = _MINUTE_OF_MATCH[language].format(found["minute"])
    more = f" {AMOUNTS[language].plus} {found['more']}" if found["more"] else ""
    return f"{found['before']}{said}{more}"


def _say_seconds(found: re.Match[str], language: str) -> str:
    return f"{_count(found['seconds'], 'Sek', language)} {found['parts']}"


def _say(found: re.Match[str], language: str) -> str:
    seconds = found["marked"] or found["seconds"]
    parts = [_count(found["minutes"], "min", language)]
    if int(seconds) or found["parts"]:
        parts.append(_count(seconds, "Sek", language))
    if found["parts"] and found["parts"].strip("0"):
        parts.append(say_cardinal(str(int(found["parts"])), language))
    if found["pace"]:
        parts.append(_PER[language])
    return " ".join(parts)


def _count(figures: str, unit: str, language: str) -> str:
    number = str(int(figures))
    # An hour is feminine wherever that is heard.
    gender = "f" if unit == "h" and language != "nl" else _GENDER[language]
    said = say_cardinal(number, language, gender)
    return f"{said} {name_unit(unit, language, one=number == '1')}"
