"""The parent's hold on one worker process.

A worker is started with `subprocess`, not with multiprocessing: that would import the program's
``__main__`` again (here: the whole command line) and start a resource tracker. It is never forked,
because onnxruntime's threads do not survive that.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.workers.task import Task

__all__ = ["Worker"]


class Worker:
    """A process that performs up to ``threads`` calls at a time.

    ``tasks`` is the pool's own table of what is in it, by number; ``sole`` says that it was
    started for one suspect.
    """

    def __init__(self, threads: int, *, sole: bool) -> None:
        """Start the process; its interpreter looks for modules where ours does."""
        # `!a`: in ASCII, so that a folder's name passes whatever the encoding of the command line.
        path = f"import sys; sys.path[:] = {sys.path!a}"
        # Nearly all that it imports stays: to look through it for garbage gives nothing.
        path = f"import gc; gc.set_threshold(50_000); {path}"
        code = f"{path}; from audiopress.workers.inside import work; work({threads})"
        # Standard error is inherited: what an engine prints is seen, and belongs to no protocol.
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **_APART,
        )
        self.sole = sole
        self.tasks: dict[int, Task] = {}
        self._outbox: queue.SimpleQueue[tuple[int, bytes] | None] = queue.SimpleQueue()
        threading.Thread(target=self._deliver, daemon=True).start()

    def send(self, number: int, call: bytes) -> None:
        """Hand over a pickled ``(function, args, kwargs)``; never waits."""
        self._outbox.put((number, call))

    def _deliver(self) -> None:
        """Run in a thread: a worker that does not read must not hold up the pool."""
        with contextlib.suppress(OSError), cast("IO[bytes]", self.process.stdin) as stdin:
            # None, from `end`, lets the thread go and closes the worker's input.
            while message := self._outbox.get():
                pickle.dump(message, stdin)
                stdin.flush()

    def read_answers(self) -> Iterator[tuple[int, bool, Any]]:
        """Yield number, success and result (or exception) until the worker says no more."""
        with cast("IO[bytes]", self.process.stdout) as stdout:
            while True:
                try:
                    number, good, body = pickle.load(stdout)  # noqa: S301 - from our own process
                # A worker that is killed in the middle of a result leaves a part of a pickle.
                except Exception:  # noqa: BLE001 - pickle raises anything on a cut stream
                    return
                # The body is a pickle of its own: one that fails costs its task and not the stream.
                yield number, *_unpickle(good, body)

    def end(self) -> int:
        """Kill the process and its children if it still lives; return its exit status."""
        if self.process.returncode is None:
            _kill(self.process)
            self._outbox.put(None)
        # Waited for, else it stays in the table of processes as a zombie.
        return self.process.wait()

    def describe_end(self) -> str:
        """Say how the process ended, as the end of a sentence."""
        status = self.end()
        # A negative status is the number of the signal (subprocess).
        if status >= 0:
            return f"ended with status {status}"
        try:
            return f"was ended by {signal.Signals(-status).name}"
        except ValueError:  # a real-time signal has no name
            return f"was ended by signal {-status}"


def _unpickle(good: bool, body: bytes) -> tuple[bool, Any]:
    try:
        return good, pickle.loads(body)  # noqa: S301 - from our own process
    except Exception as error:  # noqa: BLE001 - what pickles need not unpickle
        return False, error


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
