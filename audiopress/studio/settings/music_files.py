"""Sound files that may be the music of a show: those in the edition's folder, and new ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.store.atomic_files import write
from audiopress.studio.files.intake import name_file

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["list_music", "save_music"]

_SOUNDS = frozenset((".wav", ".flac", ".ogg", ".mp3"))
"""Endings of files that music is taken from (docs/configuration.md)."""

_FOLDER = "music"
"""Where a sound file goes that was given to the window."""


def list_music(settings: Settings) -> list[str]:
    """Return the sound files of the edition's folder that are no part of what is made there."""
    made = {path.resolve() for path in (settings.output, settings.cache, settings.ledger)}
    folders = [settings.root, *(path for path in settings.root.iterdir() if path.is_dir())]
    return sorted(
        name_file(settings, path)
        for folder in folders
        if folder.resolve() not in made and not folder.name.startswith(".")
        for path in folder.iterdir()
        if path.suffix.lower() in _SOUNDS and path.is_file()
    )


def save_music(settings: Settings, name: str, body: bytes) -> Path:
    """Keep a sound file that was given, by its own name; raises `ConfigError` for another kind."""
    plain = re.sub(r"[^\w.-]+", "-", re.split(r"[/\\]", name)[-1]).strip("-.")
    path = settings.root / _FOLDER / plain
    if path.suffix.lower() not in _SOUNDS or not body:
        raise ConfigError("this is no sound file", where=name, hint="take WAV, FLAC, Ogg or MP3")
    if path.exists() and path.read_bytes() != body:
        raise ConfigError(
            "there is another sound file of this name", where=plain, hint="give it another name"
        )
    write(path, body)
    return path
