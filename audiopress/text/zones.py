"""Zones as feeds and files name them, where a name means one offset only."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["UNSAID", "find_zone", "move_moment", "place_moment"]

UNSAID = timezone(timedelta(0), "unsaid")
"""The zone of a date that says none, until it is known whose date it is; it counts as UTC."""

_HOURS = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0,
    "CET": 1, "MET": 1, "MEZ": 1, "BST": 1, "WEST": 1,
    "CEST": 2, "MEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
    "EEST": 3, "MSK": 3,
    "HKT": 8, "AWST": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "ADT": -3, "AST": -4,
    "EDT": -4, "EST": -5, "CDT": -5, "CST": -6,
    "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
    "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC.

Those of North America are of RFC 822; China and Arabia, which have some of these names too, lie so
far east of it that nothing is published early. IST is not here: of India, Israel or Ireland.
"""

_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Names that hold in summer and in winter, by a place where they are used."""

_OFFSET = re.compile(r"(?:GMT|UTC?)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")
"""An offset: "+0100", "GMT+1", "-05:00"."""


def find_zone(written: str, moment: datetime) -> timezone | None:
    """Return the offset that a zone's name has at a moment, ``None`` for one that is not clear."""
    name = written.strip().upper()
    if found := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return timezone(-ahead if found["sign"] == "-" else ahead)
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    place = _PLACES.get(name) or (written if "/" in written else "")
    try:
        offset = moment.replace(tzinfo=ZoneInfo(place)).utcoffset() if place else None
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None
    return None if offset is None else timezone(offset)


def place_moment(moment: datetime | None, zone: tzinfo) -> datetime | None:
    """Return a moment that says no zone in ``zone``, another one as it is.

    It has the offset of that day, and not the zone itself: a time that a clock shows twice in a
    year, or never, is equal to no other one, not even to itself as the ledger has it.
    """
    if moment is None or moment.tzname() not in (None, UNSAID.tzname(None)):
        return moment
    placed = moment.replace(tzinfo=zone)
    offset, name = placed.utcoffset() or timedelta(0), placed.tzname()
    return moment.replace(tzinfo=timezone(offset, name) if name else timezone(offset))


def move_moment(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment as the clocks of ``zone`` show it.

    In UTC, else as it is, where that would be before the year 1 or after 9999: no calendar here
    has such a day, and a file may say one.
    """
    for each in (zone, UTC):
        try:
            return moment.astimezone(each)
        except (OverflowError, ValueError):
            continue
    return moment
