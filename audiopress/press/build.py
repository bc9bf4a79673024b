"""An edition is built: the five steps in their order, article by article, the feed last.

Every article is published when it is done; the feed at most every ten seconds and at the end. One
that fails is named and the others go on; with ``strict`` one failure publishes nothing. Stopped at
any point, the next run goes on from what is cached.
"""

from __future__ import annotations

import contextlib
import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, SpeechError, StoreError
from audiopress.press.edition import show_files
from audiopress.press.edition.planner import Desk, Order
from audiopress.press.report import Outcome, Progress, Report
from audiopress.press.steps.plan import likely
from audiopress.press.steps.speak import Performed, Pools, perform
from audiopress.store.atomic_files import try_folder
from audiopress.store.lock import lock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.model import Document
    from audiopress.press.steps.speak import Job
    from audiopress.settings import Settings

__all__ = ["build"]

FEED_EVERY = 10.0
"""Seconds between two feeds of a long build (`house.md`: at most every ten)."""

PATIENCE = 300.0
"""Seconds one paragraph may take before its worker is ended."""


def _nothing(_progress: Progress) -> None:
    pass


def build(
    settings: Settings,
    sources: Sequence[str | Document] = (),
    *,
    strict: bool = False,
    watch: Callable[[Progress], None] = _nothing,
    patience: float = PATIENCE,
) -> Report:
    """Build the edition of ``sources`` (those of the configuration if there are none).

    Raises `ConfigError` for what concerns the whole edition and `StoreError` when the disk will
    not; what concerns one article is an outcome with its error.
    """
    started = time.monotonic()
    with lock(settings.ledger / ".lock"):
        _try_folders(settings)
        run = _Run(settings, strict=strict, watch=watch, patience=patience)
        run.build(sources)
    return replace(run.report(), wall_seconds=time.monotonic() - started)


def _try_folders(settings: Settings) -> None:
    """Find out before anything is spoken whether it can be kept and published."""
    folders = (("-o", "output", settings.output), ("--cache", "cache", settings.cache))
    for option, name, folder in folders:
        try:
            try_folder(folder)
        except StoreError as error:
            hint = f"{error.hint}; or name another place: {option} FOLDER"
            where = f"{folder}, the {name} folder"
            raise StoreError(error.message, where=where, hint=hint) from error


@dataclass(slots=True)
class _Work:
    """An order on its way: what is ready and what is still awaited."""

    order: Order
    ready: dict[str, Performed] = field(default_factory=dict)
    awaited: set[str] = field(default_factory=set)

    @property
    def spoken(self) -> int:
        """How many of its paragraphs were spoken so far."""
        return sum(performed.spoken for performed in self.ready.values())


