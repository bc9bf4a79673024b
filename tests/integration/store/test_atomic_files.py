"""The local writer and the lock on a real disk."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import StoreError
from audiopress.store.atomic_files import (
    lock,
    read,
    remove_strays,
    replace_if_changed,
    write,
    write_fast,
)
from audiopress.store.lock import lock_ledger
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WRITERS = [write, write_fast]
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal or mode")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_written_is_there(tmp_path: Path, writer: Callable[..., None]) -> None:
    writer(tmp_path / "a/b/c.txt", b"one")
    writer(tmp_path / "a/b/c.txt", (piece for piece in [b"t", b"", b"wo" * 500_000]))
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"t" + b"wo" * 500_000
    assert names(tmp_path) == ["a", "a/b", "a/b/c.txt"]


@posix
@pytest.mark.parametrize("writer", WRITERS)
def test_others_may_read_what_will_be_served(tmp_path: Path, writer: Callable[..., None]) -> None:
    mask = os.umask(0o022)
    try:
        writer(tmp_path / "feed.xml", b"<rss/>")
    finally:
        os.umask(mask)
    assert (tmp_path / "feed.xml").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("writer", WRITERS)
def test_a_body_that_breaks_leaves_the_old_file(
    tmp_path: Path, writer: Callable[..., None]
) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"half"
        raise ZeroDivisionError

    write(tmp_path / "a.txt", b"old")
    with pytest.raises(ZeroDivisionError):
        writer(tmp_path / "a.txt", breaks())
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert replace_if_changed(path, b"one")
    os.utime(path, (1, 1))
    inode = path.stat().st_ino
    assert not replace_if_changed(path, b"one")
    assert (path.stat().st_mtime, path.stat().st_ino) == (1, inode)
    assert replace_if_changed(path, b"two")
    assert path.read_bytes() == b"two"


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    assert read(tmp_path / "a" / "b") is None


def test_only_old_strays_are_swept(tmp_path: Path) -> None:
    files = [".audiopress-0123.tmp", "a/.audiopress-4567.tmp", "a/feed.xml", ".hidden.tmp"]
    for name in files:
        write(tmp_path / "x" / name, b"")
        os.utime(tmp_path / "x" / name, (1000, 1000))
    os.utime(tmp_path / "x" / files[1], (4000, 4000))
    assert remove_strays(tmp_path, 3600, 5000) == (tmp_path / "x" / files[0],)
    assert remove_strays(tmp_path, 3600, 7601) == (tmp_path / "x" / files[1],)
    assert names(tmp_path) == ["x", "x/.hidden.tmp", "x/a", "x/a/feed.xml"]
    assert remove_strays(tmp_path / "nowhere", 0, 5000) == ()


def test_many_writers_of_one_file_leave_one_of_their_bodies(tmp_path: Path) -> None:
    bodies = [bytes([number]) * 70_000 for number in range(8)]
    path = tmp_path / "new" / "a.bin"

    def often(body: bytes) -> None:
        for _ in range(30):
            write_fast(path, body)
            assert path.read_bytes() in bodies

    threads = [threading.Thread(target=often, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(tmp_path) == ["new", "new/a.bin"]
    assert path.read_bytes() in bodies


@pytest.mark.parametrize("writer", WRITERS)
def test_a_file_in_the_place_of_a_folder_is_said(
    tmp_path: Path, writer: Callable[..., None]
) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StoreError, match="a file stands where a folder") as caught:
        writer(tmp_path / "a" / "b.txt", b"")
    assert str(tmp_path) in caught.value.where
    assert caught.value.hint


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(StoreError, match="a folder stands where a file"):
        write(tmp_path / "a", b"")
    assert names(tmp_path) == ["a", "a/b"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EDQUOT, "quota"),
        (errno.EACCES, "not allowed"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "read or write error"),
        (errno.ETIMEDOUT, "timed out"),
    ],
)
def test_errors_are_in_words(tmp_path: Path, number: int, words: str) -> None:
    error = explain_os_error(OSError(number, os.strerror(number)), tmp_path / "a.txt")
    assert words in error.message
    assert error.where == str(tmp_path / "a.txt")
    assert error.hint


def test_the_next_command_looks_at_a_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    error = explain_os_error(OSError(errno.EACCES, "no"), tmp_path / "a" / "b" / "c" / "d.txt")
    assert error.hint == f"ls -ld {tmp_path / 'a'}"


# -- the lock -----------------------------------------------------------------------------------

HOLDER = """
import sys, pathlib, time
from audiopress.store.lock import lock
with lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    program = [sys.executable, "-c", HOLDER, str(tmp_path / "state" / "lock")]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_who_holds_the_lock_is_named(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with (
        pytest.raises(StoreError, match=f"process {holder.pid} on ") as caught,
        lock(tmp_path / "state" / "lock"),
    ):
        pytest.fail("two hold one lock")
    assert "lock" in caught.value.where
    assert caught.value.hint


@posix
def test_the_lock_dies_with_its_process(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with lock(tmp_path / "state" / "lock"):
        pass


def test_one_can_wait_for_the_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    threading.Timer(0.2, holder.stdin.close).start()
    with lock(tmp_path / "state" / "lock", wait=30):
        assert holder.wait() == 0


def test_the_lock_holds_between_threads_and_after_errors(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with lock(path, wait=30):
            inside += 1
            most = max(most, inside)
            time.sleep(0.01)
            inside -= 1

    with pytest.raises(ZeroDivisionError), lock(path):
        raise ZeroDivisionError
    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (inside, most) == (0, 1)


# -- the ledger's lock --------------------------------------------------------------------------

LEDGER_HOLDER = """
import sys, pathlib
from audiopress.store.lock import lock, lock_ledger
folder, cache = pathlib.Path(sys.argv[1]), sys.argv[2]
with lock(folder / ".lock") if cache == "0.1.0" else lock_ledger(folder, folder / cache):
    print("held", flush=True)
    sys.stdin.read()
"""


@posix
@pytest.mark.parametrize("cache", ["../cache", "../other-cache", "0.1.0"])
def test_a_ledger_has_one_builder_whatever_the_cache(tmp_path: Path, cache: str) -> None:
    ledger = tmp_path / "ledger"
    ledger.mkdir()
    program = [sys.executable, "-c", LEDGER_HOLDER, str(ledger), cache]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "held\n"
        with (
            pytest.raises(StoreError, match="another audiopress is building here") as caught,
            lock_ledger(ledger, tmp_path / "cache"),
        ):
            pytest.fail("two hold one ledger")
        assert caught.value.hint
        process.stdin.close()
    with lock_ledger(ledger, tmp_path / "cache"):
        pass
    # What is committed holds no lock, nor one that 0.1.0 left.
    assert list(ledger.iterdir()) == []


def test_two_ledgers_of_one_cache_have_a_builder_each(tmp_path: Path) -> None:
    with (
        lock_ledger(tmp_path / "one", tmp_path / "cache"),
        lock_ledger(tmp_path / "two", tmp_path / "cache"),
    ):
        pass


@posix
def test_a_disk_that_locks_no_folders_is_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "a network disk")

    monkeypatch.setattr("audiopress.store.lock._lock_handle", refuse)
    with lock_ledger(tmp_path / "ledger", tmp_path / "cache"):
        pass
