"""Chapters as Podcasting 2.0 players read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json
from audiopress.publish.timed.alignment import to_seconds

if TYPE_CHECKING:
    from audiopress.model import Chapter, Episode, Timeline

__all__ = ["write_chapters"]


def write_chapters(episode: Episode, timeline: Timeline, address: str = "") -> bytes:
    """Return ``chapters.json``: ``application/json+chapters`` version 1.2.0, in time order.

    ``address`` is put before links and pictures that are paths below the output folder.
    """
    record: dict[str, object] = {
        "version": "1.2.0",
        "title": choose_title(episode),
        "fileName": episode.enclosure.path.removeprefix(episode.folder),
        "chapters": [
            {
                "startTime": to_seconds(chapter.start, timeline.rate),
                "title": clean_text(chapter.title),
            }
            | _link(chapter, address)
            for chapter in sorted(timeline.chapters, key=lambda chapter: chapter.start)
        ],
    }
    if byline := clean_text(episode.byline):
        record["author"] = byline
    if url := clean_url(episode.url):
        record["url"] = url
    return encode_json(record)


def _link(chapter: Chapter, address: str) -> dict[str, str]:
    """Return where a chapter's article is and its picture, if it has them."""
    links = {"url": chapter.url, "img": chapter.image}
    return {
        name: where if is_address(where) else address + where
        for name, where in links.items()
        if where
    }
