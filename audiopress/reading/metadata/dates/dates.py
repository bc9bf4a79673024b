"""Dates as metadata and datelines write them; aware, `UNSAID` where no zone is given.

Read are ISO 8601 and what is near to it, English ("31 October 2024", "Oct. 31st, 2024 9:35 p.m."),
six more languages, and figures that can mean one day only ("31/10/2024").
"""

from __future__ import annotations

import re
from datetime import datetime

from audiopress.reading.metadata.dates.clock_times import find_time, read_zone, remove_times
from audiopress.reading.metadata.dates.foreign_dates import (
    find_foreign_date,
    is_foreign_dateline,
    is_foreign_label,
)
from audiopress.text.months import ENGLISH_MONTHS
from audiopress.text.vocabulary import any_of

__all__ = ["find_date", "is_date_label", "is_dateline", "read_date"]

_LONGEST = 90
"""Characters of a dateline; what is longer is a sentence."""

_MONTHS = {month[:3]: number for number, month in enumerate(ENGLISH_MONTHS, 1)}
"""The number of a month by what all ways to cut it short begin with."""

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
)
"""ISO 8601, extended or basic, with a space for the T as databases write it."""

_MONTH = rf"(?P<month>{any_of(tuple(_MONTHS))})[a-z]*\.?"
"""A month in full or cut short, with a full stop or without: "Oct.", "Sept", "October"."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
"""A day, as a number or an ordinal: "3", "3rd"."""

_YEAR = r"(?P<year>(?:19|20)\d\d)"
"""A year in which an article may have been published; others are those of events."""

_ENGLISH = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
)
"""British and American: "31st of October 2024", "Oct. 31, 2024"."""

_FIGURES = re.compile(r"\b(?P<one>\d{1,2})([/.])(?P<two>\d{1,2})\2(?P<year>(?:19|20)\d\d)\b")
"""Day and month in either order, parted twice by the same sign: "31/10/2024", "31.10.2024"."""

_LINE_WORDS = (
    r"a\.m\.",
    "am",
    "at",
    "bst",
    "cet",
    "created",
    "date",
    "edt",
    "est",
    "et",
    "first",
    "fri",
    "friday",
    "gmt",
    "ist",
    "last",
    "modified",
    "mon",
    "monday",
    "of",
    "on",
    r"p\.m\.",
    "pdt",
    "pm",
    "posted",
    "pst",
    "pt",
    "published",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "tue",
    "tues",
    "tuesday",
    "updated",
    "utc",
    "wed",
    "weds",
    "wednesday",
)
"""What a line may say beside a date and a time and yet be a dateline only."""

_BESIDE = re.compile(rf"\b{any_of(_LINE_WORDS)}\b", re.IGNORECASE)
"""The same as whole words."""


def read_date(text: str) -> datetime | None:
    """Return the aware date that ``text`` states, or ``None``.

    Its zone is `UNSAID` where it has none, its time midnight. For metadata: an ISO date must
    open it.
    """
    text = text.strip()
    match = _ISO.match(text)
    try:
        return _read_iso(match) if match else _read_words(text)
    except (ValueError, OverflowError):  # 2024-13-45, 31 February
        return None


def find_date(text: str) -> datetime | None:
    """Return a date from anywhere in the text, or ``None``."""
    try:
        # words before figures: "3 May 2024 (03/05/2024)" says itself which is the month
        return _read_words(text) or _find_iso(text) or _read_figures(text)
    except (ValueError, OverflowError):
        return None


def is_date_label(text: str) -> bool:
    """Whether a text is nothing but words that stand beside a date: "Published on", "um", "am"."""
    left = _BESIDE.sub(" ", remove_times(text))
    return not re.search(r"\w", left) or is_foreign_label(left)


def is_dateline(text: str) -> bool:
    """Whether a line is a date (and time) and nothing else."""
    if len(text) > _LONGEST:
        return False
    return _is_plain_dateline(text) or is_foreign_dateline(text)


def _is_plain_dateline(text: str) -> bool:
    """Whether a line is a date in English or in figures, even one that may mean two days."""
    found = _find_plain_date(text) or _FIGURES.search(text)
    # dates before times, for the first two figures of "31.10.2024" look like a time
    for pattern in (*_ENGLISH, _ISO, _FIGURES):
        text = pattern.sub(" ", text)
    return bool(found) and is_date_label(text)


def _find_plain_date(text: str) -> datetime | None:
    try:
        return _read_english(text) or _find_iso(text)
    except (ValueError, OverflowError):
        return None


def _read_words(text: str) -> datetime | None:
    return _read_english(text) or _read_foreign(text)


def _read_english(text: str) -> datetime | None:
    found = [match for pattern in _ENGLISH if (match := pattern.search(text))]
    if not found:
        return None
    # of several the first: "Published 3 May 2024, updated 4 May 2024"
    match = min(found, key=re.Match.start)
    return _make_date(text, match, _MONTHS[match["month"].lower()], int(match["day"]))


def _read_foreign(text: str) -> datetime | None:
    found = find_foreign_date(text)
    return _make_date(text, found[0], found[1], int(found[0]["day"])) if found else None


def _read_figures(text: str) -> datetime | None:
    """Read "31/10/2024"; a date that may be meant either way ("1/2/2024") is not guessed."""
    found = _FIGURES.search(text)
    if not found:
        return None
    # the greater is the day: no year has as many months
    one, two = int(found["one"]), int(found["two"])
    # both alike ("5/5/2024") mean one day, whichever is the month
    if one != two and max(one, two) <= len(ENGLISH_MONTHS):
        return None
    return _make_date(text, found, min(one, two), max(one, two))


def _make_date(text: str, match: re.Match[str], month: int, day: int) -> datetime:
    hour, minute, zone = find_time(text, *match.span())
    return datetime(int(match["year"]), month, day, hour, minute, tzinfo=zone)


def _find_iso(text: str) -> datetime | None:
    found = _ISO.search(text)
    return _read_iso(found) if found else None


def _read_iso(match: re.Match[str]) -> datetime:
    *parts, zone = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    return datetime(year, month, day, hour, minute, second, tzinfo=read_zone(zone))
