"""Speak an archive on workers that are killed and a store that fails, and compare with one machine.

    python -m tests.campaigns.cluster --articles 2000 --workers 4 --voice tone

A list of addresses on some hosts of this machine is built with `--backfill --executor dask`: a
scheduler, workers with a process each, and a bucket on this machine. Every ``--kill-every`` seconds
a worker is killed with signal 9, and once, after a third of the articles, the bucket answers 503 to
everything for ``--burst`` seconds. In the end must hold:

- every article is built, and output and ledger are those of a build without a cluster;
- of all lines at most one in twenty was asked for by more than one task;
- a second run asks no host, speaks nothing, and ends within a minute.

Beside it are printed: milliseconds that a task costs which does nothing, CPU seconds of the driver
an article, and its memory when a quarter of the articles was built and at its highest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]  # as the tests are run

from archive_server import ArchiveServer, serve_archive  # noqa: E402
from dask_cluster import TestCluster, open_cluster  # noqa: E402
from object_storage import BUCKET, Storage, open_storage  # noqa: E402

from audiopress.workers.machine import measure_resident  # noqa: E402

HOSTS = 4
"""Hosts of the archive: each is asked for one page at a time, at its pace."""

LOOK_EVERY = 0.2
"""Seconds between two looks at the memory of the driver."""

EMPTY_TASKS = 500
"""Tasks that do nothing, by which the cost of one is measured."""

MOST_TWICE = 0.05
"""Share of lines that may be asked for by more than one task."""

RERUN_SECONDS = 60
"""Seconds that a second run may take."""


def make_edition(folder: Path, addresses: list[str], setting: str = "") -> Path:
    folder.mkdir()
    (folder / "addresses.txt").write_text("\n".join(addresses) + "\n", "utf-8")
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\n'
        f'address = "https://audio.example.org/"\n{setting}',
        "utf-8",
    )
    return folder


def start(folder: Path, voice: str, *words: str) -> subprocess.Popen[str]:
    program = [sys.executable, "-m", "audiopress", "build", "--from-list", "addresses.txt"]
    return subprocess.Popen(
        [*program, "--backfill", "--allow-private", "--json", *words],
        cwd=folder,
        env=os.environ | {"AUDIOPRESS_VOICE": voice},
        stdout=subprocess.PIPE,
        text=True,
    )


def finish(running: subprocess.Popen[str], began: float) -> dict[str, Any]:
    """Wait for a build; return its report with seconds, and with those of processors."""
    with running.stdout as output:  # type: ignore[union-attr]
        said = json.loads(output.read())
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    said["status"], said["seconds"] = running.returncode, time.monotonic() - began
    said["cpu"] = used.ru_utime + used.ru_stime
    return said


def digest_tree(top: Path) -> dict[str, str]:
    return {
        path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(top.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


class Trouble:
    """Kills workers and has the bucket fail, while a build runs; notes its memory."""

    def __init__(self, given: argparse.Namespace, storage: Storage, cluster: TestCluster) -> None:
        self.given, self.storage, self.cluster = given, storage, cluster
        self.kills, self.bursts = 0, 0
        self.memory: list[tuple[int, int]] = []
        self.dice = random.Random(given.seed)  # noqa: S311 - the same trouble again

    def go(self, process: int, folder: Path) -> None:
        """Make trouble until the process has ended."""
        killed_at = time.monotonic()
        while Path(f"/proc/{process}/statm").exists() and (size := measure_resident(process)):
            looked_at = time.monotonic()
            built = sum(1 for _ in (folder / "output/episodes").glob("*/index.html"))
            self.memory.append((built, size))
            pause = max(LOOK_EVERY, 5 * (time.monotonic() - looked_at))
            if looked_at - killed_at > self.given.kill_every:
                killed_at = looked_at
                self.kill()
            if built > self.given.articles / 3 and not self.bursts and self.given.burst:
                self.bursts = 1
                threading.Thread(target=self.burst, daemon=True).start()
            time.sleep(pause)

    def kill(self) -> None:
        workers = self.cluster.find_processes()
        if workers:
            os.kill(self.dice.choice(workers), signal.SIGKILL)
            self.kills += 1

    def burst(self) -> None:
        self.storage.kinds, self.storage.faults = ("503 before",), 1.0
        time.sleep(self.given.burst)
        self.storage.faults = 0.0


def measure_task(cluster: TestCluster) -> float:
    """Return the milliseconds that a task costs which does nothing."""
    from audiopress.workers.cluster.connection import Cluster  # noqa: PLC0415 - of an extra

    with Cluster(cluster.address, "campaign") as opened:
        opened.submit(int).result()
        began = time.monotonic()
        for each in [opened.submit(int) for _ in range(EMPTY_TASKS)]:
            each.result()
        return (time.monotonic() - began) / EMPTY_TASKS * 1000


def count_asked(storage: Storage) -> tuple[int, int]:
    """Return the lines that were spoken, and those that more than one task has asked for."""
    asked = Counter(
        n for method, n, _ in storage.log if method == "GET" and "/archive/speech/" in n
    )
    # Once by the worker that speaks it, once by the driver that brings it.
    return len(asked), sum(times > 2 for times in asked.values())


def run(given: argparse.Namespace, top: Path, stack: ExitStack) -> dict[str, Any]:
    hosts: list[ArchiveServer] = [stack.enter_context(serve_archive()) for _ in range(HOSTS)]
    addresses = [f"{hosts[n % HOSTS].url}/a/{n}" for n in range(1000, 1000 + given.articles)]
    storage = stack.enter_context(open_storage())
    os.environ.update(storage.environment())
    cluster = stack.enter_context(open_cluster(top / "cluster", given.workers))
    empty = measure_task(cluster)
    many = make_edition(top / "many", addresses, f'cache = "s3://{BUCKET}/archive"\n')
    words = ("--executor", "dask", "--scheduler", cluster.address)
    trouble = Trouble(given, storage, cluster)
    began = time.monotonic()
    running = start(many, given.voice, *words)
    watcher = threading.Thread(target=trouble.go, args=(running.pid, many))
    watcher.start()
    done = finish(running, began)
    watcher.join()
    lines, twice = count_asked(storage)
    for host in hosts:
        host.asked.clear()
    again = finish(start(many, given.voice, *words), time.monotonic())
    asked = sum(sum(host.asked.values()) for host in hosts)
    local = make_edition(top / "local", addresses)
    alone = finish(start(local, given.voice), time.monotonic())
    quarter = [size for built, size in trouble.memory if built <= given.articles / 4]
    return {
        "articles": given.articles,
        "workers": given.workers,
        "voice": given.voice,
        "built": done["totals"]["built"],
        "failures": done["failures"],
        "spoken": done["totals"]["spoken"],
        "workers killed": trouble.kills,
        "bursts of 503": trouble.bursts,
        "lines": lines,
        "lines of more than one task": twice,
        "seconds": round(done["seconds"], 1),
        "seconds alone": round(alone["seconds"], 1),
        "CPU seconds of the driver an article": round(done["cpu"] / given.articles, 3),
        "milliseconds of an empty task": round(empty, 2),
        "MB of the driver": {
            "at a quarter": round(max(quarter, default=0) / 1e6),
            "most": round(max(size for _, size in trouble.memory) / 1e6),
        },
        "second run": {
            "seconds": round(again["seconds"], 1),
            "spoken": again["totals"]["spoken"],
            "pages asked for": asked,
        },
        "wrong": judge(given, done, again, asked, twice / max(1, lines))
        | {f"{name} differs": differ(many / name, local / name) for name in ("output", "ledger")},
    }


def judge(
    given: argparse.Namespace, done: dict, again: dict, asked: int, twice: float
) -> dict[str, bool]:
    return {
        "not all were built": done["totals"]["built"] != given.articles,
        "too many lines of more than one task": twice > MOST_TWICE,
        "the second run did something": bool(again["totals"]["spoken"] or asked),
        "the second run took too long": again["seconds"] > RERUN_SECONDS,
    }


def differ(one: Path, other: Path) -> list[str]:
    """Return the first names of files that are not the same in two folders."""
    ours, theirs = digest_tree(one), digest_tree(other)
    names = sorted(
        name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)
    )
    if one.name == "ledger":  # each says when it first saw an article
        names = [name for name in names if name not in ours or name not in theirs]
    return names[:10]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--voice", default="tone")
    parser.add_argument("--kill-every", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("--burst", type=float, default=10.0, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as top, ExitStack() as stack:
        seen = run(given, Path(top), stack)
    print(json.dumps(seen, indent=2))
    raise SystemExit(any(seen["wrong"].values()))


if __name__ == "__main__":
    main()
