"""Whether captions, subtitles and transcript show what is spoken, in order and at its time."""

from __future__ import annotations

import html
import re
from itertools import accumulate, pairwise
from posixpath import commonprefix
from typing import TYPE_CHECKING, Final

from audiopress.checking.files.captions import TimedLine, read_srt, read_transcript, read_vtt
from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_caption_faults"]

Fault = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_MILLISECOND: Final = 0.0011
"""Seconds by which times may differ that one file has in thousandths and another in millionths."""

_LATE: Final = 1.5
"""Seconds by which a line may come before or after its first word: it is shown from the pause on
that is before it (.7 were measured), and what is further off is seen to be wrong."""

_READERS: Final = {
    "transcript.vtt": read_vtt,
    "transcript.srt": read_srt,
    "transcript.json": read_transcript,
}
"""The files that show the text beside the sound."""

_SHOWN: Final = 30
"""Characters of a text that are shown from where it is another on."""

_BLANKS: Final = re.compile(r"[\s\u2060]+")
"""What lines may be broken and joined with; the joiner keeps signs of other formats apart."""


def find_caption_faults(version: Version, shelf: Shelf) -> Iterator[Fault]:
    """Yield a look at each file that shows the text beside the sound."""
    for name, read in _READERS.items():
        where = version.folder + name
        body = shelf.read(where)
        found = "is not there" if body is None else read(body)
        fault = found if isinstance(found, str) else _find_caption_fault(found, version)
        yield "transcript", where, fault


def _find_caption_fault(captions: list[TimedLine], version: Version) -> str:
    if any(caption.start >= caption.end for caption in captions):
        return "has a cue that ends before it begins"
    if any(one.end > other.start + _MILLISECOND for one, other in pairwise(captions)):
        return "has cues that overlap"
    if captions[-1].end > version.length + _MILLISECOND:
        return f"ends at {captions[-1].end} s, behind the sound's {version.length} s"
    shown = " ".join(html.unescape(caption.text) for caption in captions)
    said = " ".join(clean_text(each["source"]) for each in version.paragraphs)
    if _squeeze(shown) != _squeeze(said):
        return f"does not say what is spoken: {_find_difference(shown, said)}"
    starts = [caption.start for caption in captions]
    for each in version.paragraphs:
        if min(abs(start - each["start"]) for start in starts) > _MILLISECOND:
            return f"has no cue that begins with the paragraph at {each['start']} s"
    return _find_late_line(captions, version)


def _find_late_line(captions: list[TimedLine], version: Version) -> str:
    """Return which line is shown when its first word is not said."""
    said, letters = _time_words(version), 0
    for caption in captions:
        moment = said.get(letters)
        if moment is not None and abs(caption.start - moment) > _LATE:
            shown = " ".join(caption.text.split())[:_SHOWN]
            return f"shows {shown!r} at {caption.start:.1f} s, and it is said at {moment:.1f} s"
        letters += len(_squeeze(html.unescape(caption.text)))
    return ""


def _time_words(version: Version) -> dict[int, float]:
    """Return when each word is said, by the letters of the whole text that are before it."""
    said: dict[int, float] = {}
    before = 0
    for each in version.paragraphs:
        source = each["source"]
        whole = len(_squeeze(clean_text(source)))
        counts = [0, *accumulate(not _BLANKS.fullmatch(letter) for letter in source)]
        if counts[-1] == whole:  # else it is shown otherwise than it is written
            for word in each.get("words", []):
                place = (word.get("source") or [-1])[0]
                if isinstance(place, int) and 0 <= place < len(source):
                    said.setdefault(before + counts[place], word["start"])
        before += whole
    return said


def _squeeze(text: str) -> str:
    return _BLANKS.sub("", text)


def _find_difference(shown: str, said: str) -> str:
    """Return what stands in both texts where they part, from the beginning of that word on."""
    alike = len(commonprefix([_squeeze(shown), _squeeze(said)]))
    return f"{_cut_from(shown, alike)!r} and not {_cut_from(said, alike)!r}"


def _cut_from(text: str, letters: int) -> str:
    """Return what follows behind so many letters, with the word that they end in."""
    places = [at for at, letter in enumerate(text) if not _BLANKS.fullmatch(letter)]
    at = places[letters] if letters < len(places) else len(text)
    begins = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return text[begins : at + _SHOWN].strip()
