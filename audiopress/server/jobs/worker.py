"""Who builds the jobs: one after the other, each in a process of its own.

A build that crashes takes nothing along but its process. What is wrong with an article ends its
job; what is wrong with the edition, or with the disk, lets the job wait until that is mended.
"""

from __future__ import annotations

import contextlib
import functools
import os
import pickle
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from audiopress.errors import AudiopressError, StoreError
from audiopress.server.jobs.build_job import build_job, concerns_edition, describe_error
from audiopress.workers import count_cores
from audiopress.workers.process import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.server.jobs.queue import Job, JobOrder, JobQueue
    from audiopress.settings import Settings

__all__ = ["JobWorker"]

TIME_LIMIT = 4 * 3600.0
"""Seconds for one job, after which its process is ended as if it had crashed: the longest article
with the slowest voice takes one hour."""

MOST_TRIES = 3
"""How often a page is asked for that cannot be had, before its job has failed."""

_PAUSE = 30.0
"""Seconds until the next try: a page that its site has just announced may be late by some. The
second pause is twice as long."""

_NICENESS = 10
"""Steps by which a build comes after the server (nice(2)): half of what there is."""

_LOOK = 1.0
"""Seconds between two looks for jobs whose pause is over."""


_LAST = 3.0
"""Seconds in which the thread has to end once its process is killed; more is a request on a bad
line. Its job is then returned by the next service."""

_TICK = 0.1
"""Seconds between two looks for a process that was started while we stopped."""


