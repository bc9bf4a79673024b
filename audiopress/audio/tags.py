"""The tag of an episode: what is said in it of the article, of the show, and its chapters.

Players show chapters in the order of the file, so the frames have one order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from audiopress.audio import id3_frames as id3
from audiopress.errors import SoundError
from audiopress.model import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from audiopress.model import Episode, Imprint, Timeline

__all__ = ["make_tag"]

_MOST_ENTRIES = 255
"""Entries of a table of contents: their number is one byte."""

_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
"""Characters of an address that stay as they are; others are percent-encoded, as the frame is
Latin-1. ``%`` is among them: an address comes encoded already."""

# What a picture begins with, and its media type: the two that ID3 readers show.
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_LANGUAGES = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hu": "hun", "id": "ind",
    "it": "ita", "ja": "jpn", "ko": "kor", "nb": "nob", "nl": "nld", "nn": "nno", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr",
    "vi": "vie", "zh": "zho",
}  # fmt: skip
"""ISO 639-1 to the ISO 639-2 that ID3 wants; others are written as ``und``."""


def make_tag(
    episode: Episode,
    timeline: Timeline,
    imprint: Imprint,
    cover: bytes = b"",
    *,
    to_sign: bool = False,
) -> bytes:
    """Return the tag of ``episode``, without padding; equal values give equal bytes.

    ``cover`` is the JPEG or PNG that ``imprint`` names. What is not known until the sound is bound
    (key, address and length of the file) is not read. One ``to_sign`` becomes a tag of ID3v2.4,
    and says its date as that does. Raises `SoundError` for another kind of cover.
    """
    frames = (
        *_make_titles(episode, imprint),
        *_make_facts(episode, timeline, imprint, to_sign=to_sign),
        *_make_chapters(timeline),
        *_make_cover(cover),
    )
    return id3.wrap_frames(frames)


def _make_titles(episode: Episode, imprint: Imprint) -> Iterator[bytes]:
    texts = {
        "TIT2": episode.title,
        "TALB": imprint.show,
        "TPE1": episode.byline or imprint.author,
        "TPE2": imprint.author,
        "TCON": "Podcast",
        "TCOP": imprint.copyright,
    }
    yield from (id3.make_text(name, text) for name, text in texts.items() if text)


def _make_facts(
    episode: Episode, timeline: Timeline, imprint: Imprint, *, to_sign: bool
) -> Iterator[bytes]:
    texts = {
        # One frame in ID3v2.4 (its 4.2.5), which knows the three of ID3v2.3 no more.
        **_write_date(episode.published, to_sign=to_sign),
        "TLAN": convert_language(episode.language),
        "TLEN": str(timeline.samples * 1000 // timeline.rate),
    }
    yield from (id3.make_text(name, text) for name, text in texts.items())
    if imprint.url:
        # The official page of the audio file (ID3v2.3, 4.3.1): the article that is read aloud.
        yield id3.make_link("WOAF", quote(imprint.url, safe=_ADDRESS))
    if imprint.disclosure:
        yield id3.make_user_text("ai-content", "true")
        voices = ", ".join(imprint.narrators)
        said = f"Narrated by an artificial voice{f' ({voices})' if voices else ''}."
        # In English whatever the article's language: a comment says its own.
        yield id3.make_comment("eng", said)
    if imprint.credits:
        yield id3.make_user_text("attribution", " ".join(imprint.credits))


def _write_date(published: datetime, *, to_sign: bool) -> dict[str, str]:
    """Return when it was published; year, day and time of day apart as ID3v2.3 keeps them."""
    if published == UNDATED:
        return {}
    if to_sign:
        return {"TDRC": f"{published:%Y-%m-%dT%H:%M}"}
    year = f"{published.year:04}"
    day = f"{published.day:02}{published.month:02}"
    return {"TYER": year, "TDAT": day, "TIME": f"{published:%H%M}"}


def convert_language(tag_of_language: str) -> str:
    """Return a language as a tag has it (ISO 639-2): three letters, ``und`` of one unknown."""
    return _LANGUAGES.get(tag_of_language.split("-", maxsplit=1)[0].lower(), "und")


def _make_chapters(timeline: Timeline) -> Iterator[bytes]:
    """Yield the table of contents, then the chapters as they are heard."""
    chapters = timeline.chapters
    if not chapters:
        return
    names = [f"chp{number}" for number in range(len(chapters))]
    yield from _make_contents(names)
    # Each ends where the next begins: a gap would have no title in a player.
    ends = [*(chapter.start for chapter in chapters[1:]), timeline.samples]
    for name, chapter, end in zip(names, chapters, ends, strict=True):
        first, last = (at * 1000 // timeline.rate for at in (chapter.start, end))
        yield id3.make_chapter(name, chapter.title, first, last)


def _make_contents(names: Sequence[str]) -> Iterator[bytes]:
    """Yield the table of contents; one of tables where there are more chapters than it holds.

    A table may be an entry of another (Chapter Frame Addendum, 3.2).
    """
    if len(names) <= _MOST_ENTRIES:
        yield id3.make_contents("toc", names)
        return
    parts = [names[at : at + _MOST_ENTRIES] for at in range(0, len(names), _MOST_ENTRIES)]
    tables = [f"toc{number}" for number in range(len(parts))]
    yield id3.make_contents("toc", tables)
    for table, part in zip(tables, parts, strict=True):
        yield id3.make_contents(table, part, root=False)


def _make_cover(picture: bytes) -> Iterator[bytes]:
    if not picture:
        return
    media_type = next((kind for start, kind in _PICTURES.items() if picture.startswith(start)), "")
    if not media_type:
        raise SoundError("the cover is neither JPEG nor PNG", where="[show] artwork")
    yield id3.make_picture(media_type, picture)
