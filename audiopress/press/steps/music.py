"""The show's ident, intro and outro as pieces of an episode, encoded once and cached."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from audiopress.audio.timeline import Clip
from audiopress.errors import ConfigError, SoundError
from audiopress.press.steps.speak import keep_frames, name_version
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from audiopress.audio.frames import Encoded
    from audiopress.model import Frames, Music, Sound
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["ShowMusic"]

_MADE_BY = ("lameenc", "soxr", "pydub", "soundfile")
"""What encodes, resamples, mixes and reads music: another version of one may round anew."""


class ShowMusic:
    """What sounds before and after the speech of every episode of a show."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        """Know the places; a file is read when an episode needs it."""
        self._root = settings.root
        self._sound = settings.sound
        self._cache = cache

    def make_lead_in(self) -> tuple[Clip, ...]:
        """Return what sounds before the speech: the ident, and an intro that stands by itself.

        One that goes on under the opening line is part of that line (`lay_under`).
        """
        intro = self._sound.intro
        found = (self._sound.ident, None if intro and intro.duck else intro)
        return tuple(self._make_clip(music) for music in found if music)

    def make_between(self, music: Music) -> Clip:
        """Return what sounds between two articles of a joined edition."""
        return self._make_clip(music)

    def make_lead_out(self) -> tuple[Clip, ...]:
        """Return what sounds after the speech: the outro, if the show has one."""
        return (self._make_clip(self._sound.outro),) if self._sound.outro else ()

    def digest(self) -> str:
        """Return the digest of the music's files, part of what an episode is made from.

        Raises `ConfigError` for a file that cannot be read.
        """
        return self._digest

    def digest_one(self, music: Music) -> str:
        """Return the digest of one file of music; raises `ConfigError` as `digest`."""
        return hashlib.sha256(self._read(music)).hexdigest()

    @functools.cached_property
    def _digest(self) -> str:
        # Once a run: every article is asked whether its recipe is the same.
        found = (self._sound.ident, self._sound.intro, self._sound.outro)
        # By their bytes: a file that was changed under its name is other music.
        return digest([hashlib.sha256(self._read(m)).hexdigest() if m else "" for m in found])

    def lay_under(self, piece: Clip) -> Clip:
        """Return the opening line's piece with the intro under it, if the show says so."""
        intro, segment = self._sound.intro, piece.segment
        if intro is None or not intro.duck or segment is None:
            return piece

        def encode(body: bytes) -> Encoded:
            from audiopress.audio.music import encode_bed  # noqa: PLC0415 - imports pydub
            from audiopress.audio.speech import unpack  # noqa: PLC0415

            speech = self._cache.read_speech(segment)
            if speech is None:
                raise SoundError("cached speech was damaged just now", hint="build again")
            return encode_bed(body, intro, unpack(speech), piece.frames.gain, self._sound)

        # The speech is in these frames as well, raised by its gain, so both are in their key.
        also = [segment.digest, f"{piece.frames.gain:g}"]
        return replace(piece, frames=self._find_frames(intro, also, encode))

    def _make_clip(self, music: Music) -> Clip:
        def encode(body: bytes) -> Encoded:
            from audiopress.audio.music import encode_music  # noqa: PLC0415 - imports pydub

            return encode_music(body, music, self._sound)

        return Clip(frames=self._find_frames(music, [], encode))

    def _find_frames(
        self, music: Music, also: list[str], encode: Callable[[bytes], Encoded]
    ) -> Frames:
        """Return the frames that the cache has, or encode them; ``also`` is part of their key."""
        body = self._read(music)
        key = _make_key(body, music, self._sound, also)
        known = self._cache.find_frames(key)
        if known is not None and self._cache.read_frames(known) is not None:
            return known
        return keep_frames(key, encode(body), self._sound, self._cache)

    def _read(self, music: Music) -> bytes:
        path: Path = self._root / music.path
        try:
            return path.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            where = f"audiopress.toml, [sound]: {music.path}"
            raise ConfigError(f"the music cannot be read: {reason}", where=where) from error


def _make_key(body: bytes, music: Music, sound: Sound, also: list[str]) -> str:
    from audiopress.audio.frames import FORMAT  # noqa: PLC0415 - numpy

    # The settings as JSON: a field that music or sound gets some day changes the key by itself.
    values = [msgspec.json.encode(value).decode() for value in (music, sound)]
    made_by = [FORMAT, *map(name_version, _MADE_BY)]
    return digest(["music", 2, hashlib.sha256(body).hexdigest(), *values, *made_by, *also])
