"""The files that an output folder publishes: their names, digests, and in which order they go.

Nothing of audiopress's own is among them (ledger, cache, locks, half-written files): these lie
elsewhere, or have names that begin with a dot, as what no web server should show.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from audiopress.publish.file_headers import choose_cache_control, find_media_type
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "PublishedFile",
    "Stage",
    "Stock",
    "digest_file",
    "find_stage",
    "is_feed",
    "make_headers",
    "take_stock",
]

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
"""A name that is served, as `audiopress serve` has it: the edition makes no others."""

_FEED = re.compile(r"(?:.+/)?feed(?:-\d+)?\.xml")
"""A feed, or an older part of a long one."""

_DIGITS = 32
"""Hex digits of a digest: 128 bits, by which no two files meet, and half the inventory of 256."""


class Stage(IntEnum):
    """The order in which files go: what is named goes before what names it."""

    SOUND = 0
    SIDECAR = 1
    """All else that never changes under its name: transcripts, chapters, artwork."""
    RECORD = 2
    """What lies under a name that stays, and is no page: ``episode.json``, the player."""
    PAGE = 3
    OLDER_FEED = 4
    FEED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """A file by its name below the output folder; ``digest`` is of its bytes and its headers.

    ``body`` are the bytes of a feed: they go as they were when everything else was looked at.
    """

    name: str
    path: Path
    size: int
    digest: str
    body: bytes | None = None

    @property
    def stage(self) -> Stage:
        """When it goes."""
        return find_stage(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """All that is published, by name; ``passed_by`` are files that no server would show.

    ``digests`` are those of sound, by a mark of the file as it lies: it need not be read again.
    """

    files: dict[str, PublishedFile]
    passed_by: tuple[str, ...] = ()
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def feeds(self) -> list[PublishedFile]:
        """The feeds, and their older parts."""
        return [each for each in self.files.values() if each.body is not None]


def take_stock(output: Path, known: Mapping[str, str] = MappingProxyType({})) -> Stock:
    """Return what is published in a folder. Raises `StoreError` for what cannot be read.

    ``known`` are the ``digests`` of the stock before: an edition has gigabytes of sound.
    """
    files, passed_by, digests = {}, [], {}
    for name, path in _walk(output):
        if not all(map(_NAME.fullmatch, name.split("/"))) or not _lies_in(path, output):
            passed_by.append(name)
            continue
        mark = _mark_sound(name, path) if find_stage(name) is Stage.SOUND else ""
        files[name] = _look_at(name, path, known.get(mark, ""))
        if mark:
            digests[mark] = files[name].digest
    return Stock(files=files, passed_by=tuple(passed_by), digests=digests)


def find_stage(name: str) -> Stage:
    """Return when a file of this name goes."""
    if is_feed(name):
        return Stage.FEED if PurePosixPath(name).name == "feed.xml" else Stage.OLDER_FEED
    if "immutable" in choose_cache_control(name):
        return Stage.SOUND if find_media_type(name).startswith("audio/") else Stage.SIDECAR
    return Stage.PAGE if name.endswith(".html") else Stage.RECORD


def is_feed(name: str) -> bool:
    """Whether a file is a feed."""
    return _FEED.fullmatch(name) is not None


def make_headers(name: str) -> dict[str, str]:
    """Return what a server is to say of a file."""
    return {
        "Content-Type": find_media_type(name),
        "Cache-Control": choose_cache_control(name),
    }


def digest_file(name: str, file: IO[bytes]) -> str:
    """Return the digest of what an open file holds, as it would be served under this name."""
    # With the headers: a file whose type is told better by a later version is sent again.
    told = " ".join(make_headers(name).values())
    held = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    return hashlib.sha256(f"{held} {told}".encode()).hexdigest()[:_DIGITS]


def _mark_sound(name: str, path: Path) -> str:
    """Return what changes with a sound file, unread: a build replaces files and never edits one.

    With its headers, as the digest, so that it is sent again when a later version tells others.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise explain_os_error(error, path) from error
    parts = (name, status.st_size, status.st_mtime_ns, status.st_ino, *make_headers(name).values())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:_DIGITS]


def _look_at(name: str, path: Path, known: str) -> PublishedFile:
    try:
        with path.open("rb") as file:
            digest = known or digest_file(name, file)
            size = os.fstat(file.fileno()).st_size
            file.seek(0)
            body = file.read() if is_feed(name) else None
    except OSError as error:
        raise explain_os_error(error, path) from error
    return PublishedFile(name=name, path=path, size=size, digest=digest, body=body)


def _lies_in(path: Path, output: Path) -> bool:
    """Whether a file is the folder's own, and no link that leads out of it."""
    return not path.is_symlink() or path.resolve().is_relative_to(output.resolve())


def _walk(output: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that is not hidden; no link to a folder is followed."""
    for place, folders, names in os.walk(output):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield path.relative_to(output).as_posix(), path
