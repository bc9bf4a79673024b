"""How loud speech is, by ITU-R BS.1770-4, and which gain brings it to the show's level.

One segment is measured once: the K-weighted energies of its 100 ms pieces are kept, and from them
the loudness of any episode made of such segments follows without touching a sample.

The K filter is applied in the frequency domain with NumPy: `scipy.signal` would cost more to import
than the whole article costs to measure, and libebur128 has no wheel for every Python promised here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.fft import irfft, rfft

from audiopress.model import Loudness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from audiopress.model import Sound

    Samples = NDArray[np.int16] | NDArray[np.float32]

__all__ = [
    "apply_k_weighting",
    "choose_gain",
    "choose_usual_gain",
    "compute_gated_loudness",
    "measure",
    "measure_energies",
    "measure_true_peak",
    "to_floats",
    "to_lufs",
]

STEP = 0.5
"""Gains are whole multiples of this many dB, so that a small change of level keeps the frames."""

_SHORTEST = 15
"""Pieces of 100 ms a segment needs before its own loudness is believed: a one-word heading
measured alone would be lifted to the level of a whole sentence."""

_WINDOW = 4
"""Pieces of 100 ms in a gating block of BS.1770, which is 400 ms long and starts every 100 ms."""

_CHUNK = 1 << 14
"""Samples transformed at once, a third of a second: long beside the overlap of 50 ms, which is
filtered twice, and short enough for a processor's cache."""

_ABSOLUTE = -70.0
"""The absolute gate of BS.1770 in LUFS: blocks below it are silence ..."""

_RELATIVE = -10.0
"""... and the relative one in LU, from the mean of those above it: blocks below are pauses."""

_LOUDEST_GAIN = 40.0
"""Decibels a segment is raised by at most: what needs more is noise, and would be loud noise."""

_SILENCE = 1e-12
"""The least energy a logarithm is taken of: -120 dB, below the last bit of 16."""

_QUIETEST = -120.0
"""The true peak of silence in dBTP, for which there is no logarithm."""

_REACH = 8
"""Samples on either side that a value between two samples is made of: a filter of 64 taps at four
times the rate. BS.1770 shows one of 48, and libebur128's has 49."""


def measure(pcm: Samples, rate: int) -> Loudness:
    """Return the measurements of mono ``pcm``, shape (n,), int16 or float in ±1, at ``rate`` Hz."""
    samples = to_floats(pcm)
    energies = measure_energies(samples, rate)
    integrated = compute_gated_loudness([energies]) if len(energies) >= _SHORTEST else None
    return Loudness(
        # Seven digits: small in the cache, without the last bits, which may differ by processor.
        blocks=tuple(float(f"{energy:.6e}") for energy in energies.tolist()),
        peak=round(measure_true_peak(samples), 2),
        integrated=None if integrated is None else round(integrated, 2),
    )


def to_floats(pcm: Samples) -> NDArray[np.float32]:
    """Return ``pcm`` as float in ±1; int16 is scaled, floats stay what they are."""
    whole = np.issubdtype(pcm.dtype, np.integer)
    return np.asarray(pcm / np.float32(32768) if whole else pcm, dtype=np.float32)


def measure_energies(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Return the K-weighted mean squares of the whole 100 ms pieces of ``samples``."""
    size = rate // 10
    count = len(samples) // size
    if not count:
        return np.zeros(0)
    pieces = apply_k_weighting(samples, rate)[: count * size].reshape(count, size)
    return np.asarray(np.einsum("ij,ij->i", pieces, pieces), dtype=np.float64) / size


def _pad_with_silence(energies: Sequence[float] | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 100 ms energies with the pauses around them, which a meter hears half of.

    A gating block is 0.4 s long, so the edges of a short paragraph weigh on its level: measured
    without them, an episode of many short ones would be 0.8 LU too quiet.
    """
    return np.pad(np.asarray(energies, dtype=np.float64), _WINDOW - 1)


def compute_gated_loudness(runs: Iterable[NDArray[np.float64]]) -> float | None:
    """Return the gated loudness in LUFS of runs of 100 ms energies (BS.1770-4, annex 1).

    A gating block is four neighbours of one run; ``None`` when none passes the absolute gate.
    """
    blocks = [
        np.convolve(run, np.full(_WINDOW, 1 / _WINDOW), "valid")
        for run in runs
        if len(run) >= _WINDOW
    ]
    energy = np.concatenate(blocks) if blocks else np.zeros(0)
    # The relative gate is taken from what passes the absolute one (BS.1770-4, annex 1).
    energy = energy[energy > _from_lufs(_ABSOLUTE)]
    if not len(energy):
        return None
    floor = _from_lufs(to_lufs(float(energy.mean())) + _RELATIVE)
    return to_lufs(float(energy[energy > floor].mean()))


def choose_gain(loudness: Loudness, sound: Sound, usual: float | None = None) -> float:
    """Return the gain in dB, in steps of 0.5, that brings a segment to ``sound.loudness``.

    What counts is how loud it is among the pauses of an episode, not alone.
    A segment that is too short to measure takes ``usual``, its voice's own gain
    (`choose_usual_gain`); without one, the mean of its energy decides.
    """
    among = (
        None
        if loudness.integrated is None
        else compute_gated_loudness([_pad_with_silence(loudness.blocks)])
    )
    if among is not None:
        return _round_gain(sound.loudness - among)
    if usual is not None:
        return _round_gain(usual)
    return choose_usual_gain([loudness], sound)


def choose_usual_gain(segments: Iterable[Loudness], sound: Sound) -> float:
    """Return the gain in dB for the short segments of a voice, from all segments it spoke.

    Those long enough decide by their gated loudness together; when there are none, all of them.
    """
    known = tuple(segments)
    whole = [segment for segment in known if segment.integrated is not None]
    together = compute_gated_loudness([_pad_with_silence(segment.blocks) for segment in whole])
    # None is long enough: those of 400 ms have at least one gating block, without pauses.
    if together is None:
        together = compute_gated_loudness([np.asarray(segment.blocks) for segment in known])
    # Not even that: the mean of all energies, and no gain at all for silence.
    if together is None:
        energies = [energy for segment in known for energy in segment.blocks]
        mean = sum(energies) / max(1, len(energies))
        together = to_lufs(mean) if mean > _from_lufs(_ABSOLUTE) else sound.loudness
    return _round_gain(sound.loudness - together)


def measure_true_peak(samples: NDArray[np.float32], within: float = 6.0) -> float:
    """Return the true peak in dBTP: the highest value at four times the rate (BS.1770-4, annex 2).

    Silence is -120. Only the neighbourhood of samples ``within`` so many dB of the highest is
    looked at so closely: sound hides no more between two samples, and all would cost ten times it.
    """
    if not len(samples):
        return _QUIETEST
    heights = np.abs(samples)
    highest = float(heights.max())
    loud = heights > highest * 10 ** (-within / 20)
    # Both gaps beside a loud sample, each once. Windows are padded, so gap i lies before sample i.
    beside = np.zeros(len(samples) + 1, dtype=np.bool_)
    np.logical_or(loud[1:], loud[:-1], out=beside[1:-1])
    beside[0], beside[-1] = loud[0], loud[-1]
    gaps = np.flatnonzero(beside)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(samples, _REACH), 2 * _REACH)
    between = np.abs(windows[gaps] @ _make_interpolation_taps()).max(initial=0)
    return max(20 * float(np.log10(max(highest, float(between), 1e-6))), _QUIETEST)


