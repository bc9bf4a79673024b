"""Where the work is done: processes of our own that may die without taking the build along.

The interface is `concurrent.futures.Executor`. A `Pool` keeps ``processes`` workers, each of which
runs ``threads`` tasks at the same time. One thread, the supervisor, owns every table here; whoever
wants something of it puts a call into its letter box, so there is nothing to lock.

A worker is started with `subprocess`, not with multiprocessing: that would import the program's
``__main__`` again (here: the whole command line) and start a resource tracker. It is never forked,
because onnxruntime's threads do not survive that.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import os
import pickle
import queue
import reprlib
import signal
import subprocess
import sys
import threading
import time
import traceback
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ParamSpec, TypeVar

from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

__all__ = ["Pool", "cores", "local"]

P = ParamSpec("P")
T = TypeVar("T")

_GLANCE = 0.2
"""Seconds between two looks at the memory of the workers."""

_NEVER = float("inf")


class Pool(Executor):
    """A pool that names the task which kills its worker and finishes all others.

    At most ``processes * threads`` tasks are in flight; they are taken in the order of `submit`.
    When a worker dies, the tasks that were in it are suspects: each runs once more with nothing
    else in flight, in a worker of its own. A suspect that kills that one too gets a `SpeechError`
    as its exception. ``timeout`` (seconds for one task, the start of its worker included) and
    ``memory`` (bytes resident in one worker, where ``/proc`` tells) end a worker in the same way,
    but a neighbour of a late task is no suspect and just runs again.

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
    ) -> None:
        """Remember the limits; nothing is started."""
        self._processes, self._threads = max(1, processes), max(1, threads)
        self._timeout, self._memory = timeout or _NEVER, memory
        self._post: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._numbers = itertools.count()
        self._supervisor: threading.Thread | None = None
        self._closing = False
        self._queue: list[_Task] = []
        self._suspects: list[_Task] = []
        self._workers: list[_Worker] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call; raise `RuntimeError` after `shutdown`, pickle's errors for a bad call."""
        call = pickle.dumps((fn, args, kwargs))
        future: Future[T] = Future()
        label = f"{getattr(fn, '__name__', fn)}{reprlib.repr(args)}"
        with self._gate:
            if self._closing:
                raise RuntimeError("the pool is closed")
            task = _Task(next(self._numbers), future, call, label)
            self._post.put(partial(heapq.heappush, self._queue, task))
            if self._supervisor is None:
                self._supervisor = threading.Thread(target=self._supervise, daemon=True)
                self._supervisor.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more; finish what was submitted, or with ``cancel_futures`` what has begun."""
        with self._gate:
            self._closing = True
        self._post.put(self._cancel if cancel_futures else _nothing)
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
            self._post.put(partial(self._drop, CancelledError()))
        self.shutdown()

    # -- the supervisor's thread -------------------------------------------------------------

    def _supervise(self) -> None:
        try:
            while not self._closing or self._queue or self._suspects or self._busy():
                with contextlib.suppress(queue.Empty):
                    self._post.get(timeout=self._patience())()
                self._police()
                self._assign()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the futures must hear of it
            self._drop(error)
        with self._gate:
            self._closing = True
        for worker in self._workers:
            worker.end()

    def _busy(self) -> bool:
        return any(worker.tasks for worker in self._workers)

    def _patience(self) -> float | None:
        """Seconds until the supervisor must look up although nobody called."""
        deadlines = [task.deadline for worker in self._workers for task in worker.tasks.values()]
        wait = max(0.0, min(deadlines, default=_NEVER) - time.monotonic())
        if deadlines and self._memory:
            wait = min(wait, _GLANCE)
        return None if wait == _NEVER else min(wait, threading.TIMEOUT_MAX)

    def _police(self) -> None:
        now = time.monotonic()
        for worker in tuple(self._workers):
            late = [task for task in worker.tasks.values() if task.deadline <= now]
            if late:
                self._bury(worker, late, f"took longer than {self._timeout:g} s")
            elif self._memory and _resident(worker.process.pid) > self._memory:
                limit = f"needed more than {self._memory / 1e6:.0f} MB"
                self._bury(worker, worker.tasks.values(), limit)

    def _assign(self) -> None:
        if self._suspects:
            if not self._busy():
                self._give(self._start(sole=True), self._suspects.pop(0))
            return
        while self._queue and (worker := self._free()):
            task = heapq.heappop(self._queue)
            if task.begun or task.future.set_running_or_notify_cancel():
                self._give(worker, task)

    def _free(self) -> _Worker | None:
        """Return a worker with a free thread, a new one if need be."""
        if any(worker.sole for worker in self._workers):
            return None
        for worker in self._workers:
            if len(worker.tasks) < self._threads:
                return worker
        return self._start() if len(self._workers) < self._processes else None

    def _start(self, *, sole: bool = False) -> _Worker:
        worker = _Worker(self._threads, sole=sole)
        self._workers.append(worker)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()
        return worker

    def _give(self, worker: _Worker, task: _Task) -> None:
        task.begun = True
        task.deadline = time.monotonic() + self._timeout
        worker.tasks[task.number] = task
        worker.letters.put((task.number, task.call))

    def _listen(self, worker: _Worker) -> None:
        """Run in a thread for each worker: turn what it writes into post."""
        for number, good, value in _answers(worker.process.stdout):
            self._post.put(partial(self._finish, worker, number, good, value))
        self._post.put(partial(self._mourn, worker))

    def _finish(self, worker: _Worker, number: int, good: bool, value: Any) -> None:
        if worker not in self._workers:
            return
        future = worker.tasks.pop(number).future
        if worker.sole:
            self._workers.remove(worker)
            worker.end()
        if good:
            future.set_result(value)
        else:
            future.set_exception(value)

    def _mourn(self, worker: _Worker) -> None:
        if worker in self._workers:
            self._bury(worker, worker.tasks.values(), _cause(worker.end()))

    def _bury(self, worker: _Worker, suspects: Iterable[_Task], reason: str) -> None:
        suspected = {task.number for task in suspects}
        self._workers.remove(worker)
        worker.end()
        for task in worker.tasks.values():
            if task.number not in suspected:
                heapq.heappush(self._queue, task)
            elif worker.sole:
                task.future.set_exception(_poison(task, reason))
            else:
                self._suspects.append(task)

    def _cancel(self) -> None:
        for task in self._queue:
            task.future.cancel()

    def _drop(self, error: BaseException) -> None:
        """Forget all work; what has begun gets ``error``, the rest is cancelled."""
        running = [task for worker in self._workers for task in worker.tasks.values()]
        for worker in self._workers:
            worker.end()
        for task in (*running, *self._suspects, *self._queue):
            if not task.future.cancel() and not task.future.done():
                task.future.set_exception(error)
        self._workers, self._suspects, self._queue = [], [], []


def local(
    jobs: int = 0,
    *,
    threads: bool,
    timeout: float | None = None,
    memory: int | None = None,
) -> Pool:
    """Return a pool for this machine: ``jobs`` tasks at a time, `cores` of them when 0.

    ``threads`` says whether the engine may run in several threads of one process: then there
    is one process and the model is in memory once; else one process a job.
    """
    jobs = jobs or cores()
    shape = (1, jobs) if threads else (jobs, 1)
    return Pool(*shape, timeout=timeout, memory=memory)


def cores() -> int:
    """Return how many processors this process may keep busy (affinity and cgroup, at least 1)."""
    if sys.platform == "linux":
        return max(1, min(len(os.sched_getaffinity(0)), *_quotas(Path("/sys/fs/cgroup"))))
    return os.cpu_count() or 1


def _quotas(root: Path) -> Iterator[int]:
    """Yield the processors each cgroup (version 2) above us grants, rounded up."""
    yield os.cpu_count() or 1
    with contextlib.suppress(OSError):
        own = Path("/proc/self/cgroup").read_text("utf-8").rpartition("0::")[2].strip()
        folder = root / own.strip("/")
        for place in (folder, *folder.parents):
            with contextlib.suppress(OSError, ValueError):
                quota, period = (place / "cpu.max").read_text("ascii").split()
                yield max(1, -(-int(quota) // int(period)))


class _Task:
    """A submitted call; ordered by its number, so that the queue is a heap."""

    def __init__(self, number: int, future: Future[Any], call: bytes, label: str) -> None:
        self.number, self.future, self.call, self.label = number, future, call, label
        self.begun = False
        self.deadline = _NEVER

    def __lt__(self, other: _Task) -> bool:
        return self.number < other.number


class _Worker:
    """A process, the tasks in it and the letters on the way to it."""

    def __init__(self, threads: int, *, sole: bool) -> None:
        path = f"import sys; sys.path[:] = {sys.path!a}"
        code = f"{path}; from audiopress.workers import _work; _work({threads})"
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **_APART,
        )
        self.sole = sole
        self.tasks: dict[int, _Task] = {}
        self.letters: queue.SimpleQueue[tuple[int, bytes] | None] = queue.SimpleQueue()
        threading.Thread(target=self._deliver, daemon=True).start()

    def _deliver(self) -> None:
        """Run in a thread: a worker that does not read must not hold up the supervisor."""
        stdin = self.process.stdin
        with contextlib.suppress(OSError), stdin or contextlib.nullcontext():
            while stdin and (letter := self.letters.get()):
                pickle.dump(letter, stdin)
                stdin.flush()

    def end(self) -> int:
        """Kill the process and its children if it still lives; return its exit status."""
        if self.process.returncode is None:
            _kill(self.process)
            self.letters.put(None)
        return self.process.wait()


if sys.platform == "win32":
    _APART: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}

    def _kill(process: subprocess.Popen[bytes]) -> None:
        process.kill()

else:
    # A group of its own: Ctrl-C in the terminal reaches the parent only, and the worker can
    # be killed with the children it may have.
    _APART: dict[str, Any] = {"process_group": 0}

    def _kill(process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # gone; macOS: a zombie
            os.killpg(process.pid, signal.SIGKILL)


def _nothing() -> None:
    """Wake the supervisor."""


def _poison(task: _Task, reason: str) -> SpeechError:
    return SpeechError(
        f"the worker process {reason}, and did so again with nothing else running",
        where=task.label,
        hint="change or leave out what is spoken there, or take another voice: audiopress voices",
    )


def _cause(status: int) -> str:
    if status >= 0:
        return f"ended with status {status}"
    try:
        return f"was ended by {signal.Signals(-status).name}"
    except ValueError:
        return f"was ended by signal {-status}"


def _resident(pid: int) -> int:
    """Return the bytes a process has in memory; 0 where that cannot be known."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _answers(stream: IO[bytes] | None) -> Iterator[tuple[int, bool, Any]]:
    """Yield what a worker says until it says no more, be it in the middle of a word."""
    with stream or contextlib.nullcontext():
        while stream:
            try:
                number, good, body = pickle.load(stream)  # noqa: S301 - from our own process
            except Exception:  # noqa: BLE001 - pickle raises anything on a cut stream
                return
            try:
                yield number, good, pickle.loads(body)  # noqa: S301 - the same
            except Exception as error:  # noqa: BLE001 - a result that pickles but does not unpickle
                yield number, False, error


