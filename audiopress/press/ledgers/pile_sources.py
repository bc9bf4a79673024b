"""Of which files of a folder a private pile was made, as far as that is known without fetching."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.identity import fold_address, is_address
from audiopress.sources.lists.kinds import find_collection
from audiopress.store.atomic_files import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.settings import Settings

__all__ = ["find_pile_sources", "may_be_of_pile"]

_ADDRESS = re.compile(r"https?://[^\s\"'<>,;|\\]+")
"""An address in a list of any form."""

_FILE = "file:"
"""How the name of an article begins that is known by its file."""

_MOST_BYTES = 50_000_000
"""The largest file that is looked into; exports with the whole text of articles are smaller."""


def may_be_of_pile(settings: Settings, names: Sequence[str]) -> bool:
    """Whether what is configured can be what a pile of articles of these names was made of.

    It is not where all of it lies here, and none of it names an article of the pile.
    """
    chosen = [*settings.sources, *(source for source, _ in settings.selected)]
    known = [_is_of_pile(settings.root, source, _fold(names)) for source in chosen]
    return not known or any(each is not False for each in known)


def find_pile_sources(settings: Settings, names: Sequence[str]) -> list[str]:
    """Return the files and folders here that have articles of the pile, by name."""
    own = {os.path.realpath(each) for each in (settings.public_output, settings.cache)}
    try:
        found = sorted(path.name for path in settings.root.iterdir())
    except OSError:
        return []
    folded = _fold(names)
    return [
        name
        for name in found
        if not name.startswith(".") and os.path.realpath(settings.root / name) not in own
        if _is_of_pile(settings.root, name, folded)
    ]


def _fold(names: Iterable[str]) -> set[str]:
    return {fold_address(name) if is_address(name) else name.removeprefix(_FILE) for name in names}


def _is_of_pile(root: Path, source: str, names: set[str]) -> bool | None:
    """Whether a source has an article of these names; ``None`` where nobody knows."""
    if is_address(source):
        return None
    path = Path(os.path.normpath(root / source))
    below = os.path.relpath(path, root).replace(os.sep, "/")
    if path.is_dir():
        return any(name.startswith(f"{below}/") for name in names) or _is_filled(path)
    if below in names:
        return True
    return _names_one(path, names) if path.is_file() else None


def _is_filled(folder: Path) -> bool | None:
    """Return that a folder is another one if anything is in it; of an empty one nobody knows."""
    return False if any(folder.iterdir()) else None


def _names_one(path: Path, names: set[str]) -> bool:
    try:
        body = (read(path) or b"") if path.stat().st_size <= _MOST_BYTES else b""
    except (OSError, StoreError):
        return False
    if not find_collection(body):
        return False
    found = _ADDRESS.finditer(body.decode("utf-8", "replace"))
    return any(fold_address(address[0]) in names for address in found)
