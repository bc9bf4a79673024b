"""What lies on the disk under a path that somebody typed, and that no disk may take as a name.

`Path.is_dir` and `Path.is_file` raise for a name that is too long and for one with a NUL in it, and
where one may not look: what is asked here has an answer for each.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["is_file", "is_folder", "shorten_path"]


def is_folder(path: Path | str) -> bool:
    """Whether a folder lies there, or a link to one; never an error."""
    return os.path.isdir(path)  # noqa: PTH112 - takes any name


def is_file(path: Path | str) -> bool:
    """Whether a file lies there, or a link to one; never an error."""
    return os.path.isfile(path)  # noqa: PTH113 - takes any name


def shorten_path(path: Path) -> Path:
    """Return a path as one types it here: from the current folder if it lies below it."""
    whole, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - keeps links
    return whole.relative_to(here) if whole.is_relative_to(here) else whole
