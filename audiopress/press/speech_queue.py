"""The speech of many articles, made by workers: orders go in, articles that are whole come out.

A line is spoken once, however many articles say it. Newest article first, within it the longest
line first, so that no processor waits at the end for one long paragraph that began last.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, Self

from audiopress.errors import AudiopressError, SpeechError
from audiopress.press.steps.speak import ReadySegment, find_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from audiopress.model import Line
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.steps.speak import SpeechJob
    from audiopress.store.cache import Cache
    from audiopress.store.shared.speech import SharedSpeech

__all__ = ["ArticleWork", "LostArticleError", "Speakers", "SpeechQueue"]

_QUOTED = 60
"""Characters of a paragraph that an error quotes: enough to find it, and one line on a screen."""


def _want_nothing(_work: ArticleWork) -> tuple[()]:
    return ()


class LostArticleError(SpeechError):
    """The task of an article has ended with nothing known of its lines.

    Another article that says one of them is not to blame: it has them spoken again.
    """


class Speakers(Protocol):
    """Who speaks the lines: processes of this machine (`WorkerPools`), or other machines."""

    def speak(self, uri: str, jobs: Sequence[SpeechJob]) -> Mapping[Future[ReadySegment], str]:
        """Begin lines of the article ``uri``; return a future for each, with its key."""

    @property
    def is_lost(self) -> bool:
        """Whether nobody will speak any more in this run."""

    def load(self, line: Line) -> None:
        """Let whoever speaks load what lines like this one need, where that helps."""

    def close(self) -> None:
        """Take no more lines; what was given is finished."""

    def abandon(self) -> None:
        """Drop what is not done; more may be given."""

    def __enter__(self) -> Self:
        """Be left at the end."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> bool | None:
        """Finish what was given; on an exception drop it."""


@dataclass(slots=True, eq=False)
class ArticleWork:
    """An order on its way: what is ready, what is still awaited, and the error that ended it.

    ``more`` are the keys of takes that were asked for when all was ready, ``refused`` those of them
    that could not be spoken: an article does without.
    """

    order: Order
    ready: dict[str, ReadySegment] = field(default_factory=dict)
    awaited: set[str] = field(default_factory=set)
    error: AudiopressError | None = None
    more: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

    @property
    def spoken(self) -> int:
        """How many of its paragraphs were spoken so far."""
        return sum(one.spoken for key, one in self.ready.items() if key not in self.more)


