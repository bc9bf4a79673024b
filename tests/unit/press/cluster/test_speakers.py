"""Lines go to a cluster, or stay here where their speech is here already."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from audiopress.errors import StoreError
from audiopress.model import Cast, Utterance
from audiopress.press.cluster.article_task import SpokenLine
from audiopress.press.cluster.speakers import ClusterSpeakers
from audiopress.press.steps.plan import make_passages
from audiopress.press.steps.speak import SpeechJob, make_jobs, perform_job
from audiopress.settings import load_settings
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Window:
    """Takes articles, and ends them when it is told to."""

    def __init__(self) -> None:
        self.given: list[tuple[Any, Future[Any]]] = []

    def __len__(self) -> int:
        return sum(not future.done() for _, future in self.given)

    def submit(self, _fn: Any, task: Any) -> Future[Any]:
        self.given.append((task, Future()))
        return self.given[-1][1]

    def resize(self, most: int) -> None:
        """Stay as it is."""

    def abandon(self) -> None:
        """Let go of nothing: what matters here has come back already."""

    def close(self) -> None:
        """Be closed."""


class Connection:
    """A cluster that has the window; nobody is connected."""

    is_lost = False
    workers = ("tls://10.0.0.7:4001",)

    def __init__(self) -> None:
        self.window = Window()

    def open_window(self) -> Window:
        return self.window

    def count_slots(self) -> int:
        return 1

    def close(self) -> None:
        """Be left."""


class Away:
    """A store that does not answer, and where it is."""

    where = "s3://bucket"

    def open(self, *, hurry: bool) -> Away:
        del hurry
        return self

    def read(self, _name: str) -> None:
        raise StoreError("the storage answers 503")


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[SpeechJob, ...]:
    said = tuple(
        Utterance(
            role="body", source=line, spoken=line, language="en", voice="tone", pause=0, paragraph=n
        )
        for n, line in enumerate(("Said before.", "New."))
    )
    settings = load_settings(None, root=tmp_path)
    return make_jobs(make_passages(said, Cast(body="tone")), settings.sound, tmp_path / "cache")


@pytest.fixture
def connection() -> Connection:
    return Connection()


@pytest.fixture
def speakers(tmp_path: Path, connection: Connection) -> Iterator[ClusterSpeakers]:
    cache = Cache(tmp_path / "cache")
    with ClusterSpeakers(connection, cache, location=Away(), patience=60, versions={}) as opened:
        yield opened


def come_back(connection: Connection) -> None:
    """Let the workers say that all is spoken and in the store."""
    for task, end in connection.window.given:
        end.set_result(tuple(SpokenLine(key=job.key, spoken=True) for job in task.jobs))


def test_a_line_that_lacks_its_frames_alone_gets_them_here(
    jobs: tuple[SpeechJob, ...],
    connection: Connection,
    speakers: ClusterSpeakers,
    tmp_path: Path,
) -> None:
    old, new = jobs
    perform_job(replace(old, sound=replace(old.sound, loudness=old.sound.loudness - 4)))
    begun = {key: future for future, key in speakers.speak("a", jobs).items()}
    ready = begun[old.key].result(10)
    assert not ready.spoken
    assert Cache(tmp_path / "cache").read_frames(ready.frames)
    ((task, _),) = connection.window.given
    assert [job.key for job in task.jobs] == [new.key]
    # Where that is all of an article, no worker is asked.
    assert all(future.result(10) for future in speakers.speak("b", [old]))
    assert len(connection.window.given) == 1


def test_what_is_dropped_does_not_wait_for_a_store_that_is_away(
    jobs: tuple[SpeechJob, ...], connection: Connection, speakers: ClusterSpeakers
) -> None:
    # More lines than are asked for at a time: others wait for their turn.
    begun = [future for _ in range(9) for future in speakers.speak("a", jobs)]
    come_back(connection)
    with pytest.raises(TimeoutError):
        begun[0].result(0.2)
    speakers.abandon()
    for future in begun:
        assert isinstance(future.exception(5), StoreError | CancelledError)
    # More may be given.
    perform_job(jobs[0])
    assert [each.result(10).spoken for each in speakers.speak("b", jobs[:1])] == [False]
