"""Articles do not wait without an end for workers that are gone."""

from __future__ import annotations

import threading

import pytest

from audiopress.press.cluster import worker_watch
from audiopress.press.cluster.worker_watch import WorkerWatch


class Counted:
    """A cluster of so many workers."""

    def __init__(self, workers: int) -> None:
        self.workers, self.is_lost = workers, False

    def count_slots(self) -> int:
        return self.workers


class Window:
    """So many tasks that wait."""

    def __init__(self, tasks: int) -> None:
        self.tasks, self.most = tasks, -1
        self.dropped = threading.Event()

    def __len__(self) -> int:
        return self.tasks

    def resize(self, most: int) -> None:
        self.most = most

    def abandon(self) -> None:
        self.dropped.set()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_watch, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(worker_watch, "PATIENCE", 0.1)


def test_when_nobody_comes_back_all_is_dropped() -> None:
    window, cluster = Window(1), Counted(3)
    watch = WorkerWatch(cluster, window)
    assert not window.dropped.wait(0.3)
    assert window.most == 3
    cluster.workers = 0
    assert window.dropped.wait(5)
    watch.end()
    assert window.most == 0
    assert watch.reason.endswith("no worker has been there")


def test_nothing_is_dropped_where_nothing_waits() -> None:
    window = Window(0)
    watch = WorkerWatch(Counted(0), window)
    assert not window.dropped.wait(0.3)
    watch.end()
    assert watch.reason == ""


def test_a_scheduler_that_is_gone_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_watch, "PATIENCE", 60)
    window, cluster = Window(1), Counted(0)
    watch = WorkerWatch(cluster, window)
    assert not window.dropped.wait(0.3)
    cluster.is_lost = True
    assert window.dropped.wait(5)
    watch.end()
