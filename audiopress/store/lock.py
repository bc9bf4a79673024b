"""One builder at a time: a lock that dies with its process.

The file stays when the lock is let go, unless it lies where nothing is to be left: then who gets
in looks whether its name still leads to it, else two would hold "the" lock on two files. A ledger
is committed, so the file of its lock lies in the cache; those who build one ledger with two caches
meet at the ledger's folder itself, which systems can lock as well.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import InUseError
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["LockHolder", "await_holder", "find_holder", "locate_swept", "lock", "lock_ledger"]

_BETWEEN_TRIES = 0.05
"""Seconds between two tries to get a lock: nobody notices them, and a processor even less."""

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What systems say of a lock that another holds: POSIX allows the first two, Windows the third."""

_UNLOCKABLE = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What disks say that lock no folders, such as NFS, which wants a handle for writing."""

_FORMER_NAME = ".lock"
"""The lock's file in the ledger of 0.1.0: one who holds it is building, and else it goes."""

_NAME_DIGITS = 16
"""Hex digits of the lock's file name, by the ledger's path: a cache may serve several editions."""

_HOLDER_BYTES = 200
"""Bytes of the file that are read to say who holds the lock: a process and a machine's name."""

_AGAIN = "wait until it has ended, then run the same command again"
"""What to do where another one is at it."""

_NOBODY = "it has not said who it is"
"""What is said of a holder of whom nothing is known."""

_LOCKED_BYTE = 1 << 30
"""Position of the byte that is locked on Windows, which forbids to read what is locked, and the
holder's name must be readable: far behind it."""


_GLANCE = 0.2
"""Seconds for which a lock is tried at least: `find_holder` has it for a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockHolder:
    """Who holds a lock, in words, and since when."""

    who: str
    since: datetime


@contextlib.contextmanager
def lock(path: Path, *, wait: float = 0.0, leave: bool = True) -> Iterator[bool]:
    """Hold the lock file ``path``; others, in this process too, get in when this block ends.

    ``wait`` is how many seconds to wait for another holder; without ``leave`` the file goes in the
    end, for who looks at its folder is not to find it. It gives whether the last holder came to its
    end: the name of one that was killed, or failed, is left in the file.

    Raises:
        StoreError: another one holds it still, and who; or the disk cannot lock.

    """
    handle = _open_locked(path, time.monotonic() + max(wait, _GLANCE))
    try:
        ended = os.fstat(handle).st_size == 0
        _sign(handle, path)
        yield ended
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
    finally:
        if not leave:
            # While it is held: who has opened it already finds out (`_open_locked`).
            with contextlib.suppress(OSError):
                path.unlink()
        os.close(handle)  # lets the lock go


@contextlib.contextmanager
def lock_ledger(ledger: Path, cache: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the ledger, so that nobody else builds, withdraws or heals until this block ends.

    Nothing is left in it. ``wait`` is how many seconds to wait for another holder.

    Raises:
        StoreError: another one holds it still, and who; or the disk cannot lock.

    """
    until = time.monotonic() + wait
    with (
        lock(_locate_lock(ledger, cache), wait=wait) as ended,
        _lock_folder(ledger, until),
        _lock_former(ledger / _FORMER_NAME, until),
    ):
        if not ended:  # it may have left something half written
            with contextlib.suppress(OSError):
                locate_swept(ledger, cache).unlink()
        yield


def find_holder(ledger: Path, cache: Path) -> LockHolder | None:
    """Return who holds the ledger by this cache now, if anybody does; nothing is written."""
    try:
        handle = os.open(_locate_lock(ledger, cache), os.O_RDONLY)
    except OSError:  # nobody has ever held it, or nobody may look
        return None
    try:
        if _is_free(handle):
            return None
        since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
        return LockHolder(who=_read_holder(handle), since=since)
    except OSError:  # a disk that cannot lock
        return None
    finally:
        os.close(handle)


