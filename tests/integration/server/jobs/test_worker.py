"""Jobs in processes of their own, which crash, hang and are stopped."""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from audiopress.errors import ConfigError
from audiopress.press.preflight import use_voice
from audiopress.server.jobs import Job, JobOrder, JobQueue, JobWorker
from audiopress.server.jobs import worker as module
from audiopress.settings import load_settings
from tests.integration.server.jobs import builds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = (
    "<html lang='en'><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>"
    "<p>The ferry to Skerry was an hour late on Monday because of ice in the harbour, and the crew "
    "had to wait for the tide to turn before they could leave.</p></article></body></html>"
)


class Told:
    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, event: str, **facts: Any) -> None:
        self.events.append((event, facts))

    def names(self) -> list[str]:
        return [name for name, _ in self.events]


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[JobQueue]:
    with closing(JobQueue(tmp_path / "queue.db")) as found:
        yield found


@pytest.fixture
def told() -> Told:
    return Told()


@contextmanager
def working(queue: JobQueue, folder: Path, told: Told, **more: Any) -> Iterator[JobWorker]:
    worker = JobWorker(queue, lambda: folder, told, **({"build": builds.build} | more))  # type: ignore[arg-type, return-value]
    worker.start()
    try:
        yield worker
    finally:
        worker.stop(0)


def add(queue: JobQueue, *words: str) -> list[str]:
    orders = [JobOrder(origin="api", url=f"https://a.example/{w}", digest=w) for w in words]
    return [queue.add(order)[0].id for order in orders]


def wait_for(queue: JobQueue, name: str, *states: str) -> Job:
    for _ in range(4000):
        job = queue.find(name)
        assert job is not None
        if job.state in states:
            return job
        time.sleep(0.05)
    raise AssertionError(f"{job.state} for 200 s: {job.reason}")


def wait_until(is_so: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"not within {seconds:.0f} s"
        time.sleep(0.01)


def test_jobs_are_done_one_after_the_other_each_in_a_process_of_its_own(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    with working(queue, tmp_path, told) as worker:
        time.sleep(0.2)
        names = add(queue, "ferry", "harbour")
        worker.wake()
        done = [wait_for(queue, name, "done") for name in names]
    assert [job.result["articles"][0]["slug"] for job in done] == ["ferry", "harbour"]
    assert (done[1].started or 0) >= (done[0].ended or 0)
    pids = {int(path.stem) for path in tmp_path.glob("*.ferry")}
    pids |= {int(path.stem) for path in tmp_path.glob("*.harbour")}
    assert len(pids | {os.getpid()}) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no niceness")
def test_a_build_comes_after_the_server(queue: JobQueue, tmp_path: Path, told: Told) -> None:
    (name,) = add(queue, "nice")
    with working(queue, tmp_path, told):
        job = wait_for(queue, name, "done")
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert job.result["articles"][0]["slug"] == min(19, own + 10)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("crash", "the process of the job was ended by SIGKILL"),
        ("exit", "the process of the job ended with status 7"),
        ("bug", "KeyError: 'surprise'"),
    ],
)
def test_a_job_that_crashes_is_set_aside_and_the_others_are_done(
    queue: JobQueue, tmp_path: Path, told: Told, word: str, reason: str
) -> None:
    poison, good = add(queue, word, "ferry")
    with working(queue, tmp_path, told):
        job = wait_for(queue, poison, "set aside")
        assert wait_for(queue, good, "done")
    assert (job.crashes, job.reason) == (3, reason)
    assert len([*tmp_path.glob(f"*.{word}")]) == 3


def test_a_job_that_hangs_is_ended(queue: JobQueue, tmp_path: Path, told: Told) -> None:
    (name,) = add(queue, "sleep")
    with working(queue, tmp_path, told, time_limit=1.5):
        job = wait_for(queue, name, "set aside")
    assert job.reason == "the process of the job was ended after 2 s"


