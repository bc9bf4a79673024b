"""Exports of one pile, and the newest of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from audiopress.sources.lists.exports import find_newest, list_exports

if TYPE_CHECKING:
    from pathlib import Path

PILE = "title,url\nAlba,https://a.example/alba\n"


@pytest.mark.parametrize(
    ("names", "newest"),
    [
        (("pocket (1).csv", "pocket.csv", "raindrop.csv", "pocket.txt"), "pocket (1).csv"),
        (("pile-2026-11-28.csv", "pile-2026-11-9.csv"), "pile-2026-11-28.csv"),
        (("Pocket (10).csv", "pocket (9).csv"), "Pocket (10).csv"),
    ],
)
def test_of_one_moment_the_highest_number_is_the_newest(
    tmp_path: Path, names: tuple[str, ...], newest: str
) -> None:
    for name in names:
        (tmp_path / name).write_text(PILE, "utf-8")
        os.utime(tmp_path / name, (0, 0))
    found = list_exports(tmp_path / names[-1 if "raindrop.csv" not in names else 1])
    assert find_newest(found).name == newest
    assert len(found) == 2
    os.utime(next(each for each in found if each.name != newest), (9, 9))
    assert find_newest(found).name != newest


def test_texts_of_one_name_are_no_exports(tmp_path: Path) -> None:
    for name in ("part 1.md", "part 2.md"):
        (tmp_path / name).write_text("# Alba\n\nIt was late on Monday.\n", "utf-8")
    assert list_exports(tmp_path / "part 1.md") == []
    assert list_exports(tmp_path / "gone.csv") == []
    assert list_exports(tmp_path) == []
