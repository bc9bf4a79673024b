"""No job that was promised is lost, whenever the process is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from audiopress.server.jobs import JobQueue

if TYPE_CHECKING:
    from pathlib import Path

ADDS_AND_BUILDS = """
import itertools, sys
from pathlib import Path
from audiopress.server.jobs import JobOrder, JobQueue
queue = JobQueue(Path(sys.argv[1]))
for number in itertools.count():
    order = JobOrder(origin="api", url="https://a.example/", digest=f"{sys.argv[2]}-{number}")
    print("added", queue.add(order)[0].id, flush=True)
    if number % 3 == 0:
        job = queue.take()
        queue.finish(job, "done", {"digest": job.order.digest})
        print("done", job.id, flush=True)
"""
KILLS = 10


def test_what_was_promised_is_there_after_every_kill(tmp_path: Path) -> None:
    place = tmp_path / "queue.db"
    promised: dict[str, set[str]] = {"added": set(), "done": set()}
    for kill in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", ADDS_AND_BUILDS, str(place), str(kill)],
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            time.sleep(random.Random(kill).uniform(0.01, 0.2))  # noqa: S311 - any moment will do
            process.kill()
            lines += process.stdout.readlines()
        for line in lines:
            if line.endswith("\n"):  # the last one may be cut
                kind, name = line.split()
                promised[kind].add(name)
    with closing(JobQueue(place)) as queue:
        found = {name: queue.find(name) for name in promised["added"] | promised["done"]}
    assert len(promised["added"]) > KILLS
    assert [name for name, job in found.items() if job is None] == []
    assert {job.state for job in found.values() if job} == {"waiting", "done"}
    assert all((job := found[name]) and job.state == "done" for name in promised["done"])
