"""Sound that goes from one machine to another by a place that both see.

Other than `SharedSpeech`, which a build can do without, this is the only way the sound goes: what
cannot be given or brought is an error.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from audiopress.errors import StoreError
from audiopress.model import Frames, Segment
from audiopress.store.shared.parcels import (
    DamagedParcelError,
    name_frames,
    name_speech,
    pack,
    unpack,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.store.cache import Cache
    from audiopress.store.objects import Stored
    from audiopress.store.shared.speech import SharedPlace

__all__ = ["SoundExchange"]

_Pointer = TypeVar("_Pointer", bound=Segment | Frames)

PAUSES = (1.0, 2.0, 5.0, *(10.0,) * 12)
"""Seconds between two tries of one request, each of which is itself some ten seconds of tries: a
store that is away for some minutes costs these, and no article."""

_T = TypeVar("_T")

_HEADERS = {"Content-Type": "application/octet-stream"}
"""What is said of each object."""


class SoundExchange:
    """What lies in ``place`` for many machines, and the ``cache`` of this one; threads share it.

    Raises:
        StoreError: from any method: the place has not answered for minutes, or the disk would not.

    """

    def __init__(self, cache: Cache, place: SharedPlace) -> None:
        """Ask nobody yet."""
        self._cache, self._place = cache, place
        self._gate = threading.Lock()
        self._probed = False
        self._ended = threading.Event()

    def end(self) -> None:
        """Wait for a place that is away no more: what is asked for then is an error at once."""
        self._ended.set()

    def bring(self, key: str) -> bool:
        """Bring speech and frames of a segment into the cache; say whether its speech is there.

        Speech that is whole here stays as it is. The frames may be of other settings, of other
        speech, or lack: they are made of what is here.
        """
        if not self.has_speech(key):
            speech = self._read(key, name_speech(key), Segment)[0]
            if speech is None:
                return False
            self._cache.put_speech(key, *speech)
        frames = self._read(key, name_frames(key), Frames)[0]
        if frames is not None:
            self._cache.put_frames(*frames)
        return True

    def has_speech(self, key: str) -> bool:
        """Whether this machine has the speech of a segment, every byte of it."""
        segment = self._cache.find_segment(key)
        return segment is not None and self._cache.read_speech(segment) is not None

    def give(self, key: str, frames: Frames) -> None:
        """Give speech and frames of a segment, as the cache has them, where they are not there."""
        segment = self._cache.find_segment(key)
        speech = None if segment is None else self._cache.read_speech(segment)
        sound = self._cache.read_frames(frames)
        if segment is None or speech is None or sound is None:
            raise StoreError("sound that was just made is not whole", hint="look at that disk")
        self._put(key, name_speech(key), segment, speech)
        # The frames last: with them it is all there.
        self._put(key, name_frames(key), frames, sound)

    def _read(
        self, key: str, name: str, shape: type[_Pointer]
    ) -> tuple[tuple[_Pointer, bytes] | None, Stored | None]:
        """Return what an object has, and the object: what is damaged is there and has nothing."""
        found = self._try(lambda: self._place.read(name))
        try:
            return (unpack(key, found.body, shape) if found else None), found
        except DamagedParcelError:
            return None, found

    def _put(self, key: str, name: str, record: Segment | Frames, sound: bytes) -> None:
        body = pack(key, record, sound)
        if self._put_if(name, body, None):
            return
        known, found = self._read(key, name, type(record))
        # Of two who spoke one line the first one's stays; what is damaged, or frames of other
        # settings, is no use to anybody here.
        if known is None or (isinstance(record, Frames) and known[0].key != record.key):
            self._put_if(name, body, found.mark if found else None)

    def _put_if(self, name: str, body: bytes, mark: str | None) -> bool:
        with self._gate:
            if not self._probed:
                # Where conditions are ignored, the place compares by itself before it writes.
                self._try(lambda: self._place.probe(""))
                self._probed = True
        return self._try(lambda: self._place.put_if(name, body, _HEADERS, mark)) is not None

    def _try(self, ask: Callable[[], _T]) -> _T:
        """Return an answer of the place, however long it takes to come back."""
        for pause in PAUSES:
            try:
                return ask()
            except StoreError:
                if self._ended.wait(pause):
                    raise
        return ask()
