"""The moment that a date of a list states: RFC 822, ISO 8601, and what programs write instead.

A date that is taken for another may publish what is to wait. So all of it must be understood: a
word that is neither a month, a weekday nor the name of a zone leaves the date unread.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from audiopress.sources.dates.names import find_month, is_weekday
from audiopress.text.zones import UNSAID, find_zone

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["UnclearDateError", "read_stated"]

_SHAPES = (
    # 24 Dec 2026, 24. Dezember 2026, 24-Dec-26
    (
        r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]*(?:(?:de|of)\s+)?"
        r"(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+(?:del?\s+)?(?P<year>\d{4}|\d\d)"
    ),
    # Dec 24, 2026
    r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    # 2026-12-24, 2026/12/24
    r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})",
    # 12/24/2026
    r"(?P<one>\d{1,2})(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})",
)
"""How a day is written."""

_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]+(?:-feira)?)\.?(?:,\s*|\s+))?"
"""A day of the week before it, which may be left out."""

_DAYS = tuple(re.compile(rf"{_WEEKDAY}{shape}(?!\d)", re.IGNORECASE) for shape in _SHAPES)
"""Both."""

_TIME = re.compile(
    r"(?:,|T|\s-?|at\s)*(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?|(?=\s*[ap]\.?m\b))"
    r"\s*(?:(?P<half>[ap])\.?m\b\.?|uhr\b|uur\b|h\b)?",
    re.IGNORECASE,
)
"""What follows a day: hours and minutes, of twelve hours or of twenty-four."""

_TIME_BEFORE_YEAR = re.compile(r"(\w+ \w+ +\d{1,2}) ([\d:]+)((?: [A-Z]+)?) (\d{4})", re.ASCII)
"""A date as C writes it: "Thu Dec 24 06:00:00 2026"."""

_NUMBER = re.compile(r"\d{10}|\d{13}")
"""Seconds of Unix time since 2001, or milliseconds."""

_SECONDS = 10
"""Figures of such a number of seconds."""

_NOON = 12
"""Hours of half a day; as many months has a year."""

_NINETIES = 90
"""From which two figures on a year is of the last century, as feeds have been read so far."""

_NO_DATE = frozenset(("", "-", "n/a", "none", "null", "undefined"))
"""What programs write that know no date."""


class UnclearDateError(ValueError):
    """A date that cannot be read; its text says why, in words for who reads the error."""


def read_stated(written: str) -> datetime | None:
    """Return the aware moment that a text states, ``None`` where it states no date at all.

    Its zone is `UNSAID` where it says none. Raises `UnclearDateError` where it may be a date and is
    not understood.
    """
    text = " ".join(written.split())
    # "0000-00-00 00:00:00" is what databases have where there is none
    if text.lower() in _NO_DATE or not re.search(r"[1-9]|[^\W\d_]", text):
        return None
    readers: tuple[Callable[[str], datetime], ...] = (_read_number, datetime.fromisoformat)
    for read in readers:
        try:
            return _make_aware(read(text))
        except (ValueError, OverflowError, OSError):
            continue
    try:
        return _make_aware(_read_written(_TIME_BEFORE_YEAR.sub(r"\1 \4 \2\3", text)))
    except (ValueError, OverflowError) as error:
        if isinstance(error, UnclearDateError):
            raise
        raise UnclearDateError("no calendar and no clock has it") from None


def _make_aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UNSAID)


def _read_number(text: str) -> datetime:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return datetime.fromtimestamp(int(text[:_SECONDS]), UTC)


def _read_written(text: str) -> datetime:
    found = next(filter(None, (shape.match(text) for shape in _DAYS)), None)
    if found is None:
        raise UnclearDateError("it is in no form that is known here")
    said = found.groupdict()
    if said["weekday"] and not is_weekday(said["weekday"]):
        raise UnclearDateError(f'"{said["weekday"]}" is no day of the week that is known here')
    day = _make_day(said)
    rest = text[found.end() :]
    clock = _TIME.match(rest)
    if clock:
        day += _read_clock(clock)
        rest = rest[clock.end() :]
    return day.replace(tzinfo=_read_zone(rest, day))


def _make_day(said: dict[str, str]) -> datetime:
    year = int(said["year"])
    if len(said["year"]) == len("26"):
        year += 1900 if year >= _NINETIES else 2000
    if "month" in said:
        month = find_month(said["month"])
        if not month:
            raise UnclearDateError(f'"{said["month"]}" is no month that is known here')
        return datetime(year, month, int(said["day"]))  # noqa: DTZ001 - its zone comes later
    if "number" in said:
        return datetime(year, int(said["number"]), int(said["day"]))  # noqa: DTZ001
    return _read_figures(year, int(said["one"]), int(said["two"]))


def _read_figures(year: int, one: int, two: int) -> datetime:
    """Read "12/24/2026", where one of the two can be no month; "5/5/2026" is one day as well."""
    if one != two and max(one, two) <= _NOON:
        days = (f"{day} {calendar.month_name[month]}" for day, month in ((one, two), (two, one)))
        raise UnclearDateError(f"it may be {' or '.join(days)}")
    return datetime(year, min(one, two), max(one, two))  # noqa: DTZ001


def _read_clock(found: re.Match[str]) -> timedelta:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        # 12 a.m. is midnight and 12 p.m. noon, so that 12 is 0 of its half
        hour = hour % _NOON + _NOON * (found["half"].lower() == "p")
    # a second 60 is one that was put between
    clock = datetime(2000, 1, 1, hour, minute, min(second, 59))  # noqa: DTZ001
    return clock - datetime(2000, 1, 1)  # noqa: DTZ001


def _read_zone(rest: str, moment: datetime) -> timezone:
    """Return the zone that is written behind a time."""
    # "+0100 (CET)": what stands in brackets says the same again
    bare = re.sub(r"(?<=\d)\s*\([^()]*\)$", "", rest.strip()).strip(" ,()")
    if not bare:
        return UNSAID
    zone = find_zone(bare, moment)
    if zone is None:
        raise UnclearDateError(f'"{bare}" is no zone that means one offset')
    return zone
