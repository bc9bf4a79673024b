"""When everything sounds: pieces of sound and pauses, laid out in whole frames and samples.

Pure: no sample is touched here and no float is used. Pauses are counted from sound to sound, so
what is silent inside the frames of a piece (the encoder's delay, the margin around
speech, the padding of the last frame) is part of the pause and not added to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.model import Chapter, Cue, Timeline, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Frames, Segment, Sound, Utterance

__all__ = ["FRAME", "Joint", "Piece", "Plan", "lay", "margin"]

FRAME = 1152
"""Samples in a frame of MPEG-1 layer III."""

SKIP = 529
"""Samples of the first frame that decoders drop: times are counted in what they give."""

_MARGIN = 25
_FEWEST = 2


def margin(rate: int) -> int:
    """Return the samples of silence around trimmed speech at ``rate`` Hz: 25 ms."""
    return rate * _MARGIN // 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something that sounds: frames, and what is said in them.

    Music has neither ``utterance`` nor ``segment``; ``pause`` is the silence after it in samples at
    the show's rate, and for speech the utterance's own unless given.
    """

    frames: Frames
    utterance: Utterance | None = None
    segment: Segment | None = None
    pause: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Frames of silence, then the frames of a piece."""

    silence: int
    frames: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An episode as frames: the pieces in order, and ``tail`` frames of silence at the end."""

    joints: tuple[Joint, ...]
    tail: int

    @property
    def frames(self) -> int:
        """Frames of the whole episode."""
        return self.tail + sum(joint.silence + joint.frames.count for joint in self.joints)


def lay(pieces: Sequence[Piece], sound: Sound) -> tuple[Timeline, Plan]:
    """Lay ``pieces`` one after the other, with the show's head and tail around them.

    Every pause is within half a frame (13 ms at 44.1 kHz) of what was asked, unless it is shorter
    than the silence that the frames bring along; ``timeline.samples`` is what
    any decoder makes of the file: a whole number of frames less `SKIP`.
    """
    joints: list[Joint] = []
    cues: list[Cue] = []
    at, edge, pause = 0, SKIP, sound.rate * sound.pauses.head // 1000
    for piece in pieces:
        inner = margin(piece.frames.rate) if piece.utterance else 0
        lead = piece.frames.lead + inner
        silence = max(0, _frames(edge + pause - lead) - at)
        start = (at + silence) * FRAME + lead
        edge = start + max(1, piece.frames.samples - 2 * inner)
        at += silence + piece.frames.count
        joints.append(Joint(silence=silence, frames=piece.frames))
        if piece.utterance:
            cues.append(_cue(piece.utterance, piece.segment, start - SKIP, edge - SKIP, sound.rate))
        pause = _pause(piece, sound)
    tail = max(0, _frames(edge + sound.rate * sound.pauses.tail // 1000) - at)
    timeline = Timeline(
        rate=sound.rate,
        samples=(at + tail) * FRAME - SKIP,
        cues=tuple(cues),
        chapters=_chapters(cues),
    )
    return timeline, Plan(joints=tuple(joints), tail=tail)


def _frames(samples: int) -> int:
    return (samples + FRAME // 2) // FRAME


def _pause(piece: Piece, sound: Sound) -> int:
    if piece.pause is not None:
        return piece.pause
    if piece.utterance:
        return piece.utterance.pause
    return sound.rate * sound.pauses.paragraph // 1000


def _cue(utterance: Utterance, segment: Segment | None, start: int, end: int, rate: int) -> Cue:
    if segment is None:
        return Cue(utterance=utterance, start=start, end=end)
    origin = start - margin(rate)
    words = tuple(
        Word(
            start=min(max(origin + word.start * rate // segment.rate, start), end),
            end=min(max(origin + word.end * rate // segment.rate, start), end),
            at=word.at,
            to=word.to,
        )
        for word in segment.words
    )
    return Cue(utterance=utterance, start=start, end=end, words=words, estimated=segment.estimated)


def _chapters(cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """Headings where they start, after the title at 0; none when there are fewer than two."""
    found: list[tuple[int, int, str]] = []
    for cue in cues:
        utterance = cue.utterance
        if utterance.role not in ("headline", "heading"):
            continue
        if found and found[-1][0] == utterance.paragraph:
            paragraph, start, title = found.pop()
            found.append((paragraph, start, f"{title} {utterance.source}"))
        else:
            start = cue.start if utterance.role == "heading" else 0
            found.append((utterance.paragraph, start, utterance.source))
    if sum(start > 0 for _, start, _ in found) < _FEWEST:
        return ()
    return tuple(Chapter(start=start, title=title) for _, start, title in found)
