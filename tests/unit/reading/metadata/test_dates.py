"""Dates as metadata, datelines and people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.reading.metadata.dates import find_date, is_dateline, read_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-10-31T21:35:00Z", "2024-10-31T21:35:00+00:00"),
        ("2024-10-31", "2024-10-31T00:00:00+00:00"),
        ("20241031", "2024-10-31T00:00:00+00:00"),
        ("31 October 2024, 21:35", "2024-10-31T21:35:00+00:00"),
        ("Oct. 31st, 2024 9:35 p.m.", "2024-10-31T21:35:00+00:00"),
        ("2024-10-31T21:35:00+05:30", "2024-10-31T21:35:00+05:30"),
        ("Thu, 31 Oct 2024 21:35:00 -0400", "2024-10-31T21:35:00-04:00"),
    ],
)
def test_dates(written: str, date: str) -> None:
    found = read_date(written)
    assert found is not None
    assert found.isoformat() == date


@pytest.mark.parametrize("written", ["yesterday", "2024-13-45", "", "the May election"])
def test_no_date(written: str) -> None:
    assert read_date(written) is None


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert is_dateline("Published: Thursday 31 October 2024 at 9.35pm GMT")
    assert not is_dateline("He resigned on 31 October 2024")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("31/10/2024 21:35", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("Published: 31.10.2024", datetime(2024, 10, 31, tzinfo=UTC)),
        ("10/31/2024 9:35 pm", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("3/3/2024", datetime(2024, 3, 3, tzinfo=UTC)),
        ("3/4/2024", None),
        ("31/31/2024", None),
    ],
)
def test_a_date_in_figures_is_read_where_it_can_mean_one_day(
    line: str, date: datetime | None
) -> None:
    assert is_dateline(line)
    assert find_date(line) == date
