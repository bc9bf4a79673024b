"""Captions and transcripts, read: WebVTT, SubRip and the podcast namespace's JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from audiopress.checking.files.other_kinds import find_text_fault
from audiopress.checking.files.shapes import TranscriptShape, parse_record

__all__ = ["TimedLine", "read_srt", "read_transcript", "read_vtt"]

_TIMES: Final = re.compile(r"([\d:]+[.,]\d{3}) --> ([\d:]+[.,]\d{3})")
"""The line of a cue that has its times, in hours, minutes, seconds and thousandths."""

_DOTTED: Final = re.compile(r"^[\d:]+\.\d{3} --> ", re.MULTILINE)
"""A time as WebVTT has it: players of SubRip pass such a caption over."""

_TIME: Final = r"\d\d+:\d\d:\d\d"
"""Hours, minutes and seconds as both kinds of captions have them."""

_SPEAKER: Final = "Narrator"
"""Who speaks, for all voices (`audiopress.publish.timed.captions`): never a person's name."""

_LINES: Final = r"[^\n]+(?:\n[^\n]+)?"
"""At most two lines."""

_CUE: Final = re.compile(rf"{_TIME}\.\d{{3}} --> {_TIME}\.\d{{3}}\n<v {_SPEAKER}>{_LINES}")
"""A cue of WebVTT as a build writes it: without settings, and no style, note or region."""

_CAPTION: Final = re.compile(rf"(\d+)\n{_TIME},\d{{3}} --> {_TIME},\d{{3}}\n{_LINES}")
"""A caption of SubRip as a build writes it."""

_SEGMENT: Final = frozenset({"speaker", "startTime", "endTime", "body"})
"""What a segment of a JSON transcript has."""

_SHOWN: Final = 40
"""Characters of a block that are shown."""

_VOICE: Final = re.compile(r"</?v[^>]*>|</?c[^>]*>")
"""Who speaks, and classes: marks of WebVTT that are no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedLine:
    """What is shown from ``start`` to ``end``, in seconds."""

    start: float
    end: float
    text: str


def read_vtt(body: bytes) -> list[TimedLine] | str:
    """Return the cues of a WebVTT file, or what is wrong with it."""
    fault = find_text_fault(body)
    if fault:
        return fault
    text = body.decode("utf-8-sig")
    if not text.startswith("WEBVTT"):
        return "does not begin with WEBVTT"
    head, *cues = _split(text)
    if head != "WEBVTT":
        return f"begins with {_show(head)}, where a build writes WEBVTT alone"
    strange = [cue for cue in cues if not _CUE.fullmatch(cue)]
    if strange:
        return f"has {_show(strange[0])}, which no build writes"
    return _read_blocks(_VOICE.sub("", text))


def read_srt(body: bytes) -> list[TimedLine] | str:
    """Return the captions of a SubRip file, or what is wrong with it."""
    fault = find_text_fault(body)
    if fault:
        return fault
    text = body.decode("utf-8-sig")
    if _DOTTED.search(text):
        return "has times with a dot, which SubRip has with a comma"
    for number, caption in enumerate(_split(text), 1):
        found = _CAPTION.fullmatch(caption)
        if found is None:
            return f"has {_show(caption)}, which no build writes"
        if int(found[1]) != number:
            return f"has {found[1]} as the number of caption {number}"
    return _read_blocks(text)


def _split(text: str) -> list[str]:
    """Return the blocks between empty lines."""
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n\n")


def _show(block: str) -> str:
    return repr(" ".join(block.split())[:_SHOWN])


def _read_blocks(text: str) -> list[TimedLine] | str:
    captions = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        times = _TIMES.search(block)
        if times is None:
            continue
        start, end = (_read_time(part) for part in times.groups())
        shown = " ".join(block[times.end() :].split())
        captions.append(TimedLine(start=start, end=end, text=shown))
    return captions or "has no cue"


def _read_time(text: str) -> float:
    parts = [float(part) for part in text.replace(",", ".").split(":")]
    return sum(part * 60.0**power for power, part in enumerate(reversed(parts)))


def read_transcript(body: bytes) -> list[TimedLine] | str:
    """Return the segments of a JSON transcript, or what is wrong with it."""
    record = parse_record(body, "it", TranscriptShape)
    if isinstance(record, str):
        return record
    if record.get("version") != "1.0.0" or record.keys() != {"version", "segments"}:
        return "is not of version 1.0.0, or has more than its segments"
    for each in record["segments"]:
        if each.keys() != _SEGMENT or each["speaker"] != _SPEAKER:
            return f"has the segment {_show(str(each))}, which no build writes"
    return [
        TimedLine(start=each["startTime"], end=each["endTime"], text=each["body"])
        for each in record["segments"]
    ] or "has no segment"
