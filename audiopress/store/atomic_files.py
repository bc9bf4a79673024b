"""The local writer: what it wrote is whole, or it is not there.

A file is written under a temporary name in its own folder, flushed to the disk, renamed over the
old one, and the folder is flushed (`write`). Where every reader verifies what it reads, the
flushes can be left out (`write_fast`). Nothing else in audiopress opens a file for writing.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.store.lock import lock
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "lock",
    "read",
    "remove",
    "remove_empty_folders",
    "remove_strays",
    "replace_if_changed",
    "rewrite",
    "try_folder",
    "write",
    "write_fast",
]

_TEMPORARY = ".audiopress-"
"""How the name of a half-written file begins. Hidden, so that nobody serves or deploys it, and none
of the names that `join_below` lets pass, so that no file of an edition is taken for one."""

_TOKEN_BYTES = 8
"""Random bytes in a temporary name: two writers never meet, nor with a stray of a killed one."""

_NEW_FILE_MODE = 0o666
"""Permissions of a new file before the user's umask: what is published must be readable by the web
server, which is another user."""

_UNFLUSHABLE = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""What disks say that cannot flush a folder, such as some network disks: they do it by themselves
or not at all, and there is nothing a person could do about it."""


def write(path: Path, body: bytes | Iterable[bytes]) -> None:
    """Write ``body`` to ``path`` durably: after this returns, a power cut does not undo it.

    Raises:
        StoreError: the disk would not; ``path`` is then as it was, or holds ``body`` whole.

    """
    _write(path, body, durable=True)


def write_fast(path: Path, body: bytes | Iterable[bytes]) -> None:
    """Write ``body`` to ``path`` whole, but let the machine choose when it reaches the disk.

    For what every reader verifies: after a power cut the file may be empty.

    Raises:
        StoreError: the disk would not; ``path`` is then as it was, or holds ``body`` whole.

    """
    _write(path, body, durable=False)


def rewrite(path: Path, body: bytes) -> None:
    """Write ``body`` durably over a file that is somebody else's: who may read it stays as it was.

    Raises:
        StoreError: the disk would not; ``path`` is then as it was.

    """
    with _explain_errors(path):
        # A new file has the umask's permissions, and a configuration or page may have had others.
        mode = stat.S_IMODE(path.stat().st_mode)
    _write(path, body, durable=True, mode=mode)


def replace_if_changed(path: Path, body: bytes) -> bool:
    """Write ``body`` durably unless the file holds these bytes; say whether it was written.

    An unchanged file keeps its time of modification, so that nothing is deployed again.

    Raises:
        StoreError: the disk would not.

    """
    if read(path) == body:
        return False
    write(path, body)
    return True


def _open_at_once(path: str, flags: int) -> int:
    # To open a pipe waits for who writes into it, for ever: like this it is an empty file.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read(path: Path | str) -> bytes | None:
    """Read a file, ``None`` when there is none; nothing that lies there makes it wait.

    Raises:
        StoreError: it is there and cannot be read.

    """
    try:
        # Half the cost of Path.open.
        with open(path, "rb", buffering=0, opener=_open_at_once) as file:
            return file.readall()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain_os_error(error, Path(path)) from error


