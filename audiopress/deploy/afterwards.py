"""The command ``[deploy] update``: run when something has changed where listeners fetch it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["run_update"]

_STANDARD_ERROR = 2
"""The number of standard error (POSIX)."""

_SECONDS = 600
"""Seconds that the command may take: a CDN answers in some, and a pipeline should not hang."""


def run_update(command: str, folder: Path, names: Sequence[str]) -> None:
    """Run a command of the configuration by the system's shell; it reads the names, a line each.

    What it prints is for people. Raises `StoreError` that names it when it fails.
    """
    again = "to run it again: audiopress deploy"
    try:
        done = subprocess.run(  # noqa: S602 - it is the owner's own line, with variables in it
            command,
            shell=True,
            cwd=folder,
            input="".join(f"{name}\n" for name in names).encode(),
            stdout=_STANDARD_ERROR,  # what it prints is no part of a JSON document
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        text = f"the update command is not done in {_SECONDS} seconds"
        raise StoreError(text, where=f"[deploy] update: {command}", hint=again) from error
    except OSError as error:
        text = f"the update command cannot be run: {(error.strerror or str(error)).lower()}"
        raise StoreError(text, where=f"[deploy] update: {command}", hint=again) from error
    if done.returncode:
        text = f"the update command has failed with status {done.returncode}"
        raise StoreError(text, where=f"[deploy] update: {command}", hint=again)
