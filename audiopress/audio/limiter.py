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

from audiopress.audio.loudness import apply_k_weighting, compute_gated_loudness, to_lufs

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["Limited", "compute_reduction", "limit"]

HOP = 64
"""Samples between two values of the gain: 1.5 ms at 44.1 kHz."""

_AHEAD = 2
"""Hops of look ahead to either side: 3 ms, shorter than a pitch period of a low voice."""

# What smooths the gain: a Hann window of five hops (7 ms), whose weights sum to 1. It is no longer
# than the hold, so that nothing smoothed can lie above what a peak needs.
_WINDOW = np.hanning(2 * _AHEAD + 3)[1:-1] / np.hanning(2 * _AHEAD + 3).sum()

_RELEASE = 250.0
"""Decibels a second by which the gain comes back: a 10 dB peak is forgotten in 40 ms."""

_MOST = 8.0
"""Decibels of loudness given back at most; more would be a distortion, not a level."""

_MOST_SHORT = 3.0
"""Decibels given back at most to what is shorter than `_MEASURABLE`."""

_MEASURABLE = 1.5
"""Below so many seconds a level is a guess, and a single word is not to be crushed for it."""

_ROUNDS = 6
"""Steps of the secant rule at most; speech needs two or three."""

_FIRST_SLOPE = 0.6
"""Decibels of loudness that a decibel of make-up is taken to bring at the first step: less than
one, as the peaks are held down. The steps after it know better."""

_LEAST_SLOPE = 0.2
"""And the least it is ever taken to bring, so that a flat stretch makes no step without end."""

_CLOSE = 0.02
"""Loudness units from the aim that are near enough: less than a meter shows."""


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
    peaks = _find_hop_peaks(samples)
    if not len(peaks) or float(peaks.max()) + gain <= ceiling:
        flat = np.zeros(len(peaks) + 1, dtype=np.float32)
        return Limited(samples=samples * np.float32(_to_ratio(gain)), gain=gain, reduction=flat)
    gain = _find_make_up_gain(samples, rate, peaks, gain, ceiling)
    curve = compute_reduction(peaks + np.float32(gain) - np.float32(ceiling), rate)
    steps = np.power(np.float32(10), (np.float32(gain) - curve) / np.float32(20))
    shaped = _interpolate(steps)[: len(samples)] * samples
    return Limited(samples=shaped, gain=gain, reduction=curve)


def compute_reduction(excess: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return the reduction in dB at the edges of hops that exceed the ceiling by ``excess`` dB.

    Shape (n,) in, (n + 1,) out; between two edges the gain runs straight.
    """
    padded = np.zeros(len(excess) + 1 + 4 * _AHEAD, dtype=np.float32)
    # A view: an edge between two hops needs what the louder of them does.
    need = padded[2 * _AHEAD : -2 * _AHEAD]
    np.maximum(excess, 0, out=need[1:])
    np.maximum(need[:-1], excess, out=need[:-1])
    # held[j] is the most that the edges j - 2 * _AHEAD to j need.
    held = padded[: len(need) + 2 * _AHEAD].copy()
    for shift in range(1, 2 * _AHEAD + 1):
        np.maximum(held, padded[shift : shift + len(held)], out=held)
    # A straight release is a running maximum once a rising line is added: no loop over hops.
    slope = np.arange(len(held)) * (_RELEASE * HOP / rate)
    released = np.maximum.accumulate(held + slope) - slope
    # smooth[i] averages held[i] to held[i + 2 * _AHEAD]. Each of them knows of edge i, so the
    # average is not less than that edge needs; `maximum` takes back what rounding took.
    smooth = np.convolve(released, _WINDOW, "valid")
    return np.maximum(smooth, need).astype(np.float32)


def _find_make_up_gain(
    samples: NDArray[np.float32],
    rate: int,
    peaks: NDArray[np.float32],
    gain: float,
    ceiling: float,
) -> float:
    """Return the gain that leaves the wanted loudness after the limiter."""
    # Filtered once: a gain that changes slowly can be put on the energies instead.
    weighted = apply_k_weighting(samples, rate)
    hops = _split_hops(weighted)
    energies = np.einsum("ij,ij->i", hops, hops).astype(np.float64)
    # Not whole at 44.1 kHz (68.9), so the edges of pieces are rounded one by one.
    per = rate // 10 / HOP
    wanted = _compute_loudness(energies, per)
    most = _MOST if len(samples) >= rate * _MEASURABLE else _MOST_SHORT

    def missing(made_up: float) -> float:
        curve = compute_reduction(peaks + np.float32(gain + made_up - ceiling), rate)
        # By 10 and not 20: energies, and within a hop the mean of its two edges.
        ratio = np.power(np.float32(10), (np.float32(made_up) - curve) / np.float32(10))
        return wanted - _compute_loudness(energies * (ratio[1:] + ratio[:-1]) / 2, per)

    return gain + _find_root(missing, most)


def _find_root(missing: Callable[[float], float], most: float) -> float:
    """Return where ``missing`` falls to 0, or ``most``, by the secant rule; it falls slower than 1.

    In thousandths, so that the last bits of a float decide nothing.
    """
    tried, left, slope = 0.0, missing(0.0), _FIRST_SLOPE
    for _ in range(_ROUNDS):
        # Too loud without any make-up is left alone: the gain is the one that was asked for.
        if left < _CLOSE and (left > -_CLOSE or tried <= 0):
            break
        following = min(max(tried + left / slope, 0.0), most)
        # At the most that may be given back, or nothing is left to change.
        if following == tried:
            break
        now = missing(following)
        slope = max((left - now) / (following - tried), _LEAST_SLOPE)
        tried, left = following, now
    return round(tried, 3)


def _compute_loudness(energies: NDArray[np.float64], per: float) -> float:
    """Loudness in LUFS of hop energies, ``per`` hops in 100 ms; ungated when too short."""
    # A little more than the length, so that a last piece that is just whole counts.
    edges = np.arange(0, len(energies) + 1e-9, per).astype(np.intp)
    sums = np.concatenate([[0.0], np.cumsum(energies)])
    pieces = np.diff(sums[edges]) / (per * HOP)
    integrated = compute_gated_loudness([pieces])
    return to_lufs(float(energies.mean()) / HOP) if integrated is None else integrated


def _find_hop_peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Highest sample of each hop in dBFS."""
    hops = _split_hops(samples)
    # Not by `abs`, which would make a copy of all samples.
    highest = np.maximum(hops.max(axis=1, initial=0), -hops.min(axis=1, initial=0))
    return np.asarray(20 * np.log10(np.maximum(highest, 1e-6)), dtype=np.float32)


def _split_hops(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    count = -(-len(samples) // HOP)
    padded = np.zeros(count * HOP, dtype=np.float32)
    padded[: len(samples)] = samples
    return padded.reshape(count, HOP)


def _interpolate(steps: NDArray[np.float32]) -> NDArray[np.float32]:
    """Run straight from each value to the next: (n + 1,) to (n * HOP,)."""
    way = np.arange(HOP, dtype=np.float32) / np.float32(HOP)
    return (steps[:-1, None] + np.diff(steps)[:, None] * way).reshape(-1)


def _to_ratio(decibels: float) -> float:
    return float(10 ** (decibels / 20))