class SpeechQueue:
    """The missing segments of a build: articles are put in, and come out when all is spoken.

    ``jobs`` are the lines to be spoken, by their keys, known once articles were put in. ``more`` is
    asked for further lines whenever all of an article is ready, until it wants none. What others
    have spoken comes out of the ``shared`` speech, and what is spoken here goes there.
    """

    def __init__(
        self,
        speakers: Speakers,
        cache: Cache,
        *,
        watch: Callable[[SpeechJob, ReadySegment], None],
        more: Callable[[ArticleWork], Sequence[SpeechJob]] = _want_nothing,
        shared: SharedSpeech | None = None,
    ) -> None:
        """Start nothing. ``watch`` is called with every line that was made ready."""
        self.jobs: dict[str, SpeechJob] = {}
        self._speakers = speakers
        self._cache = cache
        self._watch = watch
        self._more = more
        self._works: list[ArticleWork] = []
        self._futures: dict[Future[ReadySegment], str] = {}
        self._owners: dict[str, ArticleWork] = {}  # for whom a line is spoken
        self._shared = shared
        self._asked: dict[Future[bool], str] = {}
        self._left: set[str] = set()  # of articles that came out; forgotten when nobody has them

    def put(self, works: Iterable[ArticleWork]) -> None:
        """Take in all articles of the build and hand to the workers what is missing.

        They begin with what was never spoken, which is known without reading any sound, while the
        speech that the cache says it has is read and verified here.
        """
        new = list(works)
        self._works += new
        # Twice: to verify the speech of a thousand paragraphs takes seconds, in which the workers
        # load their voices and begin.
        self._await_unknown(new)
        self._submit()
        self._verify_known(new)
        self._submit()

    def finish(self) -> Iterator[list[ArticleWork]]:
        """Yield the articles that came to an end, whenever a line did; often there is none.

        The first are those of which nothing was missing. One that failed carries its error, and
        the lines that it shares with others are still spoken.
        """
        # Before any wait: an article whose every line is known is published at once.
        yield self._take_ended()
        while self.is_busy:
            yield self.take_round()

    def take_round(self, timeout: float | None = None) -> list[ArticleWork]:
        """Wait until a line is done, or for ``timeout`` seconds; return articles that ended."""
        # Not by callbacks: these run in the pool's own thread, and to publish would hold it up.
        begun: list[Future[Any]] = [*self._futures, *self._asked]
        done, _ = wait(begun, timeout, return_when=FIRST_COMPLETED)
        for each in done:
            if each in self._asked:
                # Whatever others have: a worker makes the frames, and speaks what is not there.
                self._hand_in(self._asked.pop(each))
            else:
                self._receive(self._futures.pop(each), each)
        if self._left:
            self._drop_left()
        return self._take_ended()

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._futures or self._asked)

    @property
    def waiting(self) -> int:
        """How many articles have not come out yet."""
        return len(self._works)

    def forget(self, work: ArticleWork) -> None:
        """Forget the lines of an article that came out: of many thousand none is kept."""
        self._left |= {*(job.key for job in work.order.jobs), *work.more}
        self._drop_left()

    def _drop_left(self) -> None:
        """Forget what nobody waits for; of an article that failed, lines are still under way."""
        kept = {key for each in self._works for key in each.awaited}
        kept.update(self._futures.values(), self._asked.values())
        for key in self._left - kept:
            self.jobs.pop(key, None)
            self._owners.pop(key, None)
        self._left &= kept

    def _await_unknown(self, works: Iterable[ArticleWork]) -> None:
        for work in works:
            for job in work.order.jobs:
                # By its record alone: the key of its frames needs numpy, which is slow to import.
                if self._cache.find_segment(job.key) is None:
                    self._await(work, job)

    def _verify_known(self, works: Iterable[ArticleWork]) -> None:
        """Read what was spoken before; what is not whole is to be spoken again."""
        for work in works:
            for job in work.order.jobs:
                if job.key not in work.awaited:
                    ready = find_ready(job, self._cache)
                    if ready is not None:
                        work.ready[job.key] = ready
                    else:
                        self._await(work, job)

    def _await(self, work: ArticleWork, job: SpeechJob) -> None:
        work.awaited.add(job.key)
        # Two articles may say one line, such as the disclosure; their jobs differ in nothing.
        self.jobs.setdefault(job.key, job)

    def _submit(self) -> None:
        """Begin every job that is not: newest article first, within it the longest first."""
        # Called twice: what the first call handed in is not handed in again.
        given = {*self._futures.values(), *self._asked.values()}
        for work in self._works:
            if work.error is not None:
                continue
            jobs = [self.jobs[key] for key in work.awaited if key not in given]
            # The key decides between equal lengths: a set has another order in every process.
            jobs.sort(key=lambda job: (-len(job.line.spoken), job.key))
            given.update(job.key for job in jobs)
            self._owners.update((job.key, work) for job in jobs)
            if self._shared and self._shared.is_open:
                self._asked.update((self._shared.fetch(job.key), job.key) for job in jobs)
            elif jobs:
                self._futures.update(self._speakers.speak(work.order.uri, jobs))

    def _hand_in(self, key: str) -> None:
        uri = self._owners[key].order.uri
        self._futures.update(self._speakers.speak(uri, [self.jobs[key]]))

    def _receive(self, key: str, future: Future[ReadySegment]) -> None:
        error = future.exception()
        if isinstance(error, LostArticleError):
            self._lose(self._owners[key], error)
            return
        self._do_without(key, error)
        # One that has failed waits for nothing more: its first error is the one to hear of.
        waiting = [work for work in self._works if key in work.awaited and work.error is None]
        if error is not None:
            for work in waiting:
                # Each with its own source: a line that two articles share has to be mended in both.
                work.error = _name_paragraph(work.order.uri, self.jobs[key].line.spoken, error)
            return
        segment = future.result()
        self._watch(self.jobs[key], segment)
        if self._shared and segment.spoken:
            self._shared.give(key)
        for number, work in enumerate(waiting):
            # A line that several articles share was spoken once, for the first of them.
            work.ready[key] = segment if number == 0 else replace(segment, spoken=False)
            work.awaited.discard(key)

    def _lose(self, work: ArticleWork, error: LostArticleError) -> None:
        """End one article; what it shares with others is begun again for them."""
        work.error = work.error or error
        self._submit()

    def _do_without(self, key: str, error: BaseException | None) -> None:
        """Let articles go on that have a take of this line already."""
        for work in self._works if error is not None else ():
            if key in work.awaited and key in work.more:
                work.awaited.discard(key)
                work.refused.add(key)

    def _ask_for_more(self, work: ArticleWork) -> None:
        """Await what else is wanted of an article of which all is ready; its error is its own."""
        try:
            while not work.awaited and (jobs := self._more(work)):
                work.more.update(job.key for job in jobs)
                for job in jobs:
                    ready = find_ready(job, self._cache)
                    if ready is not None:
                        work.ready[job.key] = ready
                    else:
                        self._await(work, job)
        except AudiopressError as error:
            work.error = error
        self._submit()

    def _take_ended(self) -> list[ArticleWork]:
        for work in self._works:
            if work.error is None and not work.awaited:
                self._ask_for_more(work)
        ended = [work for work in self._works if work.error is not None or not work.awaited]
        self._works = [work for work in self._works if work not in ended]
        return ended


def _name_paragraph(uri: str, text: str, error: BaseException) -> SpeechError:
    """Return the error with the paragraph that failed; engines fail in ways nobody thought of."""
    place = f"{uri}, paragraph that begins {text[:_QUOTED]!r}"
    if not isinstance(error, AudiopressError):
        error = SpeechError(f"the engine failed: {error!r}")
    hint = error.hint or "audiopress say TEXT tries it alone; audiopress script SOURCE shows it"
    named = SpeechError(error.message, where=place, hint=hint)
    named.__cause__ = error  # with the traceback of the worker, which --debug shows
    return named
