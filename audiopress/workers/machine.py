"""What the computer has to give, and what a process takes of it."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Demand", "count_cores", "measure_demand", "measure_memory", "measure_resident"]


def count_cores() -> int:
    """Return how many processors this process may keep busy (affinity and cgroup, at least 1)."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    # `os.cpu_count` is the machine's: a container or `taskset` may have been given fewer.
    granted = [len(os.sched_getaffinity(0))]
    for limit in _read_limits("cpu.max"):
        # "max 100000" or "200000 100000" (microseconds): cgroup v2, cpu.max.
        quota, period = limit.split()
        # Rounded up: of one core and a half two threads get more than one does.
        granted += [] if quota == "max" else [max(1, -(-int(quota) // int(period)))]
    return min(granted)


def measure_memory() -> int | None:
    """Return the bytes this machine, or our cgroup, has; ``None`` where that cannot be known."""
    try:
        granted = [os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")]
    except (AttributeError, ValueError, OSError):
        return None
    return min(
        granted + [int(limit) for limit in _read_limits("memory.max") if limit.strip() != "max"]
    )


def _read_limits(name: str) -> Iterator[str]:
    """Yield what the cgroups (version 2) above us say of a resource, where there are any."""
    root = Path("/sys/fs/cgroup")
    with contextlib.suppress(OSError):
        # The line of version 2 is "0::/path" (cgroups(7)); those of version 1 may stand before it.
        own = Path("/proc/self/cgroup").read_text("utf-8").rpartition("0::")[2].strip()
        folder = root / own.strip("/")
        # All of them hold, and the smallest counts.
        for place in (folder, *folder.parents):
            with contextlib.suppress(OSError):
                yield (place / name).read_text("ascii")


def measure_resident(pid: int) -> int:
    """Return the bytes a process has in memory; 0 where that cannot be known."""
    try:
        # The second number is the resident set in pages (proc_pid_statm(5)).
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


class Demand(NamedTuple):
    """What the processes of a group took so far, in seconds.

    ``ran`` is their time on processors, of ended threads too; ``queued`` is for how long each
    living thread was ready to run and had no processor.
    """

    ran: float
    queued: Mapping[int, float]

    def since(self, before: Demand) -> tuple[float, float]:
        """Return the seconds run and waited between two looks; a thread may be new or gone."""
        # Never negative: the number of an ended thread may have been given to a new one.
        waited = (max(0.0, s - before.queued.get(t, 0.0)) for t, s in self.queued.items())
        return max(0.0, self.ran - before.ran), sum(waited)


def measure_demand(group: int) -> Demand | None:
    """Return what the living processes of a process group took; ``None`` if that is not known.

    From ``/proc/*/stat`` (proc_pid_stat(5), fields 14 and 15, in ticks) and from
    ``/proc/*/task/*/schedstat`` (Linux, ``Documentation/scheduler/sched-stats.rst``: the second
    field is nanoseconds on a run queue).
    """
    ran, queued = 0.0, dict[int, float]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # Behind the last bracket: the name before it may hold spaces and brackets itself.
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
            # They begin with field 3: [2] is 5 (pgrp), [11] and [12] are 14 and 15 (utime, stime).
            if int(fields[2]) != group:
                continue
            ran += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            for thread in stat.parent.glob("task/*/schedstat"):
                with contextlib.suppress(OSError):  # it has ended meanwhile
                    queued[int(thread.parent.name)] = (
                        int(thread.read_text("ascii").split()[1]) / 1e9
                    )
    return Demand(ran, queued) if queued else None
