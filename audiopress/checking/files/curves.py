"""How a sound looks: its height and its loudness over time, in a few hundred points each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audiopress.audio.loudness import compute_gated_loudness, to_lufs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from audiopress.checking.files.sound_rules import Meters

__all__ = ["SoundCurves", "draw_curves"]

_POINTS: Final = 400
"""Points of a curve: one a pixel or two of what a page shows, and 2 kB of its file."""

_SHORT_TERM: Final = 30
"""Pieces of 100 ms in the window of short-term loudness (EBU Tech 3341: 3 s, no gate)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundCurves:
    """What is drawn of a sound of ``seconds``.

    ``heights`` are the highest absolute samples, of 1, of equal stretches; ``loudness`` has LUFS
    over ``window`` seconds around the middle of each. ``whole`` is the gated loudness in LUFS,
    ``peak`` the true peak in dBTP, ``parts`` the gated loudness of each paragraph.
    """

    seconds: float
    heights: tuple[float, ...]
    loudness: tuple[float, ...]
    window: float
    whole: float | None
    peak: float
    parts: tuple[float | None, ...]


def draw_curves(meters: Meters, bounds: Iterable[tuple[float, float]]) -> SoundCurves:
    """Return the curves of what was measured; ``bounds`` are seconds of the paragraphs."""
    energies = np.concatenate(meters.energies)
    window = max(_SHORT_TERM, -(-len(energies) // _POINTS))
    runs = [energies[int(start * 10) : int(end * 10)] for start, end in bounds]
    return SoundCurves(
        seconds=meters.samples / meters.rate,
        heights=tuple(_find_heights(np.concatenate(meters.levels)).tolist()),
        loudness=tuple(_measure_windows(energies, window)),
        window=window / 10,
        whole=compute_gated_loudness([energies]),
        peak=meters.peak,
        parts=tuple(compute_gated_loudness([run]) for run in runs),
    )


def _find_heights(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    count = min(_POINTS, len(levels))
    edges = np.arange(count) * len(levels) // max(count, 1)
    return np.asarray(np.maximum.reduceat(levels, edges), np.float32) if count else levels


def _measure_windows(energies: NDArray[np.float64], window: int) -> list[float]:
    """Return the loudness in windows of so many energies; at both ends they are cut off."""
    count = min(_POINTS, len(energies))
    sums = np.concatenate(([0.0], np.cumsum(energies)))
    middles = (np.arange(count) * 2 + 1) * len(energies) // max(2 * count, 1)
    begins = np.maximum(middles - window // 2, 0)
    ends = np.minimum(begins + window, len(energies))
    return [to_lufs(float(each)) for each in (sums[ends] - sums[begins]) / (ends - begins)]
