"""Dates that say no zone get that of the edition, as an offset; a clock shows any date."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from audiopress.text.zones import UNSAID, move_moment, place_moment

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("zone", [None, UNSAID])
@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("2025-07-01T06:00", "2025-07-01T06:00:00+02:00"),
        ("2025-12-01T06:00", "2025-12-01T06:00:00+01:00"),
        # Twice, and never, on a clock of Berlin.
        ("2025-10-26T02:30", "2025-10-26T02:30:00+02:00"),
        ("2025-03-30T02:30", "2025-03-30T02:30:00+01:00"),
    ],
)
def test_a_moment_without_a_zone_is_placed(written: str, placed: str, zone: object) -> None:
    moment = place_moment(datetime.fromisoformat(written).replace(tzinfo=zone), BERLIN)  # type: ignore[arg-type]
    assert moment is not None
    # As the ledger has it, it is the same: a time of a zone that is shown twice never is.
    assert moment == datetime.fromisoformat(placed)
    assert moment.isoformat() == placed


def test_one_that_has_a_zone_stays() -> None:
    moment = datetime(2025, 7, 1, 6, tzinfo=UTC)
    assert place_moment(moment, BERLIN) is moment
    assert place_moment(None, BERLIN) is None


@pytest.mark.parametrize(
    ("written", "zone", "moved"),
    [
        ("2025-07-01T06:00+00:00", "Europe/Berlin", "2025-07-01T08:00:00+02:00"),
        ("9999-12-31T23:59+00:00", "Europe/Berlin", "9999-12-31T23:59:00+00:00"),
        ("9999-12-31T23:59+01:00", "Europe/Berlin", "9999-12-31T23:59:00+01:00"),
        ("9999-12-31T23:59+00:30", "Europe/Berlin", "9999-12-31T23:29:00+00:00"),
        ("9999-12-31T23:59-12:00", "Europe/Berlin", "9999-12-31T23:59:00-12:00"),
        ("0001-01-01T00:00+00:00", "America/New_York", "0001-01-01T00:00:00+00:00"),
        ("0001-01-01T00:00+14:00", "America/New_York", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_a_moment_that_no_calendar_of_a_zone_has_stays_one(
    written: str, zone: str, moved: str
) -> None:
    moment = datetime.fromisoformat(written)
    found = move_moment(moment, ZoneInfo(zone))
    assert found.isoformat() == moved
    assert found == moment
