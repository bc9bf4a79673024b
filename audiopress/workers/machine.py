"""What the computer has to give, and what a process takes of it."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cores", "resident"]


def cores() -> int:
    """Return how many processors this process may keep busy (affinity and cgroup, at least 1)."""
    if sys.platform == "linux":
        return max(1, min(len(os.sched_getaffinity(0)), *_quotas(Path("/sys/fs/cgroup"))))
    return os.cpu_count() or 1


def _quotas(root: Path) -> Iterator[int]:
    """Yield the processors each cgroup (version 2) above us grants, rounded up."""
    yield os.cpu_count() or 1
    with contextlib.suppress(OSError):
        own = Path("/proc/self/cgroup").read_text("utf-8").rpartition("0::")[2].strip()
        folder = root / own.strip("/")
        for place in (folder, *folder.parents):
            with contextlib.suppress(OSError, ValueError):
                quota, period = (place / "cpu.max").read_text("ascii").split()
                yield max(1, -(-int(quota) // int(period)))


def resident(pid: int) -> int:
    """Return the bytes a process has in memory; 0 where that cannot be known."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
