"""One deploy at a time in a bucket: a record that says whose turn it is, kept alive by its owner.

No clock is compared with another machine's: who waits sees whether the record changes, and takes
the turn of one who has been silent for a minute. Whoever was only slow finds that out with its next
write, which is conditional, and stops.
"""

from __future__ import annotations

import contextlib
import json
import random
import secrets
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol

from audiopress.deploy.inventory import OWN_FOLDER
from audiopress.deploy.places import OvertakenError
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.store.objects import Stored

__all__ = ["TURN", "BucketTurn", "take_turn"]

TURN = f"{OWN_FOLDER}deploying.json"
"""The record's name."""

_BEAT = 10.0
"""Seconds between two signs of life: six of them may be lost."""

_SILENCE = 60.0
"""Seconds without one after which a deploy counts as dead: it was killed, or its machine is off."""

_LONGEST_WAIT = 600.0
"""Seconds to wait for another deploy: those of a few articles take less."""

_LOOK = 1.0
"""Seconds between two looks, somewhat more or less so that those who wait do not meet."""


class _Records(Protocol):
    """A place that holds the record."""

    name: str

    def read(self, name: str) -> Stored | None: ...

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None: ...


@contextlib.contextmanager
def take_turn(
    place: _Records, builder: str, tell: Callable[[str], None] = lambda _: None
) -> Iterator[BucketTurn]:
    """Wait until nobody else deploys, and say every ten seconds that we do.

    A turn of the same ``builder`` is of one that is dead: it holds a lock on its own machine.
    Raises `StoreError` when another is not done in ten minutes.
    """
    turn = BucketTurn(place, builder)
    turn.begin(tell)
    try:
        yield turn
    finally:
        turn.end()


class BucketTurn:
    """The turn of one deploy (`audiopress.deploy.places.Turn`)."""

    def __init__(self, place: _Records, builder: str) -> None:
        """Prepare to wait for it."""
        self._place, self._builder = place, builder
        self._token = secrets.token_hex(8)
        self._since = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
        self._beats = 0
        self._mark: str | None = None
        self._other = ""
        self._over = threading.Event()
        self._heart = threading.Thread(target=self._live, daemon=True)

    def begin(self, tell: Callable[[str], None]) -> None:
        """Wait for it."""
        until = time.monotonic() + _LONGEST_WAIT
        seen, seen_at, told = "", 0.0, False
        while True:
            held = self._place.read(TURN)
            mark = held.mark if held else None
            if mark is not None and mark != seen:
                seen, seen_at = mark, time.monotonic()
            owner = _read_owner(held)
            silent = time.monotonic() - seen_at > _SILENCE
            if not owner or owner["builder"] == self._builder or silent:
                self._mark = self._write(mark)
                if self._mark is not None:
                    break
                continue
            if time.monotonic() > until:
                raise self._explain_wait(owner)
            if not told:
                tell(f"builder {owner['builder']} deploys here since {owner['since']}; waiting")
                told = True
            time.sleep(_LOOK * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        self._heart.start()

    def check(self) -> None:
        """Raise `OvertakenError` when somebody else has the turn now."""
        if self._other:
            raise OvertakenError(
                f"builder {self._other} deploys here now, and this one, {self._builder}, was "
                "silent for too long",
                where=self._place.name,
                hint="when it has ended: audiopress deploy",
            )

    def end(self) -> None:
        """Let others have it."""
        self._over.set()
        self._heart.join()
        if not self._other:
            # Else they wait for a minute.
            with contextlib.suppress(StoreError):
                self._place.write_if(TURN, _encode({"deploy": ""}), self._mark)

    def _live(self) -> None:
        while not self._over.wait(_BEAT):
            # An answer that is lost is no reason to give up: the next one may come.
            with contextlib.suppress(StoreError):
                self._beats += 1
                mark = self._write(self._mark)
                if mark is None:
                    owner = _read_owner(self._place.read(TURN))
                    self._other = owner["builder"] if owner else "of another"
                    return
                self._mark = mark

    def _write(self, mark: str | None) -> str | None:
        value = {
            "deploy": self._token,
            "builder": self._builder,
            "since": self._since,
            "beat": self._beats,
        }
        return self._place.write_if(TURN, _encode(value), mark)

    def _explain_wait(self, owner: dict[str, str]) -> StoreError:
        return StoreError(
            f"builder {owner['builder']} deploys here since {owner['since']}, and this one, "
            f"{self._builder}, has waited for {_LONGEST_WAIT:.0f} seconds",
            where=self._place.name,
            hint="when it has ended: audiopress deploy",
        )


def _encode(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True).encode()


def _read_owner(held: Stored | None) -> dict[str, str] | None:
    """Return who has the turn; nobody has one that was given back, or that nobody can read."""
    try:
        value = json.loads(held.body) if held else {}
        named = {key: str(value[key]) for key in ("builder", "since")} if value["deploy"] else None
    except (ValueError, KeyError, TypeError):
        return None
    return named
