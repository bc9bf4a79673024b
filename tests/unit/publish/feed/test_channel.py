"""What no directory takes is refused."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.publish.feed.rss import write_feeds
from tests.unit.publish_samples import show


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 256}, "title"),
        ({"description": "ä" * 2000}, "description"),
        ({"category": "Newz"}, "category"),
        ({"frequency": "often"}, "frequency"),
    ],
)
def test_a_show_no_directory_takes_is_refused_by_name(change: dict[str, str], place: str) -> None:
    with pytest.raises(ConfigError) as caught:
        write_feeds(show(**change), [])
    assert caught.value.where.endswith(f"[show] {place}")
    assert caught.value.hint
