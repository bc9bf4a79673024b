"""Whether the waves are whole, and silent where nobody speaks yet or any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audiopress.checking.files.record_rules import read_peaks
from audiopress.checking.receipt import name_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audiopress.checking.files.sound_rules import Meters
    from audiopress.checking.version import Version

__all__ = ["find_wave_faults"]

Look = tuple[str, str, str, str]
"""The check's name, the place, what is wrong or "", and the figure."""

_GRAIN: Final = 50
"""Pieces a second that are measured."""

_QUIET: Final = 10 ** (-50 / 20)
"""The level below which there is silence, -50 dBFS."""

_EDGE: Final = 0.06
"""Seconds beside speech that may still sound: frames of 26 ms, and a piece of 20."""

_PLAIN: Final = 0.7
"""Seconds of silence before the first word where nothing is played: .5, and what a segment has."""

_LOUD: Final = 10 ** (-30 / 20)
"""The level from which on a piece tells how the waves are shaped, -30 dBFS."""

_ENOUGH: Final = 50
"""Such pieces, one second in all, by which it is told."""

_FEW: Final = 5
"""Percent of the loud pieces that have the flattest waves."""

_FLAT: Final = 2.7
"""Decibels from the mean to the highest of a wave that even those have: a sine has 3.0, a square 0;
voices have 5 and more, and of what is clipped after six times the gain 2 at most."""


def find_wave_faults(version: Version, meters: Meters) -> Iterator[Look]:
    """Yield each look at a version's waves."""
    levels = np.concatenate(meters.levels)
    yield "whole waves", version.path, _find_flat_fault(levels, np.concatenate(meters.powers)), ""
    if not version.paragraphs:
        return
    first, last = version.paragraphs[0]["start"], version.paragraphs[-1]["end"]
    for start, end, what in (
        (0.0, first - _EDGE, "before the first word"),
        (last + _EDGE, meters.samples / meters.rate, "behind the last word"),
    ):
        run = levels[int(np.ceil(start * _GRAIN)) : int(max(0.0, end) * _GRAIN)]
        loud = float(run.max(initial=0))
        strange = loud > _QUIET and not _is_music(version, start, end)
        fault = f"{20 * np.log10(max(loud, 1e-6)):.0f} dBFS {what}" if strange else ""
        yield "quiet around the speech", name_moment(version.path, start), fault, ""


def _is_music(version: Version, start: float, end: float) -> bool:
    """Whether what sounds there is drawn: music stands at half height."""
    bars = np.frombuffer(read_peaks(version.alignment) or b"", np.uint8)
    step = version.length / len(bars) if len(bars) else 0.0
    drawn = bars[int(np.ceil(start / step)) : int(end / step)] if step else bars
    if len(drawn):
        return bool(drawn.max() > 0)
    # A bar is longer than this: it is known by its length that nothing is played.
    return end - start > _PLAIN


def _find_flat_fault(levels: NDArray[np.float32], powers: NDArray[np.float64]) -> str:
    loud = levels > _LOUD
    if int(loud.sum()) < _ENOUGH:
        return ""
    highest, means = levels[loud].astype(float), np.sqrt(powers[loud])
    crest = float(np.percentile(20 * np.log10(highest / np.maximum(means, 1e-9)), _FEW))
    return f"are flat at their tops ({crest:.1f} dB): it was clipped" if crest < _FLAT else ""
