"""What each step of a build costs: ``python -m tests.benchmarks.bench_steps [--times 10]``.

All of a build in one process and one thread (`tests.benchmarks.steps_inside`), so that one clock
sees every step; below it what the same build takes as people run it, with its worker. The table is
Markdown; seconds are CPU, the median of the runs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.pages import EXAMPLE, NORTH_KOREA, repeated
from tests.benchmarks.processes import Cost, build, cost

_INSIDE = Path(__file__).with_name("steps_inside.py")

_LEAST = 0.005
"""Seconds below which a step is only counted in the sum."""


def main() -> None:
    """Build several times and print the table."""
    words = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_steps")
    words.add_argument("--article", type=Path, help="measure with this page")
    words.add_argument("--times", type=int, default=1, help="say its paragraphs so many times")
    words.add_argument("--voice", default="heart")
    words.add_argument("--runs", type=int, default=5, help="builds, of which the median counts")
    asked = words.parse_args()
    article = asked.article or (NORTH_KOREA if NORTH_KOREA.exists() else EXAMPLE)
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        place = Path(folder)
        if asked.times > 1:
            article = repeated(place / "article.html", article, asked.times)
        # Once before: it keeps the optimised model and compiles what is not yet compiled.
        build(_make(place / "before"), article.resolve(), voice=asked.voice)
        found: dict[str, list[float]] = {}
        whole: list[Cost] = []
        for number in range(asked.runs):
            for step, seconds in _look_inside(_make(place / str(number)), article, asked.voice):
                found.setdefault(step, []).append(seconds)
            whole.append(build(_make(place / f"whole-{number}"), article.resolve(),
                               voice=asked.voice))  # fmt: skip
    _print({step: statistics.median(seconds) for step, seconds in found.items()})
    cpu = statistics.median(one.cpu for one in whole)
    wall = statistics.median(one.wall for one in whole)
    print(f"\nThe same build with its worker: {cpu:.2f} CPU s, {wall:.2f} s.")


def _make(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _look_inside(folder: Path, article: Path, voice: str) -> list[tuple[str, float]]:
    command = [sys.executable, str(_INSIDE), "--voice", voice, str(article.resolve())]
    told = json.loads(cost(command, folder).out)
    for name in told["unused"]:
        print(f"  not imported: {name}", file=sys.stderr)
    return list(told["steps"].items())


def _print(steps: dict[str, float]) -> None:
    total = sum(steps.values())
    print("| step | CPU, s | share |\n| --- | --- | --- |")
    for step, seconds in sorted(steps.items(), key=lambda item: -item[1]):
        if seconds >= _LEAST:
            print(f"| {step} | {seconds:.2f} | {seconds / total * 100:.1f} % |")
    print(f"| **all steps, in one process** | **{total:.2f}** | |")


if __name__ == "__main__":
    main()
