"""Files among those of an edition that no build writes."""

from __future__ import annotations

import stat

import pytest

from audiopress.checking.folder.entries import Entry
from audiopress.checking.folder.own_files import find_foreign_files

SECRET = "0123456789abcdef" * 2
VERSION = "episodes/mill/0a1b2c3d"

RIGHT = (
    f"{VERSION}/alignment.json",
    f"{VERSION}/transcript.vtt",
    f"{VERSION}/mill.mp3",
    "episodes/mill/index.html",
    "episodes/mill/cover-0123456789ab-wide.jpg",
    "episodes/mill/picture-0123456789ab-1200x800-small.jpg",
    "shows/town/feed-1.xml",
    "by-url/courier.example/mill/index.json",
    "player/listening.js",
    "player/listening.js.gz",
    "search.js",
    "CNAME",
    ".well-known/x.js",
    "episodes/.DS_Store",
)

WRONG = (
    f"{VERSION}/draft.txt",
    "episodes/mill/notes.html",
    "episodes/index.html",
    "shows/town/sw.js",
    "by-url/courier.example/mill/data.json",
    "player/x.html",
    "sw.js",
    "site.webmanifest",
)


def find_faults(*paths: str) -> dict[str, str]:
    entries = [Entry(path, stat.S_IFREG | 0o644, 1, 0) for path in paths]
    return {where: name for name, where, fault in find_foreign_files(entries) if fault}


def test_what_a_build_writes_is_let_be() -> None:
    assert find_faults(*RIGHT, *(f"{SECRET}/{path}" for path in RIGHT)) == {}


@pytest.mark.parametrize("path", [*WRONG, f"{SECRET}/sw.js", f"{SECRET}/episodes/mill/a.json"])
def test_what_it_does_not_is_named(path: str) -> None:
    assert find_faults(f"{VERSION}/mill.mp3", path) == {path: "files of an edition"}


def test_what_is_left_of_a_version_is_named() -> None:
    other = "episodes/mill/ffffffff"
    assert find_faults(*RIGHT, f"{other}/transcript.vtt") == {f"{other}/": "whole versions"}
    assert find_faults(*RIGHT, f"{other}/mill.mp3") == {}
