"""Where the files of an edition are read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

__all__ = ["Folder", "Shelf", "find_path"]


class Shelf(Protocol):
    """What `check` needs of a place that has an edition."""

    @property
    def name(self) -> str:
        """How a person calls the place."""
        ...

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, by its path below the edition's root; None if there is none.

        Raises:
            StoreError: it is there and cannot be read.

        """
        ...

    def has(self, path: str) -> bool:
        """Whether there is a file at ``path``; raises as `read`."""
        ...

    def list_paths(self, pattern: str) -> list[str]:
        """Return the paths that match a glob ``pattern``, sorted; nothing where none can be had."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """An edition in a folder, as a build left it or as it is about to be deployed."""

    root: Path

    @property
    def name(self) -> str:
        """The folder."""
        return str(self.root)

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; a path that leads out of the folder has none."""
        return (self.root / path).read_bytes() if self.has(path) else None

    def has(self, path: str) -> bool:
        """Whether a file lies there; a path that leads out of the folder has none."""
        return bool(path) and ".." not in PurePosixPath(path).parts and (self.root / path).is_file()

    def list_paths(self, pattern: str) -> list[str]:
        """Return what lies in the folder."""
        found = (path for path in self.root.glob(pattern) if path.is_file())
        return sorted(path.relative_to(self.root).as_posix() for path in found)


def find_path(address: str, base: str) -> str:
    """Return the path of ``address`` below ``base``, or "" when it is elsewhere.

    ``base`` is an address with a slash at its end. Query and fragment are no part of a file's name.
    """
    parts, root = urlsplit(address), urlsplit(base)
    same_place = (parts.scheme, parts.netloc) == (root.scheme, root.netloc)
    if not same_place or not parts.path.startswith(root.path):
        return ""
    return unquote(parts.path.removeprefix(root.path))
