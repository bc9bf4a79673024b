"""Captions and transcripts, read: WebVTT, SubRip and the podcast namespace's JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from audiopress.check.files.other_kinds import find_text_fault
from audiopress.check.files.shapes import TranscriptShape, parse_record

__all__ = ["TimedLine", "read_srt", "read_transcript", "read_vtt"]

_TIMES: Final = re.compile(r"([\d:]+[.,]\d{3}) --> ([\d:]+[.,]\d{3})")
"""The line of a cue that has its times, in hours, minutes, seconds and thousandths."""

_DOTTED: Final = re.compile(r"^[\d:]+\.\d{3} --> ", re.MULTILINE)
"""A time as WebVTT has it: players of SubRip pass such a caption over."""

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
    return _read_blocks(_VOICE.sub("", text))


def read_srt(body: bytes) -> list[TimedLine] | str:
    """Return the captions of a SubRip file, or what is wrong with it."""
    fault = find_text_fault(body)
    if fault:
        return fault
    text = body.decode("utf-8-sig")
    if _DOTTED.search(text):
        return "has times with a dot, which SubRip has with a comma"
    return _read_blocks(text)


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
    return [
        TimedLine(start=each["startTime"], end=each["endTime"], text=each["body"])
        for each in record["segments"]
    ] or "has no segment"
