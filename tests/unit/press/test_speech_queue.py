"""The queue of a build: every line once, articles out when they are whole or have failed."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import SpeechError
from audiopress.identity import Identity
from audiopress.model import Article, Cast, Script, Utterance
from audiopress.press.edition.planning.order import Order
from audiopress.press.speech_queue import ArticleWork, LostArticleError, SpeechQueue
from audiopress.press.steps.identify import RegisteredArticle
from audiopress.press.steps.plan import make_passages
from audiopress.press.steps.read import Manuscript
from audiopress.press.steps.speak import make_jobs, perform_job
from audiopress.settings import load_settings
from audiopress.store.cache import Cache
from audiopress.store.ledger import Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.press.steps.speak import SpeechJob

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Pool:
    """Speaks at once and here, and remembers what it was given; ``BREAK`` ends its worker."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def speak(self, _uri: str, jobs: Sequence[SpeechJob]) -> dict[Future, str]:
        return {self.submit(job): job.key for job in jobs}

    def submit(self, job: SpeechJob) -> Future:
        self.given.append(job.line.spoken)
        future: Future = Future()
        if "BREAK" in job.line.spoken:
            future.set_exception(SpeechError("its worker ended", hint="try it alone"))
        else:
            future.set_result(perform_job(job))
        return future


@pytest.fixture
def pool() -> Pool:
    return Pool()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def work(tmp_path: Path, name: str, *lines: str) -> ArticleWork:
    said = tuple(
        Utterance(
            role="body", source=line, spoken=line, language="en", voice="tone", pause=0, paragraph=n
        )
        for n, line in enumerate(lines)
    )
    manuscript = Manuscript(
        identity=Identity(id=name, url=None),
        uri=f"{name}.md",
        former="",
        digest=name,
        article=Article(uri=f"{name}.md", title=name, blocks=()),
        script=Script(utterances=said),
    )
    record = Record(id=name, guid=name, slug=name, first_seen=NOW, published=NOW)
    passages = make_passages(said, Cast(body="tone"))
    settings = load_settings(None, root=tmp_path)
    jobs = make_jobs(passages, settings.sound, tmp_path / "cache")
    registered = RegisteredArticle(manuscript=manuscript, record=record)
    return ArticleWork(Order(registered=registered, inputs="", passages=passages, jobs=jobs))


def run(pool: Pool, cache: Cache, *works: ArticleWork) -> tuple[list[list[str]], list[str]]:
    """Return the articles in their rounds, and the lines that were counted."""
    counted: list[str] = []
    queue = SpeechQueue(pool, cache, watch=lambda job, _: counted.append(job.line.spoken))
    queue.put(works)
    return [[one.order.id for one in ended] for ended in queue.finish()], counted


def test_the_newest_article_is_spoken_first_and_its_longest_line(tmp_path, pool, cache):
    new = work(tmp_path, "new", "One.", "One, two and three.", "One and two.")
    old = work(tmp_path, "old", "All of it, and more than the other one has to say.")
    run(pool, cache, new, old)
    assert pool.given[:3] == ["One, two and three.", "One and two.", "One."]
    assert len(pool.given) == 4


def test_a_line_of_two_articles_is_spoken_once_and_counted_for_the_first(tmp_path, pool, cache):
    first, second = work(tmp_path, "a", "Shared.", "Mine."), work(tmp_path, "b", "Shared.")
    _, counted = run(pool, cache, first, second)
    assert sorted(counted) == sorted(pool.given) == ["Mine.", "Shared."]
    assert (first.spoken, second.spoken) == (2, 0)
    assert not first.awaited
    assert not second.awaited


def test_what_is_cached_ends_in_the_first_round_without_a_worker(tmp_path, pool, cache):
    run(pool, cache, work(tmp_path, "a", "Said before."))
    pool.given.clear()
    again, new = work(tmp_path, "a", "Said before."), work(tmp_path, "b", "New.")
    rounds, _ = run(pool, cache, again, new)
    assert rounds[0] == ["a"]
    assert list(chain(*rounds)) == ["a", "b"]
    assert pool.given == ["New."]
    assert again.spoken == 0


