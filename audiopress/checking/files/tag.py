"""The tag at the head of an MP3, read as a player reads it: ID3v2.3 and 2.4 (id3.org)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final

__all__ = ["SIGNATURE", "Tag", "TagChapter", "read_tag"]

_HEAD: Final = 10
"""Bytes of the tag's header and of a frame's."""

_NEWEST: Final = 4
"""The edition of ID3v2 whose frames say their sizes in bytes of seven bits."""

_ENCODINGS: Final = ("latin-1", "utf-16", "utf-16-be", "utf-8")
"""How a text is written, by its first byte."""

_WRITTEN: Final = frozenset(
    (
        *("TIT2", "TALB", "TPE1", "TPE2", "TCON", "TCOP", "TYER", "TDAT", "TIME", "TDRC"),
        *("TLAN", "TLEN", "WOAF", "TXXX", "COMM", "CHAP", "CTOC", "APIC", "GEOB"),
    )
)
"""Frames of our tags (`audiopress.audio.tags`); an object is a signature, which is looked at."""

SIGNATURE: Final = "application/c2pa"
"""The media type of an enclosed object that is a signature: a store of manifests."""

_NOTICE: Final = re.compile(r"Narrated by an artificial voice(?: \(.*\))?\.")
"""The one comment of a tag: no person is said to speak."""

_NOWHERE: Final = bytes([255]) * 8
"""Two offsets of a chapter that say that its times count (Chapter Frame Addendum, 3.1)."""

_CONTENTS_HEAD: Final = 2
"""Bytes behind the name of a table of contents: flags, and the number of its entries."""

_CHAPTER_TIMES: Final = 16
"""Bytes behind a chapter's name: start and end in milliseconds, and two offsets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChapter:
    """A chapter as the tag has it: whole milliseconds."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What the tag says: texts by the frame's name, ``TXXX:`` ones by their description.

    ``size`` are its bytes; a file without a tag has 0. ``objects`` are the media types of what is
    enclosed, ``comment`` says whose voice it is, ``strange`` is the first thing of it that no build
    writes.
    """

    size: int = 0
    texts: dict[str, str]
    chapters: tuple[TagChapter, ...] = ()
    pictures: int = 0
    objects: tuple[str, ...] = ()
    comment: str = ""
    strange: str = ""


def read_tag(data: bytes) -> Tag:
    """Return the tag that ``data`` begins with; one without frames where there is none."""
    if data[:3] != b"ID3" or len(data) < _HEAD:
        return Tag(texts={})
    size = _read_synchsafe(data[6:_HEAD])
    newest = data[3] == _NEWEST
    frames = _list_frames(data[_HEAD : _HEAD + size], newest=newest)
    texts = dict(_read_text(name, body) for name, body in frames if name[0] in "TW")
    return Tag(
        size=_HEAD + size,
        texts=texts,
        chapters=tuple(
            _read_chapter(body, newest=newest) for name, body in frames if name == "CHAP"
        ),
        pictures=sum(name == "APIC" for name, _ in frames),
        objects=tuple(_read_media_type(body) for name, body in frames if name == "GEOB"),
        comment=next((_read_comment(body) for name, body in frames if name == "COMM"), ""),
        strange=_find_strange(frames, newest=newest),
    )


def _find_strange(frames: list[tuple[str, bytes]], *, newest: bool) -> str:
    """Return what of these frames no build writes, or ""."""
    for name, body in frames:
        fault = _find_frame_fault(name, body)
        if name == "CHAP":
            fault = _find_chapter_fault(body.partition(b"\0")[2], newest=newest)
        if fault:
            return f"{fault}, which no build writes"
    chapters = [body.partition(b"\0")[0] for name, body in frames if name == "CHAP"]
    return _find_order_fault([body for name, body in frames if name == "CTOC"], chapters)


def _find_frame_fault(name: str, body: bytes) -> str:
    if name not in _WRITTEN:
        return f"has a frame {name!r}"
    if name == "COMM" and not _NOTICE.fullmatch(_read_comment(body)):
        return f"has the comment {_read_comment(body)!r}"
    foreign = name == "GEOB" and not _read_media_type(body).startswith(SIGNATURE)
    return f"encloses {_read_media_type(body)!r}" if foreign else ""


def _find_chapter_fault(rest: bytes, *, newest: bool) -> str:
    """Return what no build writes behind the name of a chapter."""
    if rest[8:_CHAPTER_TIMES] != _NOWHERE:
        return "has a chapter that says where its bytes are"
    inside = [each for each, _ in _list_frames(rest[_CHAPTER_TIMES:], newest=newest)]
    fine = inside in (["TIT2"], [])
    return "" if fine else f"has a chapter with {', '.join(inside)} and not its title alone"


def _read_comment(body: bytes) -> str:
    """Return the text behind language and description (ID3v2.3, 4.11)."""
    # As a text frame of two parts, with three letters of the language less.
    return _read_text("TXXX", body[:1] + body[4:])[1]


def _find_order_fault(contents: list[bytes], chapters: list[bytes]) -> str:
    """Return whether tables of contents name other chapters, or in another order."""
    tables = dict(_read_contents(body) for body in contents)
    named = [entry for entries in tables.values() for entry in entries if entry not in tables]
    return (
        "" if named == chapters else "has a table of contents of other chapters, or another order"
    )


def _read_contents(body: bytes) -> tuple[bytes, list[bytes]]:
    name, _, rest = body.partition(b"\0")
    return name, rest[_CONTENTS_HEAD:].split(b"\0")[: rest[1]] if len(rest) > 1 else []


def _read_synchsafe(four: bytes) -> int:
    return sum((byte & 127) << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))


def _list_frames(body: bytes, *, newest: bool) -> list[tuple[str, bytes]]:
    """Return names and bodies, up to the padding or a frame that does not fit."""
    frames = []
    while len(body) > _HEAD and body[0]:
        size = _read_synchsafe(body[4:8]) if newest else int.from_bytes(body[4:8])
        frames.append((body[:4].decode("latin-1"), body[_HEAD : _HEAD + size]))
        body = body[_HEAD + size :]
    return frames


def _read_text(name: str, body: bytes) -> tuple[str, str]:
    if name.startswith("W"):
        return name, body.decode("latin-1").rstrip("\0")
    encoding = _ENCODINGS[min(body[0], len(_ENCODINGS) - 1)] if body else "latin-1"
    parts = body[1:].decode(encoding, "replace").split("\0")
    if name == "TXXX" and len(parts) > 1:
        return f"TXXX:{parts[0]}", parts[1].lstrip("\ufeff")
    return name, parts[0]


def _read_media_type(body: bytes) -> str:
    """Return what an enclosed object says it is (ID3v2.4, 4.15): Latin-1 behind one byte."""
    return body[1:].partition(b"\0")[0].decode("latin-1")


def _read_chapter(body: bytes, *, newest: bool) -> TagChapter:
    _, _, rest = body.partition(b"\0")
    start, end = struct.unpack(">II", rest[:8].ljust(8, b"\0"))
    inside = _list_frames(rest[_CHAPTER_TIMES:], newest=newest)
    titles = [_read_text(name, part)[1] for name, part in inside if name == "TIT2"]
    return TagChapter(title=titles[0] if titles else "", start=start, end=end)
