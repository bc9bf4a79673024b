"""The podcast's own identity."""

from __future__ import annotations

from audiopress.publish.feed.podcast_guid import make_podcast_guid


def test_guid_is_the_published_vector() -> None:
    assert make_podcast_guid("podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert make_podcast_guid("https://podnews.net/rss//") == make_podcast_guid("podnews.net/rss")
