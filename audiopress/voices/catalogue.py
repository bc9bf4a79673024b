"""Voices: their manifests, where their files lie, and that the files are what they should be.

A manifest is a TOML file of the top-level folder ``voices/`` (package data ``voices_data`` once
installed). It names the engine, the languages, the licence and lineage in plain words, and every
file with address, size and sha256. Nothing loads a file of a voice but through `read`, which
compares size and sum first.

Files come from the voices folder, where they are kept by engine so that voices of one model share
it (``$AUDIOPRESS_VOICES``, else the user's data folder of the operating system), or from the pip
package the manifest names.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import importlib.resources
import importlib.util
import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress import user_folders
from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "all_voices",
    "digest",
    "find",
    "folder",
    "installed",
    "locate",
    "manifest",
    "read",
    "verify",
]

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_SYSTEM = "system:"


# -- manifests -------------------------------------------------------------------------------


@functools.cache
def all_voices() -> tuple[Voice, ...]:
    """Every voice audiopress brings a manifest for, sorted by name.

    Raises `VoiceError` when a manifest cannot be read.
    """
    texts = [
        (entry.name, entry.read_text(encoding="utf-8"))
        for entry in _manifests().iterdir()
        if entry.name.endswith(".toml")
    ]
    return tuple(sorted((manifest(text, name) for name, text in texts), key=lambda v: v.name))


def _manifests() -> Traversable:
    packaged = importlib.resources.files("audiopress") / "voices_data"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "voices"


def manifest(text: str, where: str) -> Voice:
    """Read one manifest; ``where`` names it in errors (`VoiceError`)."""
    try:
        table = tomllib.loads(text)
        files = tuple(VoiceFile(**entry) for entry in table.pop("files", ()))
        languages = tuple(table.pop("languages"))
        options = tuple(sorted(table.pop("options", {}).items()))
        voice = Voice(files=files, languages=languages, options=options, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise VoiceError(f"the voice's manifest is not right: {error}", where=where) from error
    for file in voice.files:
        if not _FILE_NAME.fullmatch(file.name):
            raise VoiceError(f"not a file name: {file.name!r}", where=where)
    return voice


def find(name: str) -> Voice:
    """Return the voice called ``name``; ``system:ID`` is any voice of the operating system.

    Raises `VoiceError` with the names that are close.
    """
    if name.startswith(_SYSTEM) and len(name) > len(_SYSTEM):
        base = find("system")
        return Voice(
            name=name,
            engine=base.engine,
            languages=(),
            title=f"the operating system's voice {name[len(_SYSTEM) :]}",
            speaker=name[len(_SYSTEM) :],
            licence=base.licence,
            lineage=base.lineage,
            sample_rate=base.sample_rate,
        )
    known = {voice.name: voice for voice in all_voices()}
    if name in known:
        return known[name]
    close = difflib.get_close_matches(name, known, n=3)
    meant = f"; did you mean {' or '.join(close)}?" if close else ""
    raise VoiceError(f'there is no voice "{name}"{meant}', hint="audiopress voices list")


def digest(voice: Voice) -> str:
    """Sha256 (hex) over the sums the manifest pins, for keys: no file is read."""
    sums = "\n".join(sorted(file.sha256 for file in voice.files))
    return hashlib.sha256(sums.encode()).hexdigest()


# -- files -----------------------------------------------------------------------------------


def folder() -> Path:
    """Return the voices folder: ``$AUDIOPRESS_VOICES``, else below the user's data folder."""
    chosen = os.environ.get("AUDIOPRESS_VOICES")
    if chosen:
        return Path(chosen).expanduser()
    return user_folders.find_data_folder() / "voices"


def locate(voice: Voice) -> dict[str, Path]:
    """Where each file of ``voice`` lies, by its name.

    What was installed into the voices folder comes before the pip package, so that installing
    mends a package that is wrong. Raises `VoiceError` when a file is missing. Looks at names only,
    not at contents.
    """
    places = [folder() / voice.engine, *_package_folders(voice.package)]
    found: dict[str, Path] = {}
    for file in voice.files:
        here = next((place / file.name for place in places if (place / file.name).is_file()), None)
        if here is None:
            raise _wrong(f'voice "{voice.name}" is not installed', voice, f"{file.name} is missing")
        found[file.name] = here
    return found


def _package_folders(package: str) -> list[Path]:
    """Folders of a pip package that may carry voice files; it is not imported."""
    spec = importlib.util.find_spec(package.replace("-", "_")) if package else None
    if spec is None or not spec.submodule_search_locations:
        return []
    root = Path(spec.submodule_search_locations[0])
    return [root, root / "data"]


def installed(voice: Voice) -> bool:
    """Tell whether every file of ``voice`` lies somewhere, without reading them."""
    try:
        locate(voice)
    except VoiceError:
        return False
    return True


def read(voice: Voice, name: str) -> bytes:
    """Return the whole file ``name`` of ``voice``, once size and sha256 are right.

    The bytes that were compared are the bytes returned, so nothing can be exchanged between.
    Raises `VoiceError`.
    """
    file = next((file for file in voice.files if file.name == name), None)
    if file is None:
        raise VoiceError(f'voice "{voice.name}" has no file {name}', where=name)
    path = locate(voice)[name]
    try:
        body = path.read_bytes()
    except OSError as error:
        raise _wrong(f'voice "{voice.name}" cannot be read: {error}', voice, str(path)) from error
    if len(body) != file.size or hashlib.sha256(body).hexdigest() != file.sha256:
        raise _wrong(f'voice "{voice.name}" is not what its manifest says', voice, str(path))
    return body


def verify(voice: Voice) -> None:
    """Compare size and sha256 of every file with the manifest; raises `VoiceError`."""
    for file in voice.files:
        read(voice, file.name)


def _wrong(message: str, voice: Voice, where: str) -> VoiceError:
    return VoiceError(message, where=where, hint=f"audiopress voices install {voice.name}")
