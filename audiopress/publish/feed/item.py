"""What one item of the feed says of itself: its texts and the elements feedgen does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import escape

from audiopress.publish.pages.phrases import phrases, words_of
from audiopress.publish.sanitize import clean, http_address, sentence, shorten, title_of

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = ["Element", "item_elements", "item_html", "item_text"]

_DESCRIPTION_LIMIT: Final = 4000
_VALUE_LIMIT: Final = 128
_TRANSCRIPTS: Final = (
    ("vtt", "text/vtt"),
    ("srt", "application/x-subrip"),
    ("json", "application/json"),
)


class Element(NamedTuple):
    """One XML element: ``name`` with its prefix, text, attributes in order."""

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


def item_text(show: Show, episode: Episode) -> str:
    """Return the plain description: summary, then the disclosure, at most 4,000 bytes."""
    notes = _notes(show, episode)
    room = _DESCRIPTION_LIMIT - sum(len(note.encode()) + 1 for note in notes) - 1
    summary = shorten(clean(episode.summary or episode.title), room, encoding="utf-8")
    return " ".join([sentence(summary) if notes else summary, *notes])


def item_html(show: Show, episode: Episode) -> str:
    """Return ``content:encoded``: the same with links, escaped, without ``]]>``."""
    words = phrases(episode.language)
    paragraphs = [str(escape(clean(episode.summary or episode.title)))]
    if url := http_address(episode.url):
        paragraphs.append(f'<a href="{escape(url)}">{escape(words.original)}</a>')
    page = escape(show.address + episode.home)
    paragraphs.append(f'<a href="{page}">{escape(words.transcript)}</a>')
    paragraphs += [str(escape(note)) for note in _notes(show, episode)]
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def item_elements(show: Show, episode: Episode) -> list[Element]:
    """Return the item's elements of the itunes and podcast namespaces, in a fixed order."""
    folder = show.address + episode.folder
    found = [
        Element("itunes:explicit", "true" if show.explicit else "false"),
    ]
    for name, media_type in _TRANSCRIPTS:
        where = (("url", f"{folder}transcript.{name}"), ("type", media_type))
        found.append(
            Element("podcast:transcript", "", (*where, ("language", clean(episode.language))))
        )
    if episode.chapters:
        kind = (("url", folder + "chapters.json"), ("type", "application/json+chapters"))
        found.append(Element("podcast:chapters", "", kind))
    found += _people(episode)
    if url := http_address(episode.url):
        title = shorten(title_of(episode), _VALUE_LIMIT)
        found.append(Element("podcast:contentLink", title, (("href", url),)))
    if show.disclosure:
        found.append(Element("podcast:txt", "true", (("purpose", "ai-content"),)))
    return found


def _people(episode: Episode) -> list[Element]:
    """Return the narrators, who are voices, and the author, who is a person."""
    cast = (("role", "narrator"), ("group", "cast"))
    people = [
        Element("podcast:person", shorten(clean(name), _VALUE_LIMIT), cast)
        for name in episode.narrators
    ]
    if byline := clean(episode.byline):
        writing = (("role", "author"), ("group", "writing"))
        people.append(Element("podcast:person", shorten(byline, _VALUE_LIMIT), writing))
    return people


def _notes(show: Show, episode: Episode) -> list[str]:
    return [words_of(show, episode.language).narrated_long] if show.disclosure else []
