"""Times of runners and films with marks, and paces: 39'45", "4:30/km", "4:30 min/km"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.european.amounts.units import name_unit
from audiopress.speaking.european.numbers.numerals import say_cardinal
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
    return _TIME.sub(lambda found: _say(found, language), text)


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
    said = say_cardinal(number, language, _GENDER[language])
    return f"{said} {name_unit(unit, language, one=number == '1')}"
