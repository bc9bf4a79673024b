"""Where a configuration lies that the folder we stand in does not have."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.toml import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["explain_no_file", "suggest_folder"]

_MOST = 3
"""Folders below that are named; who has more of them knows what they are called."""


def explain_no_file(folder: Path) -> ConfigError:
    """Return the error of a command that asks for an edition where there is none."""
    hint = suggest_folder(folder) or (
        f"go into the folder that has it, or name it: --config FOLDER/{FILE_NAME}; "
        "audiopress init writes one"
    )
    return ConfigError(
        f"there is no {FILE_NAME} here, and nothing was built here", where=str(folder), hint=hint
    )


def suggest_folder(folder: Path) -> str:
    """Return how to get to a configuration right below or above ``folder``; nothing without one."""
    below = _list_below(folder)
    above = next((each for each in folder.parents if (each / FILE_NAME).is_file()), None)
    near = below[:_MOST] or ([above] if above else [])
    ways = " or ".join(f"cd {shlex.quote(os.path.relpath(each, folder))}" for each in near)
    return f"{ways}, where there is one, and the same command again" if ways else ""


def _list_below(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if (each / FILE_NAME).is_file())
    except OSError:  # a folder that cannot be listed has none to be named
        return []