def remove(path: Path) -> bool:
    """Remove a file, or a folder with all that is in it; say whether it was there.

    Raises:
        StoreError: it cannot be removed.

    """
    try:
        # A link is removed and never followed: what it leads to is not the edition's.
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise explain_os_error(error, path) from error
    return True


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Remove ``folder`` and those around it that have nothing in them, below ``top``."""
    for each in (folder, *folder.parents):
        if each == top or not each.is_relative_to(top):
            return
        try:
            each.rmdir()
        except OSError:  # something lies there, or it is gone
            return


def try_folder(folder: Path) -> None:
    """Find out whether files can be written in ``folder``; it is left as it was, missing or not.

    Raises:
        StoreError: they cannot.

    """
    # The innermost first, so that each is empty when its turn to be removed comes. `lexists`, for
    # a link that leads nowhere is in the way as well.
    made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    probe = folder / f"{_TEMPORARY}{secrets.token_hex(_TOKEN_BYTES)}.tmp"
    try:
        with _explain_errors(folder):
            os.close(_create(probe, durable=False))
            probe.unlink()
    finally:
        for each in made:
            with contextlib.suppress(OSError):
                # Fails where somebody has put something into it meanwhile: then it stays.
                each.rmdir()


def remove_strays(folder: Path, older_than_seconds: float, now: float) -> tuple[Path, ...]:
    """Remove what killed writers left below ``folder`` and name it.

    ``now`` is in seconds since the epoch. Only temporary names of this module are touched, and
    only those not modified for ``older_than_seconds``, for a living writer may own the others.

    Raises:
        StoreError: a stray file cannot be removed.

    """
    removed = []
    # It does not follow links to folders, so nothing outside is touched.
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(_TEMPORARY) and _remove_stray(path, now - older_than_seconds):
                removed.append(path)
    return tuple(sorted(removed))


def _remove_stray(path: Path, before: float) -> bool:
    """Remove a half-written file that nobody touched since ``before``; say whether it went."""
    try:
        if path.lstat().st_mtime > before:
            return False
        path.unlink()
    except FileNotFoundError:  # its writer finished in between
        return False
    except OSError as error:
        raise explain_os_error(error, path) from error
    return True


def _write(
    path: Path, body: bytes | Iterable[bytes], *, durable: bool, mode: int | None = None
) -> None:
    # In the same folder: a rename is one step only within one disk.
    temporary = path.with_name(f"{_TEMPORARY}{secrets.token_hex(_TOKEN_BYTES)}.tmp")
    chunks = (body,) if isinstance(body, bytes) else body
    try:
        with _explain_errors(path):
            handle = _create(temporary, durable=durable)
            if mode is not None:
                # Before anything is written: at no moment may more people read it than before.
                temporary.chmod(mode)
        # Flushed before the rename: else a power cut could leave the new name with an empty file.
        _write_chunks(handle, chunks, path, durable=durable)
        with _explain_errors(path):
            os.replace(temporary, path)  # noqa: PTH105 - tested by its name in traces
            if durable:
                # The name itself is in the folder, and is lost with it when the power fails.
                _flush_folder(path.parent)
    except BaseException:
        # Also on Ctrl-C. Nothing is left when the disk is full, and the first error is the one
        # worth hearing of; what cannot be removed now is removed later.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _create(path: Path, *, durable: bool) -> int:
    # Not tempfile: it makes files that only their owner can read, and these will be served.
    # O_EXCL: what is there already is not ours. O_BINARY: else Windows writes \n as \r\n.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        # Tried first and the folder made only if need be: nearly always it is there.
        return os.open(path, flags, _NEW_FILE_MODE)
    except FileNotFoundError:
        _make_folder(path.parent, durable=durable)
        return os.open(path, flags, _NEW_FILE_MODE)


def _write_chunks(handle: int, chunks: Iterable[bytes], path: Path, *, durable: bool) -> None:
    try:
        for chunk in chunks:  # an error of the giver of chunks is not one of this disk
            with _explain_errors(path):
                _write_all(handle, chunk)
        if durable:
            with _explain_errors(path):
                os.fsync(handle)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(handle)
        raise
    with _explain_errors(path):
        os.close(handle)  # network disks report a full disk only here


def _write_all(handle: int, chunk: bytes) -> None:
    # `os.write` may take less than it is given, on a disk that fills up or after a signal.
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _make_folder(folder: Path, *, durable: bool) -> None:
    try:
        folder.mkdir()
    except FileNotFoundError:
        _make_folder(folder.parent, durable=durable)
        # Another process may have made it since.
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        # The system says "exists", which a person could not make sense of.
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
        return
    if durable:
        _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there, nor needs to be
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNFLUSHABLE:  # some network disks have nothing to flush
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def _explain_errors(path: Path) -> Iterator[None]:
    """Let errors of the operating system in this block come out as `StoreError` at ``path``."""
    try:
        yield
    except OSError as error:
        raise explain_os_error(error, path) from error
