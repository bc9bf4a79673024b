"""What search engines read: schema.org as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.pages.phrases import words_of
from audiopress.publish.sanitize import clean, http_address, json_text, title_of

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Episode, Show

__all__ = ["audio_object", "news_article", "podcast_series"]


def news_article(show: Show, episode: Episode, *, corrected: datetime | None = None) -> str:
    """Return the JSON-LD of an episode page: a ``NewsArticle`` with its ``AudioObject``.

    ``corrected`` is when the words were last corrected; another voice does not modify an article.

    The text is safe inside ``<script type="application/ld+json">``.
    """
    page = show.address + episode.home
    record: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": page,
        "headline": title_of(episode),
        "description": clean(episode.summary),
        "inLanguage": episode.language,
        "datePublished": episode.published.isoformat(),
        "dateModified": (corrected or episode.published).isoformat(),
        "mainEntityOfPage": http_address(episode.url) or page,
        "publisher": {"@type": "Organization", "name": clean(show.author or show.title)},
        "audio": audio_object(show, episode),
    }
    if byline := clean(episode.byline):
        record["author"] = {"@type": "Person", "name": byline}
    if section := clean(episode.section):
        record["articleSection"] = section
    if image := _image(show, episode):
        record["image"] = [image]
    return json_text(record)


def audio_object(show: Show, episode: Episode) -> dict[str, object]:
    """Return the ``AudioObject`` of an episode; ``duration`` is ISO 8601 in whole seconds."""
    return {
        "@type": "AudioObject",
        "name": title_of(episode),
        "contentUrl": show.address + episode.enclosure.path,
        "encodingFormat": episode.enclosure.media_type,
        "contentSize": str(episode.enclosure.length),
        "duration": f"PT{round(episode.samples / episode.rate)}S",
        "uploadDate": episode.published.isoformat(),
        "inLanguage": episode.language,
        "transcript": show.address + episode.folder + "transcript.vtt",
        "creditText": words_of(show, episode.language).narrated_long,
    }


def podcast_series(show: Show, feed: str = "feed.xml") -> str:
    """Return the JSON-LD of the index page: a ``PodcastSeries`` with its feed."""
    record: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "@id": show.address,
        "name": clean(show.title),
        "description": clean(show.description),
        "inLanguage": show.language,
        "url": show.address,
        "webFeed": show.address + feed,
    }
    if show.artwork:
        record["image"] = show.address + show.artwork
    return json_text(record)


def _image(show: Show, episode: Episode) -> str | None:
    artwork = show.address + show.artwork if show.artwork else None
    return http_address(episode.image) or artwork
