"""The inventory while a deploy is on its way: it names what comes before that is sent."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.deploy.inventory import INVENTORY, UNKNOWN, Inventory, encode
from audiopress.errors import StoreError
from audiopress.store.shared.turn import OvertakenError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from audiopress.deploy.comparison import DeployRun
    from audiopress.deploy.published import PublishedFile

__all__ = ["KeptInventory"]

_RECORD_EVERY = 20.0
"""Seconds between two inventories while files are sent: so much a killed deploy sends twice."""


class KeptInventory:
    """The inventory of one deploy, written by condition each time."""

    def __init__(self, run: DeployRun, inventory: Inventory, mark: str | None) -> None:
        """Begin with the one that was read."""
        self._run, self._mark = run, mark
        self._inventory = replace(inventory, builder=run.builder, when=_say_now())
        self._new: dict[str, str | None] = {}
        self._kept = time.monotonic()

    def promise(self, files: Sequence[PublishedFile]) -> None:
        """Let it name what is about to be written."""
        self._new = dict.fromkeys((each.name for each in files), UNKNOWN)
        self.keep()

    def note_sent(self, file: PublishedFile) -> None:
        """Note that a file is there, and keep it now and then."""
        self._run.sent[file.name] = file
        self._new[file.name] = file.digest
        if time.monotonic() - self._kept > _RECORD_EVERY:
            self.keep()

    def close(self, gone: frozenset[str], withdrawn: Mapping[str, str]) -> None:
        """Let it name what is there and nothing else."""
        now = self._inventory.change(self._new)
        files = {name: held for name, held in now.files.items() if name not in gone}
        self._inventory = replace(now, files=files, withdrawn=withdrawn)
        self.keep()

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what was sent also when the rest fails: the next deploy goes on from there."""
        try:
            yield
        except BaseException:
            # The first error is the one worth hearing of.
            with contextlib.suppress(StoreError):
                self.keep()
            raise

    def keep(self) -> None:
        """Write it. Raises `OvertakenError` where another deploy has."""
        self._inventory = self._inventory.change(self._new)
        mark = self._run.place.write_if(INVENTORY, encode(self._inventory), self._mark)
        if mark is None:
            raise OvertakenError(
                f"another deploy has written its inventory before this one, {self._run.builder}",
                where=self._run.place.name,
                hint="audiopress deploy",
            )
        self._mark, self._kept = mark, time.monotonic()


def _say_now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
