"""A small waveform of an episode, drawn from measurements: no sample is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.audio.timeline import FRAME, SKIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.audio.timeline import Clip, FramePlan

__all__ = ["BARS", "draw_waveform"]

BARS = 300
"""Bars of a waveform: as JSON at most 1.2 kB."""

_HIGHEST = 100
"""The height of the loudest bar: whole numbers of two digits keep the JSON small."""

_MUSIC = 0.25
"""Energy at which music stands, beside the loudest speech: half of its height."""


def draw_waveform(clips: Sequence[Clip], plan: FramePlan, bars: int = BARS) -> tuple[int, ...]:
    """Return the heights of ``bars`` equal stretches of the episode, 0 to 100.

    ``plan`` is what `timeline.lay_out` made of ``clips``. A height is the amplitude of the loudest
    100 ms in its stretch, as the ear weighs it, beside the loudest of the episode; music, of which
    nothing is measured, stands at half.
    """
    found = list(_list_energies(clips, plan))
    highest = max((energy for _, energy in found if energy is not None), default=0.0) or 1.0
    # What decoders give, so that a bar stands where the player's time has it.
    samples = plan.frames * FRAME - SKIP
    loudest = [0.0] * bars
    for at, energy in found:
        bar = min(max(at, 0) * bars // samples, bars - 1)
        loudest[bar] = max(loudest[bar], _MUSIC if energy is None else energy / highest)
    # The root, for these are energies and a height is an amplitude.
    return tuple(round(_HIGHEST * share**0.5) for share in loudest)


def _list_energies(clips: Sequence[Clip], plan: FramePlan) -> Iterator[tuple[int, float | None]]:
    """Yield where each 100 ms of a clip start, in samples, and their energy after its gain."""
    at = -SKIP
    for clip, joint in zip(clips, plan.joints, strict=True):
        at += joint.silence * FRAME
        frames, segment = joint.frames, clip.segment
        power = 10 ** (frames.gain / 10)
        step = frames.rate // 10
        count = len(segment.loudness.blocks) if segment else frames.samples // step
        for number in range(count):
            energy = segment.loudness.blocks[number] * power if segment else None
            yield at + frames.lead + number * step, energy
        at += frames.count * FRAME
