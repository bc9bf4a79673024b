"""Dates as metadata and datelines write them; aware, UTC where no zone is given."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from audiopress.text.months import ENGLISH_MONTHS

__all__ = ["find_date", "is_dateline", "read_date"]

_NUMBER = {month[:3]: index for index, month in enumerate(ENGLISH_MONTHS, 1)}
_ZONES = {
    "bst": 60, "est": -300, "edt": -240, "pst": -480, "pdt": -420, "cst": -360, "cdt": -300,
    "cet": 60, "cest": 120, "ist": 330, "aest": 600, "aedt": 660, "mst": -420, "mdt": -360,
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORDED = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
)
_NUMBERS = re.compile(r"\b(?P<one>\d{1,2})([/.])(?P<two>\d{1,2})\2(?P<year>(?:19|20)\d\d)\b")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap])?\.?m?\.?\b"
    r"\s*(?P<zone>[A-Za-z]{2,4}\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_LINE_WORDS = re.compile(
    r"\b(?:published|posted|updated|last|first|modified|created|on|at|am|pm|a\.m\.|p\.m\.|date|"
    r"gmt|bst|utc|est|edt|et|pst|pdt|pt|cet|ist|"
    r"mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|of)\b",
    re.IGNORECASE,
)


def read_date(text: str) -> datetime | None:
    """Return the aware date that ``text`` states, or ``None``."""
    text = text.strip()
    match = _ISO.match(text)
    try:
        return _iso(match) if match else _worded(text)
    except (ValueError, OverflowError):
        return None


def is_dateline(text: str) -> bool:
    """Whether a line is a date (and time) and nothing else."""
    if len(text) > 90 or not (find_date(text) or _NUMBERS.search(text)):  # noqa: PLR2004 - longer is a sentence
        return False
    for pattern in (*_WORDED, _ISO, _NUMBERS):
        text = pattern.sub(" ", text)
    return not re.search(r"\w", _LINE_WORDS.sub(" ", _CLOCK.sub(" ", text)))


def find_date(text: str) -> datetime | None:
    """Return a date from anywhere in the text, or ``None``."""
    try:
        return _worded(text) or (_iso(found) if (found := _ISO.search(text)) else _numbers(text))
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second, zone = match.groups()
    return datetime(
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
        tzinfo=_zone(zone),
    )  # fmt: skip


def _worded(text: str) -> datetime | None:
    found = [match for pattern in _WORDED if (match := pattern.search(text))]
    if not found:
        return None
    match = min(found, key=re.Match.start)
    clock = _CLOCK.search(text, match.end()) or _CLOCK.search(text[: match.start()])
    hour, minute, zone = _time(clock)
    month = _NUMBER[match["month"].lower()]
    return datetime(int(match["year"]), month, int(match["day"]), hour, minute, tzinfo=zone)


def _numbers(text: str) -> datetime | None:
    """Read "31/10/2024"; a date that may be meant either way ("1/2/2024") is not guessed."""
    found = _NUMBERS.search(text)
    if not found:
        return None
    one, two = int(found["one"]), int(found["two"])
    if one != two and max(one, two) <= len(ENGLISH_MONTHS):
        return None
    clock = _CLOCK.search(text, found.end()) or _CLOCK.search(text[: found.start()])
    hour, minute, zone = _time(clock)
    return datetime(int(found["year"]), min(one, two), max(one, two), hour, minute, tzinfo=zone)


def _time(clock: re.Match[str] | None) -> tuple[int, int, timezone]:
    if not clock:
        return 0, 0, UTC
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock["minute"]), _zone(clock["zone"])


def _zone(zone: str | None) -> timezone:
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    shift = _ZONES.get((zone or "").lower(), 0)
    return timezone(timedelta(minutes=shift)) if shift else UTC
