"""What is remembered of files, asked for by many at once."""

from __future__ import annotations

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from audiopress.server.output_folder import OpenFile, OutputFolder

if TYPE_CHECKING:
    from pathlib import Path

BODY = b"sound" * 1000


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    (tmp_path / "story.mp3").write_bytes(BODY)
    return OutputFolder(tmp_path)


def recall(folder: OutputFolder) -> bytes:
    found = folder.find("story.mp3")
    assert isinstance(found, OpenFile)
    with found.file:
        return folder.digests.recall(found)


def test_many_who_ask_for_one_file_have_it_read_once(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    make = folder.digests._make

    def make_slowly(file):
        made.append(file)
        time.sleep(0.2)
        return make(file)

    monkeypatch.setattr(folder.digests, "_make", make_slowly)
    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(lambda _: recall(folder), range(20)))
    assert set(found) == {hashlib.sha256(BODY).hexdigest().encode()}
    assert len(made) == 1


def test_a_reading_that_fails_is_tried_again(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = folder.digests._make
    fails = iter([True, False])

    def fail_once(file):
        if next(fails):
            raise OSError(5, "Input/output error")
        return make(file)

    monkeypatch.setattr(folder.digests, "_make", fail_once)
    with pytest.raises(OSError, match="Input/output error"):
        recall(folder)
    assert recall(folder) == hashlib.sha256(BODY).hexdigest().encode()
