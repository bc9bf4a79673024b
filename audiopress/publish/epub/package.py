"""The package document: what the book is, which files it has, in which order they are read."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from audiopress.model import UNDATED
from audiopress.publish.epub.overlay import format_clock
from audiopress.publish.epub.pages import fit_language
from audiopress.publish.pages.phrases import find_direction, find_show_phrases
from audiopress.publish.pages.template_files import open_templates
from audiopress.publish.sanitize import clean_text, clean_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.publish.epub.book import EpubArticle, EpubBook

__all__ = ["render_package"]

_PLACE: Final = "audiopress.publish.epub"
"""The package in which the templates lie."""


def render_package(book: EpubBook) -> bytes:
    """Return ``package.opf``: metadata, manifest, spine."""
    episodes = [one.episode for one in book.articles]
    language = episodes[0].language
    newest = max(one.published for one in episodes)
    text = (
        open_templates(_PLACE)
        .get_template("package.opf")
        .render(
            book=book,
            articles=list(map(_describe, book.articles)),
            direction=find_direction(language),
            language=fit_language(language),
            languages=_list_once(fit_language(one.language) for one in episodes),
            authors=_list_once(clean_text(one.byline) for one in episodes),
            narrators=_list_once(clean_text(name) for one in episodes for name in one.narrators),
            sources=_list_once(clean_url(one.url) or "" for one in episodes),
            subjects=_list_once(
                clean_text(word) for one in episodes for word in (one.section, *one.tags)
            ),
            summary=clean_text(episodes[0].summary) if len(episodes) == 1 else "",
            publisher=clean_text(book.show.author),
            series="" if book.show.preview else clean_text(book.show.title),
            rights=clean_text(book.show.copyright),
            published=newest.isoformat(timespec="seconds") if newest != UNDATED else "",
            # Not when the file was made: the same articles are to give the same bytes.
            modified=f"{newest.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            duration=_add_up(book),
            narrated=find_show_phrases(book.show, language).narrated_long,
            has_pictures=any(one.picture for one in book.articles),
        )
    )
    return (text.strip() + "\n").encode("utf-8", "replace")


def _describe(article: EpubArticle) -> dict[str, object]:
    timeline = article.timeline
    return {
        "name": article.name,
        "duration": format_clock(timeline.samples, timeline.rate),
        "picture": bool(article.picture),
    }


def _add_up(book: EpubBook) -> str:
    """Return how long the whole book sounds: all articles of a run have one rate."""
    rate = book.articles[0].timeline.rate
    return format_clock(sum(one.timeline.samples for one in book.articles), rate)


def _list_once(words: Iterable[str]) -> list[str]:
    """Return the words in their order, each once, without empty ones."""
    return list(filter(None, dict.fromkeys(words)))
