"""What this machine has and lacks to build an edition; nothing is changed, and nobody is asked."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from audiopress import __version__
from audiopress.errors import AudiopressError
from audiopress.press.preflight import check_installed
from audiopress.store.atomic_files import try_folder
from audiopress.text.counts import count_things
from audiopress.voices import is_installed, list_voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.settings import Settings

__all__ = ["Finding", "look_at_machine"]

_ROOM: Final = 1_000_000_000
"""Bytes that should be free: an hour of speech is 43 MB in the output and as much again in the
cache, a voice up to 350 MB."""

_EXTRAS: Final = {
    "cluster": ("distributed", "obstore", "cryptography"),
    "deploy": ("obstore",),
    "documents": ("docutils", "pypdfium2"),
    "espeak": ("espeakng_loader",),
    "fast": ("onnx",),
    "hear": ("faster_whisper",),
    "piper": ("piper", "onnx"),
    "sign": ("c2pa", "cryptography"),
}
"""The extras, and what each of them brings (pyproject.toml)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row: ``ok`` is ``None`` for what is neither right nor wrong. ``hint`` mends it."""

    name: str
    ok: bool | None
    told: str
    hint: str = ""


def look_at_machine(load: Callable[[], Settings]) -> list[Finding]:
    """Return what was found; ``load`` gives the settings, or raises what is wrong with them."""
    found = [
        Finding(name="audiopress", ok=True, told=f"{__version__}, in {_find_home()}"),
        Finding(name="Python", ok=True, told=f"{platform.python_version()}, {sys.executable}"),
        Finding(name="system", ok=True, told=_describe_system()),
        _list_extras(),
        _list_ready_voices(),
    ]
    try:
        settings = load()
    except AudiopressError as error:
        return [*found, _explain("configuration", error)]
    told = str(settings.file or f"none in {settings.root}: every build is a preview")
    return [
        *found,
        Finding(name="configuration", ok=True, told=told),
        _look_at_voices(settings),
        *_look_at_folders(settings),
    ]


def _find_home() -> Path:
    return Path(__file__).resolve().parents[1]


def _describe_system() -> str:
    return f"{platform.platform()}, {count_things(os.cpu_count() or 1, 'processor')}"


def _list_extras() -> Finding:
    """Return which extras are there: none is needed, and each is asked for where it is used."""
    there = [name for name, parts in _EXTRAS.items() if all(map(_is_there, parts))]
    others = [name for name in _EXTRAS if name not in there]
    told = f"{', '.join(there) or 'none'}; not installed: {', '.join(others) or 'none'}"
    return Finding(name="extras", ok=None, told=told)


def _is_there(module: str) -> bool:
    return find_spec(module) is not None


def _list_ready_voices() -> Finding:
    names = sorted(voice.name for voice in list_voices() if is_installed(voice))
    return Finding(
        name="voices",
        ok=bool(names),
        told=", ".join(names) or "none is installed",
        hint="" if names else "audiopress voices list",
    )


def _look_at_voices(settings: Settings) -> Finding:
    try:
        check_installed(settings)
    except AudiopressError as error:
        return _explain("voices of this edition", error)
    return Finding(name="voices of this edition", ok=True, told="ready")


def _look_at_folders(settings: Settings) -> Iterator[Finding]:
    for name in ("output", "ledger", "cache"):
        folder: Path = getattr(settings, name)
        try:
            try_folder(folder)
        except AudiopressError as error:
            yield _explain(name, error)
            continue
        free = shutil.disk_usage(_find_nearest(folder)).free
        told = f"{folder}, {free / 1e9:.1f} GB free"
        hint = "" if free >= _ROOM else "audiopress gc removes what nothing names"
        yield Finding(name=name, ok=free >= _ROOM or None, told=told, hint=hint)


def _find_nearest(folder: Path) -> Path:
    """Return the folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _explain(name: str, error: AudiopressError) -> Finding:
    where = f" ({error.where})" if error.where else ""
    return Finding(name=name, ok=False, told=f"{error.message}{where}", hint=error.hint)