@lru_cache(maxsize=1)
def _make_interpolation_taps() -> NDArray[np.float32]:
    """Values at 1/4, 1/2 and 3/4 of the way between the middle samples, shape (2 * _REACH, 3)."""
    distance = np.arange(1 - _REACH, _REACH + 1)[:, None] - np.array([0.25, 0.5, 0.75])
    # A sinc under a Hann window; divided by its sum, so that a constant stays what it is.
    taps = np.sinc(distance) * np.cos(np.pi * distance / (2 * _REACH)) ** 2
    return np.asarray(taps / taps.sum(axis=0), dtype=np.float32)


def apply_k_weighting(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return ``samples`` through the two K filters, by overlap-save; shape (n,)."""
    overlap = rate // 20
    stride = _CHUNK - overlap
    count = -(-len(samples) // stride)
    # Silence before the first sample: a filter starts from rest.
    padded = np.zeros(overlap + count * stride, dtype=np.float32)
    padded[overlap : overlap + len(samples)] = samples
    chunks = np.lib.stride_tricks.sliding_window_view(padded, _CHUNK)[::stride]
    spectrum = rfft(chunks, axis=1) * _compute_k_response(rate)
    # The first samples of each chunk hold what went around the circle: they are dropped.
    filtered = irfft(spectrum, n=_CHUNK, axis=1)[:, overlap:]
    return np.ascontiguousarray(filtered.reshape(-1)[: len(samples)])


@lru_cache(maxsize=8)
def _compute_k_response(rate: int) -> NDArray[np.complex64]:
    """Frequency response of the K filters at ``rate``, shape (_CHUNK // 2 + 1,).

    BS.1770-4 gives coefficients for 48 kHz; the analogue prototypes behind them (1681.97 Hz shelf
    of 4 dB, 38.14 Hz high pass) are those found by B. De Man, "Evaluation of implementations of
    the EBU R128 loudness measurement" (AES 145, 2018), as in libebur128. The impulse response has
    fallen by 100 dB within the overlap of 50 ms, so a circular convolution is exact.
    """
    z = np.exp(-2j * np.pi * np.arange(_CHUNK // 2 + 1) / _CHUNK)
    shelf = _compute_shelf(z, np.tan(np.pi * 1681.974450955533 / rate))
    k, q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    a0 = 1 + k / q + k * k
    high = (1 - z) ** 2 / (1 + 2 * (k * k - 1) / a0 * z + (1 - k / q + k * k) / a0 * z * z)
    return np.asarray(shelf * high, dtype=np.complex64)


def _compute_shelf(z: NDArray[np.complex128], k: float) -> NDArray[np.complex128]:
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    top = (
        (high + band * k / q + k * k)
        + 2 * (k * k - high) * z
        + (high - band * k / q + k * k) * z * z
    )
    bottom = (1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z
    return np.asarray(top / bottom)


def to_lufs(energy: float) -> float:
    """Return the loudness in LUFS of a K-weighted mean square of one channel."""
    # -0.691 takes back what the K filter adds at 1 kHz (BS.1770-4, annex 1).
    return -0.691 + 10 * float(np.log10(max(energy, _SILENCE)))


def _from_lufs(loudness: float) -> float:
    return float(10 ** ((loudness + 0.691) / 10))


def _round_gain(gain: float) -> float:
    return round(min(gain, _LOUDEST_GAIN) / STEP) * STEP
