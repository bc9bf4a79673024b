"""Names of months and weekdays, short and long, as patterns and as words; no form stands here."""

from __future__ import annotations

from audiopress.text.vocabulary import any_of

__all__ = ["MONTH", "MONTHS", "WEEKDAY", "find_month", "find_weekday"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in their order, as they are said."""

_MONTHS_BY_LETTERS = {month[:3].lower(): month for month in MONTHS}
"""Three letters tell every month."""

_WEEKDAYS_BY_LETTERS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
"""Three letters tell every weekday."""

_SHORT_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept?",
    "Oct",
    "Nov",
    "Dec",
)
"""Months as they are shortened, with a full stop or without; May is short already."""

_SMALL_MONTHS = tuple(month.lower() for month in MONTHS if month not in ("March", "May"))
"""Months that are told in small letters too; "march" and "may" are words."""

_SMALL_SHORT_MONTHS = tuple(month.lower() for month in _SHORT_MONTHS if month != "Mar")
"""The same, shortened; "mar" is a word."""

_CAPITAL_MONTHS = tuple(month.upper() for month in MONTHS if month != "May")
"""Months of a line in capitals; "MAY" is a verb there as often."""

MONTH = (
    r"(?P<month>"
    rf"{any_of(MONTHS)}\b|{any_of(_SHORT_MONTHS)}\b\.?"
    rf"|{any_of(_SMALL_MONTHS)}\b|{any_of(_SMALL_SHORT_MONTHS)}\b\.?"
    rf"|{any_of(_CAPITAL_MONTHS)}\b)"
)
"""Matches the name of a month beside a day or a year, and keeps it as ``month``."""

WEEKDAY = (
    r"(?:(?P<weekday>(?:Mon|Tues?|Wed|Weds|Thu|Thurs?|Fri|Sat|Sun)"
    r"(?:day|nesday|sday|rsday|urday)?)\b\.?,?\s+)"
)
"""Matches a weekday in front of a date, short or long, and keeps it as ``weekday``."""


def find_month(text: str) -> str:
    """Return a month by its first three letters or more; raises ``KeyError`` for others."""
    return _MONTHS_BY_LETTERS[text[:3].lower()]


def find_weekday(text: str) -> str:
    """Return a weekday by its first three letters or more; raises ``KeyError`` for others."""
    return _WEEKDAYS_BY_LETTERS[text[:3].lower()]
