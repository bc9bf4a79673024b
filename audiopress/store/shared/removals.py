"""What builders took away from a bucket, by name: what else is missing there was lost.

One object says it, for the names of a bucket alone do not tell a file that was removed from one
that a slip, a lifecycle rule or half a restore took away.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from audiopress.store.shared.turn import OWN_FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection

    from audiopress.store.objects import ObjectStore, Stored
    from audiopress.store.shared.turn import BucketTurn

__all__ = ["Removals"]

_RECORD = f"{OWN_FOLDER}removed.json"
"""Name of the object: ``{"files": ["articles/0a/0a12.json"]}``."""


class Removals:
    """The list of what was taken away in ``store``; who changes it has the turn there."""

    def __init__(self, store: ObjectStore) -> None:
        """Ask nobody yet."""
        self._store = store
        self._is_there = False

    def look(self, listed: Collection[str]) -> None:
        """Learn from the names of the whole bucket whether there is a list at all."""
        self._is_there = _RECORD in listed

    def read(self) -> frozenset[str]:
        """Return the names of the files that builders took away. Raises `StoreError`."""
        return _decode(self._store.read(_RECORD)) if self._is_there else frozenset()

    def change(self, turn: BucketTurn, *, add: Collection[str], drop: Collection[str]) -> None:
        """Note what is taken away now, and what is there again. Raises `StoreError`."""
        if not add and not self._is_there:
            return
        held = self._store.read(_RECORD)
        before = _decode(held)
        after = (before - frozenset(drop)) | frozenset(add)
        if after == before:
            return
        body = json.dumps({"files": sorted(after)}, indent=1).encode()
        headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
        if self._store.put_if(_RECORD, body, headers, held.mark if held else None) is None:
            raise turn.explain_write(_RECORD)
        self._is_there = True


def _decode(held: Stored | None) -> frozenset[str]:
    """Return the names; of a list that nobody can read none: then nothing is taken away here."""
    try:
        return frozenset(map(str, json.loads(held.body)["files"] if held else ()))
    except (ValueError, KeyError, TypeError):
        return frozenset()
