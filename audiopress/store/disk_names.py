"""Whether a file is there under a name that a disk may spell otherwise, or not take at all."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["is_there"]


def is_there(root: Path, name: str) -> bool:
    """Whether a file lies below ``root`` that is called ``name`` when its letters are composed.

    Never an error: a name that no disk takes is that of no file.
    """
    # Not Path.exists, which raises for a name that is too long: composed letters may be longer than
    # those on the disk.
    if os.path.lexists(root / name):
        return True
    places = [root]
    for part in name.split("/"):
        places = [path for place in places for path in _find_spellings(place, part)]
    return bool(places)


def _find_spellings(folder: Path, name: str) -> list[Path]:
    """Return what is called ``name`` in a folder, as the disk spells it."""
    try:
        found = os.listdir(folder)  # noqa: PTH208 - names are compared, not paths
    except (OSError, ValueError):
        return []
    return [folder / each for each in found if unicodedata.normalize("NFC", each) == name]
