"""Chapters as Podcasting 2.0 players read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.sanitize import clean, http_address, json_bytes, title_of
from audiopress.publish.timed.alignment import seconds

if TYPE_CHECKING:
    from audiopress.model import Episode, Timeline

__all__ = ["chapters"]


def chapters(episode: Episode, timeline: Timeline) -> bytes:
    """Return ``chapters.json``: ``application/json+chapters`` version 1.2.0, in time order."""
    record: dict[str, object] = {
        "version": "1.2.0",
        "title": title_of(episode),
        "fileName": episode.enclosure.path.removeprefix(episode.folder),
        "chapters": [
            {"startTime": seconds(chapter.start, timeline.rate), "title": clean(chapter.title)}
            for chapter in sorted(timeline.chapters, key=lambda chapter: chapter.start)
        ],
    }
    if byline := clean(episode.byline):
        record["author"] = byline
    if url := http_address(episode.url):
        record["url"] = url
    return json_bytes(record)
