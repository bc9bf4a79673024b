"""Dates of feeds: read where they can mean one moment, and never taken for another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from audiopress.sources.dates.stated import UNSAID, UnclearDateError, read_stated

CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    "written",
    [
        "Thu, 24 Dec 2026 06:00:00 +0100",
        "Thu, 24 Dez 2026 06:00:00 +0100",
        "Do., 24. Dezember 2026, 06:00 Uhr MEZ",
        "jeu, 24 déc. 2026 06:00:00 CET",
        "Mar, 24 Dic 2026 06:00:00 CET",
        "quinta-feira, 24 de dezembro de 2026 06:00 +01:00",
        "Thu,24 Dec 26 06:00:00 GMT+1",
        "Thu Dec 24 06:00:00 CET 2026",
        "Thursday, December 24, 2026 - 6:00 am CET",
        "24-Dec-2026 06:00:00 +0100 (CET)",
        "2026-12-24 06:00:00 CET",
        "2026-12-24T06:00:00 Europe/Berlin",
        "12/24/2026 6:00 AM CET",
        "24.12.2026 06:00 CET",
        "Thu, 24 Dec 2026 07:00:00 EET",
        "Thu, 24 Dec 2026 00:00:00 ET",
        "1798088400",
        "1798088400000",
    ],
)
def test_a_date_that_means_one_moment(written: str) -> None:
    assert read_stated(written) == datetime(2026, 12, 24, 6, tzinfo=CET)


@pytest.mark.parametrize(
    "written",
    [
        "Thu, 24 Dec 2026 06:00:00",
        "Thu, 24 Dec 2026 06:00",
        "12/24/2026 6:00 AM",
        "2026-12-24T06:00",
        "Thu, 24 Dec 2026 6 AM",
    ],
)
def test_a_date_without_a_zone_says_so(written: str) -> None:
    found = read_stated(written)
    assert found == datetime(2026, 12, 24, 6, tzinfo=UTC)
    assert found.tzinfo is UNSAID


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("03/04/2026", "it may be 3 April or 4 March"),
        ("Thu, 24 Dec 2026 06:00:00 IST", '"IST"'),
        ("Thu, 24 Dec 2026 06:00:00 in the morning", '"in the morning"'),
        ("24 Listopad 2026 06:00", '"Listopad"'),
        ("Xyz, 24 Dec 2026", '"Xyz"'),
        ("31 Feb 2026 06:00 GMT", "no calendar"),
        ("Invalid Date", "no form"),
        ("2026", "no form"),
        ("24 Dec 2026 06:00 Europe/Atlantis", '"Europe/Atlantis"'),
    ],
)
def test_what_may_be_a_date_is_not_guessed(written: str, why: str) -> None:
    with pytest.raises(UnclearDateError, match=why):
        read_stated(written)


@pytest.mark.parametrize("written", ["", " ", "0000-00-00 00:00:00", "N/A", "null"])
def test_what_states_no_date(written: str) -> None:
    assert read_stated(written) is None
