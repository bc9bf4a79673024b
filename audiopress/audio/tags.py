"""The ID3v2.3 tag of an episode: frames made by mutagen, put in order here.

mutagen writes frames in an order of its own choosing; players show chapters in the order
of the file. So every frame is made alone, and the tag is their sequence behind one header.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import mutagen.id3

from audiopress.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from audiopress.model import Episode, Imprint, Timeline

__all__ = ["make_tag"]

id3: Any = mutagen.id3  # its constructors carry no types

_UTF16 = 1
"""The encoding of texts: UTF-16 with a byte order mark. ID3v2.3 knows no UTF-8."""

_FRONT_COVER = 3
"""The type of a picture (ID3v2.3, 4.15): cover (front)."""

_TOP_LEVEL = 2
"""Flag of a table of contents (ID3v2 Chapter Frame Addendum, 3.2): it is the root ..."""

_ORDERED = 1
"""... and its entries are in the order in which they are heard."""

_NOWHERE = 0xFFFFFFFF
"""In place of a chapter's offset in bytes: its time counts (Chapter Frame Addendum, 3.1)."""

_HEADER = 10
"""Bytes of a tag's header, which mutagen writes before the one frame that is wanted."""

_MOST_CHAPTERS = 255
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


def make_tag(episode: Episode, timeline: Timeline, imprint: Imprint, cover: bytes = b"") -> bytes:
    """Return the tag of ``episode``, without padding; equal values give equal bytes.

    ``cover`` is the JPEG or PNG that ``imprint`` names. What is not known until the sound is bound
    (key, address and length of the file) is not read. Raises `SoundError` for another kind of
    cover, or over 255 chapters.
    """
    frames = (
        *_make_titles(episode, imprint),
        *_make_facts(episode, timeline, imprint),
        *_make_chapters(timeline),
    )
    body = b"".join(_encode_frame(frame) for frame in frames) + _make_cover(cover)
    # Version 2.3.0, no flags (ID3v2.3, 3.1).
    return b"ID3\x03\x00\x00" + _encode_synchsafe(len(body)) + body


def _make_titles(episode: Episode, imprint: Imprint) -> Iterator[Any]:
    texts = [
        (id3.TIT2, episode.title),
        (id3.TALB, imprint.show),
        (id3.TPE1, episode.byline or imprint.author),
        (id3.TPE2, imprint.author),
        (id3.TCON, "Podcast"),
        (id3.TCOP, imprint.copyright),
    ]
    for kind, text in texts:
        if text:
            yield kind(encoding=_UTF16, text=[text])


def _make_facts(episode: Episode, timeline: Timeline, imprint: Imprint) -> Iterator[Any]:
    language = _convert_language(episode.language)
    texts = [
        *_split_date(episode.published),
        (id3.TLAN, language),
        (id3.TLEN, str(timeline.samples * 1000 // timeline.rate)),
    ]
    for kind, text in texts:
        yield kind(encoding=_UTF16, text=[text])
    if imprint.url:
        # The official page of the audio file (ID3v2.3, 4.3.1): the article that is read aloud.
        yield id3.WOAF(url=quote(imprint.url, safe=_ADDRESS))
    if imprint.disclosure:
        yield id3.TXXX(encoding=_UTF16, desc="ai-content", text=["true"])
        voices = ", ".join(imprint.narrators)
        said = f"Narrated by an artificial voice{f' ({voices})' if voices else ''}."
        # In English whatever the article's language: a comment says its own.
        yield id3.COMM(encoding=_UTF16, lang="eng", desc="", text=[said])


def _split_date(published: datetime) -> list[tuple[Any, str]]:
    """Return year, day and time of day, which ID3v2.3 keeps apart."""
    year = f"{published.year:04}"
    day = f"{published.day:02}{published.month:02}"
    return [(id3.TYER, year), (id3.TDAT, day), (id3.TIME, f"{published:%H%M}")]


def _convert_language(tag_of_language: str) -> str:
    return _LANGUAGES.get(tag_of_language.split("-", maxsplit=1)[0].lower(), "und")


def _make_chapters(timeline: Timeline) -> Iterator[Any]:
    """Yield the table of contents, then the chapters as they are heard."""
    chapters = timeline.chapters
    if not chapters:
        return
    if len(chapters) > _MOST_CHAPTERS:
        raise SoundError(f"{len(chapters)} chapters; an ID3 table of contents holds 255")
    names = [f"chp{number}" for number in range(len(chapters))]
    yield id3.CTOC(
        element_id="toc", flags=_TOP_LEVEL | _ORDERED, child_element_ids=names, sub_frames=[]
    )
    # Each ends where the next begins: a gap would have no title in a player.
    ends = [*(chapter.start for chapter in chapters[1:]), timeline.samples]
    for name, chapter, end in zip(names, chapters, ends, strict=True):
        yield id3.CHAP(
            element_id=name,
            start_time=chapter.start * 1000 // timeline.rate,
            end_time=end * 1000 // timeline.rate,
            start_offset=_NOWHERE,
            end_offset=_NOWHERE,
            sub_frames=[id3.TIT2(encoding=_UTF16, text=[chapter.title])],
        )


def _make_cover(picture: bytes) -> bytes:
    if not picture:
        return b""
    media_type = next((kind for start, kind in _PICTURES.items() if picture.startswith(start)), "")
    if not media_type:
        raise SoundError("the cover is neither JPEG nor PNG", where="[show] artwork")
    return _encode_frame(
        id3.APIC(encoding=0, mime=media_type, type=_FRONT_COVER, desc="", data=picture),
    )


def _encode_frame(frame: Any) -> bytes:
    """Return one frame as it stands in a tag."""
    # One frame in a tag of its own, of which the header is cut off.
    alone = id3.ID3()
    alone.add(frame)
    body = io.BytesIO()
    # No ID3v1, which would stand behind the sound; no padding, which is room for editors only.
    alone.save(body, v1=0, v2_version=3, padding=lambda _info: 0)
    return bytes(body.getvalue()[_HEADER:])


def _encode_synchsafe(size: int) -> bytes:
    # Four bytes of seven bits each (ID3v2.3, 3.1).
    if size >> 28:
        raise SoundError("the tag is larger than ID3 can say", hint="use a smaller cover")
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
