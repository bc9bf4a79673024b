"""The sound files of an edition, as a log names them: what a byte of them is in time and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from audiopress.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EpisodeFile", "SoundingPart", "find_file", "list_files"]

_PLACE: Final = re.compile(r"(?:^|/)episodes/([^/]+)/([0-9a-f]{8})/([^/]+\.mp3)$")
"""Where a version's sound lies, below whatever a site is served at."""

_BEGINNING: Final = 120
"""Characters of a paragraph that are kept to name it: more than is shown anywhere."""

_ID3: Final = b"ID3"
"""How a tag begins (ID3v2.4, 3.1)."""

_TAG_HEAD: Final = 10
"""Bytes of a tag's head, which its size leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundingPart:
    """A paragraph: the bytes of the file that it sounds in, its seconds, and how it begins."""

    first: int
    last: int
    start: float
    end: float
    beginning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFile:
    """A version's sound: ``sound`` is the byte behind the tag, ``a_second`` bytes of one second.

    A version that is not in the folder any more has the figures of the newest, and no ``parts``.
    """

    slug: str
    key: str
    title: str
    guid: str
    size: int
    sound: int
    a_second: float
    parts: tuple[SoundingPart, ...] = ()


def list_files(folder: Path) -> dict[tuple[str, str], EpisodeFile]:
    """Return the sound files of an edition by slug and version, and the newest of each by "".

    Raises:
        StoreError: there is none.

    """
    found: dict[tuple[str, str], EpisodeFile] = {}
    for path in sorted(folder.glob("**/episodes/*/episode.json")):
        episode = _read(path)
        for version in sorted(path.parent.glob("*/alignment.json")):
            file = _describe(version, episode)
            if file is not None:
                found[file.slug, file.key] = file
        newest = str(episode.get("audio", {}).get("src", "")).partition("/")[0]
        if (path.parent.name, newest) in found:
            found[path.parent.name, ""] = found[path.parent.name, newest]
    if not found:
        raise StoreError(
            "has no episodes, so nobody can tell what its log is about",
            where=str(folder),
            hint="name the folder that `audiopress build` writes with --output",
        )
    return found


def find_file(path: str, files: dict[tuple[str, str], EpisodeFile]) -> EpisodeFile | None:
    """Return the file that a request's path names; ``None`` for whatever is no episode's sound."""
    place = _PLACE.search(path)
    if place is None:
        return None
    slug, key = place[1], place[2]
    return files.get((slug, key)) or files.get((slug, ""))


def _read(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(
            f"cannot be read: {error}", where=str(path), hint="audiopress check says what is wrong"
        ) from error
    return found


def _describe(path: Path, episode: dict[str, Any]) -> EpisodeFile | None:
    """Return the sound beside an ``alignment.json``; a correction of texts only has none."""
    told = _read(path)
    sound = path.parent / str(told.get("audio", ""))
    if not sound.is_file():
        return None
    size, tag = sound.stat().st_size, _measure_tag(sound)
    # One bit rate from the tag to the end, so a byte is a time.
    a_second = (size - tag) / max(float(told["duration"]), 0.001)
    return EpisodeFile(
        slug=path.parent.parent.name,
        key=path.parent.name,
        title=str(told.get("title") or episode.get("title") or path.parent.parent.name),
        guid=str(told.get("guid", "")),
        size=size,
        sound=tag,
        a_second=a_second,
        parts=tuple(
            SoundingPart(
                first=tag + round(each["start"] * a_second),
                last=tag + round(each["end"] * a_second),
                start=each["start"],
                end=each["end"],
                beginning=" ".join(each["source"].split())[:_BEGINNING],
            )
            for each in told.get("paragraphs", [])
        ),
    )


def _measure_tag(path: Path) -> int:
    """Return the bytes before the sound: the tag's size has seven bits a byte (ID3v2.4, 3.1)."""
    with path.open("rb") as file:
        head = file.read(_TAG_HEAD)
    if head[:3] != _ID3:
        return 0
    size = 0
    for byte in head[6:]:
        size = size << 7 | byte & 0x7F
    return _TAG_HEAD + size
