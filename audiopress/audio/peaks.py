"""A small waveform of an episode, drawn from measurements: no sample is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.audio.timeline import FRAME, SKIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.audio.timeline import Piece, Plan

__all__ = ["BARS", "peaks"]

BARS = 300
"""Bars of a waveform: as JSON at most 1.2 kB."""

_HIGHEST = 100
_MUSIC = 0.25


def peaks(pieces: Sequence[Piece], plan: Plan, bars: int = BARS) -> tuple[int, ...]:
    """Return the heights of ``bars`` equal stretches of the episode, 0 to 100.

    ``plan`` is what `timeline.lay` made of ``pieces``. A height is the amplitude of the loudest
    100 ms in its stretch, as the ear weighs it, beside the loudest of the episode; music, of which
    nothing is measured, stands at half.
    """
    found = list(_energies(pieces, plan))
    highest = max((energy for _, energy in found if energy is not None), default=0.0) or 1.0
    samples = plan.frames * FRAME - SKIP
    loudest = [0.0] * bars
    for at, energy in found:
        bar = min(max(at, 0) * bars // samples, bars - 1)
        loudest[bar] = max(loudest[bar], _MUSIC if energy is None else energy / highest)
    return tuple(round(_HIGHEST * share**0.5) for share in loudest)


def _energies(pieces: Sequence[Piece], plan: Plan) -> Iterator[tuple[int, float | None]]:
    """Yield where each 100 ms of a piece start, in samples, and their energy after its gain."""
    at = -SKIP
    for piece, joint in zip(pieces, plan.joints, strict=True):
        at += joint.silence * FRAME
        frames, segment = joint.frames, piece.segment
        power = 10 ** (frames.gain / 10)
        step = frames.rate // 10
        count = len(segment.loudness.blocks) if segment else frames.samples // step
        for number in range(count):
            energy = segment.loudness.blocks[number] * power if segment else None
            yield at + frames.lead + number * step, energy
        at += frames.count * FRAME
