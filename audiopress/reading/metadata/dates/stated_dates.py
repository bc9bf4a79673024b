"""What a value of a page's metadata may mean as a date: one day, two days, or none and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from audiopress.reading.metadata.dates.clock_times import find_time
from audiopress.reading.metadata.dates.dates import read_date
from audiopress.reading.metadata.dates.declared_dates import read_declared_date
from audiopress.text.zones import UNSAID

__all__ = ["StatedDate", "read_stated_date"]

_FIGURES = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2((?:\d\d)?\d\d)(?!\d)")
"""Day and month in either order, and a year of four figures or two: "03/04/2026"."""

_DAY = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
"""A year, a month and a day, by whatever sign they are parted: "2026/4/3"."""

_CENTURY = 2000
"""What the years of two figures are of: the web has no pages of 1926."""

_TIMESTAMP = re.compile(r"\d{10}|\d{13}")
"""Seconds of Unix time since 2001, or milliseconds."""

_MILLISECONDS = 10**11
"""From here on a number counts milliseconds; as seconds it would be the year 5138."""

_PLACEHOLDERS = frozenset(
    (
        date(1899, 12, 30),  # day 0 of spreadsheets
        date(1900, 1, 1),  # the first day of SQL Server's smalldatetime
        date(1969, 12, 31),  # second 0 of Unix time, west of Greenwich
        date(1970, 1, 1),  # second 0 of Unix time
    )
)
"""Days that programs write where they know none."""

_YEARS = range(1450, 2200)
"""Years in which something was printed, or will be while these programs run; 1 and 9999 are the
first and the last of many databases."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """What a value may mean: ``days`` are one, or two with the month first and last, or none.

    ``why`` says of a value without a day what is wrong with it, ``shaped`` whether it looks like
    a date all the same.
    """

    days: tuple[datetime, ...]
    why: str = ""
    shaped: bool = True

    @property
    def likely(self) -> bool:
        """Whether the value has the form of a date, be it one or not."""
        return bool(self.days) or self.shaped


def read_stated_date(text: str) -> StatedDate:
    """Return the days that a value of the metadata may mean."""
    days = _read_days(text.strip())
    if not days:
        if _FIGURES.match(text) or _DAY.match(text):
            return StatedDate((), "is no day of the calendar")
        return StatedDate((), "is no date that we can read", shaped=False)
    real = tuple(day for day in days if _is_real(day))
    if not real:
        return StatedDate((), "is what programs write where they know no date")
    return StatedDate(real)


def _is_real(day: datetime) -> bool:
    return day.year in _YEARS and day.date() not in _PLACEHOLDERS


def _read_days(text: str) -> tuple[datetime, ...]:
    if _TIMESTAMP.fullmatch(text):
        seconds = int(text)
        seconds = seconds // 1000 if seconds > _MILLISECONDS else seconds
        return (datetime.fromtimestamp(seconds, UTC),)
    found = read_date(text) or read_declared_date(text)
    if found:
        return (found,)
    # a day with an hour that no clock has is still a day
    if match := _DAY.match(text):
        year, _sign, month, day = match.groups()
        return _make_day(text, match, int(year), int(month), int(day))
    if match := _FIGURES.match(text):
        one, _sign, two, year = match.groups()
        whole = int(year) + (_CENTURY if len(year) == len("26") else 0)
        month_first = _make_day(text, match, whole, int(one), int(two))
        day_first = _make_day(text, match, whole, int(two), int(one))
        # "5/5/2026" means one day, whichever is the month
        return tuple(dict.fromkeys(month_first + day_first))
    return ()


def _make_day(
    text: str, match: re.Match[str], year: int, month: int, day: int
) -> tuple[datetime, ...]:
    try:
        found = datetime(year, month, day, tzinfo=UNSAID)
    except ValueError:
        return ()
    try:
        hour, minute, zone = find_time(text, *match.span())
        return (found.replace(hour=hour, minute=minute, tzinfo=zone),)
    except ValueError:
        return (found,)
