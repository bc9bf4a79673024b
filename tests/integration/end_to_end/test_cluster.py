"""An edition that is spoken on many machines: here a scheduler, its workers, and a bucket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from dask_cluster import open_cluster
from object_storage import BUCKET, PREFIX, Storage, find_moto, open_storage
from runner import Press, PressHere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed", reason="the extra audiopress[cluster] is not here")
pytestmark = pytest.mark.skipif(not find_moto(), reason="python3 tests/run.py installs moto")

SHARED = f"s3://{BUCKET}/{PREFIX}"
CONFIGURATION = """
[show]
title = "P"
email = "a@example.org"

[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    with open_storage() as opened:
        for name, value in opened.environment().items():
            monkeypatch.setenv(name, value)
        yield opened


def make(folder: Path, articles: int, setting: str = f'cache = "{SHARED}"\n') -> Press:
    """An edition of articles of three paragraphs, of which all share one."""
    press = PressHere(folder)
    (folder / "articles").mkdir(parents=True)
    for number in range(articles):
        lines = (f"Ferry number {number} was late.", f"It had {number} cars.", "Nobody was hurt.")
        (folder / f"articles/ferry-{number}.md").write_text(
            f"---\ndate: 2026-11-{number % 27 + 1:02}\n---\n# Ferry {number}\n\n"
            + "\n\n".join(lines)
            + "\n",
            "utf-8",
        )
    (folder / "audiopress.toml").write_text(CONFIGURATION + setting, "utf-8")
    return press


def test_an_edition_of_a_cluster_is_that_of_one_machine(tmp_path: Path, storage: Storage) -> None:
    local = make(tmp_path / "local", 6, setting="")
    alone = local.build()["totals"]
    with open_cluster(tmp_path / "cluster") as cluster:
        many = make(tmp_path / "many", 6)
        words = ("--executor", "dask", "--scheduler", cluster.address)
        said = many.build(*words)
        totals = said["totals"]
        assert (totals["spoken"], totals["failed"]) == (alone["spoken"], 0)
        assert many.tree() == local.tree()
        # The speech and the frames of each line, and nothing else is left there.
        names = storage.names()
        lines = len({name for name in names if name.startswith("speech/")})
        assert len(names) == 2 * lines
        storage.log.clear()
        again = many.build(*words)["totals"]
        assert (again["spoken"], again["failed"]) == (0, 0)
        assert not [name for _, name, _ in storage.log if name.startswith(("speech", "frames"))]
