"""The program as a process whose cost the operating system counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CORES", "PROGRAM", "RESIDENT", "Cost", "build", "cost"]

CORES = len(os.sched_getaffinity(0))
PROGRAM = (sys.executable, "-m", "audiopress")
_GLANCE = 0.02
RESIDENT = """
def resident():
    # Not ru_maxrss: that of a process just begun counts what its parent held when it began it.
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
"""
"""Source for a process that is to tell its own peak of resident memory, in MB."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """CPU and wall seconds of a process and its children, MB resident of all at once, output."""

    cpu: float
    wall: float
    peak: float
    out: str

    @property
    def report(self) -> dict[str, Any]:
        """What ``build --json`` printed."""
        return json.loads(self.out)


def build(
    folder: Path, *words: object, voice: str = "heart", memory: bool = False, first: bool = False
) -> Cost:
    """Return the cost of ``audiopress build WORDS`` in a folder.

    With ``first`` it is the first on its machine: no optimised model was kept from a build before.
    """
    command = [*PROGRAM, "build", "--json", "--voice", voice, *map(str, words)]
    return cost(command, folder, memory=memory, first=first)


def cost(
    command: Sequence[str], folder: Path, *, memory: bool = False, first: bool = False
) -> Cost:
    """Run a command to its end, which must be a good one.

    Memory is that of its first process alone unless asked for: to look at all of them fifty times a
    second takes time from what is measured. With ``first`` the user's cache folder is a new one.
    """
    clean = {k: v for k, v in os.environ.items() if k in _KEPT or not k.startswith(_LEFT_OUT)}
    if first:
        clean["XDG_CACHE_HOME"] = str(folder / "users-cache")
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as told:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=clean, stdout=out, stderr=told)
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
        if memory:
            watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if memory:
            watch.join()
        out.seek(0)
        told.seek(0)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}: {told.read()}")
        peak_alone = used.ru_maxrss / 1024
        return Cost(
            cpu=used.ru_utime + used.ru_stime,
            wall=wall,
            peak=max(peak[0], peak_alone),
            out=out.read(),
        )


_KEPT = ("AUDIOPRESS_VOICES",)

_LEFT_OUT = ("AUDIOPRESS_", "PYTHONDONTWRITEBYTECODE")
"""Variables that would make a process another than a user's: an installation is compiled."""


def _watch(pid: int, peak: list[float]) -> None:
    """Note what the process and its descendants have in memory together, until it has ended."""
    while (resident := _resident(pid)) > 0:
        peak[0] = max(peak[0], resident / 2**20)
        time.sleep(_GLANCE)


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
        children = Path(f"/proc/{pid}/task").glob("*/children")
        below = [int(child) for names in children for child in names.read_text("ascii").split()]
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(map(_resident, below))