class _Run:
    """One build of one edition: the state of the loop."""

    def __init__(
        self,
        settings: Settings,
        *,
        strict: bool,
        watch: Callable[[Progress], None],
        patience: float,
    ) -> None:
        self._settings = settings
        self._strict = strict
        self._watch = watch
        self._pools = Pools(settings.jobs, patience)
        self._foreseen = False
        self._desk = Desk(settings, now=datetime.now(UTC), anew=self._foresee)
        self._refused: list[Outcome] = []
        self._outcomes: dict[str, Outcome] = {}
        self._works: dict[str, _Work] = {}
        self._jobs: dict[str, Job] = {}
        self._progress = Progress()
        self._cpu = 0.0
        self._fed = time.monotonic()
        self._feed: show_files.Feed | None = None
        self._interrupted = False
        self._notes: list[str] = []
        self._finished: list[_Work] = []
        self._published = 0

    # -- the road ----------------------------------------------------------------------------

    def build(self, sources: Sequence[str | Document]) -> None:
        """Read, plan, speak, bind, ship; Ctrl-C leaves what is done published."""
        with self._pools:
            try:
                self._take_in(sources)
                self._speak()
                self._pools.close()  # workers end while the rest is published
            except KeyboardInterrupt:
                self._interrupted = True
                self._pools.abandon()
            self._publish_strict()
            self._publish_feed()
        if self._published or self._jobs:
            self._desk.sweep()

    def _foresee(self) -> None:
        """Let a worker load the voice while a new page is read: it will probably be needed."""
        if not self._foreseen:
            self._foreseen = True
            with contextlib.suppress(Exception):  # the article it concerns will say so
                self._pools.load(likely(self._settings.cast))

    def _take_in(self, sources: Sequence[str | Document]) -> None:
        orders, rejected, notes = self._desk.orders(sources)
        self._notes += notes
        for item in rejected:
            refused = Outcome(id=item.uri, title=item.uri, status="failed", error=item.error)
            self._refused.append(refused)
        for order in orders:
            if order.unchanged is not None:
                self._outcomes[order.id] = order.unchanged
                continue
            self._outcomes[order.id] = order.outcome("waiting")
            self._works[order.id] = _Work(order)

    def _wait_for(self, work: _Work, job: Job) -> None:
        work.awaited.add(job.key)
        self._jobs.setdefault(job.key, job)

    def _missing(self) -> None:
        """Note what was never spoken: that can be told without reading any sound."""
        for work in self._works.values():
            for job in work.order.jobs:
                if not self._desk.knows(job):
                    self._wait_for(work, job)

    def _look_up(self) -> None:
        """Verify what was spoken before; what is not whole is to be spoken again."""
        for work in self._works.values():
            for job in work.order.jobs:
                if job.key not in work.awaited:
                    ready = self._desk.stock(job)
                    if ready is not None:
                        work.ready[job.key] = ready
                    else:
                        self._wait_for(work, job)
        total = len(self._refused) + len(self._outcomes)
        self._progress = Progress(
            articles_done=total - len(self._works),
            articles_total=total,
            segments_total=len(self._jobs),
            characters_total=sum(len(job.line.spoken) for job in self._jobs.values()),
        )
        self._watch(self._progress)

    def _speak(self) -> None:
        """Let workers begin with what is surely missing while the rest is looked up."""
        self._missing()
        futures: dict[Future[Performed], str] = {}
        self._submit(futures)
        self._look_up()
        self._submit(futures)
        if not self._jobs:
            self._pools.abandon()
        for work in tuple(self._works.values()):
            if not work.awaited:
                self._done(work)
        if self._jobs:
            self._desk.prepare()
            self._await(futures)

    def _submit(self, futures: dict[Future[Performed], str]) -> None:
        """Hand in every job that is not: newest article first, within it the longest first."""
        given = set(futures.values())
        for work in self._works.values():
            jobs = [self._jobs[key] for key in work.awaited if key not in given]
            for job in sorted(jobs, key=lambda job: (-len(job.line.spoken), job.key)):
                given.add(job.key)
                futures[self._pools.of(job.line).submit(perform, job)] = job.key

    def _await(self, futures: dict[Future[Performed], str]) -> None:
        while futures:
            done, _ = wait(futures, return_when=FIRST_COMPLETED)
            for future in done:
                self._arrived(futures.pop(future), future)
            if time.monotonic() - self._fed > FEED_EVERY and not self._strict:
                self._publish_feed()

    def _arrived(self, key: str, future: Future[Performed]) -> None:
        error = future.exception()
        waiting = [work for work in self._works.values() if key in work.awaited]
        if error is not None:
            for work in waiting:
                self._give_up(work, key, error)
            return
        performed = future.result()
        self._count(self._jobs[key], performed)
        first = True
        for work in waiting:
            # A line that several articles share was spoken once, for the first of them.
            work.ready[key] = performed if first else replace(performed, spoken=False)
            first = False
            work.awaited.discard(key)
            if not work.awaited:
                self._done(work)

    def _count(self, job: Job, performed: Performed) -> None:
        self._cpu += performed.cpu_seconds
        now = self._progress
        segment = performed.segment
        self._progress = replace(
            now,
            segments_done=now.segments_done + 1,
            characters_done=now.characters_done + len(job.line.spoken),
            speech_seconds=now.speech_seconds + segment.samples / segment.rate,
        )
        self._watch(self._progress)

    # -- what becomes of an article ------------------------------------------------------------

    def _done(self, work: _Work) -> None:
        if self._strict:
            self._finished.append(work)
            return
        self._publish(work)

    def _publish(self, work: _Work) -> None:
        order = work.order
        try:
            self._outcomes[order.id] = self._desk.publish(order, work.ready)
        except AudiopressError as error:
            self._fail(work, error)
        del self._works[order.id]
        self._published += 1
        self._progress = replace(self._progress, articles_done=self._progress.articles_done + 1)
        self._watch(self._progress)

    def _give_up(self, work: _Work, key: str, error: BaseException) -> None:
        """Name the paragraph that failed; an engine may fail in ways nobody thought of."""
        text = self._jobs[key].line.spoken
        place = f"{work.order.uri}, paragraph that begins {text[:60]!r}"
        if not isinstance(error, AudiopressError):
            error = SpeechError(f"the engine failed: {error!r}")
        message = error.message
        hint = error.hint or "audiopress say TEXT tries it alone; audiopress script shows it"
        named = SpeechError(message, where=place, hint=hint)
        self._fail(work, named)
        del self._works[work.order.id]

    def _fail(self, work: _Work, error: AudiopressError) -> None:
        before = self._outcomes[work.order.id]
        failed = replace(before, status="failed", error=error, spoken=work.spoken)
        self._outcomes[work.order.id] = failed

    def _held_back(self) -> bool:
        """Whether nothing may be published: with ``strict``, when anything failed."""
        failed = any(outcome.status == "failed" for outcome in self._outcomes.values())
        return self._strict and (failed or bool(self._refused) or self._interrupted)

    def _publish_strict(self) -> None:
        """With ``strict``, publish now what is finished, unless anything failed."""
        if self._strict and not self._held_back():
            for work in self._finished:
                self._publish(work)

    def _publish_feed(self) -> None:
        self._fed = time.monotonic()
        self._feed = self._desk.publish_show(write=not self._held_back())

    def report(self) -> Report:
        """Say what was done."""
        feed = self._feed or show_files.Feed(url="", items=0, notes=())
        for work in self._works.values():  # stopped on its way: what was spoken for it is kept
            before = self._outcomes[work.order.id]
            self._outcomes[work.order.id] = replace(before, spoken=work.spoken)
        return Report(
            outcomes=(*self._refused, *self._outcomes.values()),
            notes=(*self._notes, *feed.notes),
            cpu_seconds=self._cpu,
            feed_url=feed.url,
            feed_items=feed.items,
            interrupted=self._interrupted,
        )