class JobWorker:
    """Builds what is in the queue, in a thread that looks after one process at a time.

    ``settle`` gives the settings of today, for an editor may have changed them; ``tell`` hears what
    happens, as an event's name and its facts; ``build`` is what the process runs.
    """

    def __init__(
        self,
        queue: JobQueue,
        settle: Callable[[], Settings],
        tell: Callable[..., None],
        *,
        build: Callable[[Settings, JobOrder], dict[str, Any]] = build_job,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        """Nothing is built before `start`."""
        self._queue, self._settle, self._tell = queue, settle, tell
        self._build, self._time_limit = build, time_limit
        self._wanted, self._stopping = threading.Event(), threading.Event()
        self._process: Worker | None = None
        self._owed: Callable[[], None] | None = None
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin to build."""
        self._thread.start()

    def wake(self) -> None:
        """Say that there is a new job."""
        self._wanted.set()

    @property
    def is_alive(self) -> bool:
        """Whether jobs are being built, or would be if there were any."""
        return self._thread.is_alive()

    def stop(self, patience: float) -> None:
        """Take no more jobs; one that is not done within ``patience`` seconds is given back."""
        self._stopping.set()
        self._wanted.set()
        self._thread.join(patience)
        end = time.monotonic() + _LAST
        while self._thread.is_alive() and time.monotonic() < end:
            if (process := self._process) is not None:
                process.end()
            self._thread.join(_TICK)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wanted.clear()
            if not self._try_next():
                self._wanted.wait(_LOOK)

    def _try_next(self) -> bool:
        """Build the next job and return whether there was one; whatever happens, go on."""
        try:
            # First of all: until it is written, its job is in nobody's hands.
            self._write_owed()
            job = self._queue.take()
            if job is not None:
                self._owed = self._perform(job)
                self._write_owed()
        except StoreError as error:  # the disk will not: it may again in a while
            self._tell("queue-error", message=error.message)
            return False
        return job is not None

    def _write_owed(self) -> None:
        """Write to the queue what became of the last job, if it was not."""
        if self._owed is not None:
            self._owed()
            self._owed = None

    def _perform(self, job: Job) -> Callable[[], None]:
        """Build a job and return what writes down what became of it."""
        try:
            return self._build_and_judge(job)
        except Exception as error:  # noqa: BLE001 - one job that ended this thread would end all
            message = f"{type(error).__name__}: {error}"
            self._tell("job-error", job=job.id, message=message)
            return functools.partial(self._let_wait, job, message)

    def _build_and_judge(self, job: Job) -> Callable[[], None]:
        self._tell("job-started", job=job.id, url=job.order.url, tries=job.tries)
        try:
            settings = self._settle()
        except AudiopressError as error:
            return functools.partial(self._let_wait, job, error.message)
        if self._stopping.is_set():  # they may take a while, from a bucket
            return functools.partial(self._give_back, job)
        answer, ending = self._run_process(settings, job.order)
        if answer is None:
            return self._judge_end(job, ending)
        good, result = answer
        return self._judge_result(job, result) if good else self._judge_error(job, result)

    def _run_process(
        self, settings: Settings, order: JobOrder
    ) -> tuple[tuple[bool, Any] | None, str]:
        """Return success and result of a process, or nothing and how it ended."""
        # From this thread, which outlives it: Linux ends it with the thread that started it.
        process = self._process = Worker(count_cores(), sole=True)
        _put_behind(process.process.pid)
        late = threading.Event()

        def end_late() -> None:
            late.set()
            process.end()

        timer = threading.Timer(self._time_limit, end_late)
        timer.daemon = True
        timer.start()
        try:
            process.send(0, pickle.dumps((self._build, (settings, order), {})))
            for _, good, result in process.read_answers():
                return (good, result), ""
            if late.is_set():
                return None, f"was ended after {self._time_limit:.0f} s"
            return None, process.describe_end()
        finally:
            timer.cancel()
            process.end()
            self._process = None

    # -- what it means -------------------------------------------------------------------------

    def _judge_end(self, job: Job, ending: str) -> Callable[[], None]:
        if self._stopping.is_set():
            return functools.partial(self._give_back, job)
        return functools.partial(self._note_crash, job, f"the process of the job {ending}")

    def _judge_result(self, job: Job, result: dict[str, Any]) -> Callable[[], None]:
        again, until = result.pop("again", False), result.pop("until", None)
        if until is not None:
            return functools.partial(self._wait_until, job, until, result["error"]["message"])
        if again and job.tries < MOST_TRIES:
            return functools.partial(self._postpone, job, result["error"]["message"])
        return functools.partial(self._end, job, result)

    def _judge_error(self, job: Job, error: Exception) -> Callable[[], None]:
        if not isinstance(error, AudiopressError):  # nobody foresaw it: as if it had died of it
            return functools.partial(self._note_crash, job, f"{type(error).__name__}: {error}")
        if concerns_edition(error):
            return functools.partial(self._let_wait, job, error.message)
        return functools.partial(self._end, job, {"error": describe_error(error)})

    # -- what is written: once more when the disk did not take it ------------------------------

    def _give_back(self, job: Job) -> None:
        self._queue.give_back(job, "the server was stopped")
        self._tell("job-given-back", job=job.id)

    def _note_crash(self, job: Job, reason: str) -> None:
        state = self._queue.note_crash(job, reason)
        self._tell("job-crashed", job=job.id, state=state, reason=reason)

    def _postpone(self, job: Job, reason: str) -> None:
        """Let a page be asked for once more in a while."""
        self._queue.give_back(job, reason, pause=_PAUSE * job.tries, free=False)
        self._tell("job-postponed", job=job.id, reason=reason)

    def _let_wait(self, job: Job, reason: str) -> None:
        """Let a job wait for what is no fault of its own, as often as it takes."""
        self._queue.give_back(job, reason, pause=_PAUSE)
        self._tell("job-postponed", job=job.id, reason=reason)

    def _wait_until(self, job: Job, moment: float, reason: str) -> None:
        """Let a job wait for the day of its article."""
        self._queue.wait_until(job, moment, reason)
        self._tell("job-postponed", job=job.id, reason=reason)

    def _end(self, job: Job, result: dict[str, Any]) -> None:
        failed = "error" in result
        self._queue.finish(job, "failed" if failed else "done", result)
        reason = {"reason": result["error"]["message"]} if failed else {}
        self._tell("job-failed" if failed else "job-done", job=job.id, **reason)


def _put_behind(pid: int) -> None:
    """Let listeners and senders have the processor first: a build takes all that there is."""
    if sys.platform != "win32":  # which has no niceness
        with contextlib.suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICENESS)
