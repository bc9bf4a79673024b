"""German times that need more than a template: "nach 3:12 Std.", "Kane (48., 63., FE)".

How long something took, and the minutes of a match behind who did something in them.
"""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late

__all__ = ["say_german_times"]

_HOURS = compile_late(
    r"(?<![\w:.,])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d) ?"
    r"(?:Std\b(?:\.(?= [a-zäöü(]|[,;:)]))?|Stunden\b|h\b(?!/))"
)
"""Matches "3:12 Std.", "2:05 h": what is a clock's has "Uhr" behind it by now."""

_NUMBER = r"\d{1,3}\.(?: ?\+ ?\d{1,2}\.?)?"
"""Matches a minute: "48.", "90.+4"."""

_BY_WHOM = compile_late(
    rf"(?<=[\wäöüßéèáàóíñçćčšž] )\((?P<minutes>{_NUMBER}(?:(?:, ?|/| und | u\. ){_NUMBER})*)"
    r"(?P<how>,? ?(?:FE|HE|ET|Foulelfmeter|Handelfmeter|Elfmeter|Eigentor|Gelb-Rot|Rot|Kopfball))?"
    r"\)"
)
"""Matches minutes in brackets behind a name, with how it was done."""

_HOW = {"FE": "Foulelfmeter", "HE": "Handelfmeter", "ET": "Eigentor"}
"""Short forms of that."""

_LAST_RANK = 20
"""A single number up to it may be a place in a table; more than 125 is no minute."""

_LAST_MINUTE = 125
"""The last of extra time, with what is added."""


def say_german_times(text: str) -> str:
    """Return ``text`` with such times written out; figures stay."""
    if ":" in text:
        text = _HOURS.sub(_write_hours, text)
    if "(" in text:
        found = [match for match in _BY_WHOM.finditer(text) if _is_sure(match)]
        if found:
            text = _BY_WHOM.sub(_write_minutes, text)
    return text


def _write_hours(match: re.Match[str]) -> str:
    hours, minutes = int(match["hours"]), int(match["minutes"])
    said = f"{hours} {'Stunde' if hours == 1 else 'Stunden'}"
    return f"{said} {minutes} {'Minute' if minutes == 1 else 'Minuten'}" if minutes else said


def _is_sure(match: re.Match[str]) -> bool:
    """Whether it is no place of a table: more than one, a late one, or how it was done."""
    numbers = [int(number) for number in re.findall(r"\d+", match["minutes"])]
    if max(numbers) > _LAST_MINUTE:
        return False
    return bool(match["how"]) or len(numbers) > 1 or numbers[0] > _LAST_RANK


def _write_minutes(match: re.Match[str]) -> str:
    """Return "(in der 48. und 63. Minute, Foulelfmeter)"; one sure bracket tells the others."""
    minutes = re.findall(_NUMBER, match["minutes"])
    if max(int(minute.split(".")[0]) for minute in minutes) > _LAST_MINUTE:
        return match[0]
    *first, last = [re.sub(r" ?\+ ?(\d+)\.?", r" plus \1", minute) for minute in minutes]
    listed = f"{', '.join(first)} und {last} Minute" if first else f"{last} Minute"
    listed = re.sub(r" plus (\d+) Minute", r" Minute plus \1", listed)
    how = (match["how"] or "").strip(", ")
    return f"(in der {listed}{f', {_HOW.get(how, how)}' if how else ''})"
