"""Dates that a file declares for itself, which must mean one day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.metadata.dates.dates import find_date, is_date_label, is_dateline
from audiopress.text.zones import find_zone

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["find_unread_zone", "read_declared_date"]

_YEAR_FIRST = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)\s*(?:[-/.]|年)\s*(?P<month>\d{1,2})\s*(?:[-/.]|月)\s*"
    r"(?P<day>\d{1,2})(?!\d)日?(?:(?:[T,]|\s)\s*(?P<hour>\d{1,2})(?P<rest>:\d\d.*))?"
)
"""A date that begins with its year is in the order of ISO 8601 whatever parts its figures."""

_HALF_DAY = re.compile(r"\s*(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
"""The half of the day, "9:35 pm"."""

_ZONE = re.compile(
    r"(?:\d:\d\d(?::\d\d(?:[.,]\d+)?)?+|\.\d\d(?=\s*[ap]\.?m\b)"
    r"|\d\s?h\s?\d\d|\d(?=\s*uhr\b))"
    r"\s*+(?:[ap]\.?m\b\.?|uhr\b|uur\b|h(?:rs?)?\b|o'clock\b)?+"
    r"(?:[\s(]*|,\s*(?-i:(?=[A-Z]{2,5}\b)))"
    r"(?P<zone>(?:GMT|UTC?)?\s?[+-]\d{1,2}(?::?\d\d)?\b|[^\W\d_]+(?:[/_-][^\W\d_]+)*)",
    re.IGNORECASE,
)
"""What stands right behind a time of day, be it a zone or another word."""

_NOON = 12
"""Hours of half a day."""


def read_declared_date(text: str) -> datetime | None:
    """Return the aware date that a file declares, or ``None``; without a zone it is `UNSAID`."""
    date = _find_date(text)
    zone = find_zone(_find_zone_name(text), date) if date else None
    return date.replace(tzinfo=zone) if date and zone else date


def find_unread_zone(text: str) -> str:
    """Return the zone that a file declares with a date, where it means no one offset."""
    name, date = _find_zone_name(text), _find_date(text)
    return name if name and date and find_zone(name, date) is None else ""


def _find_zone_name(text: str) -> str:
    """Return the word behind a time that is no month, no day and none that stands beside a date."""
    found = _ZONE.search(text)
    name = found["zone"].strip() if found else ""
    return "" if _stands_beside_date(name) else name


def _stands_beside_date(word: str) -> bool:
    """Whether a word is a month, a day of the week or one such as "on"; in capitals it is none."""
    beside = not word.isupper() and is_date_label(word)
    return beside or bool(find_date(f"1 {word} 2024")) or is_dateline(f"{word}, 3. Mai 2024")


def _find_date(text: str) -> datetime | None:
    found = _YEAR_FIRST.match(text)
    if not found:
        return find_date(text)
    day = f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
    return find_date(
        day + (_write_time(int(found["hour"]), found["rest"]) if found["hour"] else "")
    )


def _write_time(hour: int, rest: str) -> str:
    """Return a time of day as ISO 8601 has it: two figures for the hour, of twenty-four."""
    half = _HALF_DAY.search(rest)
    if half:
        hour = hour % _NOON + (_NOON if half["half"].lower() == "p" else 0)
    return f"T{hour:02d}{_HALF_DAY.sub('', rest)}"
