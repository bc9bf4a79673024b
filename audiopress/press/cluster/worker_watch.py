"""Somebody who sees that no worker is left: else articles would wait for one without an end."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.workers.cluster.connection import Cluster
    from audiopress.workers.cluster.task_window import TaskWindow

__all__ = ["WorkerWatch"]

LOOK_EVERY = 5.0
"""Seconds between two looks at who is there."""

PATIENCE = 300.0
"""Seconds in which a worker may come back, or another come: machines that are lent by the minute
take one or two to start."""


class WorkerWatch:
    """Keeps a window as wide as there are workers; drops all where none is for a while."""

    def __init__(self, cluster: Cluster, window: TaskWindow) -> None:
        """Begin to look."""
        self.reason = ""
        self._cluster, self._window = cluster, window
        self._ended = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self) -> None:
        seen = time.monotonic()
        while not self._ended.wait(LOOK_EVERY):
            now, slots = time.monotonic(), self._cluster.count_slots()
            if self._ended.is_set():  # while the scheduler was asked
                return
            self._window.resize(slots)
            if self._cluster.is_lost and len(self._window):
                self._window.abandon()
            elif slots or not len(self._window):
                seen = now
            elif now - seen > PATIENCE:
                gone = count_things(round(PATIENCE / 60), "minute")
                self.reason = f"for {gone} no worker has been there"
                self._window.abandon()
                seen = now
