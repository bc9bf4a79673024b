"""The cache: everything in it can be made again, and nothing in it is believed unseen.

Objects are files named by the sha256 of their bytes, records small JSON that carries its own.
Both are verified whenever they are read. A bad one is moved to ``aside/``, where a person can
look at it, and the reader gets ``None`` as if it had never been there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from audiopress.errors import StoreError
from audiopress.model import Document, Frames, Segment
from audiopress.store.atomic_files import read, remove, write_fast
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["HEARING", "Cache", "KeptSound", "SoundKind"]

_Value = TypeVar("_Value")
_Pointer = TypeVar("_Pointer", Segment, Frames)

SoundKind = Literal["segment", "frames"]
"""The kinds of records that point at sound."""

HEARING = "hearing"
"""The kind of small values that say what was heard in a segment, by its key."""

_KIND = re.compile(r"[a-z0-9-]{1,80}")
"""A kind of record such as ``segment`` or ``own-receipt``: it becomes the name of a folder."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
"""A sha256 in hex. It becomes a path, and it may come from a record that somebody tampered with."""

_KEY_DIGITS = 40
"""Hex digits of a key's digest in a file's name, 160 bits: no two keys meet by chance, and a record
that got into the place of another says itself whose it is."""

_CHECK = 64
"""Bytes of the hex sha256 that stands, with a line's end, before the JSON of a record."""


class _FetchedPage(msgspec.Struct, frozen=True):
    """A fetched document without its bytes."""

    uri: str
    media_type: str
    charset: str | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSound:
    """A record of sound as the cache lists it: its bytes, and when it was written."""

    key: str
    digest: str
    size: int
    written: datetime


# A record says itself what it is about: kind, key, value. Decoders are made once, for to make one
# costs more than to decode.
_PAGE = msgspec.json.Decoder(tuple[str, str, _FetchedPage])
# A value of any shape, which the reader of `Cache.find_record` names.
_PLAIN = msgspec.json.Decoder(tuple[str, str, dict[str, Any]])
# Size in bytes of the object that the pointer is to, then the pointer.
_SEGMENT = msgspec.json.Decoder(tuple[str, str, tuple[int, Segment]])
# As above, for the MP3 frames of one segment.
_FRAMES = msgspec.json.Decoder(tuple[str, str, tuple[int, Frames]])


