"""No more tasks are out than are performed at a time."""

from __future__ import annotations

from concurrent.futures import CancelledError, Executor, Future
from threading import Event
from typing import Any

import pytest

from audiopress.workers.cluster.task_window import TaskWindow


class Held(Executor):
    """Performs nothing until it is told to."""

    def __init__(self) -> None:
        self.begun: list[tuple[Any, Future[Any]]] = []

    def submit(self, _fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.begun.append((args[0], future))
        return future


def settle(window: TaskWindow) -> None:
    """Wait until all that can be given was."""
    window._giver.submit(int).result(5)  # noqa: SLF001 - its thread does one thing after another


@pytest.fixture
def held() -> Held:
    return Held()


def test_the_next_goes_out_when_one_has_ended(held: Held) -> None:
    window = TaskWindow(held, 2)
    futures = [window.submit(abs, number) for number in range(5)]
    settle(window)
    assert [number for number, _ in held.begun] == [0, 1]
    held.begun[1][1].set_result("one")
    settle(window)
    assert futures[1].result(5) == "one"
    assert [number for number, _ in held.begun] == [0, 1, 2]
    held.begun[0][1].set_exception(ValueError("lost"))
    settle(window)
    assert isinstance(futures[0].exception(5), ValueError)
    assert len(window) == 3
    window.resize(9)
    settle(window)
    assert [number for number, _ in held.begun] == [0, 1, 2, 3, 4]
    window.close()


def test_with_no_room_all_waits_and_can_be_dropped(held: Held) -> None:
    window = TaskWindow(held, 0)
    waiting = window.submit(abs, 1)
    settle(window)
    assert held.begun == []
    window.resize(1)
    settle(window)
    begun, later = held.begun[0][1], window.submit(abs, 2)
    window.abandon()
    assert begun.cancelled()
    for each in (waiting, later):
        with pytest.raises(CancelledError):
            each.result(5)
    settle(window)
    assert len(window) == 0


def test_an_executor_that_takes_nothing_ends_its_task() -> None:
    class Closed(Executor):
        def submit(self, _fn: Any, /, *_: Any, **__: Any) -> Future[Any]:
            raise RuntimeError("closed")

    window = TaskWindow(Closed(), 1)
    futures = [window.submit(abs, number) for number in range(3)]
    assert all(isinstance(each.exception(5), RuntimeError) for each in futures)


def test_after_its_end_it_is_resized_without_an_error(held: Held) -> None:
    window = TaskWindow(held, 1)
    window.close()
    window.resize(3)
    assert held.begun == []


@pytest.mark.parametrize("refuses", [False, True])
def test_a_call_that_is_just_being_given_is_dropped_too(held: Held, refuses: bool) -> None:
    inside, go_on = Event(), Event()

    class Slow(Held):
        def submit(self, _fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
            inside.set()
            assert go_on.wait(5)
            if refuses:
                raise ConnectionError("gone")
            return held.submit(_fn, *args)

    window = TaskWindow(Slow(), 1)
    future = window.submit(abs, 1)
    assert inside.wait(5)
    window.abandon()
    with pytest.raises(CancelledError):
        future.result(1)
    go_on.set()
    settle(window)
    assert len(window) == 0
    assert all(each.cancelled() for _, each in held.begun)
