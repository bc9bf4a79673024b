"""The queue of jobs: one SQLite file, in which what was promised survives a loss of power.

WAL with ``synchronous=FULL``: a job is on the disk before its sender hears 202. It is done at least
once: one that was being built when the server was killed is built again, and a build that has
nothing new to say changes no byte.

::

    waiting -> running -> done | failed
       ^          |
       |          +-> waiting      given back, or its process crashed
       +----------+-> set aside    its process crashed too often
"""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from audiopress.errors import StoreError
from audiopress.identity import fold_address
from audiopress.server.jobs.tables import (
    BY_DELIVERY,
    BY_DIGEST,
    END_REPLACED,
    INSERT,
    NEXT,
    STEPS,
    TABLES,
    VERSION,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["MOST_CRASHES", "FullQueueError", "Job", "JobOrder", "JobQueue", "JobState"]

JobState: TypeAlias = Literal["waiting", "running", "done", "failed", "set aside"]
"""What a job is in; the last three are its ends."""

MOST_CRASHES = 3
"""Processes that one job may take down before it is set aside: once may be chance (memory that
another program took), three times is the job."""

MOST_WAITING = 10_000
"""Jobs that wait at most: a newsroom's whole year. More is somebody's loop."""

_FULL = "too many jobs wait"
"""What is wrong with a queue that has no room."""

_KEPT = 30 * 86_400
"""Seconds for which the end of a job is kept, and its delivery known as seen: senders repeat a
delivery for a day or two."""

_PATIENCE = 2.0
"""Seconds to wait for another server that is about to end."""


class FullQueueError(StoreError):
    """There is no room for another job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrder:
    """What is to be built: the article at ``url``, or as ``body`` has it, of that media type.

    ``origin`` is who asked, ``delivery`` what tells this delivery from all others (of one that is
    repeated it is the same), ``digest`` what was asked for.
    """

    origin: str
    url: str
    digest: str
    delivery: str | None = None
    media_type: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as the queue has it; times in seconds since 1970, ``result`` what came of it."""

    id: str
    order: JobOrder
    state: JobState
    tries: int
    crashes: int
    added: float
    started: float | None
    ended: float | None
    reason: str
    result: dict[str, Any] = field(default_factory=dict)


class JobQueue:
    """The queue in one file; threads may share it, other processes may not have it meanwhile."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it, and return to the queue what another server had in its hands.

        Raises `StoreError` where the disk will not, or a newer audiopress has made the file.
        """
        self._path = path
        self._gate = threading.Lock()
        self._asked: deque[tuple[JobOrder, Future[tuple[Job, bool]]]] = deque()
        with self._explain():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._base.row_factory = sqlite3.Row
            self._prepare()

    def _prepare(self) -> None:
        # For as long as this server lives: another one would take its running jobs for lost.
        self._base.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=FULL")
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise StoreError(
                "this queue is of a newer audiopress",
                where=str(self._path),
                hint="python -m pip install --upgrade audiopress",
            )
        for before in range(version or VERSION, VERSION):
            self._base.executescript(STEPS[before])
        self._base.executescript(TABLES)
        self._base.execute(f"PRAGMA user_version={VERSION}")
        self._base.execute(
            "UPDATE jobs SET state='waiting', cut=cut+1, tries=max(0, tries-1),"
            " reason='the server ended meanwhile' WHERE state='running'"
        )

    # -- who asks ----------------------------------------------------------------------------

    def add(self, order: JobOrder) -> tuple[Job, bool]:
        """Return the job of an order and whether it is new: durable when this returns.

        One delivery is one job, also when it is done. An order without one that asks for what a
        waiting job will do anyway is that job. Raises `FullQueueError`.
        """
        found: Future[tuple[Job, bool]] = Future()
        self._asked.append((order, found))
        with self._gate:
            # Whoever comes first writes what all have asked for meanwhile: to wait for the disk
            # costs the same for one job as for twenty.
            if not found.done():
                self._add_asked()
        return found.result()

    def _add_asked(self) -> None:
        asked = [self._asked.popleft() for _ in range(len(self._asked))]
        try:
            with self._explain(), self._commit():
                results = [self._add_one(order) for order, _ in asked]
        except Exception as error:  # noqa: BLE001 - each of them is to hear of it
            for _, found in asked:
                found.set_exception(error)
            return
        # Not before the disk has it.
        for (_, found), result in zip(asked, results, strict=True):
            if result is None:
                found.set_exception(FullQueueError(_FULL, where=str(self._path)))
            else:
                found.set_result(result)

    def _add_one(self, order: JobOrder) -> tuple[Job, bool] | None:
        """Return as `add`, or nothing where there is no room."""
        known = self._find_known(order)
        if known is not None:
            return known, False
        if self._is_full():
            return None
        row = (
            name := secrets.token_hex(16),
            order.delivery,
            order.digest,
            order.origin,
            order.url,
            _name_article(order.url),
            order.media_type,
            order.body,
            time.time(),
        )
        self._base.execute(INSERT, row)
        return self._read(name), True

    def _is_full(self) -> bool:
        ask = "SELECT count(*) FROM jobs WHERE state='waiting'"
        waiting: int = self._base.execute(ask).fetchone()[0]
        return waiting >= MOST_WAITING

    def _find_known(self, order: JobOrder) -> Job | None:
        ask, value = BY_DELIVERY, order.delivery
        if value is None:
            # Not one that is being built: it may have read the page before what is asked for now.
            ask, value = BY_DIGEST, order.digest
        row = self._base.execute(ask, (value,)).fetchone()
        return _make_job(row) if row else None

    def find(self, name: str) -> Job | None:
        """Return the job of this id, or nothing."""
        with self._gate, self._explain():
            row = self._base.execute("SELECT * FROM jobs WHERE id=?", (name,)).fetchone()
        return _make_job(row) if row else None

    def count(self) -> dict[str, int]:
        """Return how many jobs are in each state."""
        with self._gate, self._explain():
            rows = self._base.execute("SELECT state, count(*) FROM jobs GROUP BY state")
            states = ("waiting", "running", "done", "failed", "set aside")
            return dict.fromkeys(states, 0) | dict(rows.fetchall())

    def measure_wait(self) -> float:
        """Return for how many seconds the oldest waiting job has waited; 0 without one."""
        with self._gate, self._explain():
            # one whose day has not come waits for nobody
            ask = "SELECT min(max(added, until)) FROM jobs WHERE state='waiting' AND until<=?"
            (oldest,) = self._base.execute(ask, (time.time(),)).fetchone()
        return 0.0 if oldest is None else max(0.0, time.time() - oldest)

    def try_disk(self) -> None:
        """Find out whether the disk would take a job now; raises `StoreError` when not."""
        with self._change() as base:
            # An empty change touches no page, and would go well on a full disk.
            base.execute("INSERT OR REPLACE INTO tried VALUES (1, ?)", (time.time(),))

    def check_ready(self) -> None:
        """Find out whether a job could be taken now; raises `StoreError` when not."""
        self.try_disk()
        with self._gate:
            if self._is_full():
                raise FullQueueError(_FULL, where=str(self._path))

    # -- who builds ----------------------------------------------------------------------------

    def take(self) -> Job | None:
        """Return the next job, which is running from now on, or nothing."""
        with self._change() as base:
            row = base.execute(NEXT, (time.time(),)).fetchone()
            if row is None:
                return None
            base.execute(
                "UPDATE jobs SET state='running', until=0, started=?, tries=tries+1 WHERE id=?",
                (time.time(), row["id"]),
            )
            return self._read(row["id"])

    def finish(self, job: Job, state: Literal["done", "failed"], result: dict[str, Any]) -> None:
        """Keep what came of a job, and let go of ends of long ago.

        What it was asked with goes when it is done. Of one that has failed it may be all there is.
        """
        reason = str(result.get("error", {}).get("message", ""))
        with self._change() as base:
            base.execute(
                "UPDATE jobs SET state=?, ended=?, reason=?, result=?,"
                " body=CASE WHEN ?='done' THEN x'' ELSE body END WHERE id=?",
                (state, time.time(), reason, json.dumps(result), state, job.id),
            )
            if state == "done":
                _end_replaced(base, job)
            base.execute("DELETE FROM jobs WHERE ended<?", (time.time() - _KEPT,))

    def give_back(self, job: Job, reason: str, *, pause: float = 0.0, free: bool = True) -> None:
        """Let a job wait again, for ``pause`` seconds at least; if ``free`` it was no try."""
        with self._change() as base:
            base.execute(
                "UPDATE jobs SET state='waiting', not_before=?, reason=?, tries=tries-? WHERE id=?",
                (time.time() + pause, reason, int(free), job.id),
            )

    def wait_until(self, job: Job, moment: float, reason: str) -> None:
        """Let a job wait for the day that its article gives itself, in seconds since 1970.

        It was no try. Of its article it is the newest text: those that wait for a day are ended.
        """
        with self._change() as base:
            base.execute(
                "UPDATE jobs SET state='waiting', not_before=?, until=?, reason=?, tries=tries-1"
                " WHERE id=?",
                (moment, moment, reason, job.id),
            )
            _end_replaced(base, job)

    def note_crash(self, job: Job, reason: str) -> JobState:
        """Count a process that a job took down; return whether it waits or is set aside."""
        crashes = job.crashes + 1
        state: JobState = "set aside" if crashes >= MOST_CRASHES else "waiting"
        with self._change() as base:
            # Behind those that have done no harm; tries are those that a page had.
            base.execute(
                "UPDATE jobs SET state=?, crashes=?, cut=cut+1, tries=max(0, tries-1), reason=?,"
                " ended=? WHERE id=?",
                (state, crashes, reason, time.time() if state == "set aside" else None, job.id),
            )
        return state

    # -- the file ------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the file; what is in it stays."""
        with self._gate, self._explain():
            self._base.close()

    def _read(self, name: str) -> Job:
        return _make_job(self._base.execute("SELECT * FROM jobs WHERE id=?", (name,)).fetchone())

    @contextlib.contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Hold the file for a change that is on the disk when this block has ended."""
        with self._gate, self._explain(), self._commit():
            yield self._base

    @contextlib.contextmanager
    def _commit(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            # A full disk has rolled it back already.
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def _explain(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            locked = "locked" in str(error)
            raise StoreError(
                "another service has this queue of jobs"
                if locked
                else f"the queue of jobs cannot be used: {error}",
                where=str(self._path),
                hint="stop that one first, or say another folder: [serve] jobs"
                if locked
                else "audiopress doctor",
            ) from error


def _end_replaced(base: sqlite3.Connection, job: Job) -> None:
    """End the jobs with older texts of an article that wait for their day."""
    reason = "a newer text of the article came before its day"
    error = {"message": reason, "where": job.order.url, "hint": f"GET /jobs/{job.id}"}
    base.execute(END_REPLACED, (time.time(), reason, json.dumps({"error": error}), job.id))


def _name_article(url: str) -> str:
    try:
        return fold_address(url)
    except ValueError:  # no address; as it is
        return url


def _make_job(row: sqlite3.Row) -> Job:
    values = dict(row)
    order = {name: values[name] for name in JobOrder.__slots__}
    rest = ("id", "state", "tries", "crashes", "added", "started", "ended", "reason")
    return Job(
        order=JobOrder(**order),
        result=json.loads(values["result"]),
        **{name: values[name] for name in rest},
    )