@contextlib.contextmanager
def await_holder(ledger: Path, cache: Path, *, wait: float) -> Iterator[None]:
    """Wait until nobody holds the ledger by this cache, and hold it not; nothing is written.

    Raises:
        InUseError: another one holds it still after ``wait`` seconds, and who.

    """
    until = time.monotonic() + wait
    while (holder := find_holder(ledger, cache)) is not None:
        if time.monotonic() >= until:
            raise InUseError(
                f"another audiopress is building here ({_describe(holder)})",
                where=str(ledger),
                hint=_AGAIN,
            )
        time.sleep(_BETWEEN_TRIES)
    yield


def _describe(holder: LockHolder) -> str:
    return f"{holder.who}, since {holder.since:%Y-%m-%d %H:%M %Z}"


def locate_swept(ledger: Path, cache: Path) -> Path:
    """Return the file that says since when nobody who held the ledger has left something behind."""
    return _locate_lock(ledger, cache).with_suffix(".swept")


def _locate_lock(ledger: Path, cache: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(ledger))).hexdigest()[:_NAME_DIGITS]
    return cache / "locks" / f"{name}.lock"


@contextlib.contextmanager
def _lock_folder(folder: Path, until: float) -> Iterator[None]:
    """Lock the folder itself, where the system can: others may have another cache."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = None if os.name == "nt" else os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    if handle is None:  # pragma: no cover - Windows opens no folder
        yield
        return
    try:
        _acquire(handle, folder, until, optional=True)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _lock_former(path: Path, until: float) -> Iterator[None]:
    """Hold the lock that 0.1.0 knows, if its file is there, and take the file away in the end."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        yield
        return
    except OSError as error:
        raise explain_os_error(error, path) from error
    try:
        _acquire(handle, path, until)
        yield
        # While it is held: whoever opens it now finds it taken.
        with contextlib.suppress(OSError):
            path.unlink()
    finally:
        os.close(handle)


def _open_locked(path: Path, until: float) -> int:
    """Return the lock's file, open and held; one that its last holder removed is made anew."""
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Not truncated here: until the lock is held the file says who holds it.
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise explain_os_error(error, path) from error
        try:
            _acquire(handle, path, until)
            if _is_there(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_there(handle: int, path: Path) -> bool:
    """Say whether ``path`` still leads to the open file: a lock of another is no lock."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise explain_os_error(error, path) from error


def _acquire(handle: int, path: Path, until: float, *, optional: bool = False) -> None:
    while not _try_lock(handle, path, optional=optional):
        # After a try: with no seconds to wait there is one all the same.
        if time.monotonic() >= until:
            raise InUseError(
                f"another audiopress is building here ({_describe_holder(handle)})",
                where=str(path),
                hint=_AGAIN,
            )
        time.sleep(_BETWEEN_TRIES)


def _sign(handle: int, path: Path) -> None:
    """Write into the file who holds it, for the one who waits."""
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode())
    except OSError as error:
        raise explain_os_error(error, path) from error


def _describe_holder(handle: int) -> str:
    """Say who holds a lock, and since when where that is known: who has it wrote its name then."""
    who = _read_holder(handle)
    if who == _NOBODY:
        return who
    since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
    return _describe(LockHolder(who=who, since=since))


def _read_holder(handle: int) -> str:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        # `_sign` empties the file before it writes: in between nobody is named.
        said = os.read(handle, _HOLDER_BYTES).decode("utf-8", "replace").strip()
    except OSError:  # a folder, which says nothing
        said = ""
    return said or _NOBODY


def _try_lock(handle: int, path: Path, *, optional: bool) -> bool:
    """Try once; where it is ``optional``, a disk that cannot lock this counts as locked."""
    try:
        _lock_handle(handle)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        if optional and error.errno in _UNLOCKABLE:
            return True
        raise explain_os_error(error, path) from error
    return True


if os.name == "nt":  # pragma: no cover

    def _lock_handle(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

    def _is_free(handle: int) -> bool:
        try:
            _lock_handle(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            raise
        return True

else:

    def _lock_handle(handle: int) -> None:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        # Not `lockf`: POSIX locks are the process's, so another thread would get in, and to close
        # any other handle of the file would let go.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_free(handle: int) -> bool:
        import fcntl  # noqa: PLC0415 - as above

        try:
            # Shared: two who look are not in each other's way.
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            raise
        return True
