"""Whether the files of a version agree: one length, one text, one order of chapters."""

from __future__ import annotations

import hashlib
import posixpath
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.feed.channel_rules import says_ai
from audiopress.checking.files.caption_rules import find_caption_faults
from audiopress.checking.files.shapes import ChaptersShape, read_record
from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.files.frames import FrameWalk
    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_version_faults"]

Fault = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_MILLISECOND: Final = 0.0011
"""Seconds by which times may differ that one file has in thousandths and another in millionths."""


def find_version_faults(version: Version, shelf: Shelf) -> Iterator[Fault]:
    """Yield each look at a version's files, with what it found wrong or ""."""
    yield from _look_at_sound(version)
    yield from _look_at_lengths(version)
    yield from _look_at_paragraphs(version)
    yield from find_caption_faults(version, shelf)
    yield from _look_at_chapters(version, shelf)
    yield from _look_at_addresses(version, shelf)
    yield from _look_at_names(version)
    marked = says_ai(version.item) and version.tag.texts.get("TXXX:ai-content") != "true"
    fault = "is in the feed and not in the file" if marked else ""
    if fault and not version.tag.size:
        fault = "is in the feed, and the file has no tag at all"
    yield "ai-content of the file", version.path, fault


def _look_at_sound(version: Version) -> Iterator[Fault]:
    frames = version.frames
    yield "frames of the MP3", version.path, frames.fault
    if not frames.count:
        return
    yield "constant bit rate", version.path, frames.find_rate_fault()
    yield "kind of the MP3", version.path, frames.find_kind_fault()
    if not frames.fault:  # else there are fewer than it tells
        yield "Info header", version.path, _find_info_fault(frames)
    yield "seeking", version.path, frames.find_seek_fault()
    yield "no picture in the MP3", version.path, "has one" if version.tag.pictures else ""


_CHAPTERS_HAVE: Final = frozenset({"version", "title", "fileName", "chapters", "author", "url"})
"""What ``chapters.json`` has (`audiopress.publish.timed.chapters`)."""

_CHAPTER_HAS: Final = frozenset({"startTime", "title", "url", "img"})
"""What a chapter has in it: its end is the next one's start."""


def _find_info_fault(frames: FrameWalk) -> str:
    if frames.told is None:
        return "is not there: players guess the length"
    if frames.told != frames.count:
        return f"tells {frames.told} of {frames.count} frames"
    size = frames.end - frames.start
    return "" if frames.told_bytes == size else f"tells {frames.told_bytes} of {size} bytes"


def _look_at_lengths(version: Version) -> Iterator[Fault]:
    item, path = version.item, version.path
    size, said = len(version.sound), item.value("enclosure", "length")
    yield "length in bytes", path, "" if said == str(size) else f"is {size}, the feed says {said}"
    told = version.episode.get("audio", {})
    current = version.path == version.home + str(told.get("src", ""))
    if current and told.get("length") != size:
        yield "length in bytes", path, f"is {size}, episode.json says {told.get('length')}"
    if current and told.get("sha256"):
        other = hashlib.sha256(version.sound).hexdigest() != told["sha256"]
        yield "digest of the sound", path, "is not the one that episode.json says" if other else ""
    samples, rate = version.alignment.get("samples"), version.alignment.get("rate")
    if not isinstance(samples, int) or not isinstance(rate, int) or rate <= 0:
        yield "duration", path, "alignment.json has no samples and rate"
        return
    seconds = samples / rate
    yield "duration", path, _differs("alignment.json", version.length, seconds, _MILLISECOND)
    duration = item.text("itunes:duration")
    fault = "" if duration == str(round(seconds)) else f"is {seconds:.1f} s, the feed {duration}"
    yield "duration", path, fault
    if not version.tag.size:
        return  # that it has none is said elsewhere
    length = version.tag.texts.get("TLEN", "")
    fine = length.isdecimal() and abs(int(length) / 1000 - seconds) < _MILLISECOND
    yield "duration", path, "" if fine else f"is {seconds:.3f} s, the tag says {length or 'none'}"


def _differs(name: str, said: object, true: float, allowed: float) -> str:
    near = isinstance(said, int | float) and abs(said - true) <= allowed
    return "" if near else f"is {true:.3f} s, {name} says {said}"


def _look_at_paragraphs(version: Version) -> Iterator[Fault]:
    where = f"{version.folder}alignment.json"
    paragraphs = version.paragraphs
    if not paragraphs:
        yield "alignment", where, "has no paragraph"
        return
    for number, each in enumerate(paragraphs):
        yield "alignment", f"{where} paragraph {number}", _find_paragraph_fault(each)
    for number, (one, other) in enumerate(pairwise(paragraphs)):
        late = one["end"] > other["start"]
        yield "alignment", f"{where} paragraph {number}", "runs into the next one" if late else ""
    last = paragraphs[-1]["end"]
    yield "alignment", where, "" if last <= version.length else "goes on behind the sound's end"


