"""The shapes of the records that lie beside a sound: what is not so is named and not followed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import msgspec

from audiopress.checking.files.other_kinds import find_text_fault

if TYPE_CHECKING:
    from audiopress.checking.shelf import Shelf

__all__ = [
    "AlignmentShape",
    "ChaptersShape",
    "EmbedShape",
    "EpisodeShape",
    "PointerShape",
    "TranscriptShape",
    "parse_record",
    "read_record",
]

_MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8 (RFC 8259, 8.1: none may be added)."""


class _WordShape(msgspec.Struct):
    start: float
    end: float


class _ParagraphShape(msgspec.Struct):
    start: float
    end: float
    source: str
    spoken: str
    words: list[_WordShape] = []


class _ChapterMarkShape(msgspec.Struct):
    start: float
    title: str


class AlignmentShape(msgspec.Struct):
    """What ``alignment.json`` must have to be held against anything (docs/alignment.md)."""

    guid: str
    key: str
    title: str
    audio: str
    rate: int
    samples: int
    duration: float
    paragraphs: list[_ParagraphShape]
    chapters: list[_ChapterMarkShape] = []
    aiNarrated: bool = True  # noqa: N815 - the name in the file


class _SoundShape(msgspec.Struct):
    src: str
    length: int
    sha256: str = ""


class EpisodeShape(msgspec.Struct):
    """What ``episode.json`` must have."""

    guid: str
    audio: _SoundShape
    duration: float
    alignment: str
    transcripts: dict[str, str] = {}
    chapters: str | None = None
    url: str | None = None


class _ChapterShape(msgspec.Struct):
    startTime: float  # noqa: N815 - the name in the file
    title: str


class ChaptersShape(msgspec.Struct):
    """What ``chapters.json`` must have (the podcast namespace's JSON chapters)."""

    version: str
    chapters: list[_ChapterShape]


class _SegmentShape(msgspec.Struct):
    startTime: float  # noqa: N815 - the name in the file
    endTime: float  # noqa: N815 - the name in the file
    body: str


class TranscriptShape(msgspec.Struct):
    """What ``transcript.json`` must have (the podcast namespace's JSON transcript)."""

    segments: list[_SegmentShape]


class EmbedShape(msgspec.Struct):
    """What ``oembed.json`` must have (oembed.com, 2.3.4)."""

    html: str
    version: str


class PointerShape(msgspec.Struct):
    """What a record below ``by-url/`` must have."""

    url: str
    episode: str
    alignment: str
    page: str


def read_record(shelf: Shelf, name: str, shape: type[msgspec.Struct]) -> dict[str, Any] | str:
    """Return a JSON object of the edition that has this ``shape``, or what is wrong with it."""
    body = shelf.read(name)
    return f"{name} is not there" if body is None else parse_record(body, name, shape)


def parse_record(body: bytes, name: str, shape: type[msgspec.Struct]) -> dict[str, Any] | str:
    """Return the JSON object in ``body``, or what is wrong with the file called ``name``."""
    fault = find_text_fault(body)
    if not fault and body.startswith(_MARK):
        fault = "begins with a mark of its encoding, which JSON has not"
    if fault:
        return f"{name} {fault}"
    try:
        # Strictly, as programs of others read it: no mark at the beginning, no NaN, no other type.
        msgspec.json.decode(body, type=shape)
        record: dict[str, Any] = json.loads(body)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return f"{name} cannot be used: {error}"
    return record
