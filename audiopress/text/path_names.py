"""Which file is meant by the end of its path: names of files that say nothing by themselves."""

from __future__ import annotations

from pathlib import PurePath

__all__ = ["count_shared", "is_called_by_folder", "list_tails", "name_by_path"]

_BY_FOLDER = ("index", "readme", "default")
"""Names of files that are called by their folder: ``late-ferry/index.html``."""


def is_called_by_folder(path: PurePath) -> bool:
    """Whether a file is the page of its folder, as generators of sites write every article."""
    return path.stem.lower() in _BY_FOLDER


def name_by_path(path: PurePath) -> str:
    """Return what a file is called where nothing else of its path counts.

    Its name, ``fog.md``; of the page of a folder that folder's too, ``fog/index.md``.
    """
    folder = path.parent.name if is_called_by_folder(path) else ""
    return f"{folder}/{path.name}" if folder else path.name


def list_tails(place: str) -> list[str]:
    """Return all ends of a path, the longest first: ``a/b/c``, ``b/c``, ``c``."""
    parts = [part for part in place.split("/") if part]
    return ["/".join(parts[at:]) for at in range(len(parts))]


def count_shared(one: str, other: str) -> int:
    """Return how many parts at the end two paths have in common; 0 for files of another name."""
    shared = 0
    for mine, theirs in zip(reversed(one.split("/")), reversed(other.split("/")), strict=False):
        if mine != theirs:
            break
        shared += 1
    fewest = len(name_by_path(PurePath(one)).split("/"))
    return shared if shared >= fewest else 0
