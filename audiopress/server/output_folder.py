"""The files of an edition by their paths in an address, and nothing outside of its folder.

A file is opened once for an answer, and its size, digest and bytes all come from that opening: a
build that replaces it meanwhile cannot tear the answer.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import threading
from concurrent.futures import Future
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["OpenFile", "OutputFolder"]

_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
"""A name in ``output/``: the edition makes no others. Neither ``..`` nor ``.git`` nor ``a b``."""

_LONGEST_PATH = 1000
"""Characters of a path that is looked for; the longest one in an edition has some 300."""

_MOST_DIGESTS = 4096
"""Files whose digest is remembered: some hundred episodes, of 64 bytes each."""

_MOST_COMPRESSED = 64
"""Files whose compressed bytes are remembered: what is asked for again and again, the feed, the
front page and the player's modules; at most 64 times what 32 MB of text pack to."""


_FileKey: TypeAlias = tuple[int, int, int]
"""Inode, size and time of a file."""


class OpenFile(NamedTuple):
    """A file of the edition, open at its beginning, and what the system says of this opening."""

    path: str
    file: IO[bytes]
    status: os.stat_result


class OutputFolder:
    """The folder, and what is remembered of its files: digests, and the bytes of text packed."""

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is read yet."""
        self.root = root.resolve()
        self.digests = _DigestMemory(_digest_file, _MOST_DIGESTS)
        self.compressed = _DigestMemory(_compress, _MOST_COMPRESSED)

    def find(self, path: str) -> OpenFile | str | None:
        """Return an open file, where to go instead (a folder without its slash), or nothing.

        Names that begin with a dot and links that lead out of the folder are nothing.
        """
        *names, last = path.split("/")
        names += [last] if last else []
        place = self.root.joinpath(*names)
        named = len(path) <= _LONGEST_PATH and all(map(_SEGMENT.fullmatch, names))
        if not named or not self._inside(place):
            return None
        if not last:
            return _open_file("/".join([*names, "index.html"]), place / "index.html")
        if place.is_dir():
            return f"{last}/" if (place / "index.html").is_file() else None
        return _open_file(path, place)

    def _inside(self, place: Path) -> bool:
        return place.resolve().is_relative_to(self.root)


class _DigestMemory:
    """Remembers what was made of a file for as long as the file stays the same."""

    def __init__(self, make: Callable[[IO[bytes]], bytes], limit: int) -> None:
        self._make, self._limit = make, limit
        self._known: dict[_FileKey, bytes] = {}
        self._making: dict[_FileKey, Future[bytes]] = {}
        self._gate = threading.Lock()

    def recall(self, found: OpenFile) -> bytes:
        # Size, time and inode together: a build replaces files by others, it never edits one.
        key = (found.status.st_ino, found.status.st_size, found.status.st_mtime_ns)
        known = self._known.get(key)
        if known is None:
            with self._gate:
                making = self._making.get(key)
                if making is None:
                    mine = self._making[key] = Future()
            # Outside of the gate: who asks for another file need not wait for this one. Who asks
            # for the same one waits, for a hundred that make it at once take a hundred times as
            # long.
            known = self._remember(key, found, mine) if making is None else making.result()
        return known

    def _remember(self, key: _FileKey, found: OpenFile, mine: Future[bytes]) -> bytes:
        try:
            known = self._make(found.file)
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._gate:
                del self._making[key]
        with self._gate:
            while len(self._known) >= self._limit:
                del self._known[next(iter(self._known))]
            self._known[key] = known
        mine.set_result(known)
        return known


def _digest_file(file: IO[bytes]) -> bytes:
    return hashlib.file_digest(file, "sha256").hexdigest().encode("ascii")  # type: ignore[arg-type]


def _compress(file: IO[bytes]) -> bytes:
    file.seek(0)
    return gzip.compress(file.read(), mtime=0)


def _open_file(path: str, place: Path) -> OpenFile | None:
    if not place.is_file():
        return None
    try:
        file = place.open("rb")
    except FileNotFoundError:  # taken away this very moment
        return None
    return OpenFile(path, file, os.fstat(file.fileno()))
