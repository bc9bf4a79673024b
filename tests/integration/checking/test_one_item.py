"""One cause is told once, by what it is, and nothing that follows from it."""

from __future__ import annotations

import gzip
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from audiopress.checking.edition import check_edition
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow


def _sound(body: bytes) -> Callable[[Path], None]:
    return lambda folder: next(folder.glob("episodes/tide-mill/*/*.mp3")).write_bytes(body) and None


def _feed(old: str, new: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        path = folder / "feed.xml"
        changed = re.sub(old, new, path.read_text("utf-8"), count=1)
        path.write_text(changed, "utf-8")

    return plant


def _leave_ledger(folder: Path) -> None:
    for name in ("a/one", "b/two", "c/three"):
        path = folder / f"ledger/articles/{name}.json"
        path.parent.mkdir(parents=True)
        path.write_text("{}")


CAUSES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "no bytes": (_sound(b""), "sound", "is empty"),
    "packed sound": (_sound(gzip.compress(b"x")), "sound", "is packed with gzip"),
    "a page as sound": (_sound(b"<!doctype html><p>502</p>"), "sound", "is a page of HTML"),
    "no style": (lambda folder: (folder / "style.css").unlink(), "files of the site", "not there"),
    "broken feed": (_feed("</channel>", ""), "feed", "is broken XML"),
    "a DOCTYPE": (_feed("<rss ", "<!DOCTYPE rss><rss "), "feed", "has a DOCTYPE"),
    "another address": (
        _feed(r'(<atom:link [^>]*href="https://)[^/]*', r"\1old.example"),
        "atom:link rel=self",
        "is https://old.example",
    ),
    "no records of addresses": (
        lambda folder: shutil.rmtree(folder / "by-url"),
        "by-url",
        "is not there",
    ),
    "a ledger": (_leave_ledger, "nothing private", "and 2 more"),
}


@pytest.mark.parametrize("name", CAUSES)
def test_one_cause_is_one_row(name: str, edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    plant, check, words = CAUSES[name]
    plant(folder)
    wrong = [one for one in check_edition(Folder(folder)).list_checks() if one.ok is False]
    assert [one.name for one in wrong] == [check]
    assert words in wrong[0].detail


def test_a_decoder_writes_nothing_past_the_receipt(
    edition: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    path = next(folder.glob("episodes/tide-mill/*/*.mp3"))
    body = bytearray(path.read_bytes())
    body[len(body) // 2 : len(body) // 2 + 900] = bytes(range(225)) * 4
    path.write_bytes(body)
    wrong = [one for one in check_edition(Folder(folder)).list_checks() if one.ok is False]
    assert "frames of the MP3" in {one.name for one in wrong}
    assert not [one for one in wrong if "_io." in one.detail]
    assert capfd.readouterr().err == ""
