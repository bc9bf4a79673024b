"""What the computer has to give, and what a process takes of it."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Demand", "cores", "demand", "memory", "resident"]


def cores() -> int:
    """Return how many processors this process may keep busy (affinity and cgroup, at least 1)."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    granted = [len(os.sched_getaffinity(0))]
    for limit in _limits("cpu.max"):
        quota, period = limit.split()
        granted += [] if quota == "max" else [max(1, -(-int(quota) // int(period)))]
    return min(granted)


def memory() -> int | None:
    """Return the bytes this machine, or our cgroup, has; ``None`` where that cannot be known."""
    try:
        granted = [os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")]
    except (AttributeError, ValueError, OSError):
        return None
    return min(granted + [int(limit) for limit in _limits("memory.max") if limit.strip() != "max"])


def _limits(name: str) -> Iterator[str]:
    """Yield what the cgroups (version 2) above us say of a resource, where there are any."""
    root = Path("/sys/fs/cgroup")
    with contextlib.suppress(OSError):
        own = Path("/proc/self/cgroup").read_text("utf-8").rpartition("0::")[2].strip()
        folder = root / own.strip("/")
        for place in (folder, *folder.parents):
            with contextlib.suppress(OSError):
                yield (place / name).read_text("ascii")


def resident(pid: int) -> int:
    """Return the bytes a process has in memory; 0 where that cannot be known."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


class Demand(NamedTuple):
    """Seconds for which threads had a processor, and for which they were ready and had none."""

    ran: float
    waited: float


def demand(group: int) -> Demand | None:
    """Return what the living threads of a process group took so far; ``None`` if not known.

    From ``/proc/*/task/*/schedstat`` (Linux, ``Documentation/scheduler/sched-stats.rst``): the
    nanoseconds on a processor and on a run queue.
    """
    ran = waited = 0
    found = False
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            if int(stat.read_text("ascii", "replace").rpartition(")")[2].split()[2]) != group:
                continue
            for thread in stat.parent.glob("task/*/schedstat"):
                on, queued, *_ = map(int, thread.read_text("ascii").split())
                ran, waited, found = ran + on, waited + queued, True
    return Demand(ran / 1e9, waited / 1e9) if found else None
