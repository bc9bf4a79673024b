"""The first line of the README, as somebody types it who has nothing of it on the machine.

pip's cache is an empty one, and so is the cache folder of the user. What comes over the network is
part of it: with ``--before COMMIT`` an older line runs in turns with today's, and their ratio is
what counts.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import ROOT
from tests.benchmarks.processes import cost

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_TIMES = 2
"""Runs of each line: one takes a minute or two."""

_LINE = re.compile(r"^python3 -m venv .+ build examples/lighthouse\.html$", re.MULTILINE)


def _install(setting: Setting) -> list[Figure]:
    walls: dict[str, list[float]] = {}
    size = 0.0
    for number in range(_TIMES):
        for commit in filter(None, (setting.before, "HEAD")):
            tree = _check_out(commit, setting.place(f"{number}-{commit.replace('/', '-')}"))
            walls.setdefault(commit, []).append(_run_line(tree))
            if commit == "HEAD":
                size = _measure_packages(tree)
    now = statistics.median(walls["HEAD"])
    figures = [
        Figure(what="the README's first line, empty caches: wall", value=now, unit="s",
               remark=f"median of {_TIMES}; --before COMMIT compares it"),
        Figure(what="installed files of the base requirements", value=size, target=340, unit="MB",
               remark="without pip"),
    ]  # fmt: skip
    if setting.before:
        ratios = [one / other for one, other in zip(walls["HEAD"], walls[setting.before],
                                                    strict=True)]  # fmt: skip
        figures.append(
            Figure(what=f"that line / that of {setting.before}", value=statistics.median(ratios),
                   target=1, remark=f"{statistics.median(walls[setting.before]):.0f} s there")
        )  # fmt: skip
    return figures


def _check_out(commit: str, folder: Path) -> Path:
    """Return a folder with what is committed, as a clone has it."""
    packed = subprocess.run(
        ["git", "archive", commit], cwd=ROOT, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "x"], cwd=folder, input=packed, check=True)
    return folder


def _run_line(tree: Path) -> float:
    found = _LINE.search((tree / "README.md").read_text("utf-8"))
    if found is None:
        raise SystemExit("the README's first line is not where it was")
    line = f"export PIP_CACHE_DIR={tree}/pips-cache; {found[0]}"
    done = cost(["sh", "-c", line], tree, first=True)
    print(f"  {tree.name}: {done.wall:.1f} s, {done.cpu:.1f} CPU s", file=sys.stderr)
    return done.wall


def _measure_packages(tree: Path) -> float:
    """Return the MB of all files that pip has installed, pip itself left out."""
    (packages,) = (tree / ".venv").glob("lib*/python*/site-packages")
    files = (path for path in packages.rglob("*") if path.is_file())
    return sum(
        path.stat().st_size
        for path in files
        if not path.relative_to(packages).parts[0].startswith("pip")
    ) / 1e6  # fmt: skip


BENCHES = (Bench(name="install", minutes=4, measure=_install),)
