"""Whether the records of a version are right in themselves: words, selectors, marks, peaks."""

from __future__ import annotations

import base64
import binascii
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from audiopress.audio.tags import convert_language
from audiopress.checking.feed.channel_rules import says_ai
from audiopress.checking.files.word_marks import find_mark_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.version import Version

__all__ = ["find_record_faults", "read_peaks"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_LONG: Final = 8.0
"""Seconds of a paragraph whose words can be seen to be squeezed: a short one may end in a pause."""

_SPREAD: Final = 0.5
"""The part of a paragraph's time that its words take at least: the rest may be a pause in it."""

_ENOUGH: Final = 8
"""Words by which it is told whether their texts are those of their neighbours."""

_KINDS: Final = {
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".json": "application/json",
}
"""What a transcript is, by the end of its name."""

_FRAMES: Final = frozenset({"TXXX:ai-content", "TXXX:attribution"})
"""Texts of one's own that a build writes into a tag."""


def find_record_faults(version: Version) -> Iterator[Look]:
    """Yield each look at a version's records, and at how its item names them."""
    where = f"{version.folder}alignment.json"
    for number, each in enumerate(version.paragraphs):
        place = f"{where} paragraph {number}"
        fault = _find_range_fault(each) or _find_spread_fault(each) or find_mark_fault(each)
        yield "words of a paragraph", place, fault
        yield "selectors", place, _find_selector_fault(each, version.paragraphs)
    yield "words of a paragraph", where, _find_wordless_fault(version.paragraphs)
    for name, record in (("alignment.json", version.alignment), ("episode.json", version.episode)):
        told = record.get("version", 1)
        fault = "" if told == 1 else f"is of version {told!r}, and there is only 1"
        yield "version of the records", f"{version.folder}{name}", fault
    yield "marked as spoken by a machine", where, _find_mark_fault(version)
    yield "language of the records", where, _find_language_fault(version)
    yield "titles of an item", where, _find_title_fault(version)
    yield "media types of transcripts", where, _find_type_fault(version)
    yield "peaks", where, _find_peaks_fault(version)
    yield "texts of the tag", version.path, _find_tag_fault(version)


def _find_range_fault(paragraph: dict[str, Any]) -> str:
    for name in ("spoken", "source"):
        text, ranges = paragraph[name], []
        for word in paragraph.get("words", []):
            found = word.get(name)
            if found is None and (name == "source" or name not in word):
                continue
            if not _is_range(found, len(text)):
                return f"has a word at {found!r:.40} of the {len(text)} characters {name}"
            ranges.append(found)
        if name == "spoken" and any(one[0] > other[0] for one, other in pairwise(ranges)):
            return "has words that are not in the order of its text"
    return _find_shift_fault(paragraph)


def _is_range(found: object, length: int) -> bool:
    return (
        isinstance(found, list)
        and [type(each) for each in found] == [int, int]
        and 0 <= found[0] <= found[1] <= length
    )


def _find_shift_fault(paragraph: dict[str, Any]) -> str:
    """Return whether words stand at the places of their neighbours in the text as written."""
    words = [word for word in paragraph.get("words", []) if word.get("source")]
    said = [_cut(paragraph["spoken"], word.get("spoken")) for word in words]
    shown = [_cut(paragraph["source"], word["source"]) for word in words]
    if len(words) < _ENOUGH:
        return ""
    own = sum(one == other for one, other in zip(said, shown, strict=True))
    for shifted in (shown[1:], ["", *shown]):
        if sum(one == other for one, other in zip(said, shifted, strict=False)) > 2 * own:
            return "has words that stand at the places of their neighbours"
    return ""


def _cut(text: str, found: list[int] | None) -> str:
    return text[found[0] : found[1]].casefold() if found else ""


def _find_spread_fault(paragraph: dict[str, Any]) -> str:
    words, start, end = paragraph.get("words", []), paragraph["start"], paragraph["end"]
    if not words or end - start < _LONG:
        return ""
    taken = words[-1]["end"] - words[0]["start"]
    squeezed = taken < _SPREAD * (end - start)
    return f"has its words in {taken:.1f} of its {end - start:.1f} s" if squeezed else ""


def _find_wordless_fault(paragraphs: list[dict[str, Any]]) -> str:
    """Return which paragraph has no words, where another one of its voice has some."""
    timed = {each.get("voice") for each in paragraphs if each.get("words")}
    for number, each in enumerate(paragraphs):
        letters = any(map(str.isalnum, each["spoken"]))
        if not each.get("words") and letters and each.get("voice") in timed:
            return f"has no words in paragraph {number}"
    return ""


def _find_selector_fault(paragraph: dict[str, Any], every: list[dict[str, Any]]) -> str:
    selector = paragraph.get("selector")
    if not isinstance(selector, dict):
        return ""
    quoted = _squeeze(str(selector.get("exact", "")))
    if not quoted or quoted == _squeeze(paragraph["source"]):
        return ""
    # A page may be written otherwise than it is read; another paragraph's words are a fault.
    other = any(quoted == _squeeze(each["source"]) for each in every if each is not paragraph)
    return f"quotes another paragraph: {quoted[:40]!r}" if other else ""


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _find_mark_fault(version: Version) -> str:
    said = says_ai(version.item) or version.tag.texts.get("TXXX:ai-content") == "true"
    records = (version.alignment, version.episode)
    denied = any(record.get("aiNarrated") is False for record in records)
    return "says that no machine speaks, and the feed or the sound does" if said and denied else ""


def _find_language_fault(version: Version) -> str:
    language = str(version.episode.get("language") or "")
    own = str(version.alignment.get("language") or language)
    if language and language.partition("-")[0] != own.partition("-")[0]:
        return f"is {own}, and {language} in episode.json"
    for each in version.item.every("podcast:transcript"):
        told = each.get("language", language)
        if language and told != language:
            return f"is {told} in the feed, and {language} in episode.json"
    return ""


def _find_title_fault(version: Version) -> str:
    told, title = version.item.text("title"), str(version.episode.get("title") or "")
    # What is too long for a directory ends with an ellipsis in the feed.
    short = told.endswith("\u2026") and title.startswith(told[:-1].rstrip())
    return "" if not title or short or told == title else f"is {told!r}, not {title!r}"


def _find_type_fault(version: Version) -> str:
    named = [
        (each.get("url", ""), each.get("type")) for each in version.item.every("podcast:transcript")
    ]
    told = version.episode.get("transcripts", {})
    for name, kind in (*named, *((name, kind) for kind, name in told.items())):
        true = _KINDS.get(name[name.rfind(".") :])
        if true and kind != true:
            return f"{name.rpartition('/')[2]} is called {kind}, not {true}"
    enclosure = version.item.value("enclosure", "type")
    known = version.alignment.get("mediaType", enclosure)
    return "" if enclosure == known else f"the sound is {enclosure} in the feed, not {known}"


def read_peaks(record: dict[str, Any]) -> bytes | None:
    """Return the bars of a record's waveform; None where they cannot be read, b"" of none."""
    try:
        return base64.b64decode(record.get("peaks") or "", validate=True)
    except (binascii.Error, TypeError, ValueError):
        return None


def _find_peaks_fault(version: Version) -> str:
    own, shown = read_peaks(version.alignment), read_peaks(version.episode)
    if own is None or shown is None:
        return "cannot be read: they are no base64"
    # Sound that lies in another version's folder has its bars there too.
    same = not (own and shown) or own == shown
    return "" if same else "are others than in episode.json"


def _find_tag_fault(version: Version) -> str:
    texts = version.tag.texts
    strange = [name for name in texts if name.startswith("TXXX:") and name not in _FRAMES]
    if strange:
        return f"has {strange[0]}, which no build writes"
    if version.tag.strange:
        return version.tag.strange
    year = str(version.episode.get("published") or "")[:4]
    told = (texts.get("TDRC") or texts.get("TYER") or year)[:4]
    if year and told != year:
        return f"is of {told}, and {year} in episode.json"
    language = str(version.alignment.get("language") or "")
    own, told = convert_language(language), texts.get("TLAN", "und")
    other = bool(language) and "und" not in (own, told) and told != own
    return f"is in {told!r}, and {language!r} in alignment.json" if other else ""
