"""Workers of a forked program, forked from it in their turn instead of started anew.

A worker's interpreter and its imports cost twice what a short edition's speech does. The program
itself always starts a process (`audiopress.workers.process` says why); the tests of that, and of
what a worker is to its parent, run the program so.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import signal
import subprocess
import sys
import threading
import types
from multiprocessing import connection
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn
from unittest.mock import patch

if TYPE_CHECKING:
    import multiprocessing.context
    from collections.abc import Iterator, Mapping, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

__all__ = ["await_end", "fork_workers", "serve_workers", "start_child"]

_FIRST_OF_OTHERS = 3
"""The first file that is none of standard input, output and error."""

_MOST_FILES = 4096
"""Open files that a program may have handed down: it has a dozen."""


_ONE_BY_ONE = threading.Lock()
"""Held where a child of the fork server is started or its exit status read. Each start looks after
all children, and a status that two threads read at once is lost to one of them, which gets 255."""


def start_child(child: ForkServerProcess) -> None:
    """Have the fork server fork a child; threads may do so at once."""
    with _ONE_BY_ONE:
        child.start()


def await_end(child: ForkServerProcess) -> int:
    """Wait until a child has ended and return its exit status; threads may do so at once."""
    connection.wait([child.sentinel])
    with _ONE_BY_ONE:
        child.join()
        return child.exitcode or 0


class _Forked:
    """What a `Worker` asks of its `subprocess.Popen`."""

    def __init__(self, command: Sequence[str], **_how: object) -> None:
        """Fork a worker with the threads that the command names, in a group of its own."""
        threads = _read_threads(command)
        calls, give = os.pipe()
        take, results = os.pipe()
        self.returncode: int | None = None
        self.pid = os.fork()
        if not self.pid:
            _be_worker(calls, results, threads)
        os.close(calls)
        os.close(results)
        self.stdin: IO[bytes] = os.fdopen(give, "wb")
        self.stdout: IO[bytes] = os.fdopen(take, "rb")

    def wait(self) -> int:
        """Wait for the end and return the exit status."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode


class _Served:
    """The same of a worker that a fork server forks: its caller may have threads of its own."""

    def __init__(
        self, context: multiprocessing.context.ForkServerContext, command: Sequence[str]
    ) -> None:
        """Have a worker forked that stands where we stand, with our environment."""
        calls, give = context.Pipe(duplex=False)
        take, results = context.Pipe(duplex=False)
        place = Path.cwd(), dict(os.environ), [*sys.path]
        threads = _read_threads(command)
        self._child = context.Process(target=_be_served, args=(calls, results, threads, place))
        start_child(self._child)
        calls.close()
        results.close()
        self.returncode: int | None = None
        self.pid = self._child.pid
        self.stdin: IO[bytes] = os.fdopen(os.dup(give.fileno()), "wb")
        self.stdout: IO[bytes] = os.fdopen(os.dup(take.fileno()), "rb")
        give.close()
        take.close()

    def wait(self) -> int:
        """Wait for the end and return the exit status."""
        self.returncode = await_end(self._child)
        return self.returncode


def _read_threads(command: Sequence[str]) -> int:
    threads = re.search(r"work\((\d+)\)", command[-1])
    assert threads, command
    return int(threads[1])


def _be_served(
    calls: Connection,
    results: Connection,
    threads: int,
    place: tuple[Path, Mapping[str, str], Sequence[str]],
) -> NoReturn:
    folder, environment, path = place
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:] = path
    _be_worker(calls.fileno(), results.fileno(), threads)


def _be_worker(calls: int, results: int, threads: int) -> NoReturn:
    status = 1
    try:
        os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        os.dup2(calls, 0)
        os.dup2(results, 1)
        os.closerange(_FIRST_OF_OTHERS, _MOST_FILES)
        gc.set_threshold(50_000)
        from audiopress.workers.inside import work  # noqa: PLC0415 - imported long ago by `warm`

        work(threads)
        status = 0
    finally:
        os._exit(status)


def fork_workers() -> None:
    """Let this process fork its workers; for good, as nothing else comes after its one run."""
    from audiopress.workers import process  # noqa: PLC0415 - imported long ago by `warm`

    changed: dict[str, Any] = {**vars(subprocess), "Popen": _Forked}
    process.subprocess = types.SimpleNamespace(**changed)  # type: ignore[assignment]


@contextlib.contextmanager
def serve_workers(context: multiprocessing.context.ForkServerContext) -> Iterator[None]:
    """Have workers that this process starts meanwhile forked by the server of ``context``."""
    from audiopress.workers import process  # noqa: PLC0415 - of the program

    def start(command: Sequence[str], **_how: object) -> _Served:
        return _Served(context, command)

    changed: dict[str, Any] = {**vars(subprocess), "Popen": start}
    with patch.object(process, "subprocess", types.SimpleNamespace(**changed)):
        yield
