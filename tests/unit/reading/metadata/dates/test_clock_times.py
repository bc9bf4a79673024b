"""Zones beside a time on a page: a name of several is never read as an earlier moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from audiopress.reading.metadata.dates.dates import find_date

MEANINGS = {"IST": (1, 2, 3, 5.5), "CST": (-6, -5, 8), "BST": (1, 6), "EST": (-5,), "CET": (1,)}
"""Hours ahead of UTC of the zones that are called so."""


@pytest.mark.parametrize("zone", sorted(MEANINGS))
def test_no_meaning_of_a_zone_is_later_than_what_is_read(zone: str) -> None:
    found = find_date(f"Published 3 November 2026, 06:00 {zone}")
    meant = [
        datetime(2026, 11, 3, 6, tzinfo=UTC) - timedelta(hours=ahead) for ahead in MEANINGS[zone]
    ]
    assert found is not None
    assert found >= max(meant)
