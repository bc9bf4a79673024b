"""An edition that is spoken on many machines: here a scheduler, its workers, and a bucket."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from dask_cluster import TestCluster, open_cluster
from object_storage import BUCKET, Storage, find_moto, open_storage
from runner import ROOT, Press, PressHere
from warm import forget_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed", reason="the extra audiopress[cluster] is not here")
pytestmark = pytest.mark.skipif(not find_moto(), reason="python3 tests/run.py installs moto")

CONFIGURATION = """
[show]
title = "P"
email = "a@example.org"

[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""


ENGINE = """
import os, time
import numpy as np

from audiopress.model import Speech, Voice

class Frail:
    name, version, kernel, threads = "frail", "1", "f64", False

    def voices(self):
        return (Voice(name="frail", engine="frail", languages=("en",), sample_rate=16000),)

    def speak(self, line):
        if "BREAK" in line.spoken:
            os._exit(9)
        time.sleep(0.3)
        times = np.arange(8000 + 100 * len(line.spoken)) / 16000
        hum = np.sin(2 * np.pi * 300 * times + line.seed % 9973 / 100)
        return Speech(pcm=(8000 * hum).astype("int16"), rate=16000)
"""
"""Speaks as slowly as real voices, and ends its process where a line says so."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with an engine."""
    info = tmp_path_factory.mktemp("site") / "frail-1.0.dist-info"
    info.mkdir()
    (info.parent / "frail_engine.py").write_text(ENGINE, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: frail\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.engines]\nfrail = frail_engine:Frail\n")
    return info.parent


@pytest.fixture
def frail(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this process find the engine."""
    monkeypatch.syspath_prepend(site)
    forget_environment()
    yield
    monkeypatch.undo()
    forget_environment()


@pytest.fixture(scope="module")
def storage() -> Iterator[Storage]:
    with open_storage() as opened, pytest.MonkeyPatch.context() as patch:
        for name, value in opened.environment().items():
            patch.setenv(name, value)
        yield opened


@pytest.fixture(scope="module")
def cluster(
    storage: Storage, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestCluster]:
    with open_cluster(tmp_path_factory.mktemp("cluster"), paths=(str(site),)) as opened:
        yield opened


def make(folder: Path, articles: int, prefix: str = "", voice: str = "tone") -> Press:
    """An edition of articles of four paragraphs, of which all share one."""
    press = PressHere(folder, voice=voice)
    (folder / "articles").mkdir(parents=True)
    for number in range(articles):
        lines = (
            f"Ferry number {number} was late.",
            f"It had {number} cars.",
            f"It came from pier {number}.",
            "Nobody was hurt.",
        )
        (folder / f"articles/ferry-{number}.md").write_text(
            f"---\ndate: 2026-11-{number % 27 + 1:02}\n---\n# Ferry {number}\n\n"
            + "\n\n".join(lines)
            + "\n",
            "utf-8",
        )
    shared = f'cache = "s3://{BUCKET}/{prefix}"\n' if prefix else ""
    (folder / "audiopress.toml").write_text(CONFIGURATION + shared, "utf-8")
    return press


def given(storage: Storage, method: str) -> Counter[str]:
    """How often each object of speech was asked for, or written."""
    return Counter(name for asked, name, _ in storage.log if asked == method and "/speech/" in name)


def kept(storage: Storage) -> set[str]:
    """Return the names of the speech that was put there and taken."""
    return {
        name
        for method, name, status in storage.log
        if method == "PUT" and "/speech/" in name and status < 300
    }


def test_an_edition_of_a_cluster_is_that_of_one_machine(
    tmp_path: Path, storage: Storage, cluster: TestCluster
) -> None:
    local = make(tmp_path / "local", 4)
    alone = local.build()["totals"]
    many = make(tmp_path / "many", 4, "same")
    words = ("--executor", "dask", "--scheduler", cluster.address)
    storage.log.clear()
    totals = many.build(*words)["totals"]
    assert (totals["spoken"], totals["failed"]) == (alone["spoken"], 0)
    assert many.tree() == local.tree()
    # Each line was asked for by one worker and brought here, and written once.
    assert set(given(storage, "GET").values()) == {2}
    assert set(given(storage, "PUT").values()) == {1}
    storage.log.clear()
    again = many.build(*words)["totals"]
    assert (again["spoken"], again["failed"]) == (0, 0)
    assert not given(storage, "GET")


def test_a_worker_that_is_killed_loses_nothing(
    tmp_path: Path, storage: Storage, cluster: TestCluster, frail: None
) -> None:
    local = make(tmp_path / "local", 6, voice="frail")
    local.build()
    many = make(tmp_path / "many", 6, "killed", voice="frail")
    before = set(cluster.wait_for_workers(2).values())
    storage.log.clear()
    killed = []

    def kill() -> None:
        until = time.monotonic() + 60
        while len(given(storage, "PUT")) < 12 and time.monotonic() < until:
            time.sleep(0.02)
        killed.append(min(before))
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    said = many.build("--executor", "dask", "--scheduler", cluster.address)
    killer.join()
    assert killed[0] not in cluster.wait_for_workers(2).values()
    assert said["totals"]["failed"] == 0
    assert many.tree() == local.tree()
    # Of the article that the killed one had, each line was asked for once more; and of the one
    # before, if nobody had heard yet that it was done. No other was.
    again = [name for name, times in given(storage, "GET").items() if times > 2]
    assert 0 < len(again) <= 10
    assert max(given(storage, "PUT").values()) <= 2


def test_a_line_that_ends_its_process_fails_by_name_and_alone(
    tmp_path: Path, cluster: TestCluster, frail: None
) -> None:
    press = make(tmp_path / "one", 3, "poison", voice="frail")
    bad = press.folder / "articles/ferry-1.md"
    bad.write_text(bad.read_text("utf-8").replace("It had", "BREAK has"), "utf-8")
    pids = cluster.wait_for_workers(2)
    said = press.build("--executor", "dask", "--scheduler", cluster.address, ok=False)
    states = {one["id"]: one["status"] for one in said["articles"]}
    assert states.pop("file:articles/ferry-1.md") == "failed"
    assert set(states.values()) == {"built"}
    (error,) = [one["error"] for one in said["articles"] if one["error"]]
    assert "BREAK has one cars" in error["where"]
    # Its processes ended; the workers live, and their other articles.
    assert cluster.wait_for_workers(2) == pids


def test_a_worker_without_the_voice_is_named_at_once(
    tmp_path: Path, cluster: TestCluster, frail: None, site: Path
) -> None:
    press = make(tmp_path / "lacking", 1, "lacking", voice="frail")
    with open_cluster(tmp_path / "other", workers=1) as other:
        done = press.run("build", "--executor", "dask", "--scheduler", other.address, ok=False)
    assert done.returncode == 2
    assert 'there is no voice "frail"' in done.stderr
    assert not (press.folder / "output/episodes").exists()


def test_a_worker_of_other_versions_that_comes_later_speaks_nothing(
    tmp_path: Path, storage: Storage, site: Path, frail: None
) -> None:
    local = make(tmp_path / "local", 14, voice="frail")
    local.build()
    info = tmp_path / "newer" / "frail-2.0.dist-info"
    info.mkdir(parents=True)
    for path in (site / "frail-1.0.dist-info").iterdir():
        text = path.read_text("utf-8").replace("Version: 1.0", "Version: 2.0")
        (info / path.name).write_text(text, "utf-8")
    other_frequency = ENGINE.replace("* 300 *", "* 500 *")
    (info.parent / "frail_engine.py").write_text(other_frequency, "utf-8")
    press = make(tmp_path / "edition", 14, "later", voice="frail")
    storage.log.clear()
    with open_cluster(tmp_path / "other", workers=1, paths=(str(site),)) as cluster:

        def add() -> None:
            until = time.monotonic() + 60
            while not given(storage, "PUT") and time.monotonic() < until:
                time.sleep(0.02)
            newer = os.pathsep.join((str(info.parent), str(ROOT)))
            cluster.add_worker(environment={"PYTHONPATH": newer})
            cluster.wait_for_workers(2)

        adder = threading.Thread(target=add)
        adder.start()
        words = ("build", "--executor", "dask", "--scheduler", cluster.address)
        done = press.run(*words, ok=False)
        adder.join()
        logs = b"".join(path.read_bytes() for path in cluster.folder.glob("dask_worker*"))
    assert b"came later" in logs  # it was asked
    if done.returncode:
        assert "it has frail 2.0, and the machine that builds has 1.0" in done.stderr
    totals = press.build()["totals"]
    assert totals["failed"] == 0
    assert press.tree() == local.tree()


def test_a_scheduler_that_is_killed_ends_the_build_and_the_next_goes_on(
    tmp_path: Path, storage: Storage, site: Path, frail: None
) -> None:
    press = make(tmp_path / "edition", 5, "headless", voice="frail")
    storage.log.clear()
    with open_cluster(tmp_path / "other", workers=1, paths=(str(site),)) as other:

        def kill() -> None:
            until = time.monotonic() + 60
            while not given(storage, "PUT") and time.monotonic() < until:
                time.sleep(0.02)
            other.processes[0].kill()

        killer = threading.Thread(target=kill)
        killer.start()
        began = time.monotonic()
        done = press.run("build", "--executor", "dask", "--scheduler", other.address, ok=False)
        killer.join()
    assert done.returncode == 1
    assert "the scheduler does not answer any more" in done.stderr
    # Who builds is told so once, without the pages that its client has to say of it.
    assert logging.getLogger("distributed.client").level == logging.CRITICAL
    assert time.monotonic() - began < 60
    # What had come to the store by then is not spoken again, here neither.
    there = kept(storage)
    assert there
    totals = press.build()["totals"]
    assert totals["failed"] == 0
    assert totals["spoken"] == len(kept(storage) - there)
