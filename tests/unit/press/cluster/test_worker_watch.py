"""Articles do not wait without an end for workers that are gone."""

from __future__ import annotations

import threading
import time

import pytest

from audiopress.press.cluster import worker_watch
from audiopress.press.cluster.worker_watch import WorkerWatch


class Counted:
    """A cluster of so many workers."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def count_workers(self) -> int:
        return self.workers


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_watch, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(worker_watch, "PATIENCE", 0.1)


def test_when_nobody_comes_back_all_is_dropped() -> None:
    dropped = threading.Event()
    cluster = Counted(1)
    watch = WorkerWatch(cluster, {"an article"}, dropped.set)
    assert not dropped.wait(0.3)
    cluster.workers = 0
    assert dropped.wait(5)
    watch.end()
    assert watch.reason.endswith("no worker has been there")


def test_nothing_is_dropped_where_nothing_waits() -> None:
    dropped = threading.Event()
    watch = WorkerWatch(Counted(0), set(), dropped.set)
    assert not dropped.wait(0.3)
    watch.end()
    time.sleep(0.05)
    assert watch.reason == ""
