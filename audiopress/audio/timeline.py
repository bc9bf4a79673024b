"""When everything sounds: clips and the pauses between them, laid out in frames and samples.

Pure: no sample is touched here and no float is used. Pauses are counted from sound to sound, so
what is silent inside the frames of a clip (the encoder's delay, the margin around
speech, the padding of the last frame) is part of the pause and not added to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.model import Chapter, Cue, Timeline, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Frames, Segment, Sound, Utterance

__all__ = ["FRAME", "Clip", "FramePlan", "Joint", "count_margin", "lay_out"]

FRAME = 1152
"""Samples in a frame of MPEG-1 layer III."""

SKIP = 529
"""Samples of the first frame that decoders drop: times are counted in what they give."""

_MARGIN = 25
"""Milliseconds of silence kept around trimmed speech: weak sounds at its edges are not cut."""

_FEWEST = 2
"""Chapters after the beginning that an episode needs to have any: a list of one helps nobody."""


def count_margin(rate: int) -> int:
    """Return the samples of silence around trimmed speech at ``rate`` Hz: 25 ms."""
    return rate * _MARGIN // 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Something that sounds: frames, and what is said in them.

    Music has neither ``utterance`` nor ``segment``; ``pause`` is the silence after it in samples at
    the show's rate, and for speech the utterance's own unless given. ``chapter`` is that which
    begins here, where it is no heading that begins one; its start is not read.
    """

    frames: Frames
    utterance: Utterance | None = None
    segment: Segment | None = None
    pause: int | None = None
    chapter: Chapter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Frames of silence, then the frames of a clip."""

    silence: int
    frames: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class FramePlan:
    """An episode as frames: the clips in order, and ``tail`` frames of silence at the end."""

    joints: tuple[Joint, ...]
    tail: int

    @property
    def frames(self) -> int:
        """Frames of the whole episode."""
        return self.tail + sum(joint.silence + joint.frames.count for joint in self.joints)


def lay_out(clips: Sequence[Clip], sound: Sound) -> tuple[Timeline, FramePlan]:
    """Lay ``clips`` one after the other, with the show's head and tail around them.

    Every pause is within half a frame (13 ms at 44.1 kHz) of what was asked, unless it is shorter
    than the silence that the frames bring along; ``timeline.samples`` is what
    any decoder makes of the file: a whole number of frames less `SKIP`.
    """
    joints: list[Joint] = []
    cues: list[Cue] = []
    marks: list[Chapter] = []
    at, edge, pause = 0, SKIP, sound.rate * sound.pauses.head // 1000
    for clip in clips:
        # Music has no margin: it is not trimmed.
        inner = count_margin(clip.frames.rate) if clip.utterance else 0
        lead = clip.frames.lead + inner
        # Rounded from where the last sound ended and not from its frames, so that no error adds up.
        silence = max(0, _round_to_frames(edge + pause - lead) - at)
        start = (at + silence) * FRAME + lead
        # At least a sample: a cue of no length is none for WebVTT.
        edge = start + max(1, clip.frames.samples - 2 * inner)
        at += silence + clip.frames.count
        if clip.chapter:
            # The first begins with the file, so that an ident or intro is in no gap.
            marks.append(replace(clip.chapter, start=start - SKIP if marks else 0))
        joints.append(Joint(silence=silence, frames=clip.frames))
        if clip.utterance:
            cues.append(
                _make_cue(clip.utterance, clip.segment, start - SKIP, edge - SKIP, sound.rate)
            )
        pause = _choose_pause(clip, sound)
    tail = max(0, _round_to_frames(edge + sound.rate * sound.pauses.tail // 1000) - at)
    timeline = Timeline(
        rate=sound.rate,
        samples=(at + tail) * FRAME - SKIP,
        cues=tuple(cues),
        chapters=tuple(marks) or _find_chapters(cues),
    )
    return timeline, FramePlan(joints=tuple(joints), tail=tail)


def _round_to_frames(samples: int) -> int:
    return (samples + FRAME // 2) // FRAME


def _choose_pause(clip: Clip, sound: Sound) -> int:
    if clip.pause is not None:
        return clip.pause
    if clip.utterance:
        return clip.utterance.pause
    return sound.rate * sound.pauses.paragraph // 1000


def _make_cue(
    utterance: Utterance, segment: Segment | None, start: int, end: int, rate: int
) -> Cue:
    if segment is None:
        return Cue(utterance=utterance, start=start, end=end)
    # Words are counted from the first sample of the trimmed speech, a margin before its sound.
    origin = start - count_margin(rate)
    words = tuple(
        Word(
            # Multiplied first: whole numbers, and no step of rounding before the last.
            start=min(max(origin + word.start * rate // segment.rate, start), end),
            end=min(max(origin + word.end * rate // segment.rate, start), end),
            at=word.at,
            to=word.to,
        )
        for word in segment.words
    )
    return Cue(utterance=utterance, start=start, end=end, words=words, estimated=segment.estimated)


def _find_chapters(cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """Headings where they start, after the title at 0; none when there are fewer than two."""
    found: list[tuple[int, int, str]] = []
    for cue in cues:
        utterance = cue.utterance
        if utterance.role not in ("headline", "heading"):
            continue
        # A quotation in a heading is spoken by another voice: two cues, and one chapter.
        if found and found[-1][0] == utterance.paragraph:
            paragraph, start, title = found.pop()
            found.append((paragraph, start, f"{title} {utterance.source}"))
        else:
            # The title's chapter begins with the file, so that an ident or intro is in no gap.
            start = cue.start if utterance.role == "heading" else 0
            found.append((utterance.paragraph, start, utterance.source))
    if sum(start > 0 for _, start, _ in found) < _FEWEST:
        return ()
    return tuple(Chapter(start=start, title=title) for _, start, title in found)
