"""The time of day beside a date, with its zone: "21:35 GMT", "9.35 p.m. EST", "14h30"."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone

from audiopress.text.zones import UNSAID

__all__ = ["find_time", "read_zone", "remove_hours", "remove_times"]

_ZONES = {
    "aedt": 660,
    "aest": 600,
    "bst": 60,
    "cdt": -300,
    "cest": 120,
    "cet": 60,
    "cst": -360,
    "edt": -240,
    "est": -300,
    "mdt": -360,
    "mesz": 120,
    "mez": 60,
    "mst": -420,
    "pdt": -420,
    "pst": -480,
}
"""Minutes ahead of UTC. Of a name that means several zones (CST, BST) it is the one that lies
farthest west, so that nothing is published early. IST is of India, Israel or Ireland, and not here:
as UTC, which lies west of all three, it is never early either (0294). What a file declares has all
zones of `audiopress.text.zones`, and no others."""

_UTC = {"gmt", "utc", "z"}
"""Names of UTC itself, however they are written."""

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap])?\.?m?\.?\b"
    r"\s*(?P<zone>[A-Za-z]{2,4}\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
"""Hours and minutes, "a.m." or "p.m." in any spelling, and what may be a zone behind them."""

_HOURS = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])\s?(?:h(?:\s?(?P<minute>[0-5]\d))?|uhr|uur)\b", re.IGNORECASE
)
"""Times of day as French ("14 h 30"), German ("14 Uhr") and Dutch have them."""


def find_time(text: str, start: int, end: int) -> tuple[int, int, timezone]:
    """Return hour, minute and zone of the time behind a date, else of one before it.

    ``start`` and ``end`` are the date's place in ``text``. Midnight where there is none, and
    `UNSAID` where it has no zone.
    """
    # "21:35, 31 October 2024" is as usual as the other way round
    clock = _CLOCK.search(text, end) or _CLOCK.search(text[:start])
    if clock:
        return _read_hour(clock), int(clock["minute"]), read_zone(clock["zone"])
    hours = _HOURS.search(text, end) or _HOURS.search(text[:start])
    return (int(hours["hour"]), int(hours["minute"] or 0), UNSAID) if hours else (0, 0, UNSAID)


def remove_times(text: str) -> str:
    """Return ``text`` with a space for each time of day with minutes."""
    return _CLOCK.sub(" ", text)


def remove_hours(text: str) -> str:
    """Return ``text`` with a space for each time of day as other languages than English have it."""
    return _HOURS.sub(" ", remove_times(text))


def _read_hour(clock: re.Match[str]) -> int:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    # 12 a.m. is midnight and 12 p.m. noon, so that 12 is 0 of its half
    return hour % 12 + (12 if half == "p" else 0) if half else hour


def read_zone(zone: str | None) -> timezone:
    """Return the zone of a name or an offset (``+05:30``); `UNSAID` for none.

    A name in capitals that nobody knows is taken as UTC.
    """
    if zone and zone[0] in "+-":
        # "+05" has hours alone; one beyond 24 hours is a ValueError, for which there is no date
        digits = zone[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    # a word behind a time ("9.30 the") is no zone
    name = zone or ""
    if shift := _ZONES.get(name.lower()):
        return timezone(timedelta(minutes=shift))
    return UTC if name.isupper() or name.lower() in _UTC else UNSAID
