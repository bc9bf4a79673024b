"""Where the operating system keeps what belongs to a user."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["user_cache", "user_data"]


def user_data() -> Path:
    """Return the folder for what a user would miss; raises ``RuntimeError`` without a home."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        return _local()
    return _chosen("XDG_DATA_HOME") or Path.home() / ".local" / "share"


def user_cache() -> Path:
    """Return the folder for what can be made again; raises ``RuntimeError`` without a home."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return _local()
    return _chosen("XDG_CACHE_HOME") or Path.home() / ".cache"


def _local() -> Path:
    return _chosen("LOCALAPPDATA") or Path.home() / "AppData" / "Local"


def _chosen(name: str) -> Path | None:
    """Return the folder a variable names; one that is not absolute counts for nothing.

    So https://specifications.freedesktop.org/basedir-spec/latest/ has it.
    """
    value = Path(os.environ.get(name, ""))
    return value if value.is_absolute() else None