def _find_paragraph_fault(paragraph: dict[str, object]) -> str:
    start, end, spoken = (paragraph.get(name) for name in ("start", "end", "spoken"))
    if not isinstance(start, float | int) or not isinstance(end, float | int) or start >= end:
        return f"lasts from {start} to {end}"
    if not spoken or not paragraph.get("source"):
        return "has no text"
    words = paragraph.get("words")
    times = [(word["start"], word["end"]) for word in words] if isinstance(words, list) else []
    if any(one > other for one, other in times) or times != sorted(times):
        return "has words that are not in the order of time"
    outside = [one for one, other in times if one < start - _MILLISECOND or other > end + 1e-3]
    return f"has a word at {outside[0]} s, which is outside of it" if outside else ""


def _look_at_chapters(version: Version, shelf: Shelf) -> Iterator[Fault]:
    where = f"{version.folder}chapters.json"
    told = [(each["title"], each["start"]) for each in version.alignment.get("chapters", [])]
    in_tag = [(each.title, each.start / 1000) for each in version.tag.chapters]
    yield "chapters of the tag", version.path, _compare_chapters(in_tag, told)
    ends = [chapter.end for chapter in version.tag.chapters]
    starts = [chapter.start for chapter in version.tag.chapters][1:]
    gaps = any(end != start for end, start in zip(ends, starts, strict=False))
    yield "chapters of the tag", version.path, "leave gaps or overlap" if gaps else ""
    if not version.item.every("podcast:chapters"):
        yield "chapters", where, "are not in the feed" if told else ""
        return
    record = read_record(shelf, where, ChaptersShape)
    if isinstance(record, str):
        yield "chapters", where, record
        return
    shown = [(each.get("title"), each.get("startTime")) for each in record.get("chapters", [])]
    yield "chapters", where, _compare_chapters(shown, told)
    version_told = record.get("version")
    yield "chapters", where, "" if version_told == "1.2.0" else f"are of version {version_told}"
    yield "chapters", where, _find_strange_chapter(record, version)


def _find_strange_chapter(record: dict[str, Any], version: Version) -> str:
    """Return what of the chapters' file no build writes, or ""."""
    strange = sorted(record.keys() - _CHAPTERS_HAVE)
    strange += sorted({key for each in record["chapters"] for key in each.keys() - _CHAPTER_HAS})
    if strange:
        return f"have {strange[0]}, which no build writes"
    named = record.get("fileName", "").rpartition("/")[2]
    sound = version.path.rpartition("/")[2]
    return "" if named in ("", sound) else f"are those of {named}"


def _compare_chapters(shown: list[tuple[str, float]], told: list[tuple[str, float]]) -> str:
    if [title for title, _ in shown] != [title for title, _ in told]:
        names = [f"{len(shown)} ({', '.join(title for title, _ in shown)})", f"{len(told)}"]
        return f"are {names[0]} and not the {names[1]} of alignment.json"
    times = [(one, other) for (_, one), (_, other) in zip(shown, told, strict=True)]
    if any(abs(one - other) > _MILLISECOND for one, other in times):
        return "begin at other times than in alignment.json"
    return (
        "" if [one for one, _ in times] == sorted(one for one, _ in times) else "are not in order"
    )


def _look_at_addresses(version: Version, shelf: Shelf) -> Iterator[Fault]:
    """Look whether the transcripts and chapters that the feed names are this version's."""
    item, where = version.item, version.path
    folder = item.value("enclosure", "url").removesuffix(version.path) + version.folder
    for each in (*item.every("podcast:transcript"), *item.every("podcast:chapters")):
        url = each.get("url", "")
        name = url.removeprefix(folder)
        fault = "" if url.startswith(folder) else "is not in the folder of its version"
        if not fault and shelf.read(version.folder + name) is None:
            fault = "is not there"
        yield "files of the feed", where, f"{url} {fault}" if fault else ""
    marked = says_ai(item) or not version.alignment.get("aiNarrated")
    starts = [0.0, *(each["start"] for each in version.paragraphs)]
    stray = [
        each["title"]
        for each in version.alignment.get("chapters", [])
        if min(abs(each["start"] - start) for start in starts) > _MILLISECOND
    ]
    fault = f"{stray[0]!r} begins where no paragraph does" if stray else ""
    yield "chapters begin with a paragraph", where, fault
    told = version.tag.texts.get("TXXX:ai-content") == "true"
    fault = "is in the file and not in the feed" if told and not marked else ""
    yield "ai-content of the file", where, fault


def _look_at_names(version: Version) -> Iterator[Fault]:
    guid = version.item.text("guid")
    for name, record in (("alignment.json", version.alignment), ("episode.json", version.episode)):
        said = record.get("guid")
        where = f"{version.folder}{name}"
        yield "guid of the files", where, "" if said == guid else f"is {said}, the feed says {guid}"
    key = str(version.alignment.get("key", ""))
    folder = version.folder.rstrip("/").rpartition("/")[2]
    audio = posixpath.normpath(version.folder + str(version.alignment.get("audio", "")))
    fine = key.startswith(folder) and audio == version.path
    yield "key of the version", version.path, "" if fine else "is not that of its folder"
    if not version.tag.size:
        return
    title = version.tag.texts.get("TIT2", "")
    same = clean_text(title) == clean_text(str(version.alignment.get("title", "")))
    yield "title of the tag", version.path, "" if same else f"is {title!r}"
