"""How the parts of one task share the processors that no other task needs.

A worker has as many threads as it may keep processors busy. Each of its tasks holds one for as long
as it runs (`hold_thread`). What a task has to do in parts that do not need each other it gives to
`run_parts`: they run in every thread that is free or becomes free. So the last paragraph of a
build, and the only one after an edit, takes all processors, and a full worker does nothing
different.

What is counted are permits, not threads: a thread that has none waits.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from concurrent.futures import Future
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["hold_thread", "measure_cpu_seconds", "offer_threads", "run_parts"]

T = TypeVar("T")


class _HelpersTime(threading.local):
    """CPU seconds that other threads have spent for this one."""

    seconds = 0.0


class _Permits:
    """How many threads may work in this process, and how many more could just now."""

    def __init__(self) -> None:
        self.offered = self._free = 0
        self._changed = threading.Condition()

    def offer(self, count: int) -> None:
        with self._changed:
            self.offered += count
        self.release(count)

    def release(self, count: int = 1) -> None:
        with self._changed:
            self._free += count
            self._changed.notify_all()

    def acquire(self, is_wanted: Callable[[], object] = lambda: True) -> bool:
        """Wait for a permit and take it, or say no as soon as ``is_wanted`` says so."""
        with self._changed:
            # Both are looked at under the lock, so that no call between look and wait is missed.
            self._changed.wait_for(lambda: self._free or not is_wanted())
            # Before the permit is taken: a helper without work would keep another task waiting.
            if not is_wanted():
                return False
            self._free -= 1
            return True

    def wake_waiting(self) -> None:
        """Let those who wait see whether they still want one."""
        with self._changed:
            self._changed.notify_all()


_helpers_time = _HelpersTime()
_permits = _Permits()


def offer_threads(count: int) -> None:
    """Say once, before any task begins, how many threads may work in this process."""
    _permits.offer(count)


@contextlib.contextmanager
def hold_thread() -> Iterator[None]:
    """Wait for one of the threads that were offered and hold it: the frame around a task."""
    _permits.acquire()
    try:
        yield
    finally:
        _permits.release()


def measure_cpu_seconds() -> float:
    """Return the CPU seconds that this thread has spent, and others for it in `run_parts`."""
    return time.thread_time() + _helpers_time.seconds


def run_parts(parts: Sequence[Callable[[], T]]) -> list[T]:
    """Do all parts and return what they give, in their order; the first error of them is raised.

    Where no threads were offered they are done one after the other.
    """
    queue = _PartQueue(parts)
    # This thread does parts as well and holds its own permit already. Where no threads were
    # offered this is -1, and nobody helps.
    others = min(_permits.offered, len(parts)) - 1
    helpers = [threading.Thread(target=queue.help, daemon=True) for _ in range(others)]
    for helper in helpers:
        helper.start()
    # Itself too, without waiting for others: a full worker does just what one thread would.
    queue.work()
    # No part is left to take: helpers that still wait for a permit must not wait for the task.
    _permits.wake_waiting()
    # Those that have a part are waited for: their results and seconds are this task's.
    for helper in helpers:
        helper.join()
    _helpers_time.seconds += sum(queue.helpers_seconds)
    return [future.result() for future in queue.futures]


class _PartQueue(Generic[T]):
    """Parts of one task, of which each thread that works on it takes the next."""

    def __init__(self, parts: Sequence[Callable[[], T]]) -> None:
        self.futures: list[Future[T]] = [Future() for _ in parts]
        self.helpers_seconds: list[float] = []  # appended to, as adding up would lose some
        self._left = deque(zip(parts, self.futures, strict=True))

    def work(self) -> None:
        """Do parts until none is left to take; others may still be under way elsewhere."""
        # `popleft` is atomic: no lock is needed between the threads that share the parts.
        with contextlib.suppress(IndexError):  # none is left
            while True:
                _run(*self._left.popleft())

    def help(self) -> None:
        """Do parts as another thread, once there is a permit for it, and note the CPU time."""
        if _permits.acquire(lambda: self._left):
            try:
                self.work()
            finally:
                _permits.release()
            self.helpers_seconds.append(measure_cpu_seconds())


def _run(part: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(part())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)
