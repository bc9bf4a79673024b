"""Pieces of files, with and without what Linux says of its memory."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from audiopress.server import file_pieces

if TYPE_CHECKING:
    from pathlib import Path

BODY = bytes(range(256)) * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "story.mp3"
    place.write_bytes(BODY)
    return place


def read_whole(path: Path, size: int) -> bytes:
    async def read() -> bytes:
        found = b""
        with path.open("rb") as file:
            while piece := await file_pieces.read_piece(file, len(found), size):
                found += piece
        return found

    # In a thread: Playwright, of a test before, leaves a loop that runs in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, read()).result()


@pytest.mark.parametrize("size", [1000, 65536, 10**6])
def test_a_file_is_its_pieces(path: Path, size: int) -> None:
    assert read_whole(path, size) == BODY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is in memory")
def test_what_is_in_memory_needs_no_thread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert path.read_bytes() == BODY

    def fail(*_: object) -> None:
        raise AssertionError("a thread was asked")

    monkeypatch.setattr(file_pieces, "_read", fail)
    with path.open("rb") as file:
        try:
            os.preadv(file.fileno(), [bytearray(1)], 0, os.RWF_NOWAIT)
        except OSError as error:
            pytest.skip(f"this file system does not tell: {error.strerror}")
    assert read_whole(path, 65536) == BODY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is in memory")
@pytest.mark.parametrize("number", [errno.EAGAIN, errno.EOPNOTSUPP])
def test_what_is_on_the_disk_is_read_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "preadv", refuse)
    assert read_whole(path, 65536) == BODY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is in memory")
def test_a_part_that_is_in_memory_is_a_piece(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.preadv

    def give_less(handle: int, buffers: list[bytearray], at: int, flags: int) -> int:
        return whole(handle, [memoryview(buffers[0])[:77]], at, flags)

    monkeypatch.setattr(os, "preadv", give_less)
    assert read_whole(path, 65536) == BODY
