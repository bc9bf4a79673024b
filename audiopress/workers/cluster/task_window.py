"""Tasks go out as many at a time as are performed at a time, and no more.

A scheduler hands out at once what asks for a resource, and blames a worker's death on all that was
handed to it: articles that nobody had begun were given up after a few deaths of others.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TaskWindow"]

P = ParamSpec("P")
T = TypeVar("T")


class Taker(Protocol):
    """What takes calls, as `concurrent.futures.Executor` does."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a call."""


class TaskWindow:
    """Gives calls to an ``executor``, at most ``most`` of them at a time, in their order."""

    def __init__(self, executor: Taker, most: int) -> None:
        """Give nothing yet."""
        self._executor, self._most = executor, most
        self._gate = threading.Lock()
        self._waiting: deque[tuple[Future[Any], Callable[[], Future[Any]]]] = deque()
        self._begun: dict[Future[Any], Future[Any]] = {}
        self._giving: Future[Any] | None = None  # taken, and not with the executor yet
        self._given = 0
        # A thread of its own: what ends a task is told in the executor's, which must not wait.
        self._giver = ThreadPoolExecutor(1)

    def __len__(self) -> int:
        """Return how many have not come to their end."""
        return len(self._waiting) + self._given

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call; return a future that ends as it does."""
        future: Future[T] = Future()
        with self._gate:
            self._waiting.append((future, lambda: self._executor.submit(fn, *args, **kwargs)))
        self._giver.submit(self._give)
        return future

    def resize(self, most: int) -> None:
        """Let so many be under way from now on; what is stays so."""
        self._most = most
        self._go_on()

    def abandon(self) -> None:
        """Drop all of it: futures get `CancelledError`."""
        with self._gate:
            waiting, self._waiting = self._waiting, deque()
            begun, self._begun = self._begun, {}
            giving, self._giving = [self._giving] if self._giving else [], None
            self._given -= len(begun) + len(giving)
        for future in (*(each for each, _ in waiting), *giving, *begun.values()):
            future.set_exception(CancelledError())
        # Not waited for: who is gone does not answer that either.
        threading.Thread(target=_cancel, args=(list(begun),), daemon=True).start()

    def close(self) -> None:
        """Give no more."""
        self._giver.shutdown(cancel_futures=True)

    def _give(self) -> None:
        while begin := self._take():
            future, submit = begin
            try:
                inner = submit()
            except Exception as error:  # noqa: BLE001 - it is the future's to tell
                if self._arrive(future, None):
                    self._end(None, future, error)
                continue
            if self._arrive(future, inner):
                inner.add_done_callback(self._pass_on)
            else:
                _cancel([inner])

    def _arrive(self, future: Future[Any], inner: Future[Any] | None) -> bool:
        """Note that the executor has a call, or refused it; say whether it is still wanted."""
        with self._gate:
            if self._giving is not future:  # it was dropped on its way
                return False
            self._giving = None
            if inner is not None:
                self._begun[inner] = future
            return True

    def _take(self) -> tuple[Future[Any], Callable[[], Future[Any]]] | None:
        with self._gate:
            if self._given >= self._most or not self._waiting:
                return None
            self._given += 1
            begin = self._waiting.popleft()
            self._giving = begin[0]
            return begin

    def _pass_on(self, inner: Future[Any]) -> None:
        with self._gate:
            future = self._begun.pop(inner, None)
        if future is None:  # it was dropped
            return
        try:
            result = inner.result()
        except BaseException as error:  # noqa: BLE001 - a cancelled one too
            self._end(None, future, error)
        else:
            self._end(result, future, None)

    def _end(self, result: Any, future: Future[Any], error: BaseException | None) -> None:
        with self._gate:
            self._given -= 1
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)
        self._go_on()

    def _go_on(self) -> None:
        # After `close` nothing is given any more, and that is no fault of a task that ends then.
        with contextlib.suppress(RuntimeError):
            self._giver.submit(self._give)


def _cancel(begun: list[Future[Any]]) -> None:
    for each in begun:
        with contextlib.suppress(Exception):
            each.cancel()
