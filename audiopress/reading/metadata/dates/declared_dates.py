"""Dates that a file declares for itself, which must mean one day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.metadata.dates.dates import find_date

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["read_declared_date"]

_YEAR_FIRST = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)\s*(?:[-/.]|年)\s*(?P<month>\d{1,2})\s*(?:[-/.]|月)\s*"
    r"(?P<day>\d{1,2})(?!\d)日?(?:(?:[T,]|\s)\s*(?P<hour>\d{1,2})(?P<rest>:\d\d.*))?"
)
"""A date that begins with its year is in the order of ISO 8601 whatever parts its figures."""

_HALF_DAY = re.compile(r"\s*(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)
"""The half of the day, "9:35 pm"."""

_NOON = 12
"""Hours of half a day."""


def read_declared_date(text: str) -> datetime | None:
    """Return the aware date that a file declares, or ``None``; without a zone it is UTC."""
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
