"""Chapters as Podcasting 2.0 players read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json
from audiopress.publish.timed.alignment import to_seconds

if TYPE_CHECKING:
    from audiopress.model import Episode, Timeline

__all__ = ["write_chapters"]


def write_chapters(episode: Episode, timeline: Timeline) -> bytes:
    """Return ``chapters.json``: ``application/json+chapters`` version 1.2.0, in time order."""
    record: dict[str, object] = {
        "version": "1.2.0",
        "title": choose_title(episode),
        "fileName": episode.enclosure.path.removeprefix(episode.folder),
        "chapters": [
            {
                "startTime": to_seconds(chapter.start, timeline.rate),
                "title": clean_text(chapter.title),
            }
            for chapter in sorted(timeline.chapters, key=lambda chapter: chapter.start)
        ],
    }
    if byline := clean_text(episode.byline):
        record["author"] = byline
    if url := clean_url(episode.url):
        record["url"] = url
    return encode_json(record)
