"""The table of figures: ``python -m tests.benchmarks [NAME ...]``, all benchmarks without a name.

Everything is measured in this run, as ratios where a machine's speed would decide otherwise. The
article is the one the targets were set with, or the sample of the repository where that is not at
hand; another one may be given.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import (
    bench_archive,
    bench_build,
    bench_edition,
    bench_feed,
    bench_install,
    bench_join,
    bench_size,
    bench_sound,
    bench_start,
)
from tests.benchmarks.figures import Bench, Setting
from tests.benchmarks.pages import EXAMPLE, NORTH_KOREA

_SPEED = (bench_start, bench_feed, bench_join, bench_edition, bench_archive, bench_build,
          bench_size, bench_install)  # fmt: skip
_MODULES = (*_SPEED, bench_sound)
BENCHES: tuple[Bench, ...] = tuple(bench for module in _MODULES for bench in module.BENCHES)


def main() -> None:
    """Measure what was asked for and print the table."""
    names = [bench.name for bench in BENCHES]
    total = sum(bench.minutes for bench in BENCHES)
    words = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=f"{', '.join(names)}: about {total:.0f} minutes on two quiet cores.",
    )
    words.add_argument("names", nargs="*", metavar="NAME", choices=[*names, []])
    words.add_argument("--article", type=Path, help="measure with this page")
    words.add_argument("--pairs", type=int, default=5, help="interleaved pairs of a build's ratio")
    words.add_argument("--before", default="", help="compare the installation with this commit")
    asked = words.parse_args()
    article = asked.article or (NORTH_KOREA if NORTH_KOREA.exists() else EXAMPLE)
    print(f"article: {article.name}" + ("" if article != EXAMPLE else ", the sample"))
    if article == EXAMPLE:
        print("the targets were set with a longer article; the fixed start weighs more here")
    for bench in BENCHES:
        if not asked.names or bench.name in asked.names:
            _run(bench, article, asked.pairs, asked.before)


def _run(bench: Bench, article: Path, pairs: int, before: str) -> None:
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        setting = Setting(article=article, pairs=pairs, folder=Path(folder), before=before)
        figures = bench.measure(setting)
    for figure in figures:
        print(figure)
    sys.stdout.flush()
    print(f"  {bench.name}: {time.perf_counter() - begin:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
