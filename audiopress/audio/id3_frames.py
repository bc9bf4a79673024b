"""The frames of an ID3v2.3 tag that an episode has, as bytes.

What each holds is said at https://id3.org/id3v2.3.0 and, for chapters, in the ID3v2 Chapter Frame
Addendum (https://id3.org/id3v2-chapters-1.0); the numbers behind "ID3v2.3" below are its sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "make_chapter",
    "make_comment",
    "make_contents",
    "make_link",
    "make_picture",
    "make_text",
    "make_user_text",
    "wrap_frames",
]

_LATIN1 = b"\x00"
"""The encoding of a text: ISO 8859-1."""

_UTF16 = b"\x01"
"""The encoding of a text: UTF-16 with a byte order mark. ID3v2.3 knows no UTF-8."""

_ORDER_MARK = b"\xff\xfe"
"""Says that the lower byte of each unit comes first."""

_END = b"\x00\x00"
"""Ends a text in UTF-16. At the end of a frame it may be left out (ID3v2.3, 4.2), but versions that
are published have it there, and an address promises its bytes."""

_FRONT_COVER = b"\x03"
"""The type of a picture (ID3v2.3, 4.15): cover (front)."""

_ROOT_IN_ORDER = b"\x03"
"""Flags of a table of contents (Chapter Frame Addendum, 3.2): it is the root, and its entries are
in the order in which they are heard."""

_IN_ORDER = b"\x01"
"""Flags of one that is an entry of another."""

_NOWHERE = b"\xff\xff\xff\xff"
"""In place of a chapter's offset in bytes: its time counts (Chapter Frame Addendum, 3.1)."""

_HEADER = b"ID3\x03\x00\x00"
"""What a tag begins with: version 2.3.0, no flags (ID3v2.3, 3.1); its size follows."""


def wrap_frames(frames: Sequence[bytes]) -> bytes:
    """Return the tag of these frames, in their order and without padding.

    Raises `SoundError` where they are larger than a tag can say, 256 MiB.
    """
    body = b"".join(frames)
    return _HEADER + _encode_size(len(body)) + body


def make_text(name: str, text: str) -> bytes:
    """Return a text frame (ID3v2.3, 4.2): ``TIT2`` is a title, ``TPE1`` who it is by."""
    return _make_frame(name, _UTF16 + _encode_text(text))


def make_user_text(description: str, text: str) -> bytes:
    """Return a text frame whose meaning its description tells (ID3v2.3, 4.2.2)."""
    return _make_frame("TXXX", _UTF16 + _encode_text(description) + _encode_text(text))


def make_link(name: str, address: str) -> bytes:
    """Return a frame with an address, which is in ASCII (ID3v2.3, 4.3)."""
    return _make_frame(name, address.encode("latin-1") + b"\x00")


def make_comment(language: str, text: str) -> bytes:
    """Return a comment without a description (ID3v2.3, 4.11), its language by three letters."""
    body = _UTF16 + language.encode("ascii") + _encode_text("") + _encode_text(text)
    return _make_frame("COMM", body)


def make_picture(media_type: str, picture: bytes) -> bytes:
    """Return the front cover (ID3v2.3, 4.15), without a description."""
    head = _LATIN1 + media_type.encode("latin-1") + b"\x00" + _FRONT_COVER + b"\x00"
    return _make_frame("APIC", head + picture)


def make_contents(name: str, entries: Sequence[str], *, root: bool = True) -> bytes:
    """Return a table of contents of up to 255 entries: chapters or tables, named as their frames.

    ``root`` says that it is the first one, and no entry of another.
    """
    flags = _ROOT_IN_ORDER if root else _IN_ORDER
    names = b"".join(_end_name(entry) for entry in entries)
    return _make_frame("CTOC", _end_name(name) + flags + bytes([len(entries)]) + names)


def make_chapter(name: str, title: str, start: int, end: int) -> bytes:
    """Return a chapter from ``start`` to ``end``, in milliseconds.

    Raises `SoundError` where that is longer than a frame can say.
    """
    if end >> 32:
        raise SoundError(f"a chapter ends after {end // 3_600_000} hours; ID3 can say 1,193")
    times = start.to_bytes(4, "big") + end.to_bytes(4, "big")
    body = _end_name(name) + times + 2 * _NOWHERE + make_text("TIT2", title)
    return _make_frame("CHAP", body)


def _make_frame(name: str, body: bytes) -> bytes:
    """Return a frame: its name, its size, two bytes of flags of which none is set, its body."""
    return name.encode("ascii") + len(body).to_bytes(4, "big") + b"\x00\x00" + body


def _encode_text(text: str) -> bytes:
    # Half a character, which nothing can be made of, is a question mark.
    return _ORDER_MARK + text.encode("utf-16-le", "replace") + _END


def _end_name(name: str) -> bytes:
    """Return the name by which frames of chapters know each other."""
    return name.encode("latin-1") + b"\x00"


def _encode_size(size: int) -> bytes:
    # Four bytes of seven bits each (ID3v2.3, 3.1).
    if size >> 28:
        raise SoundError("the tag is larger than ID3 can say", hint="use a smaller cover")
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
