"""The supervised pool: who runs what, and who is to blame when a worker dies.

One thread, the supervisor, owns every table here; whoever wants something of it puts a call
into its inbox, so there is nothing to lock.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import pickle
import queue
import reprlib
import threading
import time
from concurrent.futures import CancelledError, Executor, Future
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from audiopress.workers.machine import count_cores, measure_demand, measure_memory, measure_resident
from audiopress.workers.process import Worker
from audiopress.workers.task import NEVER, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

__all__ = ["Pool", "make_local_pool"]

P = ParamSpec("P")
T = TypeVar("T")

_MEMORY_INTERVAL = 0.2
"""Seconds between two looks at the memory of the workers."""

_PATIENCE_PARTS = 20
"""A task that is late is looked at again after this part of its time ..."""

_LEAST_PATIENCE = 0.5
"""... and no sooner than that, in seconds: in less a processor's turns are no measure."""


class Pool(Executor):
    """A pool that names the task which kills its worker and finishes all others.

    At most ``processes * threads`` tasks are in flight; they are taken in the order of `submit`.
    When a worker dies, the tasks that were in it are suspects: each runs once more with nothing
    else in flight, in a worker of its own. A suspect that kills that one too gets a `SpeechError`
    as its exception. ``timeout`` (seconds for one task with the start of its worker; more where the
    machine is too busy to let it run) and ``memory`` (bytes resident in one worker, where
    ``/proc`` tells) end a worker in the same way, but a neighbour of a late task is no suspect and
    just runs again. A task that raises one of ``again`` is tried once more in the same way; what
    it raises then is its exception.

    So a task may run up to three times: it must be repeatable. Function, arguments and result are
    pickled; an exception in the task becomes that of the future. What a task prints goes to
    standard error. No process exists before the first `submit`; none outlives the parent, however
    that ends. Leaving the ``with`` block by an exception (Ctrl-C) drops all work at once.
    Callbacks of futures run in the supervisor's thread and should be short.
    """

    def __init__(
        self,
        processes: int,
        threads: int = 1,
        *,
        timeout: float | None = None,
        memory: int | None = None,
        again: tuple[type[Exception], ...] = (),
    ) -> None:
        """Remember the limits; nothing is started."""
        self._again = again
        self._processes, self._threads = max(1, processes), max(1, threads)
        self._timeout, self._memory = timeout or NEVER, memory
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._numbers = itertools.count()
        self._supervisor: threading.Thread | None = None
        self._closed = False
        self._more = True
        self._queue: list[Task] = []
        self._suspects: list[Task] = []
        self._workers: list[Worker] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call; raise `RuntimeError` after `shutdown`, pickle's errors for a bad call."""
        # Here and not by the supervisor: what does not pickle is the error of who submits it.
        call = pickle.dumps((fn, args, kwargs))
        future: Future[T] = Future()
        label = f"{getattr(fn, '__name__', fn)}{reprlib.repr(args)}"
        with self._gate:
            if self._closed:
                raise RuntimeError("the pool is closed")
            task = Task(next(self._numbers), future, call, label)
            # Within the gate, so that nothing is put behind the last call, that of `shutdown`.
            self._inbox.put(partial(heapq.heappush, self._queue, task))
            if self._supervisor is None:
                # A daemon: a program that ends without `shutdown` is not held by its workers.
                self._supervisor = threading.Thread(target=self._supervise, daemon=True)
                self._supervisor.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more; finish what was submitted, or with ``cancel_futures`` what has begun."""
        with self._gate:
            self._closed = True
            self._inbox.put(partial(self._close, cancel_futures))
        # Outside of the gate, which the supervisor may need to end.
        if wait and self._supervisor is not None:
            self._supervisor.join()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish the work, or on an exception drop it: in flight is lost, nothing is torn."""
        if kind is not None:
            self.abandon()
        self.shutdown()

    def abandon(self) -> None:
        """Drop all work at once, what is under way too: those futures get `CancelledError`."""
        self._inbox.put(partial(self._drop, CancelledError()))

    # -- the supervisor's thread -------------------------------------------------------------

    def _supervise(self) -> None:
        try:
            while self._more or self._queue or self._suspects or self._has_work():
                with contextlib.suppress(queue.Empty):
                    # One call at a time, each with a look at the limits behind it.
                    self._inbox.get(timeout=self._choose_wait())()
                self._check_limits()
                self._assign()
        except Exception as error:  # noqa: BLE001 - whatever it is, the futures must hear of it
            with self._gate:
                self._closed = True
            # What was put before the gate closed gets into the tables, to be dropped as well.
            while not self._inbox.empty():
                self._inbox.get()()
            self._drop(error)
        for worker in self._workers:
            worker.end()

    def _close(self, cancel: bool) -> None:
        """Take note that nothing comes any more: the last call after every `submit`."""
        self._more = False
        for task in self._queue if cancel else ():
            task.future.cancel()

    def _has_work(self) -> bool:
        return any(worker.tasks for worker in self._workers)

    def _choose_wait(self) -> float | None:
        """Seconds until the supervisor must look up although nobody called."""
        deadlines = [task.deadline for worker in self._workers for task in worker.tasks.values()]
        wait = max(0.0, min(deadlines, default=NEVER) - time.monotonic())
        # Only while something runs: an idle pool sleeps until it is called.
        if deadlines and self._memory:
            wait = min(wait, _MEMORY_INTERVAL)
        # A queue's `get` raises OverflowError for longer waits.
        return None if wait == NEVER else min(wait, threading.TIMEOUT_MAX)

    def _check_limits(self) -> None:
        now = time.monotonic()
        # A copy, as `_remove_worker` changes the list.
        for worker in tuple(self._workers):
            late = [
                task
                for task in worker.tasks.values()
                if task.deadline <= now and not self._is_starved(worker, task, now)
            ]
            if late:
                # Only the late tasks are suspects: the others' time is not over.
                self._remove_worker(worker, late, f"took longer than {self._timeout:g} s")
            elif self._memory and measure_resident(worker.process.pid) > self._memory:
                limit = f"needed more than {self._memory / 1e6:.0f} MB"
                # Which of its tasks took the memory nobody can tell, so that all are suspects.
                self._remove_worker(worker, worker.tasks.values(), limit)

    def _is_starved(self, worker: Worker, task: Task, now: float) -> bool:
        """Whether a late task has had no fair chance: a busy machine is no fault of a paragraph.

        It goes on while its worker is ready to run most of the time and for most of that has no
        processor, until it has run for the whole time allowed. The first look only begins to
        measure. Where nothing is known of it, the clock decides.
        """
        took = measure_demand(worker.process.pid)
        if took is None:
            return False
        task.deadline = now + max(_LEAST_PATIENCE, self._timeout / _PATIENCE_PARTS)
        task.seen.append((now, took))
        if len(task.seen) == 1:
            return True
        # By the last stretch whether it is starved now, by the first look what it has had in all.
        since, before = task.seen[-2]
        ran, waited = took.since(before)
        wants = ran + waited > (now - since) / 2
        return wants and waited > ran and took.since(task.seen[0][1])[0] < self._timeout

    def _assign(self) -> None:
        # Alone in the whole pool: out of memory, a machine would blame whoever runs (0200).
        if self._suspects:
            if not self._has_work():
                self._hand_over(self._start(sole=True), self._suspects.pop(0))
            return
        while self._queue:
            if self._queue[0].future.cancelled():
                # `claim` of a cancelled task lets those who wait for it know.
                heapq.heappop(self._queue).claim()
            elif (worker := self._find_free_worker()) is None:
                return
            # It may have been cancelled since it was looked at: then the next one is taken.
            elif (task := heapq.heappop(self._queue)).claim():
                self._hand_over(worker, task)

    def _find_free_worker(self) -> Worker | None:
        """Return a worker with a free thread, a new one if need be."""
        # A suspect is running: nothing may run beside it.
        if any(worker.sole for worker in self._workers):
            return None
        for worker in self._workers:
            if len(worker.tasks) < self._threads:
                return worker
        return self._start() if len(self._workers) < self._processes else None

    def _start(self, *, sole: bool = False) -> Worker:
        worker = Worker(self._threads, sole=sole)
        self._workers.append(worker)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()
        return worker

    def _hand_over(self, worker: Worker, task: Task) -> None:
        task.deadline, task.seen = time.monotonic() + self._timeout, []
        worker.tasks[task.number] = task
        worker.send(task.number, task.call)

    def _listen(self, worker: Worker) -> None:
        """Run in a thread for each worker: turn what it writes into calls."""
        for number, good, value in worker.read_answers():
            self._inbox.put(partial(self._finish, worker, number, good, value))
        self._inbox.put(partial(self._handle_end, worker))

    def _finish(self, worker: Worker, number: int, good: bool, value: Any) -> None:
        # It was ended while this answer was on its way: its tasks are queued or suspects already.
        if worker not in self._workers:
            return
        task = worker.tasks.pop(number)
        # Whatever a suspect left behind in its process ends with it.
        if worker.sole:
            self._workers.remove(worker)
            worker.end()
        if good:
            task.future.set_result(value)
        # Alone and in a fresh process it was tried already: what it says there is its answer.
        elif isinstance(value, self._again) and not worker.sole:
            self._suspects.append(task)
        else:
            task.future.set_exception(value)

    def _handle_end(self, worker: Worker) -> None:
        if worker in self._workers:
            self._remove_worker(worker, worker.tasks.values(), worker.describe_end())

    def _remove_worker(self, worker: Worker, suspects: Iterable[Task], reason: str) -> None:
        suspected = {task.number for task in suspects}
        self._workers.remove(worker)
        worker.end()
        for task in worker.tasks.values():
            # Back to its old place, as the heap goes by number.
            if task.number not in suspected:
                heapq.heappush(self._queue, task)
            elif worker.sole:
                task.future.set_exception(task.make_error(reason))
            else:
                self._suspects.append(task)

    def _drop(self, error: BaseException) -> None:
        """Forget all work; what has begun gets ``error``, the rest is cancelled."""
        running = [task for worker in self._workers for task in worker.tasks.values()]
        for worker in self._workers:
            worker.end()
        for task in (*running, *self._suspects, *self._queue):
            # Those not yet begun; `set_running_or_notify_cancel` wakes who waits for them.
            if task.future.cancel():
                task.future.set_running_or_notify_cancel()
            else:
                task.future.set_exception(error)
        for table in (self._workers, self._suspects, self._queue):
            table.clear()


def make_local_pool(
    jobs: int = 0,
    *,
    threads: bool,
    timeout: float | None = None,
    again: tuple[type[Exception], ...] = (),
) -> Pool:
    """Return a pool for this machine: ``jobs`` tasks at a time, `count_cores` of them when 0.

    ``threads`` says whether the engine may run in several threads of one process: then there
    is one process and the model is in memory once; else one process a job. Together the workers
    may have three quarters of the machine's memory: one that wants more is ended before it makes
    the machine swap or its kernel choose a victim.
    """
    jobs = jobs or count_cores()
    processes, each = (1, jobs) if threads else (jobs, 1)
    whole = measure_memory()
    share = None if whole is None else whole * 3 // 4 // processes
    return Pool(processes, each, timeout=timeout, memory=share, again=again)
