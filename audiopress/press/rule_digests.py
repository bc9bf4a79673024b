"""Digests of our own rules: what was made with other rules is made again.

Hashing the source of a room needs no version number that somebody forgets to raise.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from importlib import resources
from typing import TYPE_CHECKING

from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["digest_binding_rules", "digest_reading_rules", "list_files"]

READING_LIBRARIES = (
    "babel",
    "chardetng-py",
    "cssselect",
    "docutils",
    "justext",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "mdurl",
    "num2words",
    "py3langid",
    "pypdfium2",
    "pyyaml",
    "trafilatura",
    "webencodings",
)
"""Distributions whose version can change what is read of a page or how it is said: all that
``text``, ``reading`` and ``speaking`` import, and what these read with in their turn (lxml finds
selectors by cssselect, trafilatura falls back on justext, markdown-it-py spells addresses by
mdurl). With another version of one every page is read again, and only what it says differently is
spoken again. A test parses the imports, so that none is forgotten."""

BINDING_LIBRARIES = (
    "feedgen",
    "jinja2",
    "lxml",
    "markupsafe",
    "msgspec",
    "pillow",
    "segno",
)
"""Distributions whose version can change a file beside the sound, its tag, or the feed. Those that
make the sound are not here: their versions, where they matter, are in the keys of its frames."""


@functools.cache
def digest_reading_rules() -> str:
    """Return the digest of what turns a page into a script."""
    rooms = [_digest_room(name) for name in ("text", "reading", "speaking")]
    return digest([rooms, [_name_version(name) for name in READING_LIBRARIES]])


@functools.cache
def digest_binding_rules() -> str:
    """Return the digest of what turns segments into the files of an edition."""
    rooms = [_digest_room(name) for name in ("audio", "publish", "player", "press")]
    return digest([rooms, [_name_version(name) for name in BINDING_LIBRARIES]])


def _digest_room(name: str) -> list[list[str]]:
    """Return path and digest of every file of a room, in one order on every disk."""
    # Contents and not dates: a wheel that is installed again is the same rules.
    found = sorted(list_files(name), key=lambda pair: pair[0])
    return [[name, hashlib.sha256(body).hexdigest()] for name, body in found]


def list_files(room: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of a room, folders with forward slashes."""
    yield from _walk_files(resources.files("audiopress").joinpath(room), "")


def _walk_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            # The interpreter writes these when it likes: the same rules would have two digests.
            if item.name != "__pycache__":
                yield from _walk_files(item, f"{prefix}{item.name}/")
        elif not item.name.endswith(".pyc"):
            yield prefix + item.name, item.read_bytes()


def _name_version(name: str) -> str:
    try:
        return f"{name} {importlib.metadata.version(name)}"
    # Its absence is in the digest as well: that it comes later is a change of the rules.
    except importlib.metadata.PackageNotFoundError:  # one that another brings only sometimes
        return name
