"""A limiter that looks ahead: no sample passes the ceiling, and nothing pumps.

The gain is computed once every `HOP` samples in decibels: what each hop needs, held for the look
ahead, released along a straight line, smoothed by a Hann window no longer than the hold. Every
step can only add reduction where it is needed, so the ceiling holds by construction.
What limiting takes away in loudness is given back before it, because a level that was measured
and then limited would no longer be the level that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from audiopress.audio.loudness import gated, k_weighted, level

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["Limited", "limit", "reduction"]

HOP = 64
"""Samples between two values of the gain: 1.5 ms at 44.1 kHz."""

_AHEAD = 2
"""Hops of look ahead to either side: 3 ms, shorter than a pitch period of a low voice."""

_WINDOW = np.hanning(2 * _AHEAD + 3)[1:-1] / np.hanning(2 * _AHEAD + 3).sum()

_RELEASE = 250.0
"""Decibels a second by which the gain comes back: a 10 dB peak is forgotten in 40 ms."""

_MOST = 8.0
"""Decibels of loudness given back at most; more would be a distortion, not a level."""

_MOST_SHORT = 3.0
_MEASURABLE = 1.5
"""Below so many seconds a level is a guess, and a single word is not to be crushed for it."""

_ROUNDS = 6
_FIRST_SLOPE = 0.6
_LEAST_SLOPE = 0.2
_CLOSE = 0.02


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Limited:
    """Limited ``samples``, the ``gain`` in dB that went in (make-up included), the reduction.

    ``reduction`` is in dB, one value for every `HOP` samples and one more.
    """

    samples: NDArray[np.float32]
    gain: float
    reduction: NDArray[np.float32]


def limit(samples: NDArray[np.float32], rate: int, gain: float, ceiling: float) -> Limited:
    """Return ``samples`` raised by ``gain`` dB with no sample above ``ceiling`` dBFS.

    Shape (n,) in and out, at ``rate`` Hz. The loudness is that of ``samples`` plus ``gain``,
    whatever the limiter took, within 0.05 LU for up to 8 dB of make-up.
    """
    peaks = _peaks(samples)
    if not len(peaks) or float(peaks.max()) + gain <= ceiling:
        flat = np.zeros(len(peaks) + 1, dtype=np.float32)
        return Limited(samples=samples * np.float32(_ratio(gain)), gain=gain, reduction=flat)
    gain = _made_up(samples, rate, peaks, gain, ceiling)
    curve = reduction(peaks + np.float32(gain) - np.float32(ceiling), rate)
    steps = np.power(np.float32(10), (np.float32(gain) - curve) / np.float32(20))
    shaped = _interpolated(steps)[: len(samples)] * samples
    return Limited(samples=shaped, gain=gain, reduction=curve)


def reduction(excess: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return the reduction in dB at the edges of hops that exceed the ceiling by ``excess`` dB.

    Shape (n,) in, (n + 1,) out; between two edges the gain runs straight.
    """
    padded = np.zeros(len(excess) + 1 + 4 * _AHEAD, dtype=np.float32)
    need = padded[2 * _AHEAD : -2 * _AHEAD]
    np.maximum(excess, 0, out=need[1:])
    np.maximum(need[:-1], excess, out=need[:-1])
    held = padded[: len(need) + 2 * _AHEAD].copy()
    for shift in range(1, 2 * _AHEAD + 1):
        np.maximum(held, padded[shift : shift + len(held)], out=held)
    slope = np.arange(len(held)) * (_RELEASE * HOP / rate)
    released = np.maximum.accumulate(held + slope) - slope
    smooth = np.convolve(released, _WINDOW, "valid")
    return np.maximum(smooth, need).astype(np.float32)


def _made_up(
    samples: NDArray[np.float32],
    rate: int,
    peaks: NDArray[np.float32],
    gain: float,
    ceiling: float,
) -> float:
    """Return the gain that leaves the wanted loudness after the limiter."""
    weighted = k_weighted(samples, rate)
    hops = _hops(weighted)
    energies = np.einsum("ij,ij->i", hops, hops).astype(np.float64)
    per = rate // 10 / HOP
    wanted = _loudness(energies, per)
    most = _MOST if len(samples) >= rate * _MEASURABLE else _MOST_SHORT

    def missing(made_up: float) -> float:
        curve = reduction(peaks + np.float32(gain + made_up - ceiling), rate)
        ratio = np.power(np.float32(10), (np.float32(made_up) - curve) / np.float32(10))
        return wanted - _loudness(energies * (ratio[1:] + ratio[:-1]) / 2, per)

    return gain + _root(missing, most)


def _root(missing: Callable[[float], float], most: float) -> float:
    """Return where ``missing`` falls to 0, or ``most``, by the secant rule; it falls slower than 1.

    In thousandths, so that the last bits of a float decide nothing.
    """
    tried, left, slope = 0.0, missing(0.0), _FIRST_SLOPE
    for _ in range(_ROUNDS):
        if left < _CLOSE and (left > -_CLOSE or tried <= 0):
            break
        following = min(max(tried + left / slope, 0.0), most)
        if following == tried:
            break
        now = missing(following)
        slope = max((left - now) / (following - tried), _LEAST_SLOPE)
        tried, left = following, now
    return round(tried, 3)


def _loudness(energies: NDArray[np.float64], per: float) -> float:
    """Loudness in LUFS of hop energies, ``per`` hops in 100 ms; ungated when too short."""
    edges = np.arange(0, len(energies) + 1e-9, per).astype(np.intp)
    sums = np.concatenate([[0.0], np.cumsum(energies)])
    pieces = np.diff(sums[edges]) / (per * HOP)
    integrated = gated([pieces])
    return level(float(energies.mean()) / HOP) if integrated is None else integrated


def _peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Highest sample of each hop in dBFS."""
    hops = _hops(samples)
    highest = np.maximum(hops.max(axis=1, initial=0), -hops.min(axis=1, initial=0))
    return np.asarray(20 * np.log10(np.maximum(highest, 1e-6)), dtype=np.float32)


def _hops(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    count = -(-len(samples) // HOP)
    padded = np.zeros(count * HOP, dtype=np.float32)
    padded[: len(samples)] = samples
    return padded.reshape(count, HOP)


def _interpolated(steps: NDArray[np.float32]) -> NDArray[np.float32]:
    """Run straight from each value to the next: (n + 1,) to (n * HOP,)."""
    way = np.arange(HOP, dtype=np.float32) / np.float32(HOP)
    return (steps[:-1, None] + np.diff(steps)[:, None] * way).reshape(-1)


def _ratio(decibels: float) -> float:
    return float(10 ** (decibels / 20))
