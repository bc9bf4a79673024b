"""The files of one published version: sound, alignment, captions, chapters, and the feed's word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from audiopress.checking.files.frames import FrameWalk, walk_frames
from audiopress.checking.files.other_kinds import describe_kind
from audiopress.checking.files.shapes import AlignmentShape, EpisodeShape, read_record
from audiopress.checking.files.tag import Tag, read_tag

if TYPE_CHECKING:
    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.shelf import Shelf

__all__ = ["Version", "open_version"]

_FOLDER = re.compile(r"[0-9a-f]{8}")
"""The name of a version's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an item's enclosure leads to: ``sound`` is the MP3 at ``path``.

    ``folder`` has its texts and ends with a slash: where only texts were corrected, the sound is in
    another one.
    """

    item: FeedNode
    path: str
    folder: str
    sound: bytes
    tag: Tag
    frames: FrameWalk
    alignment: dict[str, Any]
    episode: dict[str, Any]

    @property
    def home(self) -> str:
        """The episode's stable folder, with a slash at its end."""
        return self.folder.rstrip("/").rpartition("/")[0] + "/"

    @property
    def paragraphs(self) -> list[dict[str, Any]]:
        """What is said, in the order of the alignment."""
        found: list[dict[str, Any]] = self.alignment.get("paragraphs", [])
        return found

    @property
    def length(self) -> float:
        """Seconds of sound that the alignment promises."""
        return float(self.alignment.get("duration", 0))


def open_version(item: FeedNode, path: str, shelf: Shelf) -> Version | str:
    """Return the version whose sound is at ``path``, or which of its files is not there."""
    folder = path.rpartition("/")[0] + "/"
    sound = shelf.read(path)
    if sound is None:
        crooked = any(part in ("", ".", "..") for part in path.split("/"))
        return f"{path} {'is no plain path' if crooked else 'is not there'}"
    other = describe_kind(sound)
    if other:
        return f"{path} {other}, and no MP3"
    home = folder.rstrip("/").rpartition("/")[0] + "/"
    episode = read_record(shelf, f"{home}episode.json", EpisodeShape)
    if not isinstance(episode, str):
        folder = _find_texts(episode, home, path) or folder
    alignment = read_record(shelf, f"{folder}alignment.json", AlignmentShape)
    if isinstance(alignment, str):
        return alignment
    if isinstance(episode, str):
        return episode
    tag = read_tag(sound)
    return Version(
        item=item,
        path=path,
        folder=folder,
        sound=sound,
        tag=tag,
        frames=walk_frames(sound, tag.size),
        alignment=alignment,
        episode=episode,
    )


def _find_texts(episode: dict[str, Any], home: str, path: str) -> str:
    """Return the folder of the texts that the page has to this sound, if it plays it."""
    plays = urljoin(home, str(episode.get("audio", {}).get("src", ""))) == path
    folder = str(episode.get("alignment", "")).rpartition("/")[0]
    return f"{home}{folder}/" if plays and _FOLDER.fullmatch(folder) else ""
