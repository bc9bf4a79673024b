"""A sound file that somebody found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.checking.one_file import check_file
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def read_rows(data: bytes, edition: Path | None = None) -> dict[str, tuple[bool, str]]:
    receipt = check_file("found.mp3", data, Folder(edition) if edition else None)
    return {row.name: (row.ok, row.figure or row.detail) for row in receipt.list_checks()}


def test_one_of_ours_says_what_it_is(edition: Path) -> None:
    (path,) = edition.glob("episodes/tide-mill/*/*.mp3")
    rows = read_rows(path.read_bytes(), edition)
    assert rows["marked"] == (True, "ai-content = true")
    assert rows["title"] == (True, "Tide mill")
    assert rows["show"] == (True, "The Sallow Listener")
    assert rows["article"] == (True, "https://courier.example/tide-mill")
    assert rows["published"] == (True, "2026-03-02")
    assert rows["version"] == (True, path.relative_to(edition).as_posix())


def test_one_that_was_cut_or_lost_its_tag_is_named(edition: Path) -> None:
    (path,) = edition.glob("episodes/tide-mill/*/*.mp3")
    body = path.read_bytes()
    rows = read_rows(body[: len(body) // 2], edition)
    assert not rows["whole"][0]
    assert "none in" in rows["version"][1]
    bare = read_rows(body[body.index(b"\xff\xfb") :])
    assert not bare["marked"][0]
    assert bare["whole"][0]


def test_what_is_no_sound_is_no_file_of_ours() -> None:
    rows = read_rows(b"<html>no sound</html>")
    assert not rows["marked"][0]
    assert not rows["whole"][0]
