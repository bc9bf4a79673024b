"""Hands: the threads that may work in this process, and who lends one to whom.

A worker has as many hands as it may keep processors busy. Each of its tasks has one for as long
as it runs. What a task has to do in parts that do not need each other it does `together`: with
each hand that is free or becomes free. So the last paragraph of a build, and the only one after an
edit, takes all processors, and a full worker does nothing different.
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

__all__ = ["busy", "cpu_seconds", "offer", "together"]

T = TypeVar("T")


class _Own(threading.local):
    """What a thread knows of itself: the CPU seconds that others have spent for it."""

    lent = 0.0


class _Hands:
    """How many there are, and how many of them are free."""

    def __init__(self) -> None:
        self.offered = self._free = 0
        self._turn = threading.Condition()

    def offer(self, count: int) -> None:
        with self._turn:
            self.offered += count
        self.free(count)

    def free(self, count: int = 1) -> None:
        with self._turn:
            self._free += count
            self._turn.notify_all()

    def take(self, wanted: Callable[[], object] = lambda: True) -> bool:
        """Wait for a hand and take it, or say no as soon as it is not ``wanted`` any more."""
        with self._turn:
            self._turn.wait_for(lambda: self._free or not wanted())
            if not wanted():
                return False
            self._free -= 1
            return True

    def look(self) -> None:
        """Let those who wait see whether they still want one."""
        with self._turn:
            self._turn.notify_all()


_own = _Own()
_hands = _Hands()


def offer(count: int) -> None:
    """Say once, before any task begins, how many hands this process has."""
    _hands.offer(count)


@contextlib.contextmanager
def busy() -> Iterator[None]:
    """Have a hand, which is waited for: the frame around a task."""
    _hands.take()
    try:
        yield
    finally:
        _hands.free()


def cpu_seconds() -> float:
    """Return the CPU seconds that this thread has spent, and others for it in `together`."""
    return time.thread_time() + _own.lent


def together(parts: Sequence[Callable[[], T]]) -> list[T]:
    """Do all parts and return what they give, in their order; the first error of them is raised.

    Where nobody offered hands they are done one after the other.
    """
    share = _Share(parts)
    others = min(_hands.offered, len(parts)) - 1
    helpers = [threading.Thread(target=share.help, daemon=True) for _ in range(others)]
    for helper in helpers:
        helper.start()
    share.work()
    _hands.look()
    for helper in helpers:
        helper.join()
    _own.lent += sum(share.lent)
    return [future.result() for future in share.futures]


class _Share(Generic[T]):
    """Parts of which whoever has a hand takes the next. ``lent``: each helper's CPU seconds."""

    def __init__(self, parts: Sequence[Callable[[], T]]) -> None:
        self.futures: list[Future[T]] = [Future() for _ in parts]
        self.lent: list[float] = []  # appended to, as adding up would lose some
        self._left = deque(zip(parts, self.futures, strict=True))

    def work(self) -> None:
        with contextlib.suppress(IndexError):  # none is left
            while True:
                _do(*self._left.popleft())

    def help(self) -> None:
        if _hands.take(lambda: self._left):
            try:
                self.work()
            finally:
                _hands.free()
            self.lent.append(cpu_seconds())


def _do(part: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(part())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)
