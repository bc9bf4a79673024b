"""Changes to the files of an edition, and what `audiopress check` then calls wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from audiopress.checking.beside import Beside
from audiopress.checking.edition import check_edition
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Plant = Callable[[Path], object]

__all__ = ["change", "change_record", "find_wrong"]

MILL = "episodes/the-tide-mill-of-sallow"


def find_wrong(folder: Path) -> set[str]:
    """Return the names of all checks that find something wrong.

    Tones of a few words between long pauses are softer than an article is.
    """
    checks = check_edition(Folder(folder), Beside(level=-17.0)).list_checks()
    return {each.name for each in checks if each.ok is False}


def change(name: str, old: str, new: str, count: int = 1) -> Plant:
    """Replace what matches ``old`` in the one file that ``name`` matches."""

    def plant(folder: Path) -> None:
        (path,) = folder.glob(name)
        text = path.read_text("utf-8")
        changed = re.sub(old, new, text, count=count, flags=re.DOTALL)
        assert changed != text, old
        path.write_text(changed, "utf-8")

    return plant


def change_record(name: str, edit: Callable[[Any], object]) -> Plant:
    """Edit the one JSON file that ``name`` matches."""

    def plant(folder: Path) -> None:
        (path,) = folder.glob(name)
        record = json.loads(path.read_text("utf-8"))
        edit(record)
        path.write_text(json.dumps(record), "utf-8")

    return plant
