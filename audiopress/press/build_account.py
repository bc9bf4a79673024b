"""What became of each article of a build so far, and how far it is: told to those who watch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.report import BuildProgress, Outcome
from audiopress.press.speech_queue import ArticleWork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from audiopress.errors import AudiopressError
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.speech_queue import SpeechQueue
    from audiopress.press.steps.speak import ReadySegment, SpeechJob

__all__ = ["BuildAccount"]


class BuildAccount:
    """The articles of a build: those that have their outcome, and ``works``, under way by id.

    ``refused`` has the outcomes of what never became an article, and of editions that could not be
    joined; ``cpu_seconds`` are those of the engines so far.
    """

    def __init__(self, watch: Callable[[BuildProgress], None]) -> None:
        """Tell ``watch`` whenever something was done."""
        self._watch = watch
        self._progress = BuildProgress()
        # What is planned of an article is replaced when it is published, or fails.
        self._outcomes: dict[str, Outcome] = {}
        self.refused: list[Outcome] = []
        self.works: dict[str, ArticleWork] = {}
        self.cpu_seconds = 0.0

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes: what was refused, and the articles in the order of their planning."""
        return (*self.refused, *self._outcomes.values())

    @property
    def has_failures(self) -> bool:
        """Whether anything was refused or has failed; what waits for its turn has not."""
        return any(outcome.status == "failed" for outcome in self.outcomes)

    def enter(
        self, order: Order, ready: Mapping[str, ReadySegment] | None = None
    ) -> ArticleWork | None:
        """Take an order in; return its work, with what is ``ready``, unless nothing is to be done.

        It stands in ``works`` until its article is published or has failed: those that are left in
        the end are what an interrupted build did not reach.
        """
        self._outcomes[order.id] = order.unchanged or order.describe("waiting")
        if order.unchanged is not None:
            return None
        work = self.works[order.id] = ArticleWork(order, ready=dict(ready or {}))
        return work

    def end(self, work: ArticleWork, outcome: Outcome) -> None:
        """Note what became of an article, and tell who watches that one more is done."""
        self._outcomes[work.order.id] = outcome
        del self.works[work.order.id]
        done = self._progress.articles_done + 1
        self._progress = replace(self._progress, articles_done=done, article=self._name_next())
        self._watch(self._progress)

    def fail(self, work: ArticleWork, error: AudiopressError) -> None:
        """Note that an article has failed, and tell who watches."""
        planned = self._outcomes[work.order.id]
        # What was spoken is counted all the same: it is in the cache, and the next build has it.
        self.end(work, replace(planned, status="failed", error=error, spoken=work.spoken))

    def take_outcome(self, article: str) -> Outcome:
        """Return the outcome of an article and forget it, as a run over a whole archive does."""
        return self._outcomes.pop(article)

    def take_settled(self) -> list[Outcome]:
        """Return what was refused and what needs no work, and forget it."""
        settled = [name for name in self._outcomes if name not in self.works]
        found = [*self.refused, *map(self._outcomes.pop, settled)]
        self.refused = []
        return found

    def count_left(self) -> None:
        """Count what was spoken for articles that were stopped on their way: it is kept."""
        for work in self.works.values():
            planned = self._outcomes[work.order.id]
            self._outcomes[work.order.id] = replace(planned, spoken=work.spoken)

    # -- how far it is -------------------------------------------------------------------------

    def widen(self, queue: SpeechQueue) -> None:
        """Tell what is known by now that there is to do: editions are joined of what is spoken."""
        total = len(self.refused) + len(self._outcomes)
        self.add_lines(queue.jobs.values())
        self._progress = replace(
            self._progress,
            articles_done=total - len(self.works),
            articles_total=total,
            article=self._name_next(),
        )
        self._watch(self._progress)

    def add_lines(self, jobs: Iterable[SpeechJob]) -> None:
        """Count lines among those that are to be spoken."""
        lines: Sequence[str] = [job.line.spoken for job in jobs]
        now = self._progress
        self._progress = replace(
            now,
            segments_total=now.segments_total + len(lines),
            characters_total=now.characters_total + sum(map(len, lines)),
        )

    def count_line(self, job: SpeechJob, ready: ReadySegment) -> None:
        """Tell who watches that a line is spoken."""
        self.cpu_seconds += ready.cpu_seconds
        now, segment = self._progress, ready.segment
        self._progress = replace(
            now,
            segments_done=now.segments_done + 1,
            characters_done=now.characters_done + len(job.line.spoken),
            speech_seconds=now.speech_seconds + segment.samples / segment.rate,
        )
        self._watch(self._progress)

    def _name_next(self) -> str:
        """Return the title of the article that is whole next: they are spoken in their order."""
        return next((work.order.title for work in self.works.values()), "")