def test_a_line_that_fails_ends_every_article_that_says_it_and_no_other(tmp_path, pool, cache):
    works = [
        work(tmp_path, "a", "BREAK it.", "Fine."),
        work(tmp_path, "b", "BREAK it."),
        work(tmp_path, "c", "Fine."),
    ]
    rounds, _ = run(pool, cache, *works)
    assert sorted(chain(*rounds)) == ["a", "b", "c"]
    assert works[2].error is None
    for failed in works[:2]:
        assert failed.error.message == "its worker ended"
        assert failed.error.where == f"{failed.order.uri}, paragraph that begins 'BREAK it.'"
        assert failed.error.hint == "try it alone"


def test_damaged_speech_is_spoken_again(tmp_path, pool, cache):
    run(pool, cache, work(tmp_path, "a", "Said before."))
    for path in (tmp_path / "cache" / "objects").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1] + b"?")
    pool.given.clear()
    again = work(tmp_path, "a", "Said before.")
    rounds, _ = run(pool, cache, again)
    assert pool.given == ["Said before."]
    assert list(chain(*rounds)) == ["a"]
    assert again.spoken == 1


class LosingPool(Pool):
    """Other machines, on which the first article that has ``LOSE`` in a line does not come back."""

    def speak(self, uri: str, jobs: Sequence[SpeechJob]) -> dict[Future, str]:
        if not any("LOSE" in job.line.spoken for job in jobs):
            return super().speak(uri, jobs)
        lost: dict[Future, str] = {Future(): job.key for job in jobs}
        for each in lost:
            each.set_exception(LostArticleError("its worker died", where=uri))
        return lost


def test_an_article_that_is_lost_takes_no_other_along(tmp_path, cache):
    bad = work(tmp_path, "bad", "LOSE this.", "Shared.", "Shared too.")
    good = work(tmp_path, "good", "Shared.", "Mine.", "Shared too.")
    pool = LosingPool()
    _, counted = run(pool, cache, bad, good)
    assert isinstance(bad.error, LostArticleError)
    assert bad.error.where == "bad.md"
    assert good.error is None
    assert len(good.ready) == 3
    assert sorted(counted) == sorted(pool.given) == ["Mine.", "Shared too.", "Shared."]


class SlowPool(Pool):
    """Tells that a line broke before it tells anything of the others."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[tuple[SpeechJob, Future]] = []

    def submit(self, job: SpeechJob) -> Future:
        if "BREAK" in job.line.spoken:
            return super().submit(job)
        self.held.append((job, Future()))
        return self.held[-1][1]

    def go_on(self) -> None:
        for job, future in self.held:
            future.set_result(perform_job(job))


class AskedFirst:
    """Speech in common that has nothing, and says so for one line late."""

    is_open = True

    def __init__(self) -> None:
        self.asked: list[Future] = []

    def fetch(self, _key: str) -> Future:
        self.asked.append(Future())
        return self.asked[-1]

    def give(self, _key: str) -> None:
        """Take nothing."""


def test_lines_of_a_forgotten_article_may_come_late_and_are_forgotten_then(tmp_path, cache):
    pool = SlowPool()
    queue = SpeechQueue(pool, cache, watch=lambda *_: None)
    queue.put([work(tmp_path, "a", "BREAK it.", "Late.", "Later than that.")])
    (failed,) = queue.take_round()
    queue.forget(failed)
    pool.go_on()
    while queue.is_busy:
        queue.take_round(5)
    assert queue.jobs == {}


def test_a_line_that_another_article_wants_meanwhile_is_kept_for_it(tmp_path, cache):
    pool = SlowPool()
    queue = SpeechQueue(pool, cache, watch=lambda *_: None)
    queue.put([work(tmp_path, "a", "BREAK it.", "Shared.")])
    queue.forget(*queue.take_round())
    second = work(tmp_path, "b", "Shared.")
    queue.put([second])
    pool.go_on()
    ended = []
    while queue.is_busy:
        ended += queue.take_round(5)
    assert ended == [second]
    assert second.error is None
    queue.forget(second)
    assert queue.jobs == {}


def test_what_others_are_asked_for_may_come_late_too(tmp_path, pool, cache):
    shared = AskedFirst()
    queue = SpeechQueue(pool, cache, watch=lambda *_: None, shared=shared)
    queue.put([work(tmp_path, "a", "BREAK whatever is said.", "Late.")])
    shared.asked[0].set_result(False)
    ended = []
    while not ended:
        ended = queue.take_round(5)
    queue.forget(*ended)
    shared.asked[1].set_result(False)
    while queue.is_busy:
        queue.take_round(5)
    assert queue.jobs == {}
