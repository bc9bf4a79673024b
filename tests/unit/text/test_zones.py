"""Dates that say no zone get one: that of the edition, as an offset."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from audiopress.text.zones import UNSAID, place_moment

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
