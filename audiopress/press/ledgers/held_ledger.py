"""The ledger, held by one builder: by a lock on this machine, and by a turn where it is kept.

A ledger in a bucket (``ledger = "s3://..."``) has a copy here, which everything else reads and
writes. Who holds it has brought there what was changed (`hold_ledger`), and puts back what the run
promises before a feed says it (`settle_ledger`). Who was overtaken meanwhile finds out then, and
publishes nothing.
"""

from __future__ import annotations

import contextlib
import os
import platform
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, StoreError
from audiopress.settings.deploy_table import parse_target
from audiopress.store.cache import Cache
from audiopress.store.keys import digest
from audiopress.store.lock import lock_ledger
from audiopress.store.objects import open_store
from audiopress.store.shared.builder import name_builder
from audiopress.store.shared.ledger_copy import LedgerCopy
from audiopress.store.shared.turn import OWN_FOLDER, TurnKind, take_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.objects import ObjectStore, Stored
    from audiopress.store.shared.turn import BucketTurn

__all__ = [
    "add_ledger_note",
    "check_ledger_turn",
    "hold_ledger",
    "refresh_ledger",
    "settle_ledger",
    "take_ledger_notes",
    "tell_waiting_to",
]

LEDGER_TURN = TurnKind(
    name="ledger",
    record=f"{OWN_FOLDER}building.json",
    does="has this ledger",
    again="when it has ended, run the same command again",
)
"""One builder of a ledger at a time."""


@dataclass(frozen=True, slots=True)
class _OurTurn:
    """A ledger in a bucket whose turn is ours."""

    copy: LedgerCopy
    turn: BucketTurn


class _TurnRecords:
    """The bucket as a place for the record of whose turn it is."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self.name = store.place

    def read(self, name: str) -> Stored | None:
        return self._store.read(name)

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        return self._store.put_if(name, body, {"Content-Type": "application/json"}, mark)


_held: dict[Path, _OurTurn] = {}
"""Ledgers that this process holds, by the folder of the copy: whoever publishes knows that."""


@contextlib.contextmanager
def hold_ledger(settings: Settings, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the ledger, so that nobody else builds, withdraws or heals until this block ends.

    ``wait`` is how many seconds to wait for another holder.

    Raises:
        StoreError: another one holds it still, and who; the disk cannot lock; or the bucket that it
            is kept in does not answer, or ignores conditions.

    """
    with lock_ledger(settings.ledger, settings.cache, wait=wait):
        if settings.ledger_bucket:
            with _hold_bucket(settings, wait):
                yield
        else:
            yield


@contextlib.contextmanager
def _hold_bucket(settings: Settings, wait: float) -> Iterator[None]:
    store = _open(settings)
    if not store.probe(OWN_FOLDER):
        raise StoreError(
            "this storage ignores conditional writes, and two builders of one ledger would lose "
            "what the other has promised",
            where=settings.ledger_bucket,
            hint="keep the ledger in storage that honours them (Amazon S3, Cloudflare R2, MinIO), "
            "or in git",
        )
    builder = name_builder(Cache(settings.cache))
    who = f"process {os.getpid()} on {platform.node()}"
    builder = digest([builder, str(settings.ledger)])
    with take_turn(LEDGER_TURN, _TurnRecords(store), builder, _tell, who=who, wait=wait) as turn:
        copy = _open_copy(settings, store)
        _notes.extend(copy.pull())
        _held[settings.ledger] = _OurTurn(copy, turn)
        try:
            yield
            copy.push(turn)
        finally:
            del _held[settings.ledger]


def settle_ledger(ledger: Path) -> None:
    """Put what was promised where it is kept: before a feed says it.

    Raises:
        StoreError: somebody else has the ledger by now, and who.

    """
    held = _held.get(ledger)
    if held is not None:
        held.copy.push(held.turn)


def check_ledger_turn(ledger: Path) -> None:
    """Raise `StoreError` where somebody else has the ledger by now."""
    held = _held.get(ledger)
    if held is not None:
        held.turn.check()


def refresh_ledger(settings: Settings) -> str:
    """Bring the copy up to date for who only reads it; return a note where that is not possible."""
    if not settings.ledger_bucket:
        return ""
    try:
        with lock_ledger(settings.ledger, settings.cache):
            _notes.extend(_open_copy(settings, _open(settings)).pull())
    except AudiopressError as error:
        where = f" ({error.where})" if error.where else ""
        return f"the ledger in {settings.ledger_bucket} was not looked at: {error.message}{where}"
    return ""


def tell_waiting_to(hear: Callable[[str], None]) -> None:
    """Let a person know for whom this process waits, for as long as a minute."""
    _hearers[:] = [hear]


_hearers: list[Callable[[str], None]] = []
"""Who is told while one waits."""


def _tell(said: str) -> None:
    for hear in _hearers:
        hear(said)


_notes: list[str] = []
"""What was put aside or moved, until somebody says it."""


def add_ledger_note(note: str) -> None:
    """Have something said of the ledger with what the run tells."""
    _notes.append(note)


def take_ledger_notes() -> list[str]:
    """Return what is to be said of the ledger, once."""
    notes = list(_notes)
    _notes.clear()
    return notes


def _open(settings: Settings) -> ObjectStore:
    where = settings.find_origin("edition.ledger")
    target = parse_target(settings.ledger_bucket, where)
    table = settings.deploy
    return open_store(
        target.bucket, target.prefix, region=table.region, endpoint=table.endpoint, where=where
    )


def _open_copy(settings: Settings, store: ObjectStore) -> LedgerCopy:
    return LedgerCopy(store, settings.ledger)
