"""What search engines read: schema.org as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.pages.phrases import find_show_phrases
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, format_json

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Episode, Show

__all__ = ["describe_audio", "describe_news_article", "describe_podcast_series"]

_SYNTHETIC = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
"""A voice that a model speaks: schema.org's name of IPTC's ``trainedAlgorithmicMedia``."""


def describe_news_article(
    show: Show, episode: Episode, *, corrected: datetime | None = None
) -> str:
    """Return the JSON-LD of an episode page: a ``NewsArticle`` with its ``AudioObject``.

    ``corrected`` is when the words were last corrected; another voice does not modify an article.

    The text is safe inside ``<script type="application/ld+json">``.
    """
    page = show.address + episode.home
    record: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": page,
        "headline": choose_title(episode),
        "description": clean_text(episode.summary),
        "inLanguage": episode.language,
        "datePublished": episode.published.isoformat(timespec="seconds"),
        "dateModified": (corrected or episode.published).isoformat(timespec="seconds"),
        "mainEntityOfPage": clean_url(episode.url) or page,
        "publisher": {"@type": "Organization", "name": clean_text(show.author or show.title)},
        "audio": describe_audio(show, episode),
    }
    if byline := clean_text(episode.byline):
        record["author"] = {"@type": "Person", "name": byline}
    if section := clean_text(episode.section):
        record["articleSection"] = section
    if image := _choose_image(show, episode):
        record["image"] = [image]
    return format_json(record)


def describe_audio(show: Show, episode: Episode) -> dict[str, object]:
    """Return the ``AudioObject`` of an episode; ``duration`` is ISO 8601 in whole seconds."""
    narrated = find_show_phrases(show, episode.language).narrated_long
    return {
        "@type": "AudioObject",
        "name": choose_title(episode),
        "contentUrl": show.address + episode.enclosure.path,
        "encodingFormat": episode.enclosure.media_type,
        "contentSize": str(episode.enclosure.length),
        "duration": f"PT{round(episode.samples / episode.rate)}S",
        "uploadDate": episode.published.isoformat(timespec="seconds"),
        "inLanguage": episode.language,
        "transcript": show.address + episode.folder + "transcript.vtt",
        "creditText": " ".join([narrated, *map(clean_text, episode.credits)]),
        "digitalSourceType": _SYNTHETIC,
    }


def describe_podcast_series(show: Show) -> str:
    """Return the JSON-LD of the index page: a ``PodcastSeries`` with its feed."""
    record: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "@id": show.address + show.folder,
        "name": clean_text(show.title),
        "description": clean_text(show.description),
        "inLanguage": show.language,
        "url": show.address + show.folder,
        "webFeed": f"{show.address}{show.folder}feed.xml",
    }
    if show.artwork:
        record["image"] = show.address + show.artwork
    return format_json(record)


def _choose_image(show: Show, episode: Episode) -> str | None:
    artwork = show.address + show.artwork if show.artwork else None
    return clean_url(episode.image) or artwork
