"""Whether the sound is as loud everywhere as its records draw it.

A build draws the waveform of what it has spoken, before it is encoded: so the bars are a
fingerprint of the sound, moment by moment, that stays as it was where the sound is changed later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audiopress.checking.files.record_rules import read_peaks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audiopress.checking.files.sound_rules import Meters
    from audiopress.checking.version import Version

__all__ = ["find_bar_fault"]

_FINE: Final = 50
"""Pieces a second in which energies are measured: of the 100 ms that a bar stands for, a fifth."""

_BLOCK: Final = 5
"""Such pieces in 100 ms, of which a bar has the loudest (`audiopress.audio.peaks`)."""

_APART: Final = 0.12
"""Seconds by which a bar may stand beside its sound: a block belongs to the bar it begins in."""

_DRAWN: Final = 20
"""Height of a bar, of 100, from which on something is heard there."""

_LOUD: Final = 25
"""Height from which on a bar tells how high the others are."""

_FLOOR: Final = 5
"""Height below which a bar is as good as none."""

_LOST: Final = 12.0
"""Decibels by which sound may be softer than it is drawn: of 150 right episodes 8.6 at most."""

_ADDED: Final = 12.0
"""Decibels by which it may be louder: of right ones of 10 s and more 5.5 at most."""

_SHORT: Final = 10.0
"""Seconds below which a bar is shorter than what it is measured by: only what is lost is told."""


def find_bar_fault(version: Version, meters: Meters) -> str:
    """Return the first moment that sounds otherwise than it is drawn, or ""."""
    bars = np.frombuffer(read_peaks(version.alignment) or b"", np.uint8).astype(float)
    seconds = meters.samples / max(meters.rate, 1)
    blocks = _measure_blocks(np.concatenate(meters.fine)) if meters.fine else np.zeros(0)
    if len(bars) < _LOUD or not len(blocks):
        return ""
    step = seconds / len(bars)
    heard = _find_highest(blocks, len(bars), step, 0.0)
    around = _find_highest(blocks, len(bars), step, _APART)
    spoken = _mark_spoken(version, len(bars), step)
    known = spoken & (bars > _LOUD) & (around > 0)
    if not known.any():
        return ""
    scale = float(np.median(bars[known] / around[known]))
    lost = spoken & (bars > _DRAWN) & (_decibels(bars, around * scale, 1) > _LOST)
    if lost.any():
        return f"is softer than it is drawn at {int(lost.argmax()) * step:.1f} s"
    near = _spread(bars, int(np.ceil((_APART + 0.1) / step)))
    added = spoken & (heard * scale > _DRAWN) & (_decibels(heard * scale, near, _FLOOR) > _ADDED)
    if seconds >= _SHORT and added.any():
        return f"is louder than it is drawn at {int(added.argmax()) * step:.1f} s"
    return ""


def _measure_blocks(fine: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the amplitude, as the ear weighs it, of the 100 ms from each piece on."""
    sums = np.concatenate(([0.0], np.cumsum(fine)))
    blocks = (sums[_BLOCK:] - sums[:-_BLOCK]) / _BLOCK
    return np.asarray(np.sqrt(np.maximum(blocks, 0)))


def _find_highest(
    blocks: NDArray[np.float64], count: int, step: float, apart: float
) -> NDArray[np.float64]:
    """Return the loudest block of each bar, and of so many seconds around it."""
    starts = (np.arange(count) * step - apart) * _FINE
    begins = np.clip(starts.astype(int), 0, len(blocks) - 1)
    ends = np.clip((starts + (step + 2 * apart) * _FINE).astype(int) + 1, 1, len(blocks))
    pairs = zip(begins, np.maximum(ends, begins + 1), strict=True)
    return np.array([blocks[begin:end].max() for begin, end in pairs])


def _mark_spoken(version: Version, count: int, step: float) -> NDArray[np.bool_]:
    """Return which bars stand for a paragraph: of music nothing is known."""
    spoken = np.zeros(count, bool)
    for each in version.paragraphs:
        spoken[int(each["start"] / step) : int(each["end"] / step) + 1] = True
    return spoken


def _spread(bars: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the highest bar of each bar's neighbourhood."""
    padded = np.pad(bars, reach)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return np.asarray(windows.max(axis=1))


def _decibels(
    one: NDArray[np.float64], other: NDArray[np.float64], least: float
) -> NDArray[np.float64]:
    return np.asarray(20 * np.log10(np.maximum(one, least) / np.maximum(other, least)))
