"""Captions and transcripts rendered from the one timeline: WebVTT, SRT, Podcasting 2.0 JSON.

What is shown is the source text, as people read it; when it is shown comes from the words where
the engine timed them, and from the share of characters between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import clean_text, encode_json
from audiopress.publish.timed.line_wrapping import Snippet, cut_snippets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.model import Cue, Timeline
    from audiopress.publish.timed.alignment import Span

__all__ = ["write_captions"]

_VTT_WIDTH: Final = 65
"""Characters of a line of WebVTT at most, as many as a book has: apps show it as a text."""

_SRT_WIDTH: Final = 32
"""Characters of a line of SubRip at most, by the podcast namespace's page on transcripts: it was
made to be shown over pictures, in large type."""

_SPEAKER: Final = "Narrator"
"""Who speaks, for all voices: a caption is an article read aloud, not a play."""


_WORD_JOINER: Final = "\u2060"
"""Without width, and no place to break a line (Unicode, 23.2)."""

_SRT_SIGNS: Final = re.compile(
    r"(--(?=>)"
    r"|<(?=[A-Za-z/!?\d])"
    r"|\{(?=\\|[A-Za-z]:))"
)
"""After what of a line the joiner stands: the arrow between times, what begins a style or another
tag (``<i>``), which readers leave out if they do not know it, and the places and styles of other
formats (``{\\an8}``, ``{y:i}``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Caption:
    """One screenful: times in whole milliseconds, at most two lines."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A cue's text as it is shown, and ``time_of``: from a character of it to its sample."""

    text: str
    time_of: Callable[[int], int]


def write_captions(
    timeline: Timeline, *, spans: Sequence[Sequence[Span]] | None = None
) -> dict[str, bytes]:
    """Return the files of captions by name: WebVTT, SubRip, and Podcasting 2.0 JSON.

    Each is contiguous, of at most two lines: of 65 characters, or of 32 in SubRip. ``spans`` are
    the words' places in the source, a list for each cue.
    """
    shown = [
        _Shown(text=text, time_of=_make_clock(cue, text, spans[number] if spans else None))
        for number, cue in enumerate(timeline.cues)
        for text in [clean_text(cue.utterance.source)]
    ]
    wide = _cut_captions(timeline, shown, _VTT_WIDTH)
    narrow = _cut_captions(timeline, shown, _SRT_WIDTH)
    return {
        "transcript.vtt": _write_vtt(wide),
        "transcript.srt": _write_srt(narrow),
        "transcript.json": _write_json(wide),
    }


def _write_vtt(captions: list[_Caption]) -> bytes:
    blocks = ["WEBVTT"]
    for caption in captions:
        text = "\n".join(_escape(line) for line in caption.lines)
        times = f"{_format_clock(caption.start, '.')} --> {_format_clock(caption.end, '.')}"
        blocks.append(f"{times}\n<v {_SPEAKER}>{text}")
    return ("\n\n".join(blocks) + "\n").encode()


def _write_srt(captions: list[_Caption]) -> bytes:
    blocks = [
        f"{number}\n{_format_clock(caption.start, ',')} --> {_format_clock(caption.end, ',')}\n"
        + "\n".join(map(_shield, caption.lines))
        for number, caption in enumerate(captions, 1)
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def _write_json(captions: list[_Caption]) -> bytes:
    """Return the Podcasting 2.0 transcript (``application/json``), one segment a caption."""
    segments = [
        {
            "speaker": _SPEAKER,
            "startTime": caption.start / 1000,
            "endTime": caption.end / 1000,
            "body": " ".join(caption.lines),
        }
        for caption in captions
    ]
    return encode_json({"version": "1.0.0", "segments": segments})


def _cut_captions(timeline: Timeline, texts: list[_Shown], width: int) -> list[_Caption]:
    """Cut every cue into captions; each stays until the next one starts, the last to its end."""
    starts: list[int] = []
    shown: list[Snippet] = []
    for one in texts:
        cut = cut_snippets(one.text, width)
        starts += [one.time_of(piece.at) * 1000 // timeline.rate for piece in cut]
        shown += cut
    if not shown:
        return []
    bounds = [*starts, timeline.cues[-1].end * 1000 // timeline.rate]
    bounds = _make_rising(bounds)
    return [
        _Caption(start=start, end=end, lines=piece.lines)
        for (start, end), piece in zip(pairwise(bounds), shown, strict=True)
    ]


def _make_rising(bounds: list[int]) -> list[int]:
    """Return ``bounds`` strictly rising with the same last value, moving as few as possible."""
    last = bounds[-1]
    count = len(bounds) - 1
    rising: list[int] = []
    for number, bound in enumerate(bounds[:-1]):
        latest = last - (count - number)  # leaves a millisecond for each that is still to come
        floor = rising[-1] + 1 if rising else 0
        rising.append(max(floor, min(bound, latest)))
    return [*rising, last]


def _make_clock(cue: Cue, text: str, spans: Sequence[Span] | None) -> Callable[[int], int]:
    """Return the function from a character of the cleaned ``text`` to its sample in ``cue``."""
    anchors = _find_anchors(cue, text, spans)
    ends = [character for character, _ in anchors]

    def sample_at(character: int) -> int:
        at = max(1, bisect_left(ends, character))
        if at == len(anchors):
            return cue.end
        (left, early), (right, late) = anchors[at - 1], anchors[at]
        share = (character - left) / max(1, right - left)
        return round(early + (late - early) * share)

    return sample_at


def _find_anchors(cue: Cue, text: str, spans: Sequence[Span] | None) -> list[tuple[int, int]]:
    """Return rising (character, sample) pairs from the first character to the last."""
    source = cue.utterance.source
    length = len(text)
    scale = length / max(1, len(cue.utterance.spoken))
    as_written = source == cue.utterance.spoken
    anchors = [(0, cue.start)]
    for number, word in enumerate(cue.words):
        span = spans[number] if spans else (word.at, word.to)
        if span is None:
            continue
        exact = spans is not None or as_written
        character = _find_cleaned(source, text, span[0]) if exact else round(span[0] * scale)
        # Words out of order, or beyond the paragraph, would make time run back.
        if anchors[-1][0] < character < length and anchors[-1][1] <= word.start <= cue.end:
            anchors.append((character, word.start))
    return [*anchors, (max(length, 1), cue.end)]


def _find_cleaned(source: str, text: str, at: int) -> int:
    """Return where character ``at`` of ``source`` stands in ``text``, which is it cleaned."""
    if source == text:
        return at
    # Cleaning may have joined blanks in front. The bar keeps a blank at the end of what is in
    # front from being cleaned away.
    return len(clean_text(source[:at] + "|")) - 1


def _format_clock(milliseconds: int, point: str) -> str:
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{point}{rest % 1000:03}"


def _shield(line: str) -> str:
    """Return a line of SubRip without what its readers take for times, styles or places.

    SubRip has no escapes: a word joiner, which nobody sees, stands within the sign.
    """
    return _SRT_SIGNS.sub(rf"\1{_WORD_JOINER}", line)


def _escape(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