# -- the worker's side -----------------------------------------------------------------------


def _work(threads: int) -> None:
    """Be a worker: calls come in on what was standard input, results leave by standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    calls, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # an engine that prints must not speak into our protocol, nor into the parent's
    sys.stdout = sys.stderr
    turn = threading.Lock()
    pool = ThreadPoolExecutor(threads)
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, call = pickle.load(calls)  # noqa: S301 - from our parent
            pool.submit(_perform, number, call, results, turn)
    os._exit(0)


def _perform(number: int, call: bytes, results: IO[bytes], turn: threading.Lock) -> None:
    answer = _answer(call)
    with turn, contextlib.suppress(BrokenPipeError):
        pickle.dump((number, *answer), results)
        results.flush()


def _answer(call: bytes) -> tuple[bool, bytes]:
    try:
        fn, args, kwargs = pickle.loads(call)  # noqa: S301 - from our parent
        return True, pickle.dumps(fn(*args, **kwargs))
    except Exception as error:  # noqa: BLE001 - every error is the caller's to judge
        return False, _pickled(error)
    except BaseException as error:  # noqa: BLE001 - a task must not be able to end the parent
        return False, pickle.dumps(SpeechError(f"the task ended with {error!r}"))


def _pickled(error: Exception) -> bytes:
    error.add_note("in the worker: " + "".join(traceback.format_exception(error)))
    try:
        return pickle.dumps(error)
    except Exception:  # noqa: BLE001 - pickle raises anything
        return pickle.dumps(SpeechError(f"{type(error).__name__}: {error}"))


def _die_with_parent() -> None:
    """Ask Linux to kill us with our parent: a task may hold the interpreter when that happens."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only workers pay for it

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
