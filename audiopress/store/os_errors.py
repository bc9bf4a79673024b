"""Errors of the operating system, in words a person can act on."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from audiopress.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["explain_os_error"]

# What the machine says, what it means, and what to do about it: those that a full, foreign or
# broken disk gives to somebody who did nothing wrong. All others keep the machine's own words.
_WORDS = {
    errno.ENOSPC: ("no space left on the disk", "free some space, then run the same command again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space, then run the same command again"),
    errno.EACCES: ("not allowed to read or write here", "ls -ld {folder}"),
    errno.EPERM: ("not allowed to read or write here", "ls -ld {folder}"),
    errno.EROFS: ("the disk is mounted read-only", "build in a folder that can be written"),
    errno.EIO: ("the disk reports a read or write error", "check the disk, then run again"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "build in a folder nearer the root"),
    errno.ENOTDIR: ("a file stands where a folder is needed", "ls -ld {folder}"),
    errno.EISDIR: ("a folder stands where a file is needed", "ls -ld {path}"),
    errno.EMFILE: ("too many files are open", "ulimit -n 4096"),
    errno.ENOLCK: ("this disk cannot lock files", "keep the edition on a local disk"),
}


def explain_os_error(error: OSError, path: Path) -> StoreError:
    """Return an error of the operating system at ``path`` in words, with what to try.

    The hint names the file, or the nearest folder that is there, as its command needs it.
    """
    # `errno` is None for an OSError that a library raised with a text alone.
    message, hint = _WORDS.get(
        error.errno or 0, ((error.strerror or str(error)).lower(), "ls -ld {folder}")
    )
    # Not Path.exists: it raises where one may not look.
    parents = (each for each in path.parents if os.path.exists(each))  # noqa: PTH110
    folder = next(parents, path.parent)
    return StoreError(message, where=str(path), hint=hint.format(path=path, folder=folder))