class Cache:
    """The cache in the folder ``root``; threads and processes may share it.

    Raises:
        StoreError: from any method: the disk would not. (A damaged file is no error.)

    """

    def __init__(self, root: Path) -> None:
        """Name the folder; it is made when something is first put."""
        # As text: a path object for each of many thousand looks costs more than the look.
        self._root = str(root)
        self._folder = root

    # -- speech and frames ---------------------------------------------------------------------

    def put_speech(self, segment_key: str, segment: Segment, body: bytes) -> None:
        """Keep the speech of a segment: first the bytes, then the record that points at them."""
        # In this order: a record never points at bytes that are not there.
        self._put_object(segment.digest, body)
        self._put("segment", segment_key, (len(body), segment))

    def find_segment(self, key: str) -> Segment | None:
        """Return the record of a segment whose object is there and as long as it should be."""
        return self._find_pointer("segment", key, _SEGMENT)

    def read_speech(self, segment: Segment) -> bytes | None:
        """Return the verified bytes of a segment; ``None`` means: speak it again."""
        return self._read_object(segment.digest)

    def put_frames(self, frames: Frames, body: bytes) -> None:
        """Keep the MP3 frames of a segment under their key."""
        self._put_object(frames.digest, body)
        self._put("frames", frames.key, (len(body), frames))

    def find_frames(self, key: str) -> Frames | None:
        """Return the record of frames whose object is there and as long as it should be."""
        return self._find_pointer("frames", key, _FRAMES)

    def read_frames(self, frames: Frames) -> bytes | None:
        """Return the verified bytes of frames; ``None`` means: encode them again."""
        return self._read_object(frames.digest)

    # -- documents and everything small --------------------------------------------------------

    def put_document(self, document: Document) -> None:
        """Keep a fetched document under its address."""
        digest = hashlib.sha256(document.body).hexdigest()
        self._put_object(digest, document.body)
        page = _FetchedPage(document.uri, document.media_type, document.charset, digest)
        self._put("document", document.uri, page)

    def find_document(self, uri: str) -> Document | None:
        """Return the verified document last kept under ``uri``."""
        page = self._find("document", uri, _PAGE)
        body = None if page is None else self._read_object(page.digest)
        if page is None or body is None:
            return None
        return Document(uri=page.uri, media_type=page.media_type, body=body, charset=page.charset)

    def put_record(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Keep a small value of JSON types under a kind (``[a-z0-9-]``) and any key."""
        # Another prefix than the kinds of this file: no caller can name one of these.
        self._put(f"own-{kind}", key, value)

    def find_record(self, kind: str, key: str, shape: type[_Value]) -> _Value | None:
        """Return the verified value last kept under this kind and key, as a ``shape``.

        What another version of this program kept in another shape is ``None``.
        """
        try:
            return msgspec.convert(self._find(f"own-{kind}", key, _PLAIN), shape | None)
        except msgspec.ValidationError:
            return None

    def list_records(self, kind: str, shape: type[_Value]) -> Iterator[tuple[str, _Value]]:
        """Yield key and value of every verified record of a kind that is a ``shape``."""
        # Not found by a key: the file says itself which one it has.
        for path in sorted((self._folder / "records" / f"own-{kind}").glob("??/*.json")):
            body = (read(path) or b"")[_CHECK + 1 :]
            with contextlib.suppress(msgspec.DecodeError):
                key = _PLAIN.decode(body)[1]
                value = self.find_record(kind, key, shape)
                if value is not None:
                    yield key, value

    def list_sound(self, kind: SoundKind) -> Iterator[KeptSound]:
        """Yield all the speech (``segment``) or all the frames that the cache has, unverified."""
        decoder = _SEGMENT if kind == "segment" else _FRAMES
        for path in sorted((self._folder / "records" / kind).glob("??/*.json")):
            body = (read(path) or b"")[_CHECK + 1 :]
            with contextlib.suppress(msgspec.DecodeError, FileNotFoundError):
                _, key, (size, pointer) = decoder.decode(body)
                written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                yield KeptSound(key=key, digest=pointer.digest, size=size, written=written)

    def list_aside(self) -> Iterator[Path]:
        """Yield the files that were put aside because they were not what they should be."""
        yield from sorted(path for path in (self._folder / "aside").glob("*") if path.is_file())

    def remove_speech(self, key: str) -> None:
        """Remove the speech of a segment, if it is there; another of these bytes is made anew.

        What was heard in it goes too (`HEARING`): that quotes it.
        """
        self.remove_record(HEARING, key)
        segment = self.find_segment(key)
        self._remove("segment", key, segment.digest if segment else None)

    def remove_frames(self, key: str) -> None:
        """Remove the MP3 frames of this key, as `remove_speech` does."""
        frames = self.find_frames(key)
        self._remove("frames", key, frames.digest if frames else None)

    def remove_document(self, uri: str) -> None:
        """Remove the document last kept under ``uri``, if there is one."""
        page = self._find("document", uri, _PAGE)
        self._remove("document", uri, page.digest if page else None)

    def _remove(self, kind: str, key: str, digest: str | None) -> None:
        # The record first: it never points at bytes that are not there.
        remove(self._folder / _name_record(kind, key))
        if digest is not None:
            remove(self._folder / _name_object(digest))

    def remove_record(self, kind: str, key: str) -> bool:
        """Remove a small value; say whether there was one."""
        return remove(self._folder / _name_record(f"own-{kind}", key))

    # -- verified files ------------------------------------------------------------------------

    def _put(self, kind: str, key: str, value: object) -> None:
        # With kind and key: a file that was copied to the place of another is seen (0182).
        body = msgspec.json.encode((kind, key, value))
        self._write(_name_record(kind, key), _make_check(body) + b"\n" + body)

    def _find(
        self, kind: str, key: str, decoder: msgspec.json.Decoder[tuple[str, str, _Value]]
    ) -> _Value | None:
        name = _name_record(kind, key)
        kept = read(f"{self._root}/{name}")
        if kept is None:
            return None
        body = kept[_CHECK + 1 :]
        if kept[: _CHECK + 1] != _make_check(body) + b"\n":
            self._put_aside(name)
            return None
        try:
            found_kind, found_key, value = decoder.decode(body)
        # Not put aside: a cache may be shared with a newer version, which still reads it.
        except msgspec.DecodeError:  # whole, but by a version that kept other values
            return None
        if (found_kind, found_key) == (kind, key):
            return value
        self._put_aside(name)
        return None

    def _find_pointer(
        self,
        kind: str,
        key: str,
        decoder: msgspec.json.Decoder[tuple[str, str, tuple[int, _Pointer]]],
    ) -> _Pointer | None:
        kept = self._find(kind, key, decoder)
        if kept is None:
            return None
        size, pointer = kept
        name = _name_object(pointer.digest)
        try:
            found = os.stat(f"{self._root}/{name}").st_size  # noqa: PTH116 - read often
        except FileNotFoundError:
            return None
        except OSError as error:
            raise explain_os_error(error, self._folder / name) from error
        if found == size:
            return pointer
        # Cut off is seen here already, so that a plan counts it among what must be spoken.
        self._put_aside(name)
        return None

    def _put_object(self, digest: str, body: bytes) -> None:
        name = _name_object(digest)
        # A mistake of the caller: kept under this name, it would be put aside at the first look.
        if _make_check(body) != digest.encode():
            raise StoreError("these bytes are not those their digest names", where=name)
        self._write(name, body)

    def _write(self, name: str, body: bytes) -> None:
        # To look costs microseconds; to replace a file makes some disks flush it first.
        if read(f"{self._root}/{name}") != body:
            write_fast(self._folder / name, body)

    def _read_object(self, digest: str) -> bytes | None:
        name = _name_object(digest)
        body = read(f"{self._root}/{name}")
        if body is None or _make_check(body) == digest.encode():
            return body
        self._put_aside(name)
        return None

    def _put_aside(self, name: str) -> None:
        path = self._folder / name
        aside = self._folder / "aside" / path.name
        try:
            aside.parent.mkdir(parents=True, exist_ok=True)
            path.replace(aside)
        except FileNotFoundError:
            pass  # another process has put it aside
        except OSError as error:
            raise explain_os_error(error, path) from error


def _make_check(body: bytes) -> bytes:
    """Return the sha256 of bytes, as hex in ASCII."""
    return hashlib.sha256(body).hexdigest().encode()


def _name_record(kind: str, key: str) -> str:
    name = hashlib.sha256(key.encode()).hexdigest()[:_KEY_DIGITS]
    if not _KIND.fullmatch(kind):
        raise StoreError("this is no kind of record", where=repr(kind))
    return f"records/{kind}/{name[:2]}/{name}.json"


def _name_object(digest: str) -> str:
    if not _DIGEST.fullmatch(digest):
        raise StoreError("this is no digest", where=repr(digest))
    return f"objects/{digest[:2]}/{digest}"
