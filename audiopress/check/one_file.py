"""A sound file found anywhere: whether it is one of ours, of which article, whole and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audiopress.check.files.frames import walk_frames
from audiopress.check.files.signature import look_at_signature
from audiopress.check.files.tag import read_tag
from audiopress.check.receipt import Receipt

if TYPE_CHECKING:
    from audiopress.check.files.tag import Tag
    from audiopress.check.shelf import Shelf

__all__ = ["check_file"]

_TOLD: Final = {"title": "TIT2", "show": "TALB", "author": "TPE1", "article": "WOAF"}
"""What a person wants to know of the file, and the frame of the tag that says it."""


_DAY: Final = len("2026-03-14")
"""Characters of a date of ID3v2.4 that are its day; the time stands behind."""


def check_file(name: str, data: bytes, edition: Shelf | None = None) -> Receipt:
    """Return what ``data`` says of itself, and where ``edition`` has the same bytes.

    A file that is not marked as an artificial voice's, or is not whole, has faults; one that only
    comes from elsewhere has none but these.
    """
    receipt = Receipt()
    tag = read_tag(data)
    marked = tag.texts.get("TXXX:ai-content") == "true"
    fault = "" if marked else "has no mark of an artificial voice in its tag"
    receipt.look("marked", name, fault, "ai-content = true")
    frames = walk_frames(data, tag.size)
    told = frames.told is not None and frames.told != frames.count
    fault = f"tells {frames.told} of {frames.count} frames" if told else frames.fault
    receipt.look("whole", name, fault, f"{frames.count:,} frames")
    for label, frame in _TOLD.items():
        if frame in tag.texts:
            receipt.look(label, name, "", tag.texts[frame])
    receipt.look("published", name, "", _describe_date(tag) or "no date in the tag")
    look_at_signature(receipt, name, data, tag)
    if edition is not None:
        found = _find_version(data, edition)
        receipt.look("version", name, "", found or f"none in {edition.name} has these bytes")
    return receipt


def _describe_date(tag: Tag) -> str:
    """Return the day of ID3v2.3's three frames, or of ID3v2.4's one."""
    year, day = tag.texts.get("TYER", ""), tag.texts.get("TDAT", "")
    return f"{year}-{day[2:]}-{day[:2]}" if year and day else tag.texts.get("TDRC", "")[:_DAY]


def _find_version(data: bytes, edition: Shelf) -> str:
    """Return the path of the edition's file with these bytes, or ""."""
    paths = edition.list_paths("episodes/*/*/*.mp3")
    return next((path for path in paths if edition.read(path) == data), "")
