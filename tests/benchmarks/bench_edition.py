"""What waiting costs: the first of twenty articles, one edit, an edition without news."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import page, paragraphs, several
from tests.benchmarks.processes import PROGRAM, build

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_TIMES = 3


def _until_published(place: Path, source: Path) -> float:
    """Seconds until an article's page is there, whose sound and ledger are written before it."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [*PROGRAM, "build", "--voice", "heart", str(source)],
        cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        while not any(place.glob("output/episodes/*/index.html")):
            if process.poll() is not None:
                raise SystemExit(f"the build of {source} published nothing")
            time.sleep(0.005)
        found = time.perf_counter() - begin
        process.terminate()
    return found


def _first(setting: Setting) -> list[Figure]:
    lines = paragraphs(setting.article)
    twenty = setting.folder / "twenty"
    first, *_ = several(twenty, lines, 20)
    ratios, seconds = [], []
    for number in range(_TIMES):
        alone = _until_published(setting.place(f"alone-{number}"), first)
        among = _until_published(setting.place(f"among-{number}"), twenty)
        ratios.append(among / alone)
        seconds.append(among)
    return [
        Figure(what="start to the first article of 20 / that one alone",
               value=statistics.median(ratios), target=1.3,
               remark=f"median of {_TIMES} pairs; {statistics.median(seconds):.1f} s"),
    ]  # fmt: skip


def _edited(setting: Setting) -> list[Figure]:
    lines = paragraphs(setting.article)
    sixty = [f"Paragraph {n}: {lines[n % len(lines)]}" for n in range(60)]
    place = setting.place("edited")
    article = page(place / "article.html", 1, sixty)
    whole = build(place, article)
    walls = []
    for number in range(_TIMES):
        page(article, 1, [*sixty[:30], f"Edit {number} of {sixty[30]}", *sixty[31:]])
        again = build(place, article)
        if again.report["totals"]["spoken"] != 1:
            raise SystemExit(f"an edit spoke {again.report['totals']['spoken']} paragraphs")
        walls.append(again.wall)
    wall = statistics.median(walls)
    return [
        Figure(what="one paragraph of 60 edited: wall / first build's",
               value=wall / whole.wall, target=0.08, remark=f"first build {whole.wall:.1f} s"),
        Figure(what="one paragraph of 60 edited: wall", value=wall, target=1.3, unit="s"),
    ]  # fmt: skip


def _unchanged(setting: Setting) -> list[Figure]:
    place = setting.place("unchanged")
    build(place, setting.article.resolve())
    again = build(place, setting.article.resolve())
    if again.report["totals"]["spoken"]:
        raise SystemExit("the second build spoke")
    edition = setting.place("thousand")
    several(edition / "articles", paragraphs(setting.article), 1000, shared=True)
    build(edition, "articles", voice="tone")
    found = [build(edition, "articles", voice="tone") for _ in range(_TIMES)]
    # Where no segment can be read, an edition that is still whole has read none.
    shutil.rmtree(edition / ".audiopress" / "objects")
    blind = build(edition, "articles", voice="tone").report
    touched = sum(article["status"] != "unchanged" for article in blind["articles"])
    return [
        Figure(what="second build of the article: wall", value=again.wall, target=1, unit="s"),
        Figure(what="unchanged edition of 1,000 articles: wall",
               value=statistics.median(one.wall for one in found), target=2, unit="s",
               remark=f"{statistics.median(one.cpu for one in found):.2f} CPU s"),
        Figure(what="unchanged edition: articles whose segments were read", value=touched,
               target=0, remark="built once more without any segment in the cache"),
    ]  # fmt: skip


BENCHES = (
    Bench(name="first", minutes=1, measure=_first),
    Bench(name="edit", minutes=0.7, measure=_edited),
    Bench(name="unchanged", minutes=2.5, measure=_unchanged),
)
