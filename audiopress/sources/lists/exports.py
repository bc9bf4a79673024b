"""Which files are exports of one pile, made one after the other, and which of them is the newest.

Services call the next export as the first one, and browsers add a number: ``pocket.csv``,
``pocket (1).csv``, ``pocket-2026-11-28.csv``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.sources.lists.kinds import find_collection

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["find_newest", "fold_export_name", "list_exports"]

_NO_NAME = re.compile(r"[\W\d_]+")
"""What two exports of one pile differ by in their names: numbers, days, brackets, hyphens."""

_MOST_BYTES = 50_000_000
"""The largest file that is looked into; exports with the whole text of articles are smaller."""


def fold_export_name(source: str | Path) -> tuple[str, str]:
    """Return what the exports of one pile have in common: their name's letters, and its ending."""
    path = Path(source)
    return _NO_NAME.sub("", path.stem.lower()), path.suffix.lower()


def list_exports(path: Path) -> list[Path]:
    """Return the lists in its folder that are called as ``path`` is but for numbers and signs.

    Itself is among them. None where it is no list: texts of one name are parts of a book.
    """
    if not _is_list(path):
        return []
    try:
        found = sorted(path.parent.iterdir())
    except OSError:  # a file may be read in a folder that may not be listed
        return [path]
    alike = [each for each in found if fold_export_name(each) == fold_export_name(path)]
    return [each for each in alike if _is_list(each)]


def find_newest(exports: Iterable[Path]) -> Path:
    """Return the export that was written last, of several at one moment the one counted highest."""
    return max(exports, key=lambda path: (path.stat().st_mtime_ns, _list_numbers(path), path.name))


def _list_numbers(path: Path) -> list[int]:
    return [int(each) for each in re.findall(r"\d+", path.stem, re.ASCII)]


def _is_list(path: Path) -> bool:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return False
        return bool(find_collection(path.read_bytes()))
    except (OSError, ValueError):
        return False
