"""One at a time in a bucket: a record that says whose turn it is, kept alive by its owner.

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
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from audiopress.errors import InUseError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.store.objects import Stored

__all__ = ["OWN_FOLDER", "BucketTurn", "OvertakenError", "TurnKind", "take_turn"]

OWN_FOLDER = ".audiopress/"
"""Where builders keep what is theirs in a bucket: hidden, so that no server shows it as a page."""

_BEAT = 10.0
"""Seconds between two signs of life: six of them may be lost."""

_SILENCE = 60.0
"""Seconds without one after which its owner counts as dead: killed, or its machine is off."""

_LONGEST_WAIT = 600.0
"""Seconds to wait for another one, unless it is said: deploys of a few articles take less."""

_LOOK = 1.0
"""Seconds between two looks, somewhat more or less so that those who wait do not meet."""


class OvertakenError(StoreError):
    """Another one has written what this one was about to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnKind:
    """What one takes turns at: the ``name`` of the record's token, and words for errors.

    ``does`` stands between who it is and since when, ``again`` is what to do then.
    """

    name: str
    record: str
    does: str
    again: str


class _Records(Protocol):
    """A place that holds the record."""

    name: str

    def read(self, name: str) -> Stored | None: ...

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None: ...


@contextlib.contextmanager
def take_turn(  # noqa: PLR0913 - what, where, and who
    kind: TurnKind,
    place: _Records,
    builder: str,
    tell: Callable[[str], None] = lambda _: None,
    *,
    who: str = "",
    wait: float | None = None,
) -> Iterator[BucketTurn]:
    """Wait until nobody else has it, and say every ten seconds that we do.

    A turn of the same ``builder`` is of one that is dead: it holds a lock on its own machine.
    ``who`` is what others are told. Raises `StoreError` when another one who is alive has it still
    after ``wait`` seconds.
    """
    turn = BucketTurn(kind, place, builder, who)
    turn.begin(tell, _LONGEST_WAIT if wait is None else wait)
    try:
        yield turn
    finally:
        turn.end()


class BucketTurn:
    """The turn of one builder."""

    def __init__(self, kind: TurnKind, place: _Records, builder: str, who: str = "") -> None:
        """Prepare to wait for it."""
        self._kind, self._place, self._builder = kind, place, builder
        self._who = who or f"builder {builder}"
        self._token = secrets.token_hex(8)
        self._since = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
        self._beats = 0
        self._mark: str | None = None
        self._other = ""
        self._over = threading.Event()
        self._writing = threading.Lock()
        self._thread = threading.Thread(target=self._keep_alive, daemon=True)

    def begin(self, tell: Callable[[str], None], wait: float) -> None:
        """Wait for it."""
        until = time.monotonic() + wait
        seen, seen_at, alive, told = "", 0.0, False, False
        while True:
            held = self._place.read(self._kind.record)
            mark = held.mark if held else None
            if mark is not None and mark != seen:
                # Of the first one that is seen nobody knows how old it is.
                alive = bool(seen)
                seen, seen_at = mark, time.monotonic()
            owner = self._read_owner(held)
            silent = time.monotonic() - seen_at > _SILENCE
            if not owner or owner["builder"] == self._builder or silent:
                self._mark = self._write(mark)
                if self._mark is not None:
                    break
                continue
            if alive and time.monotonic() > until:
                raise self._explain_wait(owner, wait)
            if not told:
                tell(f"{owner['who']} {self._kind.does} since {owner['since']}; waiting")
                told = True
            time.sleep(_LOOK * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        self._thread.start()

    def check(self) -> None:
        """Raise `OvertakenError` when somebody else has the turn now."""
        if self._other:
            raise self._explain_loss(f"was silent for too long (it began {self._since})")

    def renew(self) -> None:
        """Give a sign of life at once: the last one may be older than a machine's sleep.

        Raises `OvertakenError` when somebody else has the turn now, `StoreError` when that cannot
        be known.
        """
        self._beat()
        self.check()

    def explain_write(self, name: str) -> OvertakenError:
        """Return the error for what another one has written under this turn."""
        with self._writing:
            self._find_own()
        return self._explain_loss(f"was about to write {name} (it began {self._since})")

    def end(self) -> None:
        """Let others have it."""
        self._over.set()
        self._thread.join()
        # Else they wait for a minute.
        with contextlib.suppress(StoreError), self._writing:
            while not self._other and not self._give_back():
                self._mark = self._find_own()

    def _give_back(self) -> bool:
        body = _encode({self._kind.name: ""})
        return self._place.write_if(self._kind.record, body, self._mark) is not None

    def _keep_alive(self) -> None:
        while not self._other and not self._over.wait(_BEAT):
            # An answer that is lost is no reason to give up: the next one may come.
            with contextlib.suppress(StoreError):
                self._beat()

    def _beat(self) -> None:
        with self._writing:
            if not self._other:
                self._beats += 1
                self._mark = self._write(self._mark) or self._find_own()

    def _find_own(self) -> str | None:
        """Return the mark of the record where it is ours; else note whose it is.

        It is ours where our own write was done and its answer was lost.
        """
        held = self._place.read(self._kind.record)
        if held and self._read_token(held) == self._token:
            return held.mark
        owner = self._read_owner(held)
        self._other = self._name(owner) if owner else self._name_nobody()
        return None

    def _write(self, mark: str | None) -> str | None:
        value = {
            self._kind.name: self._token,
            "builder": self._builder,
            "who": self._who,
            "since": self._since,
            "beat": self._beats,
        }
        return self._place.write_if(self._kind.record, _encode(value), mark)

    def _read_token(self, held: Stored) -> str:
        try:
            return str(json.loads(held.body)[self._kind.name])
        except (ValueError, KeyError, TypeError):
            return ""

    def _read_owner(self, held: Stored | None) -> dict[str, str] | None:
        """Return who has the turn; nobody has one that was given back, or cannot be read."""
        try:
            value = json.loads(held.body) if held else {}
            named = {key: str(value[key]) for key in ("builder", "since")}
            named["who"] = str(value.get("who") or f"builder {value['builder']}")
            return named if value[self._kind.name] else None
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _name(self, owner: dict[str, str]) -> str:
        return f"{owner['who']} {self._kind.does} since {owner['since']}"

    def _name_nobody(self) -> str:
        return f"another one {self._kind.does}, or did"

    def _explain_loss(self, why: str) -> OvertakenError:
        return OvertakenError(
            f"{self._other or self._name_nobody()}, and this one, {self._who}, {why}",
            where=self._place.name,
            hint=self._kind.again,
        )

    def _explain_wait(self, owner: dict[str, str], wait: float) -> InUseError:
        waited = f"has waited for {wait:.0f} seconds" if wait else "comes second"
        return InUseError(
            f"{self._name(owner)}, and this one, {self._who}, {waited}",
            where=self._place.name,
            hint=self._kind.again,
        )


def _encode(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True).encode()
