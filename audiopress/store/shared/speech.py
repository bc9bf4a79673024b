"""Speech that several builders share: asked for before a line is spoken, given when it was.

It lies behind the cache and is none itself: what it has is kept there, and a build that lacks
nothing asks nobody. One object a line, of its digest, its record and its sound, is verified as a
whole; it is written once and never over. A shared cache that is away costs time and no build: it is
named once, and what it would have had is spoken here.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from audiopress.errors import AudiopressError, StoreError
from audiopress.model import Segment
from audiopress.store.shared.parcels import (
    DamagedParcelError,
    name_frames,
    name_speech,
    pack,
    unpack,
)
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from audiopress.store.cache import Cache
    from audiopress.store.objects import Stored

__all__ = ["SharedPlace", "SharedSpeech"]

_T = TypeVar("_T")

_AT_ONCE = 8
"""Requests at a time: each waits for its answer, and most are of a hundred kilobytes."""

_GIVE_UP = 3
"""Requests in a row that fail, after which nobody is asked any more: each has been tried again
before, and a build is not to wait for one who is away."""


class SharedPlace(Protocol):
    """Where it lies: a bucket (`audiopress.store.objects.ObjectStore`) or a folder."""

    def read(self, name: str) -> Stored | None:
        """Return an object, ``None`` where there is none."""

    def put_if(
        self, name: str, body: bytes, headers: Mapping[str, str], mark: str | None
    ) -> str | None:
        """Write an object where it is still the one of ``mark``, else return ``None``."""

    def probe(self, folder: str) -> bool:
        """Find out whether marks are looked at by the place itself."""

    def remove(self, names: Collection[str]) -> None:
        """Remove objects."""


class SharedSpeech:
    """The speech that builders share behind ``cache``; without a ``name`` there is none.

    ``open_place`` is called when something is first asked. No method raises: `notes` say in the end
    what could not be done.
    """

    def __init__(
        self,
        cache: Cache,
        name: str = "",
        open_place: Callable[[], SharedPlace] | None = None,
    ) -> None:
        """Ask nobody yet."""
        self.name = name
        self._cache, self._open_place = cache, open_place
        self._place: SharedPlace | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._gate = threading.Lock()
        self._probed = False
        self._failed_in_a_row = self._fetched = self._failed = 0
        self._problem: AudiopressError | None = None
        self._damaged: dict[str, str] = {}

    @property
    def is_open(self) -> bool:
        """Whether there is one that answers."""
        return self._open_place is not None and self._failed_in_a_row < _GIVE_UP

    def fetch(self, key: str) -> Future[bool]:
        """Begin to bring the speech of a key into the cache; the answer is whether it is there."""
        return self._submit(self._fetch, key)

    def fetch_all(self, keys: Iterable[str]) -> None:
        """Bring what is shared of these keys into the cache, and wait for it."""
        begun = [self.fetch(key) for key in keys] if self.is_open else []
        for each in begun:
            each.result()

    def give(self, key: str) -> None:
        """Begin to give the speech of a key, which the cache has; `finish` waits for it."""
        if self.is_open:
            self._submit(self._give, key)

    def forget(self, keys: Collection[str]) -> str:
        """Remove the sound of these keys, which nobody may hear any more; say why it could not."""
        names = [name(key) for key in keys for name in (name_speech, name_frames)]
        if names:
            self._ask(lambda place: place.remove(names))
        if self._problem is None:
            return ""
        place = self._problem.where or self.name
        return f"still in the shared cache {self.name}: {self._problem.message} ({place})"

    def finish(self, *, hurry: bool = False) -> None:
        """Wait until all is given; in a ``hurry`` only for what is under way."""
        if self._pool is not None:
            try:
                self._pool.shutdown(cancel_futures=hurry)
            except KeyboardInterrupt:
                self._pool.shutdown(cancel_futures=True)
            self._pool = None

    @property
    def notes(self) -> list[str]:
        """Say in words what came from there, and what went wrong."""
        notes = []
        if self._fetched:
            notes.append(f"from the shared cache {self.name}: {_count(self._fetched)}")
        if self._damaged:
            what = f"{_count(len(self._damaged))} in the shared cache {self.name}"
            notes.append(f"{what} were damaged: spoken again here, and put in their place")
        if self._problem is not None:
            notes.append(self._explain(self._problem))
        return notes

    # -- one object ----------------------------------------------------------------------------

    def _fetch(self, key: str) -> bool:
        known = self._cache.find_segment(key)
        if known is not None and self._cache.read_speech(known) is not None:
            return True
        found = self._ask(lambda place: place.read(name_speech(key)))
        try:
            speech = unpack(key, found.body, Segment) if found else None
        except DamagedParcelError:
            self._damaged[key] = found.mark if found else ""
            return False
        if speech is None:
            return False
        # A disk that is full is said by who speaks the line.
        with suppress(StoreError):
            self._cache.put_speech(key, *speech)
            self._fetched += 1
        return True

    def _give(self, key: str) -> None:
        segment = self._cache.find_segment(key)
        sound = None if segment is None else self._cache.read_speech(segment)
        if segment is None or sound is None:  # damaged since; the next build speaks it
            return
        body = pack(key, segment, sound)
        mark = self._damaged.get(key)
        self._ask(lambda place: self._put(place, name_speech(key), body, mark))

    def _put(self, place: SharedPlace, name: str, body: bytes, mark: str | None) -> None:
        with self._gate:
            if not self._probed:
                # Where conditions are ignored, the place compares by itself before it writes.
                place.probe("")
                self._probed = True
        # Of two who spoke one line the first one's stays.
        place.put_if(name, body, {"Content-Type": "application/octet-stream"}, mark)

    # -- asking --------------------------------------------------------------------------------

    def _submit(self, act: Callable[[str], _T], key: str) -> Future[_T]:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_AT_ONCE)
        return self._pool.submit(act, key)

    def _ask(self, act: Callable[[SharedPlace], _T]) -> _T | None:
        """Return the answer, ``None`` where there is none; what goes wrong is noted."""
        if not self.is_open:
            return None
        try:
            answer = act(self._reach())
        except AudiopressError as error:
            with self._gate:
                self._problem = self._problem or error
                self._failed += 1
                # What was never opened is not tried again.
                self._failed_in_a_row += 1 if self._place else _GIVE_UP
            return None
        self._failed_in_a_row = 0
        return answer

    def _reach(self) -> SharedPlace:
        with self._gate:
            if self._place is None and self._open_place is not None:
                self._place = self._open_place()
        if self._place is None:  # pragma: no cover - `is_open` is asked before
            raise StoreError("there is no shared cache")
        return self._place

    def _explain(self, problem: AudiopressError) -> str:
        where = f" ({problem.where})" if problem.where else ""
        what = "is not used" if not self.is_open else f"failed {_times(self._failed)}"
        said = f"the shared cache {self.name} {what}: {problem.message}{where}"
        return f"{said}; what it would have had is spoken here, and it is not given what is new"


def _count(number: int) -> str:
    return count_things(number, "paragraph")


def _times(number: int) -> str:
    return count_things(number, "time")
