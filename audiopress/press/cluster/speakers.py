"""Articles go to the workers of a cluster, and their sound comes into the cache of this machine."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Self

from audiopress.errors import AudiopressError, StoreError
from audiopress.press.cluster.article_task import ArticleTask, speak_article
from audiopress.press.cluster.checks import check_workers, require_shared
from audiopress.press.cluster.worker_watch import WorkerWatch
from audiopress.press.speech_queue import LostArticleError
from audiopress.press.steps.speak import ReadySegment, find_ready, perform_job
from audiopress.store.shared.exchange import SoundExchange
from audiopress.workers.cluster.connection import GONE, Cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from audiopress.model import Line
    from audiopress.press.cluster.article_task import SpokenLine
    from audiopress.press.steps.shared import SharedLocation
    from audiopress.press.steps.speak import SpeechJob
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["ClusterSpeakers", "open_cluster"]

_AT_ONCE = 8
"""Requests at a time: each waits for its answer, and most are of a hundred kilobytes."""


def open_cluster(settings: Settings, cache: Cache, patience: float) -> ClusterSpeakers:
    """Return who speaks for these settings, once all of them were found to be fit.

    Raises `ConfigError` where they are not, and `StoreError` where the store does not answer.
    """
    location = require_shared(settings)
    cluster = Cluster(settings.scheduler, settings.find_origin("scheduler"))
    try:
        versions = check_workers(cluster, settings, location)
    except BaseException:
        cluster.close()
        raise
    return ClusterSpeakers(cluster, cache, location=location, patience=patience, versions=versions)


class ClusterSpeakers:
    """Gives articles to a ``cluster``, and brings their sound from where it lies into ``cache``."""

    def __init__(
        self,
        cluster: Cluster,
        cache: Cache,
        *,
        location: SharedLocation,
        patience: float,
        versions: Mapping[str, str],
    ) -> None:
        """Give nothing yet."""
        self._cluster, self._cache = cluster, cache
        self._location = location
        self._make_task = partial(
            ArticleTask, location=location, patience=patience, versions=versions
        )
        self._window = cluster.open_window()
        self._place = location.open(hurry=False)
        self._gate = threading.Lock()  # held while the next two are used or replaced
        self._exchange = SoundExchange(cache, self._place)
        self._bringers = ThreadPoolExecutor(_AT_ONCE)
        self._watch = WorkerWatch(cluster, self._window)

    @property
    def workers(self) -> tuple[str, ...]:
        """The addresses of those who speak."""
        return self._cluster.workers

    def speak(self, uri: str, jobs: Sequence[SpeechJob]) -> dict[Future[ReadySegment], str]:
        """Give the lines of one article to a worker; return a future for each, with its key.

        What is spoken here already and only lacks frames gets them here: a worker does not have it.
        """
        lines: dict[str, Future[ReadySegment]] = {job.key: Future() for job in jobs}
        spoken = [job for job in jobs if self._exchange.has_speech(job.key)]
        for job in spoken:
            self._begin(partial(perform_job, job), lines[job.key])
        left = tuple(job for job in jobs if job not in spoken)
        if left:
            task = self._make_task(uri=uri, jobs=left)
            begun = self._window.submit(speak_article, task)
            begun.add_done_callback(partial(self._end, task, lines))
        return {future: key for key, future in lines.items()}

    @property
    def is_lost(self) -> bool:
        """Whether nobody will speak any more in this run."""
        return self._cluster.is_lost

    def load(self, line: Line) -> None:
        """Load nothing: a worker does, when it speaks the first time."""

    def close(self) -> None:
        """Take no more; what was given is finished."""

    def abandon(self) -> None:
        """Drop what is not done, what is asked of the store too; more may be given."""
        self._window.abandon()
        with self._gate:
            exchange, self._exchange = self._exchange, SoundExchange(self._cache, self._place)
            bringers, self._bringers = self._bringers, ThreadPoolExecutor(_AT_ONCE)
        exchange.end()
        bringers.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the cluster; on an exception what is under way is dropped."""
        if kind is not None:
            self.abandon()
        self._watch.end()
        self._window.close()
        self._bringers.shutdown(cancel_futures=kind is not None)
        self._cluster.close()

    # -- what comes back -----------------------------------------------------------------------

    def _end(
        self,
        task: ArticleTask,
        lines: dict[str, Future[ReadySegment]],
        done: Future[tuple[SpokenLine, ...]],
    ) -> None:
        """Let each line end as its task says; runs in a thread of the cluster's."""
        try:
            spoken = done.result()
        except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever happens out there
            lost = _explain_loss(task.uri, error, self._watch.reason)
            for job in task.jobs:
                lines[job.key].set_exception(lost)
            return
        jobs = {job.key: job for job in task.jobs}
        for line in spoken:
            take = partial(self._take, jobs[line.key], line, self._exchange)
            self._begin(take, lines[line.key])

    def _begin(self, make: Callable[[], ReadySegment], future: Future[ReadySegment]) -> None:
        """Let ``future`` end as ``make`` does, which is done beside the work, or is dropped."""
        with self._gate:
            self._bringers.submit(make).add_done_callback(partial(_pass_on, future))

    def _take(self, job: SpeechJob, line: SpokenLine, exchange: SoundExchange) -> ReadySegment:
        if line.error is not None:
            raise line.error
        if not exchange.bring(job.key):
            raise StoreError(
                "the store does not have what a worker has put there",
                where=self._location.where,
                hint="look whether something removes what is new there; then run it again",
            )
        # Frames of other settings, of an edition that shares the store, are made anew here.
        ready = find_ready(job, self._cache) or perform_job(job)
        return replace(ready, spoken=line.spoken, cpu_seconds=line.cpu_seconds)


def _pass_on(future: Future[ReadySegment], done: Future[ReadySegment]) -> None:
    try:
        future.set_result(done.result())
    except (Exception, CancelledError) as error:  # noqa: BLE001 - raised where it is asked for
        future.set_exception(error)


def _explain_loss(uri: str, error: BaseException, reason: str) -> AudiopressError:
    if isinstance(error, AudiopressError):
        return LostArticleError(error.message, where=error.where or uri, hint=error.hint)
    said = str(error).partition("\n")[0] or type(error).__name__
    # What is cancelled was so by us, or by the client of a scheduler that is gone.
    if isinstance(error, CancelledError):
        said = reason or GONE
    return LostArticleError(
        f"no worker has finished this article: {said}",
        where=uri,
        hint="what is spoken is kept: run it again; the logs of the workers may say more",
    )
