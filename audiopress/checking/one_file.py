"""A sound file found anywhere: whether it is one of ours, of which article, whole and marked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from audiopress.checking.article import CheckedArticle
from audiopress.checking.files.curves import draw_curves
from audiopress.checking.files.frames import walk_frames
from audiopress.checking.files.shapes import AlignmentShape, read_record
from audiopress.checking.files.signature import look_at_signature
from audiopress.checking.files.sound_rules import measure_sound
from audiopress.checking.files.tag import read_tag
from audiopress.checking.receipt import Receipt

if TYPE_CHECKING:
    from audiopress.checking.files.tag import Tag
    from audiopress.checking.shelf import Shelf

__all__ = ["check_file"]

_TOLD: Final = {"title": "TIT2", "show": "TALB", "author": "TPE1", "article": "WOAF"}
"""What a person wants to know of the file, and the frame of the tag that says it."""


_DAY: Final = len("2026-03-14")
"""Characters of a date of ID3v2.4 that are its day; the time stands behind."""


def check_file(
    name: str, data: bytes, edition: Shelf | None = None, *, draw: bool = False
) -> Receipt:
    """Return what ``data`` says of itself, and where ``edition`` has the same bytes.

    A file that is not marked as an artificial voice's, or is not whole, has faults; one that only
    comes from elsewhere has none but these. It is the receipt's one article; with ``draw`` its
    sound is measured too.
    """
    tag = read_tag(data)
    article = CheckedArticle(
        title=tag.texts.get("TIT2", name),
        link=tag.texts.get("WOAF", ""),
        date=_describe_date(tag),
        path=name,
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
    )
    found = _find_version(data, edition) if edition is not None else ""
    _look_at_file(article.receipt, name, data, tag)
    if edition is not None:
        told = found or f"none in {edition.name} has these bytes"
        article.receipt.look("version", name, "", told)
    if draw:
        _draw(article, data, edition, found)
    return Receipt(articles=[article])


def _look_at_file(receipt: Receipt, name: str, data: bytes, tag: Tag) -> None:
    """Note what a file says of itself: whether it is marked and whole, and what it is of."""
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


def _draw(article: CheckedArticle, data: bytes, edition: Shelf | None, found: str) -> None:
    """Measure the sound, with the paragraphs of the version that ``found`` names."""
    if edition is not None and found:
        place = found.rpartition("/")[0] + "/alignment.json"
        alignment = read_record(edition, place, AlignmentShape)
        if not isinstance(alignment, str):
            article.note_alignment(alignment)
    meters = measure_sound(data)
    if isinstance(meters, str):
        article.receipt.look("decoding", article.path, meters)
    elif meters.samples:
        bounds = [(part.start, part.end) for part in article.parts]
        article.curves = draw_curves(meters, bounds)


def _describe_date(tag: Tag) -> str:
    """Return the day of ID3v2.3's three frames, or of ID3v2.4's one."""
    year, day = tag.texts.get("TYER", ""), tag.texts.get("TDAT", "")
    return f"{year}-{day[2:]}-{day[:2]}" if year and day else tag.texts.get("TDRC", "")[:_DAY]


def _find_version(data: bytes, edition: Shelf) -> str:
    """Return the path of the edition's file with these bytes, or ""."""
    paths = edition.list_paths("episodes/*/*/*.mp3")
    return next((path for path in paths if edition.read(path) == data), "")
