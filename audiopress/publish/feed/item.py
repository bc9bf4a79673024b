"""What one item of the feed says of itself: its texts and the elements feedgen does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import escape

from audiopress.publish.cover_names import SQUARE_SIDE, WIDE_SIZE, name_episode_cover
from audiopress.publish.pages.phrases import find_phrases, find_show_phrases
from audiopress.publish.sanitize import (
    choose_title,
    clean_text,
    clean_url,
    end_sentence,
    escape_as_html,
    shorten,
)

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Enclosure, Episode, Show

__all__ = [
    "FeedElement",
    "Notice",
    "describe_item",
    "describe_item_in_html",
    "list_pictures",
    "make_item_elements",
]

_DESCRIPTION_LIMIT: Final = 4000
"""Bytes, not characters, that Apple takes of a description."""

_LONGEST_ESCAPE: Final = 5
"""Bytes of ``&amp;``, the longest that a character of one byte becomes."""

_VALUE_LIMIT: Final = 128
"""Characters that the podcast namespace takes of a name or a title in its elements."""

# Every form that the press writes, the best first: apps take the first that they understand.
_TRANSCRIPTS: Final = (
    ("vtt", "text/vtt"),
    ("srt", "application/x-subrip"),
    ("json", "application/json"),
)


class FeedElement(NamedTuple):
    """One XML element: ``name`` with its prefix, text, attributes in order."""

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


class Notice(NamedTuple):
    """An item that is no episode: such as that a show has another address now.

    ``text`` is escaped as HTML; ``enclosure`` may be ``None``, ``seconds`` is its length.
    """

    guid: str
    title: str
    text: str
    date: datetime
    enclosure: Enclosure | None = None
    seconds: int = 0


def describe_item(show: Show, episode: Episode) -> str:
    """Return the plain description: summary, then the disclosure, at most 4,000 bytes.

    Escaped where a reader that takes it for HTML, as RSS does, would see something else.
    """
    notes = _list_notes(show, episode)
    room = _DESCRIPTION_LIMIT - sum(len(note.encode()) + 1 for note in notes) - 1
    summary = clean_text(episode.summary or episode.title)
    described = _join_description(shorten(summary, room, encoding="utf-8"), notes)
    # Escaped it may be longer, by four bytes for an ampersand: shortened by as much, again.
    while (over := len(described.encode()) - _DESCRIPTION_LIMIT) > 0:
        room -= max(1, over // _LONGEST_ESCAPE)
        described = _join_description(shorten(summary, room, encoding="utf-8"), notes)
    return described


def _join_description(summary: str, notes: list[str]) -> str:
    return escape_as_html(" ".join([end_sentence(summary) if notes else summary, *notes]))


def describe_item_in_html(show: Show, episode: Episode) -> str:
    """Return ``content:encoded``: the same with links, escaped, without ``]]>``."""
    words = find_phrases(episode.language)
    paragraphs = [str(escape(clean_text(episode.summary or episode.title)))]
    if url := clean_url(episode.url):
        paragraphs.append(f'<a href="{escape(url)}">{escape(words.original)}</a>')
    page = escape(show.address + episode.home)
    paragraphs.append(f'<a href="{page}">{escape(words.transcript)}</a>')
    paragraphs += [str(escape(note)) for note in _list_notes(show, episode)]
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def make_item_elements(show: Show, episode: Episode) -> list[FeedElement]:
    """Return the item's elements of the itunes and podcast namespaces, in a fixed order."""
    folder = show.address + episode.folder
    elements = [
        FeedElement("itunes:explicit", "true" if show.explicit else "false"),
        _list_covers(show, episode),
    ]
    for name, media_type in _TRANSCRIPTS:
        where = (("url", f"{folder}transcript.{name}"), ("type", media_type))
        elements.append(
            FeedElement(
                "podcast:transcript", "", (*where, ("language", clean_text(episode.language)))
            )
        )
    if episode.chapters:
        kind = (("url", folder + "chapters.json"), ("type", "application/json+chapters"))
        elements.append(FeedElement("podcast:chapters", "", kind))
    elements += _list_people(episode)
    if url := clean_url(episode.url):
        title = shorten(choose_title(episode), _VALUE_LIMIT)
        elements.append(FeedElement("podcast:contentLink", title, (("href", url),)))
    if show.disclosure:
        elements.append(FeedElement("podcast:txt", "true", (("purpose", "ai-content"),)))
    return elements


def _list_covers(show: Show, episode: Episode) -> FeedElement:
    """Return an episode's pictures as the podcast namespace has them, square and wide.

    Apps that show an episode by itself look there: the sound file has none.
    """
    square = f"{show.address}{name_episode_cover(show, episode)} {SQUARE_SIDE}w"
    wide = f"{show.address}{name_episode_cover(show, episode, wide=True)} {WIDE_SIZE[0]}w"
    return FeedElement("podcast:images", "", (("srcset", f"{square}, {wide}"),))


def list_pictures(show: Show) -> list[FeedElement]:
    """Return the show's picture as the podcast namespace has it, for the channel."""
    if not (show.artwork and show.artwork_side):
        return []
    sized = f"{show.address}{show.artwork} {show.artwork_side}w"
    return [FeedElement("podcast:images", "", (("srcset", sized),))]


def _list_people(episode: Episode) -> list[FeedElement]:
    """Return the narrators, who are voices, and the author, who is a person."""
    cast = (("role", "narrator"), ("group", "cast"))
    people = [
        FeedElement("podcast:person", shorten(clean_text(name), _VALUE_LIMIT), cast)
        for name in episode.narrators
    ]
    if byline := clean_text(episode.byline):
        writing = (("role", "author"), ("group", "writing"))
        people.append(FeedElement("podcast:person", shorten(byline, _VALUE_LIMIT), writing))
    return people


def _list_notes(show: Show, episode: Episode) -> list[str]:
    said = [find_show_phrases(show, episode.language).narrated_long] if show.disclosure else []
    # Whether or not the show says that its voices are synthetic: their licences ask for it.
    return said + [clean_text(text) for text in episode.credits]
