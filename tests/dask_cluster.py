"""A scheduler of Dask's and worker processes on this machine, for tests."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from runner import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = {"DASK_DISTRIBUTED__ADMIN__TICK__LIMIT": "1h"}


@dataclass
class TestCluster:
    """A scheduler and its workers: each a process with a nanny that starts it again."""

    __test__ = False

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    protocol: str = "tcp"
    paths: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.processes: list[subprocess.Popen[bytes]] = []
        self.file = self.folder / "scheduler.json"
        words = ("--port", "0", "--no-dashboard", "--protocol", self.protocol)
        self._start("dask_scheduler", *words, "--scheduler-file", str(self.file))
        self.address = str(self._wait_for_scheduler()["address"])

    def _start(self, module: str, *words: str, environment: dict[str, str] | None = None) -> None:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("AUDIOPRESS_")}
        kept = {k: os.environ[k] for k in ("AUDIOPRESS_VOICES",) if k in os.environ}
        own = {"PYTHONPATH": os.pathsep.join([*self.paths, str(ROOT)])} | QUIET
        own |= self.environment | (environment or {})
        program = [sys.executable, "-m", f"distributed.cli.{module}", "--host", "127.0.0.1"]
        log = (self.folder / f"{module}-{len(self.processes)}.log").open("wb")
        with log:
            self.processes.append(
                subprocess.Popen(
                    [*program, *words],
                    cwd=self.folder,
                    env=clean | kept | own,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )

    def _wait_for_scheduler(self) -> dict[str, object]:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(OSError, ValueError):
                return json.loads(self.file.read_text("utf-8"))
            time.sleep(0.05)
        raise RuntimeError("the scheduler has not started")

    def add_worker(
        self,
        *,
        threads: int = 1,
        resources: str = "audiopress=1",
        environment: dict[str, str] | None = None,
    ) -> None:
        """Start a worker; `wait_for_workers` waits for it."""
        words = ["--nworkers", "1", "--nthreads", str(threads), "--no-dashboard"]
        words += ["--local-directory", str(self.folder / "scratch"), "--memory-limit", "0"]
        words += ["--resources", resources] if resources else []
        self._start("dask_worker", self.address, *words, environment=environment)

    def wait_for_workers(self, number: int) -> dict[str, int]:
        """Return address and process id of each worker, when there are so many."""
        from distributed import Client, Security  # noqa: PLC0415 - of an extra

        with Client(self.address, security=Security(), set_as_default=False) as client:
            client.wait_for_workers(number, timeout=60)
            return client.run(os.getpid)

    def find_processes(self) -> list[int]:
        """Return the process ids of the workers that run, asking none: one that dies is silent."""
        found = []
        for nanny in self.processes[1:]:
            for children in Path(f"/proc/{nanny.pid}/task").glob("*/children"):
                with contextlib.suppress(OSError):  # a thread that has just ended
                    found += [int(each) for each in children.read_text("ascii").split()]
        return sorted(each for each in found if _is_worker(each))

    def close(self) -> None:
        # The workers first: each nanny ends its own.
        for each in reversed(self.processes):
            each.terminate()
        for each in self.processes:
            try:
                each.wait(20)
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()


def _is_worker(process: int) -> bool:
    """Whether a nanny's child is its worker, not what watches their shared memory."""
    with contextlib.suppress(OSError):
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    return False


@contextlib.contextmanager
def open_cluster(folder: Path, workers: int = 2, **words: object) -> Iterator[TestCluster]:
    """Open a cluster with so many workers for a test."""
    cluster = TestCluster(folder, **words)
    try:
        for _ in range(workers):
            cluster.add_worker()
        if workers:
            cluster.wait_for_workers(workers)
        yield cluster
    finally:
        cluster.close()
