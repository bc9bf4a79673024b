"""Where files of voices lie: the voices folder, else the pip package that a manifest names.

A place that cannot be looked into, and a file that is not as long as its manifest says, are passed
over for what lies elsewhere; `explain_lack` tells of them where nothing else was found.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import stat
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress import user_folders
from audiopress.errors import StoreError, VoiceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Voice, VoiceFile

__all__ = [
    "explain_lack",
    "explain_place",
    "find_folder",
    "find_place",
    "list_manifests",
    "list_places",
]

_FOLDER = "AUDIOPRESS_VOICES"
"""The variable of the environment that names the voices folder."""

_OTHER_FOLDER = f"set {_FOLDER} to a folder of yours"
"""What helps where the voices folder cannot be used."""

_ABSENT = "is missing"
"""What is said of a file where there is none."""


def find_folder() -> Path:
    """Return the voices folder: ``$AUDIOPRESS_VOICES``, else below the user's data folder.

    Raises `VoiceError` where the variable names the home of somebody who is not there, and
    `StoreError` where this user has no home.
    """
    chosen = os.environ.get(_FOLDER)
    if not chosen:
        return user_folders.find_data_folder() / "voices"
    try:
        return Path(chosen).expanduser()
    except RuntimeError as error:
        raise VoiceError(
            f"{_FOLDER} names no folder: there is no such user",
            where=f"{_FOLDER}={chosen}",
            hint=_OTHER_FOLDER,
        ) from error


def list_manifests() -> list[Path]:
    """Return the manifests of the voices folder, sorted; none where there is no folder.

    Raises `VoiceError` where it cannot be looked into.
    """
    try:
        folder = find_folder()
        names = sorted(os.listdir(folder))  # noqa: PTH208 - `glob` is silent where it fails
    except (FileNotFoundError, NotADirectoryError):
        return []
    except StoreError as error:
        raise VoiceError(error.message, where=error.where, hint=error.hint) from error
    except OSError as error:
        raise VoiceError(
            f"the voices folder cannot be looked into: {error.strerror or error}",
            where=str(folder),
            hint=_OTHER_FOLDER,
        ) from error
    return [folder / name for name in names if name.endswith(".toml")]


def list_places(voice: Voice) -> list[Path]:
    """Return the folders that files of ``voice`` may lie in, the first one coming before others."""
    places = find_package_folders(voice.package)
    # Who has no home, or names none, has what came with a package all the same.
    with contextlib.suppress(StoreError, VoiceError):
        places.insert(0, find_folder() / voice.engine)
    return places


def find_package_folders(package: str) -> list[Path]:
    """Return the folders of a pip package that may carry voice files; it is not imported."""
    spec = importlib.util.find_spec(_name_module(package)) if package else None
    if spec is None or not spec.submodule_search_locations:
        return []
    root = Path(spec.submodule_search_locations[0])
    # In the package itself, or in one of these as those of joe and heart have them.
    return [root, root / "data", root / "assets"]


def _name_module(package: str) -> str:
    """Return the module that a pip package brings: hibari-tts has ``hibari``."""
    listed: str | None = None
    with contextlib.suppress(PackageNotFoundError):
        listed = distribution(package).read_text("top_level.txt")
    # The name for pip has hyphens, that of a module has none.
    return listed.split()[0] if listed and listed.split() else package.replace("-", "_")


def find_place(file: VoiceFile, places: Sequence[Path]) -> Path | None:
    """Return where a file lies whole, by its size alone; its sum is compared when it is read."""
    here = (place / file.name for place in places)
    return next((path for path in here if not explain_place(path, file)), None)


def explain_lack(file: VoiceFile, places: Sequence[Path]) -> tuple[str, str]:
    """Return what is wrong with a file that is in none of the places whole, and where it lies.

    Nothing is wrong where it was never installed, and where it is missing stands its name.
    """
    for place in places:
        fault = explain_place(place / file.name, file)
        if fault not in ("", _ABSENT):
            return f"{file.name} {fault}", str(place / file.name)
    # Who named a folder that is none, or has none, hears of that.
    try:
        find_folder()
    except (StoreError, VoiceError) as error:
        return f"{file.name} {_ABSENT}, and {error.message}", error.where
    return "", f"{file.name} {_ABSENT}"


def explain_place(path: Path, file: VoiceFile) -> str:
    """Return what is wrong with what lies at a path, such as "is missing", or nothing."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return _ABSENT
    except OSError as error:
        return f"cannot be looked at: {error.strerror or error}"
    if stat.S_ISDIR(found.st_mode):
        return "is a folder, and not the file"
    if not stat.S_ISREG(found.st_mode):
        return "is no file"
    if found.st_size != file.size:
        return f"is {found.st_size:,} bytes and not {file.size:,}"
    return ""
