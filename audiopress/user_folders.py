"""Where the operating system keeps what belongs to a user.

By platformdirs, told to add neither an author's folder nor one called ``Cache``: so the folders are
those that the first release used, and what lies in them is found.
"""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import PlatformDirs

from audiopress.errors import StoreError

__all__ = ["find_cache_folder", "find_data_folder"]


def find_data_folder() -> Path:
    """Return the folder for what a user would miss, such as voices; it may not be there yet.

    ``$XDG_DATA_HOME/audiopress`` or ``~/.local/share/audiopress``, on macOS ``~/Library/Application
    Support/audiopress``, on Windows ``%LOCALAPPDATA%/audiopress``. Raises `StoreError` where the
    user has no home folder.
    """
    return _find("user_data_path", "Application Support")


def find_cache_folder() -> Path:
    """Return the folder for what can be made again; it may not be there yet.

    ``$XDG_CACHE_HOME/audiopress`` or ``~/.cache/audiopress``, on macOS ``~/Library/Caches/
    audiopress``, on Windows ``%LOCALAPPDATA%/audiopress``. Raises `StoreError` where the user has
    no home folder.
    """
    return _find("user_cache_path", "Caches")


def _find(kind: str, apple: str) -> Path:
    folders = PlatformDirs("audiopress", appauthor=False, roaming=False, opinion=False)
    try:
        found: Path = getattr(folders, kind)
        # On macOS platformdirs heeds the XDG variables, which the first release did not.
        former = Path.home() / "Library" / apple / "audiopress"
    except RuntimeError as error:
        raise StoreError(
            "the operating system names no home folder for this user",
            where=str(error),
            hint="set HOME to a folder that can be written",
        ) from error
    return former if sys.platform == "darwin" and former.is_dir() else found
