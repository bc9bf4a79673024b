"""What a worker does: the lines of one article, spoken by processes of its own.

They are spoken as on any machine (`WorkerPools`): a line that ends its process, or takes too long,
is named, and the worker lives. What goes back are keys; the sound is in the store by then.
"""

from __future__ import annotations

import functools
import tempfile
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, ConfigError, StoreError
from audiopress.press.cluster.checks import refuse_others
from audiopress.press.steps.speak import SpeechJob, WorkerPools, perform_job
from audiopress.store.cache import Cache
from audiopress.store.shared.exchange import SoundExchange
from audiopress.workers.cluster.connection import find_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from audiopress.press.steps.shared import SharedLocation
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.store.shared.speech import SharedPlace

__all__ = ["ArticleTask", "SpokenLine", "speak_article"]

_UNFIT_PAUSE = 10.0
"""Seconds that a worker of other versions keeps an article before it gives it back: about as long
as a worker speaks an article, so that it gets no more of them than the others."""

_AT_ONCE = 8
"""Requests at a time: each waits for its answer, and most are of a hundred kilobytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTask:
    """The lines of one article that are to be spoken, and where their sound goes.

    ``patience`` is how many seconds one line may take, ``versions`` what a worker must have.
    """

    uri: str
    jobs: tuple[SpeechJob, ...]
    location: SharedLocation
    patience: float
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """What became of a line: ``spoken`` is false where the store had it; or the ``error``."""

    key: str
    spoken: bool = False
    cpu_seconds: float = 0.0
    error: AudiopressError | None = None


def speak_article(task: ArticleTask) -> tuple[SpokenLine, ...]:
    """Speak what the store does not have of an article, and give it there.

    Doing it twice is harmless: what is there is not spoken again. Raises `StoreError` when the
    store does not answer, and `ConfigError` on a worker of other versions that came later; the
    scheduler then has it done once more.
    """
    name, threads, folder = find_place()
    _require_versions(task.versions, name)
    pools = _open_pools(threads, task.patience)
    # A folder a task, gone with it: a worker's disk does not fill up with a whole archive.
    with tempfile.TemporaryDirectory(dir=folder) as own, ThreadPoolExecutor(_AT_ONCE) as givers:
        exchange = SoundExchange(Cache(Path(own)), _open_place(task.location))
        jobs = [replace(job, cache=Path(own)) for job in task.jobs]
        # All of it first: what is there is not spoken.
        list(givers.map(exchange.bring, [job.key for job in jobs]))
        return tuple(_collect(jobs, pools.submit, exchange.give, givers))


def _require_versions(versions: Mapping[str, str], worker: str) -> None:
    """Raise what `refuse_others` does, after a pause.

    A worker that gave back each article at once would be asked for all that others could speak.
    """
    try:
        refuse_others(versions, worker)
    except ConfigError:
        time.sleep(_UNFIT_PAUSE)
        raise


def _collect(
    jobs: list[SpeechJob],
    speak: Callable[[SpeechJob], Future[ReadySegment]],
    give: Callable[..., None],
    givers: ThreadPoolExecutor,
) -> Iterator[SpokenLine]:
    """Yield what became of each line, when the sound of all is given; then raise what went wrong.

    An error of this machine's disk, or of what nobody thought of, is none of the line's.
    """
    begun = {speak(job): job.key for job in jobs}
    given, wrong = [], None
    for done in as_completed(begun):
        key, error = begun[done], done.exception()
        if error is None:
            ready = done.result()
            given.append(givers.submit(give, key, ready.frames))
            yield SpokenLine(key=key, spoken=ready.spoken, cpu_seconds=ready.cpu_seconds)
        elif isinstance(error, AudiopressError) and not isinstance(error, StoreError):
            yield SpokenLine(key=key, error=error)
        else:
            wrong = error
    for each in given:
        each.result()
    if wrong is not None:
        raise wrong


class _SharedPools:
    """The processes of this worker, for all the articles that it has at a time."""

    def __init__(self, threads: int, patience: float) -> None:
        self._gate = threading.Lock()
        self._pools = WorkerPools(threads, patience)

    def submit(self, job: SpeechJob) -> Future[ReadySegment]:
        with self._gate:
            pool = self._pools.choose(job.line)
        return pool.submit(perform_job, job)


_opening = threading.Lock()
"""Held while processes or a place are opened, which two articles would do twice."""


def _open_pools(threads: int, patience: float) -> _SharedPools:
    with _opening:
        return _make_pools(threads, patience)


@functools.cache
def _make_pools(threads: int, patience: float) -> _SharedPools:
    return _SharedPools(threads, patience)


def _open_place(location: SharedLocation) -> SharedPlace:
    with _opening:
        return _make_place(location)


@functools.cache
def _make_place(location: SharedLocation) -> SharedPlace:
    return location.open(hurry=False)
