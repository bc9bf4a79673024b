"""A folder as a target: one that a web server serves, or a disk of another machine."""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

from audiopress.deploy.places import open_same
from audiopress.deploy.published import digest_file
from audiopress.errors import StoreError
from audiopress.store.atomic_files import lock, read, remove, remove_strays, write
from audiopress.store.objects import Stored
from audiopress.store.shared.turn import OWN_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from audiopress.deploy.places import Turn
    from audiopress.deploy.published import PublishedFile

__all__ = ["FolderPlace"]

_CHUNK = 1024 * 1024
"""Bytes that are copied at a time."""

_WAIT = 600.0
"""Seconds to wait for another deploy into the same folder, as in a bucket."""


class FolderPlace:
    """A folder (`audiopress.deploy.places.DeployPlace`); a file in it is whole or not there."""

    def __init__(self, root: Path) -> None:
        """Name the folder; it is made when something is written."""
        self._root = root
        self.name = f"{root}{os.sep}"
        self.needs = ""
        self.caution = ""

    def read(self, name: str) -> Stored | None:
        """Return a file, its digest for a mark."""
        body = read(self._find(name))
        return None if body is None else Stored(body=body, mark=_mark(body))

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        """Write a file that is still the one of ``mark``; who has the turn is alone here."""
        now = self.read(name)
        if (now.mark if now else None) != mark:
            return None
        write(self._find(name), body)
        return _mark(body)

    def send(self, files: Sequence[PublishedFile], sent: Callable[[PublishedFile], None]) -> None:
        """Copy files, each durably."""
        for file in files:
            with open_same(file) as opened:
                write(self._find(file.name), _read_chunks(opened))
            sent(file)

    def compare(self, files: Sequence[PublishedFile]) -> tuple[set[str], set[str]]:
        """Return which files are there already, by their bytes."""
        there = [each for each in files if os.path.lexists(self._find(each.name))]
        same = {each.name for each in there if self._holds(each)}
        return same, {each.name for each in there} - same

    def list_names(self) -> Collection[str]:
        """Return the names of all files below the folder."""
        return [
            Path(place, name).relative_to(self._root).as_posix()
            for place, _, names in os.walk(self._root)
            for name in names
        ]

    def remove(self, names: Collection[str]) -> None:
        """Remove files, and folders that are empty then."""
        for name in names:
            path = self._find(name)
            remove(path)
            for folder in path.relative_to(self._root).parents[:-1]:
                with contextlib.suppress(OSError):  # something lies there
                    (self._root / folder).rmdir()

    @contextlib.contextmanager
    def take_turn(self, builder: str, tell: Callable[[str], None]) -> Iterator[Turn]:
        """Hold the folder's lock, which ends with this process."""
        del builder, tell  # the lock says itself who holds it
        # Nothing of it is left: a web server may serve the folder.
        with lock(self._root / OWN_FOLDER / "deploy.lock", wait=_WAIT, leave=False):
            # Whoever half-wrote a file here had the lock, and has ended.
            remove_strays(self._root, 0.0, math.inf)
            yield _Held()

    def _find(self, name: str) -> Path:
        """Return where a file lies; raises `StoreError` where a link stands for its folder."""
        path = self._root / name
        for folder in path.relative_to(self._root).parents[:-1]:
            if (self._root / folder).is_symlink():
                where = str(self._root / folder)
                raise StoreError("a link is not followed", where=where, hint=f"rm {where}")
        return path

    def _holds(self, file: PublishedFile) -> bool:
        path = self._find(file.name)
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as opened:
            return digest_file(file.name, opened) == file.digest


class _Held:
    def check(self) -> None:
        """Nobody takes a lock away."""


def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _read_chunks(opened: IO[bytes]) -> Iterator[bytes]:
    while chunk := opened.read(_CHUNK):
        yield chunk
