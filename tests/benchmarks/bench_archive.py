"""What one article more costs an edition of many: ``python -m tests.benchmarks.bench_archive``.

The same article is built in an edition of a hundred and in a large one: what it costs there more
is what the archive costs. ``--profile`` says where; ``--keep FOLDER`` leaves the edition there, and
uses it again.
"""

from __future__ import annotations

import argparse
import os
import pstats
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.archive import make_archive
from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import EXAMPLE, page, paragraphs
from tests.benchmarks.processes import PROGRAM, Cost, cost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["BENCHES"]

_FEW = 100
"""Articles of the edition that the large one is compared with."""

_MANY = 10_000
"""Articles of the large one, where nobody asks for others: a minute to make."""

_SHOWN = 45
"""Functions that a profile names."""

_LARGEST_FOLDER = 1000
"""Entries of one folder that any host, archive and file manager takes well."""


def _add(folder: Path, number: int, lines: Sequence[str], profile: Path | None = None) -> Cost:
    """Build one article more."""
    new = page(folder / f"new-{number}.html", 10_000_000 + number, [*lines, f"Part {number}."])
    words = ["build", "--json", str(new)]
    program = list(PROGRAM)
    if profile:
        program = [sys.executable, "-m", "cProfile", "-o", str(profile), *PROGRAM[1:]]
    return cost([*program, *words], folder)


def _list_files(folder: Path) -> Iterator[tuple[str, int]]:
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            yield str(path.relative_to(folder)), path.stat().st_mtime_ns


def _count_written(folder: Path, lines: Sequence[str], number: int) -> tuple[Cost, list[str]]:
    """Build one more; return its cost, and all files of output and ledger that were written."""
    places = [folder / "output", folder / "ledger"]
    before = {found for place in places for found in _list_files(place)}
    added = _add(folder, number, lines)
    after = {found for place in places for found in _list_files(place)}
    return added, sorted(name for name, _ in after - before)


def _find_largest(folder: Path) -> tuple[str, int]:
    """Return the folder of an edition with the most entries, ``episodes`` apart, and how many."""
    counts = (
        (os.path.relpath(place, folder), len(names) + len(folders))
        for place, folders, names in os.walk(folder)
        if Path(place) != folder / "episodes"
    )
    return max(counts, key=lambda found: found[1])


def measure(few: Path, many: Path, lines: Sequence[str], number: int = 2) -> list[Figure]:
    """Return what one article more costs an edition, beside what it costs a small one."""
    _add(few, number, lines)
    base = _add(few, number + 1, lines)
    added, written = _count_written(many, lines, number)
    again = cost([*PROGRAM, "build", "--json", str(many / f"new-{number}.html")], many)
    shared = [name for name in written if not name.startswith("episodes/")]
    largest, entries = _find_largest(many / "output")
    return [
        Figure(what="one article more: wall, less that of a small edition",
               value=added.wall - base.wall, target=1, unit="s",
               remark=f"{added.wall:.1f} s and {base.wall:.1f} s"),
        Figure(what="one article more: CPU, less that of a small edition",
               value=added.cpu - base.cpu, target=1, unit="s",
               remark=f"{added.cpu:.1f} s and {base.cpu:.1f} s"),
        Figure(what="one article more: resident", value=added.peak, unit="MB",
               remark=f"{base.peak:.0f} MB of a small edition"),
        Figure(what="one article more: files written beside its own", value=len(shared),
               remark=", ".join(shared[:12])),
        Figure(what="the same build again: wall", value=again.wall, unit="s",
               remark=f"{again.cpu:.1f} CPU s"),
        Figure(what="entries of the largest folder but episodes", value=entries,
               target=_LARGEST_FOLDER, remark=largest),
    ]  # fmt: skip


def _prepare(place: Path, articles: int, lines: Sequence[str]) -> Path:
    """Make an edition, and let a build of one article make all that stands around the others."""
    if not (place / "audiopress.toml").exists():
        place.mkdir(parents=True, exist_ok=True)
        make_archive(place, articles, lines)
        first = _add(place, 1, lines)
        print(f"{articles:,} articles, all around them made: {first.wall:.1f} s")
    return place


def _archive(setting: Setting) -> list[Figure]:
    lines = paragraphs(EXAMPLE)
    few = _prepare(setting.folder / "few", _FEW, lines)
    return measure(few, _prepare(setting.folder / "many", _MANY, lines), lines)


def main() -> None:
    """Measure an edition of as many articles as asked for."""
    words = argparse.ArgumentParser(prog="bench_archive", description=__doc__)
    words.add_argument("--articles", type=int, default=_MANY)
    words.add_argument("--keep", type=Path, help="folder for the edition, used again")
    words.add_argument("--profile", action="store_true", help="where the time goes")
    asked = words.parse_args()
    lines = paragraphs(EXAMPLE)
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        kept = asked.keep or Path(folder)
        few = _prepare(kept / "few", _FEW, lines)
        many = _prepare(kept / f"articles-{asked.articles}", asked.articles, lines)
        number = 2 + len(list(many.glob("new-*.html")))
        if asked.profile:
            _profile(many, lines, number, Path(folder) / "profile")
            return
        for figure in measure(few, many, lines, number):
            print(figure)


def _profile(many: Path, lines: Sequence[str], number: int, path: Path) -> None:
    _add(many, number, lines, path)
    pstats.Stats(str(path)).sort_stats("cumulative").print_stats(
        "audiopress|posix|builtins", _SHOWN
    )


BENCHES = (Bench(name="archive", minutes=4, measure=_archive),)


if __name__ == "__main__":
    main()
