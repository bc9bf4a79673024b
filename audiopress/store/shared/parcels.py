"""The sound of a line as one object: a digest of the rest, a record, and the sound itself.

As two objects, like in the cache, it could be there by half. Whoever reads one knows that it is
whole, whose it is, and that nobody has changed a byte.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from audiopress.model import Frames, Segment

if TYPE_CHECKING:
    from audiopress.store.cache import SoundKind

__all__ = ["DamagedParcelError", "name_frames", "name_speech", "pack", "unpack"]

_Pointer = TypeVar("_Pointer", bound=Segment | Frames)

_DECODERS: dict[type, msgspec.json.Decoder[Any]] = {
    Segment: msgspec.json.Decoder(tuple[str, str, Segment]),
    Frames: msgspec.json.Decoder(tuple[str, str, Frames]),
}
"""What stands before the sound: a kind, the key, and the record."""

_KINDS: dict[type, SoundKind] = {Segment: "segment", Frames: "frames"}
"""What the kinds are called, as the cache has them."""


class DamagedParcelError(Exception):
    """An object is not what somebody has written."""


def name_speech(key: str) -> str:
    """Return the name of the object that has the speech of a key."""
    return _name("speech", key)


def name_frames(key: str) -> str:
    """Return the name of the object that has the MP3 frames of a segment's key.

    Those of one setting alone, so that whoever must forget a line finds them without a list.
    """
    return _name("frames", key)


def pack(key: str, record: Segment | Frames, sound: bytes) -> bytes:
    """Return the object of a record and its sound."""
    rest = msgspec.json.encode((_KINDS[type(record)], key, record)) + b"\n" + sound
    return hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def unpack(key: str, body: bytes, shape: type[_Pointer]) -> tuple[_Pointer, bytes] | None:
    """Return record and sound; ``None`` for what another version wrote, whole but otherwise.

    Raises `DamagedParcelError`.
    """
    check, _, rest = body.partition(b"\n")
    if check != hashlib.sha256(rest).hexdigest().encode():
        raise DamagedParcelError
    head, _, sound = rest.partition(b"\n")
    try:
        kind, named, record = _DECODERS[shape].decode(head)
    except msgspec.DecodeError:
        return None
    # One that was copied to another's place says itself whose it is.
    whose = (kind, named) == (_KINDS[shape], key)
    if not whose or hashlib.sha256(sound).hexdigest() != record.digest:
        raise DamagedParcelError
    return record, sound


def _name(folder: str, key: str) -> str:
    # Hashed, though keys are digests: whatever it is, it becomes a plain name.
    name = hashlib.sha256(key.encode()).hexdigest()
    return f"{folder}/{name[:2]}/{name}"
