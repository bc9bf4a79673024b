"""Only the book: what was just published becomes one EPUB, each article a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import StoreError
from audiopress.model import Cue, Timeline, Utterance
from audiopress.publish.cover_names import name_episode_cover
from audiopress.publish.epub.archive import write_archive
from audiopress.publish.epub.book import EpubArticle, EpubBook, list_files
from audiopress.store.atomic_files import read, write
from audiopress.store.file_names import join_below
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path
    from typing import IO

    from audiopress.model import Episode
    from audiopress.settings import Settings

__all__ = ["write_book"]

_PIECE = 1 << 20
"""Bytes that are copied at a time: a book of many articles is never in memory."""


class _TimedPart(msgspec.Struct):
    """A paragraph of ``alignment.json``, as far as a book shows it."""

    paragraph: int
    role: str
    language: str
    source: str
    spoken: str
    voice: str
    start: float
    end: float


class _TimedText(msgspec.Struct):
    """What a book takes of ``alignment.json``."""

    rate: int
    samples: int
    paragraphs: list[_TimedPart]


def write_book(settings: Settings, ids: Collection[str], target: Path) -> None:
    """Write the articles of these ids, as they lie in the output, to ``target``: newest first.

    Raises:
        StoreError: the disk would not take the file.

    """
    records = [one for one in Ledger(settings.ledger).load_all() if one.id in ids]
    records.sort(key=lambda one: one.id)
    records.sort(key=lambda one: one.published, reverse=True)
    episodes = [one.versions[-1] for one in records]
    book = EpubBook(
        show=settings.show,
        articles=[_read_article(settings.output, one) for one in episodes],
        cover=_find_cover(settings, episodes),
    )
    made = settings.output.with_name("book.epub")
    with made.open("w+b") as file:
        write_archive(file, list_files(book))
        file.seek(0)
        write(target, _cut(file))


def _cut(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _read_article(output: Path, episode: Episode) -> EpubArticle:
    told = msgspec.json.decode(_read(output, f"{episode.folder}alignment.json"), type=_TimedText)
    picture = episode.picture and read(join_below(output, f"{episode.home}{episode.picture}"))
    return EpubArticle(
        episode=episode,
        timeline=_make_timeline(told),
        read_sound=lambda: _read(output, episode.enclosure.path),
        picture=picture or b"",
    )


def _make_timeline(told: _TimedText) -> Timeline:
    return Timeline(
        rate=told.rate,
        samples=told.samples,
        cues=tuple(_make_cue(one, told.rate) for one in told.paragraphs),
    )


def _make_cue(said: _TimedPart, rate: int) -> Cue:
    utterance = Utterance(
        role=said.role,  # type: ignore[arg-type]
        source=said.source,
        spoken=said.spoken,
        language=said.language,
        voice=said.voice,
        pause=0,
        paragraph=said.paragraph,
    )
    return Cue(utterance=utterance, start=round(said.start * rate), end=round(said.end * rate))


def _find_cover(settings: Settings, episodes: Sequence[Episode]) -> bytes:
    """Return the only article's cover; of several the show's picture."""
    if len(episodes) == 1:
        return read(settings.output / name_episode_cover(settings.show, episodes[0])) or b""
    found = sorted(settings.output.glob("artwork-????????????.*"))
    return (read(found[0]) or b"") if found else b""


def _read(output: Path, name: str) -> bytes:
    body = read(join_below(output, name))
    if body is None:
        raise StoreError("a file that was just made is gone", where=name, hint="run it again")
    return body
