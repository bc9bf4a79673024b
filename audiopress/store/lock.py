"""One builder at a time: a lock that dies with its process.

The file stays when the lock is let go; removing it would let two processes hold "the" lock on
two files of one name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import time
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["lock"]

_BETWEEN_TRIES = 0.05
"""Seconds between two tries to get a lock: nobody notices them, and a processor even less."""

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What systems say of a lock that another holds: POSIX allows the first two, Windows the third."""

_HOLDER_BYTES = 200
"""Bytes of the file that are read to say who holds the lock: a process and a machine's name."""

_LOCKED_BYTE = 1 << 30
"""Position of the byte that is locked on Windows, which forbids to read what is locked, and the
holder's name must be readable: far behind it."""


@contextlib.contextmanager
def lock(path: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file ``path``; others, in this process too, get in when this block ends.

    ``wait`` is how many seconds to wait for another holder.

    Raises:
        StoreError: another one holds it still, and who; or the disk cannot lock.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not truncated here: until the lock is held the file says who holds it.
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise explain_os_error(error, path) from error
    try:
        _acquire(handle, path, time.monotonic() + wait)
        _sign(handle, path)
        yield
    finally:
        os.close(handle)  # lets the lock go


def _acquire(handle: int, path: Path, until: float) -> None:
    while not _try_lock(handle, path):
        # After a try: with no seconds to wait there is one all the same.
        if time.monotonic() >= until:
            raise StoreError(
                f"another audiopress is building here ({_read_holder(handle)})",
                where=str(path),
                hint="wait until it has ended, then run the same command again",
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


def _read_holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return (
        # `_sign` empties the file before it writes: in between nobody is named.
        os.read(handle, _HOLDER_BYTES).decode("utf-8", "replace").strip()
        or "it has not said who it is"
    )


def _try_lock(handle: int, path: Path) -> bool:
    try:
        _lock_handle(handle)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise explain_os_error(error, path) from error
    return True


if os.name == "nt":  # pragma: no cover

    def _lock_handle(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:

    def _lock_handle(handle: int) -> None:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        # Not `lockf`: POSIX locks are the process's, so another thread would get in, and to close
        # any other handle of the file would let go.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
