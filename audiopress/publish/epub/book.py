"""A book of articles as EPUB 3: values in, the files of the book out, in the order of its archive.

``docs/epub.md`` says what is in it. Nothing is read from a clock, and nothing is drawn by chance:
the same articles give the same bytes.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from audiopress.identity import GUID_SPACE
from audiopress.publish.epub.overlay import OverlayClip, make_clips, render_overlay
from audiopress.publish.epub.package import render_package
from audiopress.publish.epub.pages import EpubPage, lay_out_page, render_contents, render_page
from audiopress.publish.pages.template_files import read_template
from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from audiopress.model import Episode, Show, Timeline

__all__ = ["EpubArticle", "EpubBook", "list_files"]

_PLACE: Final = "audiopress.publish.epub"
"""The package in which the templates lie."""

_PNG: Final = b"\x89PNG"
"""How every PNG begins (PNG 3rd edition, 5.2)."""


@dataclass(frozen=True, kw_only=True)
class EpubArticle:
    """One article as a chapter: what is told of it, when it is said, its sound and its picture.

    ``read_sound`` gives the MP3 when its turn has come: a book of many has hours of them.
    """

    episode: Episode
    timeline: Timeline
    read_sound: Callable[[], bytes]
    picture: bytes = b""

    @property
    def name(self) -> str:
        """The path of its files in the book, without their ending."""
        return f"articles/{self.episode.slug}"

    @cached_property
    def page(self) -> EpubPage:
        """Its words as the page shows them, each that is spoken with an id."""
        return lay_out_page(self.episode, self.timeline)

    @cached_property
    def clips(self) -> tuple[OverlayClip, ...]:
        """What of the sound belongs to which element of the page, from its start to its end."""
        return make_clips(self.timeline)


@dataclass(frozen=True, kw_only=True)
class EpubBook:
    """Articles in reading order, whose they are, and a cover: JPEG, PNG or nothing."""

    show: Show
    articles: Sequence[EpubArticle]
    cover: bytes = b""

    @property
    def title(self) -> str:
        """What the book is called: its only article, or the show."""
        if len(self.articles) == 1:
            return choose_title(self.articles[0].episode)
        return clean_text(self.show.title) or "Listen"

    @property
    def identifier(self) -> str:
        """A URN: that of the only article, else one made of all of them."""
        guids = [one.episode.guid for one in self.articles]
        return guids[0] if len(guids) == 1 else uuid.uuid5(GUID_SPACE, "\n".join(guids)).urn

    @property
    def cover_name(self) -> str:
        """The path of the cover in the book, empty where it has none."""
        if not self.cover:
            return ""
        return "cover.png" if self.cover.startswith(_PNG) else "cover.jpg"


def list_files(book: EpubBook) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of the book, ``mimetype`` first."""
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", _read("container.xml")
    yield "EPUB/package.opf", render_package(book)
    yield "EPUB/contents.xhtml", render_contents(book)
    yield "EPUB/style.css", _read("style.css")
    if book.cover:
        yield f"EPUB/{book.cover_name}", book.cover
    for article in book.articles:
        place = f"EPUB/{article.name}"
        yield f"{place}.xhtml", render_page(book.show, article)
        yield f"{place}.smil", render_overlay(article.episode.slug, article.clips)
        if article.picture:
            yield f"{place}.jpg", article.picture
        yield f"{place}.mp3", article.read_sound()


def _read(name: str) -> bytes:
    return read_template(_PLACE, name).encode()
