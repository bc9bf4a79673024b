"""What is read in the book: the page of each article, and the table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audiopress.model import UNDATED
from audiopress.publish.pages.phrases import (
    find_direction,
    find_phrases,
    find_show_phrases,
    format_long_date,
)
from audiopress.publish.pages.template_files import open_templates
from audiopress.publish.pages.transcript import SpokenParagraph, group_paragraphs
from audiopress.publish.sanitize import choose_title, clean_text, clean_url

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from audiopress.model import Episode, Show, Timeline
    from audiopress.publish.epub.book import EpubArticle, EpubBook
    from audiopress.publish.pages.transcript import TranscriptParagraph

__all__ = ["EpubHeading", "EpubPage", "fit_language", "lay_out_page", "render_contents",
           "render_page"]  # fmt: skip

_PLACE: Final = "audiopress.publish.epub"
"""The package in which the templates lie."""

_TAG: Final = re.compile(r"(?:[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:-[A-Za-z0-9]{1,8})*")
"""Matches a language tag as XML takes it (BCP 47, without the private and the four-letter ones)."""

_UNKNOWN: Final = "und"
"""The tag of a language that nobody knows (ISO 639-2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpubHeading:
    """A heading of an article, for the table of contents, and the id of its element."""

    target: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EpubPage:
    """An article as it is laid out: its headline's parts and its paragraphs.

    ``headline`` is empty where the title is not spoken, ``roles`` are those of the paragraphs.
    """

    headline: tuple[SpokenParagraph, ...]
    roles: frozenset[str]
    groups: tuple[Sequence[TranscriptParagraph], ...]
    headings: tuple[EpubHeading, ...]


def fit_language(tag: str) -> str:
    """Return a language tag that XML takes: ``und`` where it is none."""
    return tag if _TAG.fullmatch(tag) else _UNKNOWN


def lay_out_page(episode: Episode, timeline: Timeline) -> EpubPage:
    """Return an article's words as its page on the web shows them."""
    groups = group_paragraphs(episode, timeline)
    shown = [one for group in groups for one in group]
    return EpubPage(
        # It stands as the page's own heading, so it is no paragraph besides.
        headline=_list_others(timeline, {part.cue for one in shown for part in one.parts}),
        roles=frozenset(one.role for one in shown),
        groups=tuple(groups),
        headings=tuple(_list_headings(shown)),
    )


def _list_others(timeline: Timeline, shown: Collection[int]) -> tuple[SpokenParagraph, ...]:
    """Return what is spoken and stands in no paragraph."""
    return tuple(
        SpokenParagraph(
            cue=number, text=clean_text(cue.utterance.source), language=cue.utterance.language
        )
        for number, cue in enumerate(timeline.cues)
        if number not in shown
    )


def _list_headings(shown: Sequence[TranscriptParagraph]) -> Iterator[EpubHeading]:
    for one in shown:
        text = " ".join(part.text for part in one.parts).strip()
        if one.tag == "h2" and text:
            yield EpubHeading(target=f"p{one.parts[0].cue}", text=text)


def render_page(show: Show, article: EpubArticle) -> bytes:
    """Return the XHTML of an article."""
    episode = article.episode
    words = find_show_phrases(show, episode.language)
    # Where a paragraph says it, it need not stand twice.
    told = "disclosure" in article.page.roles or not show.disclosure
    return _render(
        "article.xhtml",
        episode.language,
        title=choose_title(episode),
        section=clean_text(episode.section),
        byline=clean_text(episode.byline),
        # HTML takes three digits behind a second; what has no date says none.
        published=episode.published.isoformat(timespec="seconds")
        if episode.published != UNDATED
        else "",
        date=format_long_date(episode.published, words),
        page=article.page,
        picture=f"{episode.slug}.jpg" if article.picture else "",
        url=clean_url(episode.url),
        credits=[clean_text(text) for text in episode.credits],
        narrated="" if told else words.narrated_long,
        words=words,
    )


def render_contents(book: EpubBook) -> bytes:
    """Return the navigation document: the articles, and their headings below them."""
    language = book.articles[0].episode.language
    return _render(
        "contents.xhtml", language, book=book, title=book.title, words=find_phrases(language)
    )


def _render(name: str, language: str, **values: object) -> bytes:
    text = (
        open_templates(_PLACE)
        .get_template(name)
        .render(
            language=fit_language(language),
            direction=find_direction(language),
            find_direction=find_direction,
            fit_language=fit_language,
            choose_title=choose_title,
            **values,
        )
    )
    return (text.strip() + "\n").encode("utf-8", "replace")