def test_an_article_without_words_has_failed_and_says_why(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    (name,) = add(queue, "reading")
    with working(queue, tmp_path, told):
        job = wait_for(queue, name, "failed")
    assert job.reason == "there is nothing to speak"
    assert told.events[-1] == ("job-failed", {"job": name, "reason": job.reason})


@pytest.mark.parametrize("word", ["config", "store"])
def test_what_is_wrong_with_the_edition_lets_the_job_wait_as_often_as_it_takes(
    queue: JobQueue, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.0)
    monkeypatch.setattr(module, "_LOOK", 0.05)
    (name,) = add(queue, word)
    with working(queue, tmp_path, told):
        wait_until(lambda: told.names().count("job-postponed") >= 4)
    job = queue.find(name)
    assert job is not None
    assert (job.state, job.crashes, job.tries) == ("waiting", 0, 0)
    reason = {facts["reason"] for event, facts in told.events if event == "job-postponed"}
    assert reason == {str(builds.ERRORS[word])}


def test_settings_that_are_broken_for_a_minute_cost_no_job(
    queue: JobQueue, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.0)
    answers = iter([ConfigError("is not valid TOML"), tmp_path])

    def settle() -> Any:
        answer = next(answers)
        if isinstance(answer, ConfigError):
            raise answer
        return answer

    (name,) = add(queue, "ferry")
    worker = JobWorker(queue, settle, told, build=builds.build)
    worker.start()
    job = wait_for(queue, name, "done")
    worker.stop(0)
    assert job.tries == 1
    assert ("job-postponed", {"job": name, "reason": "is not valid TOML"}) in told.events


@pytest.mark.parametrize("word", ["ferry", "crash", "absent"])
def test_an_end_that_the_disk_does_not_take_returns_the_job_as_soon_as_it_does(
    queue: JobQueue, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.0)
    monkeypatch.setattr(module, "_LOOK", 0.02)
    (name,) = add(queue, word)
    other: list[str] = []

    def settle() -> Path:
        if not other:  # the first job is in hand
            other.extend(add(queue, "harbour"))
            queue._base.execute("PRAGMA query_only=1")  # noqa: SLF001 - as a full disk
        return tmp_path

    worker = JobWorker(queue, settle, told, build=builds.build)  # type: ignore[arg-type]
    worker.start()
    try:
        wait_until(lambda: told.names().count("queue-error") >= 3)
        assert worker.is_alive
        queue._base.execute("PRAGMA query_only=0")  # noqa: SLF001 - as above
        wait_for(queue, other[0], "done")
        first = {"ferry": "done", "crash": "set aside", "absent": "failed"}
        assert wait_for(queue, name, first[word])
    finally:
        worker.stop(0)


def test_what_nobody_foresaw_costs_neither_the_thread_nor_the_job(
    queue: JobQueue, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.0)
    monkeypatch.setattr(module, "_LOOK", 0.02)
    start, refused = module.Worker, [OSError(24, "Too many open files"), MemoryError()]

    def refuse(*words: Any, **more: Any) -> Any:
        if refused:
            raise refused.pop()
        return start(*words, **more)

    monkeypatch.setattr(module, "Worker", refuse)
    (name,) = add(queue, "ferry")
    with working(queue, tmp_path, told):
        job = wait_for(queue, name, "done")
    assert (job.tries, job.crashes) == (1, 0)
    assert [facts["message"] for event, facts in told.events if event == "job-error"] == [
        "MemoryError: ",
        "OSError: [Errno 24] Too many open files",
    ]


def test_a_stop_starts_no_process_of_a_job_whose_settings_come_late(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    (name,) = add(queue, "sleep")
    asked, answered = threading.Event(), threading.Event()

    def settle() -> Path:
        asked.set()
        assert answered.wait(60)
        return tmp_path

    worker = JobWorker(queue, settle, told, build=builds.build)  # type: ignore[arg-type]
    worker.start()
    assert asked.wait(60)
    threading.Timer(0.5, answered.set).start()
    began = time.monotonic()
    worker.stop(0.1)
    assert time.monotonic() - began < 5
    job = queue.find(name)
    assert job is not None
    assert (job.state, job.tries) == ("waiting", 0)
    assert not [*tmp_path.glob("*.sleep")]


def test_a_stop_does_not_wait_for_settings_that_never_come(
    queue: JobQueue, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LAST", 0.3)
    add(queue, "ferry")
    asked, answered = threading.Event(), threading.Event()

    def settle() -> Any:
        asked.set()
        answered.wait(60)
        raise ConfigError("too late")

    worker = JobWorker(queue, settle, told, build=builds.build)
    worker.start()
    assert asked.wait(60)
    began = time.monotonic()
    worker.stop(0.1)
    answered.set()
    assert time.monotonic() - began < 20


def test_a_page_that_is_not_there_is_asked_for_three_times(
    queue: JobQueue, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.01)
    (name,) = add(queue, "absent")
    with working(queue, tmp_path, told):
        job = wait_for(queue, name, "failed")
    assert (job.tries, job.reason) == (3, "the server says 404")
    assert len([*tmp_path.glob("*.absent")]) == 3


def test_a_job_that_is_not_done_in_time_is_given_back(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    (name,) = add(queue, "sleep")
    with working(queue, tmp_path, told) as worker:
        wait_until(lambda: [*tmp_path.glob("*.sleep")])
        began = time.monotonic()
        worker.stop(0.5)
    assert time.monotonic() - began < 5
    job = queue.find(name)
    assert job is not None
    assert (job.state, job.tries, job.crashes) == ("waiting", 0, 0)
    (place,) = tmp_path.glob("*.sleep")
    with pytest.raises(ProcessLookupError):
        os.kill(int(place.stem), 0)


def test_a_job_that_is_nearly_done_is_waited_for(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    (name,) = add(queue, "ferry")
    with working(queue, tmp_path, told) as worker:
        wait_until(lambda: [*tmp_path.glob("*.ferry")])
        worker.stop(30)
    assert wait_for(queue, name, "done")


def test_an_article_is_built_by_the_same_steps_as_on_the_command_line(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    settings = replace(use_voice(load_settings(None, root=tmp_path), "tone"), jobs=1)
    order = JobOrder(
        origin="api",
        url="https://news.example/ferry",
        digest="f",
        media_type="text/html",
        body=PAGE.encode(),
    )
    name = queue.add(order)[0].id
    worker = JobWorker(queue, lambda: settings, told)
    worker.start()
    job = wait_for(queue, name, "done", "failed", "set aside")
    worker.stop(0)
    assert job.state == "done", job.reason
    (article,) = job.result["articles"]
    assert (article["status"], article["id"]) == ("built", order.url)
    sound = tmp_path / "output" / article["enclosure"]["url"].partition("8000/")[2]
    assert sound.stat().st_size == article["enclosure"]["length"]
    assert order.url in (tmp_path / "output/feed.xml").read_text("utf-8")


def test_an_article_whose_day_comes_is_built_then(
    queue: JobQueue, tmp_path: Path, told: Told
) -> None:
    (name,) = add(queue, "soon")
    with working(queue, tmp_path, told):
        job = wait_for(queue, name, "done", "failed")
    assert job.state == "done"
    assert job.tries == 1
    assert ("job-postponed", {"job": name, "reason": "its day"}) in told.events
