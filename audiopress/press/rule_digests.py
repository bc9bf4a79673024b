"""Digests of our own rules: what was made with other rules is made again.

Hashing the source of a room needs no version number that somebody forgets to raise.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from importlib import resources
from typing import TYPE_CHECKING, Any

from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["digest_binding_rules", "digest_reading_rules", "list_files"]

READING_LIBRARIES = ("trafilatura", "damga", "markdown-it-py", "webencodings")
BINDING_LIBRARIES = ("feedgen", "mutagen", "jinja2", "pillow")


@functools.cache
def digest_reading_rules() -> str:
    """Digest of what turns a page into a script."""
    rooms = [_room(name) for name in ("text", "reading", "speaking")]
    return digest([rooms, [_version(name) for name in READING_LIBRARIES]])


@functools.cache
def digest_binding_rules() -> str:
    """Digest of what turns segments into the files of an edition."""
    rooms = [_room(name) for name in ("audio", "publish", "player", "press")]
    return digest([rooms, [_version(name) for name in BINDING_LIBRARIES]])


def _room(name: str) -> list[list[str]]:
    found = sorted(list_files(name), key=lambda pair: pair[0])
    return [[name, hashlib.sha256(body).hexdigest()] for name, body in found]


def list_files(room: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of a room, folders with forward slashes."""
    yield from _files(resources.files("audiopress").joinpath(room), "")


def _files(folder: Any, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files(item, f"{prefix}{item.name}/")
        elif not item.name.endswith(".pyc"):
            yield prefix + item.name, item.read_bytes()


def _version(name: str) -> str:
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        return name
