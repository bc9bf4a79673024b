"""What the queue of jobs says of a job, from its order to its end."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from audiopress.errors import StoreError
from audiopress.server.jobs import JobOrder, JobQueue
from audiopress.server.jobs import queue as module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORDER = JobOrder(origin="api", url="https://news.example/ferry", digest="f")
OTHERS = [replace(ORDER, url=f"https://news.example/{n}", digest=str(n)) for n in range(5)]
HOOK = replace(ORDER, origin="ghost", delivery="ghost:1")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "jobs" / "queue.db"


@pytest.fixture
def queue(place: Path) -> Iterator[JobQueue]:
    with closing(JobQueue(place)) as found:
        yield found


def reopen(queue: JobQueue, place: Path) -> JobQueue:
    queue.close()
    return JobQueue(place)


def take(queue: JobQueue) -> module.Job:
    job = queue.take()
    assert job is not None
    return job


def test_every_commit_is_on_the_disk(queue: JobQueue) -> None:
    ask = queue._base.execute  # noqa: SLF001 - what no figure outside can show
    assert ask("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ask("PRAGMA synchronous").fetchone()[0] == 2  # FULL


def test_jobs_are_taken_as_they_came(queue: JobQueue) -> None:
    names = [queue.add(order)[0].id for order in OTHERS]
    assert [take(queue).id for _ in names] == names
    assert queue.take() is None


def test_a_job_holds_what_was_asked_for(queue: JobQueue) -> None:
    order = replace(HOOK, media_type="text/html", body=b"<p>\x00\xff</p>")
    added, new = queue.add(order)
    assert new
    assert added.order == take(queue).order == order


def test_a_repeated_delivery_is_the_same_job_even_when_it_is_done(
    queue: JobQueue, place: Path
) -> None:
    first, new = queue.add(HOOK)
    assert (queue.add(replace(HOOK, digest="other"))[0].id, new) == (first.id, True)
    queue.finish(take(queue), "done", {})
    again, new = reopen(queue, place).add(HOOK)
    assert (again.id, again.state, new) == (first.id, "done", False)


def test_the_same_order_twice_is_one_job_only_while_it_waits(queue: JobQueue) -> None:
    first, _ = queue.add(ORDER)
    assert queue.add(ORDER)[0].id == first.id
    take(queue)
    # It may have read the page before it was changed.
    second, new = queue.add(ORDER)
    assert new
    assert second.id != first.id


def test_a_text_that_is_restored_comes_after_the_one_between(queue: JobQueue) -> None:
    first, _ = queue.add(ORDER)
    queue.add(replace(ORDER, digest="between"))
    last, new = queue.add(ORDER)
    assert new
    assert last.id != first.id
    assert queue.add(ORDER) == (last, False)


def test_an_order_is_no_webhook_of_the_same_digest(queue: JobQueue) -> None:
    hook, _ = queue.add(HOOK)
    assert queue.add(ORDER)[0].id != hook.id


def test_a_job_in_the_hands_of_a_server_that_ended_waits_behind_the_others(
    queue: JobQueue, place: Path
) -> None:
    first, second = (queue.add(order)[0] for order in OTHERS[:2])
    assert take(queue).id == first.id
    later = reopen(queue, place)
    assert [take(later).id for _ in range(2)] == [second.id, first.id]
    again = later.find(first.id)
    assert again is not None
    assert again.tries == 1  # the kill was no try


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/ferry",
        "https://news.example/ferry#comments",
        "https://NEWS.example/ferry/?utm_source=mail",
        "http://www.news.example/ferry",
    ],
)
def test_a_newer_text_of_an_article_never_comes_before_an_older_one(
    queue: JobQueue, place: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    first, second = (
        queue.add(replace(ORDER, url=u, digest=u + "2"))[0] for u in (ORDER.url, url + "?")
    )
    assert take(queue).id == first.id
    queue.give_back(first, "another build is running", pause=60)
    assert queue.take() is None
    # Nor where the older one is behind the others, for it ended its server.
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert take(queue).id == first.id
    later = reopen(queue, place)
    assert [take(later).id for _ in range(2)] == [first.id, second.id]
    later.close()


def test_other_articles_do_not_wait_for_it(queue: JobQueue) -> None:
    first, other = (queue.add(order)[0] for order in OTHERS[:2])
    queue.give_back(take(queue), "another build is running", pause=60)
    assert take(queue).id == other.id
    queue.finish(other, "done", {})
    found = queue.find(first.id)
    assert found is not None
    assert found.state == "waiting"


def test_a_queue_of_version_1_goes_on(queue: JobQueue, place: Path) -> None:
    added, _ = queue.add(ORDER)
    queue.close()
    with closing(sqlite3.connect(place)) as base:
        base.executescript(
            "DROP INDEX jobs_by_article; ALTER TABLE jobs DROP COLUMN article;"
            "ALTER TABLE jobs DROP COLUMN until; PRAGMA user_version=1"
        )
    with closing(JobQueue(place)) as later:
        assert take(later).id == added.id
        later.add(OTHERS[0])
    with closing(sqlite3.connect(place)) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (3,)


def test_what_is_given_back_was_no_try_and_waits_for_its_pause(
    queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue.add(ORDER)
    queue.give_back(take(queue), "stopped")
    job = take(queue)
    assert (job.tries, job.reason) == (1, "stopped")
    queue.give_back(job, "no answer", pause=60, free=False)
    assert queue.take() is None
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert take(queue).tries == 2


def test_a_job_that_ends_its_process_is_set_aside_with_its_reason(queue: JobQueue) -> None:
    poison, _ = queue.add(ORDER)
    other, _ = queue.add(OTHERS[0])
    assert queue.note_crash(take(queue), "was ended by SIGSEGV") == "waiting"
    # The other one is not kept waiting by it.
    assert take(queue).id == other.id
    assert queue.note_crash(take(queue), "was ended by SIGSEGV") == "waiting"
    assert queue.note_crash(take(queue), "was ended by SIGSEGV") == "set aside"
    assert queue.take() is None
    found = queue.find(poison.id)
    assert found is not None
    assert (found.state, found.reason) == ("set aside", "was ended by SIGSEGV")


def test_a_crash_is_no_try(queue: JobQueue) -> None:
    queue.add(ORDER)
    for _ in range(2):
        queue.note_crash(take(queue), "was ended by SIGSEGV")
    job = take(queue)
    assert (job.tries, job.crashes) == (1, 2)


@pytest.mark.parametrize(("state", "kept"), [("done", b""), ("failed", b"a long text")])
def test_the_end_of_a_job_is_kept_and_its_text_where_no_feed_has_it(
    queue: JobQueue, state: Literal["done", "failed"], kept: bytes
) -> None:
    added, _ = queue.add(replace(ORDER, body=b"a long text", media_type="text/html"))
    result = {"articles": [{"slug": "ferry"}], "error": {"message": "no voice"}}
    queue.finish(take(queue), state, result)
    job = queue.find(added.id)
    assert job is not None
    assert (job.state, job.reason, job.result) == (state, "no voice", result)
    assert job.order.body == kept
    none = {"waiting": 0, "running": 0, "done": 0, "failed": 0, "set aside": 0}
    assert queue.count() == {**none, state: 1}


def test_ends_of_long_ago_go_and_waiting_jobs_never(
    queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, kept, waiting = (queue.add(replace(ORDER, digest=str(n)))[0] for n in range(3))
    queue.finish(take(queue), "done", {})
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * 86400)
    queue.finish(take(queue), "done", {})
    assert queue.find(old.id) is None
    assert queue.find(kept.id) is not None
    assert queue.find(waiting.id) is not None


def test_a_full_queue_takes_no_more_and_still_knows_its_deliveries(
    queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 1)
    first, _ = queue.add(HOOK)
    with pytest.raises(module.FullQueueError):
        queue.add(ORDER)
    assert queue.add(HOOK)[0].id == first.id


def test_twenty_senders_at_once_have_a_job_each_and_one_for_a_repeat(queue: JobQueue) -> None:
    orders = [replace(HOOK, delivery=f"ghost:{n % 100}", digest=str(n % 100)) for n in range(200)]
    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(queue.add, orders))
    assert sum(new for _, new in found) == 100
    assert len({job.id for job, _ in found}) == 100
    assert [job.order.digest for job, _ in found] == [order.digest for order in orders]
    assert queue.count()["waiting"] == 100


def test_what_the_disk_did_not_take_is_told_to_everybody_who_asked(queue: JobQueue) -> None:
    queue.add(ORDER)
    queue._base.execute("PRAGMA query_only=1")  # noqa: SLF001 - as a disk that takes nothing
    with ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(queue.add, replace(ORDER, digest=str(n))) for n in range(20)]
    assert all(isinstance(each.exception(), StoreError) for each in asked)
    queue._base.execute("PRAGMA query_only=0")  # noqa: SLF001 - as above
    assert queue.add(replace(ORDER, digest="0"))[1]
    assert queue.count()["waiting"] == 2


def test_a_queue_is_ready_that_the_disk_takes_and_that_has_room(
    queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue.check_ready()
    queue.check_ready()
    queue._base.execute("PRAGMA query_only=1")  # noqa: SLF001 - as a disk that takes nothing
    with pytest.raises(StoreError):
        queue.check_ready()
    queue._base.execute("PRAGMA query_only=0")  # noqa: SLF001 - as above
    queue.check_ready()
    monkeypatch.setattr(module, "MOST_WAITING", 1)
    queue.add(ORDER)
    with pytest.raises(module.FullQueueError, match="too many"):
        queue.check_ready()
    # A service begins with a full queue all the same.
    queue.try_disk()


def test_another_server_does_not_get_the_queue(
    queue: JobQueue, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.1)
    queue.add(ORDER)
    take(queue)
    with pytest.raises(StoreError, match="another service has this queue"):
        JobQueue(place)
    assert queue.count()["running"] == 1


def test_a_queue_of_a_newer_audiopress_is_left_alone(queue: JobQueue, place: Path) -> None:
    queue.close()
    with closing(sqlite3.connect(place)) as base:
        base.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="newer audiopress"):
        JobQueue(place)


def test_a_file_that_is_no_queue_is_named(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError) as caught:
        JobQueue(place)
    assert caught.value.where == str(place)


def test_a_queue_of_version_2_goes_on(queue: JobQueue, place: Path) -> None:
    queue.add(ORDER)
    queue.close()
    with closing(sqlite3.connect(place)) as base:
        base.executescript("ALTER TABLE jobs DROP COLUMN until; PRAGMA user_version=2")
    with closing(JobQueue(place)) as again:
        assert take(again).order == ORDER


def test_a_job_waits_for_its_day_and_was_no_try(
    queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    queue.add(ORDER)
    queue.wait_until(take(queue), now + 600, "its day")
    assert queue.take() is None
    # nobody is late with what has to wait
    monkeypatch.setattr(time, "time", lambda: now + 500)
    assert queue.measure_wait() == 0
    monkeypatch.setattr(time, "time", lambda: now + 610)
    assert queue.measure_wait() == pytest.approx(10)
    assert take(queue).tries == 1


def test_the_same_text_again_is_the_job_that_waits_for_its_day(queue: JobQueue) -> None:
    job, _ = queue.add(ORDER)
    queue.wait_until(take(queue), time.time() + 600, "its day")
    assert queue.add(ORDER)[0].id == job.id


@pytest.mark.parametrize("end", ["done", "failed", "later"])
def test_a_newer_text_takes_the_place_of_one_that_waits_for_its_day(
    queue: JobQueue, end: str
) -> None:
    older, _ = queue.add(ORDER)
    other, _ = queue.add(OTHERS[0])
    for _ in range(2):
        queue.wait_until(take(queue), time.time() + 600, "its day")
    newer, _ = queue.add(replace(ORDER, digest="g"))
    job = take(queue)
    assert job.id == newer.id
    if end == "later":
        queue.wait_until(job, time.time() + 900, "its day")
    else:
        queue.finish(job, "done" if end == "done" else "failed", {})
    found = queue.find(older.id)
    assert found is not None
    # of one that failed nothing is published, so that the older text still may be
    assert found.state == ("waiting" if end == "failed" else "failed")
    assert (newer.id in found.result.get("error", {}).get("hint", "")) == (end != "failed")
    kept = queue.find(other.id)
    assert kept is not None
    assert kept.state == "waiting"
