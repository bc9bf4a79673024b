from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from audiopress.model import SourceFacts
from audiopress.sources.crawling.kept_pages import tells_of_change, write_mark

DAY = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
FERRY = SourceFacts(title="A ferry", published=DAY - WEEK, modified=DAY - WEEK)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (FERRY, FERRY, False),
        (FERRY, SourceFacts(), False),
        (FERRY, SourceFacts(modified=DAY - WEEK), False),
        (FERRY, SourceFacts(modified=DAY), True),
        (FERRY, SourceFacts(title="A ferry", published=DAY - WEEK, modified=DAY), True),
        (FERRY, SourceFacts(title="A ferry, corrected"), True),
        (SourceFacts(title="A ferry"), FERRY, False),
        (SourceFacts(title="A ferry"), SourceFacts(title="A ferry", modified=DAY), True),
        # A date without an hour is of its midnight.
        (SourceFacts(), SourceFacts(modified=DAY.replace(hour=0)), True),
        (SourceFacts(), SourceFacts(title="A ferry"), False),
    ],
)
def test_what_tells_of_a_change(before: SourceFacts, now: SourceFacts, told: bool) -> None:
    since = DAY.timestamp()
    assert tells_of_change(write_mark(before), write_mark(now), since=since) is told


def test_a_mark_of_a_version_before_tells_of_one() -> None:
    assert tells_of_change("0123456789abcdef", write_mark(FERRY), since=0)
