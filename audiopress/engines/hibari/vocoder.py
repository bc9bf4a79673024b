"""From the parts of a spectrum, as hibari's network gives them, to samples.

The formula is that of ``hibari.dsp`` (0.2.1): a pulse train of the pitch, shaped by the harmonic
part, plus shaped noise, plus a part with phases of its own, and one inverse transform of it all.
Its transforms are not used: they are SciPy's where SciPy is installed and NumPy's where not, and
the two differ in the last bits. The same line has to give the same samples on both.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np
from hibari import dsp
from numpy.fft import irfft, rfft
from numpy.random import PCG64, Generator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["FRAME", "RATE", "draw_noise", "synthesize"]

RATE: int = dsp.SR
"""Samples a second."""

FRAME: int = dsp.HOP
"""Samples from one frame of the spectrum to the next: 12.5 ms."""

_WINDOW: int = dsp.N_FFT
"""Samples that a frame looks at: four frames' lengths."""

_OVERLAP = _WINDOW // FRAME
"""Frames that take part in a sample."""

_WEIGHTS: NDArray[np.float32] = dsp.WIN_SRC * np.float32(_WINDOW)
"""The window of `_transform`, times what its norm divides by."""

_NOISE = 1 << 19
"""Numbers in the noise that all noise is cut from: 2 MB, drawn in 10 ms. A second of speech takes
96,000."""

_LEAST = 1e-11
"""Least sum of squared windows that is divided by (``torch.istft``), so that none is by zero."""


def draw_noise(seed: int, number: int, bins: int, frames: int) -> NDArray[np.complex64]:
    """Return noise for run ``number`` of a line, shape (``bins``, ``frames``), both parts normal.

    It is cut from one long noise at a place that is drawn: to draw every number took a quarter of
    the vocoder's time, and where a noise begins nobody hears.
    """
    noise = _make_long_noise()
    # An even place: real and imaginary part lie behind each other.
    at = 2 * int(Generator(PCG64([seed, number])).integers(_NOISE // 2))
    taken = np.empty(2 * bins * frames, np.float32)
    done = 0
    while done < len(taken):
        piece = noise[at : at + len(taken) - done]
        taken[done : done + len(piece)] = piece
        # From its beginning again: what is longer than the noise goes around.
        done, at = done + len(piece), 0
    return taken.view(np.complex64).reshape(bins, frames)


@functools.cache
def _make_long_noise() -> NDArray[np.float32]:
    return Generator(PCG64(0)).standard_normal(_NOISE, dtype=np.float32)


def synthesize(
    parts: Sequence[NDArray[np.float32]], noise: NDArray[np.complex64]
) -> NDArray[np.float32]:
    """Return `FRAME` samples for every frame.

    ``parts`` are log level and phase of the harmonics, log level of the noise, log level and phase
    of the rest, each of shape (601, frames), and the pitch in Hz (frames). ``noise`` is that of
    `draw_noise`.
    """
    harmonic, turn, hiss, rest, phase, pitch = parts
    spectrum = _transform(dsp.pulses(pitch), len(pitch))
    spectrum *= _polar(harmonic, np.tanh(turn) * np.float32(np.pi))
    spectrum += noise * dsp.ex(hiss)
    spectrum += _polar(rest, phase)
    return _transform_back(spectrum)


def _polar(level: NDArray[np.float32], angle: NDArray[np.float32]) -> NDArray[np.complex64]:
    made = np.empty(level.shape, np.complex64)
    np.cos(angle, out=made.real)
    np.sin(angle, out=made.imag)
    made *= dsp.ex(level)
    return made


def _transform(samples: NDArray[np.float32], frames: int) -> NDArray[np.complex64]:
    """Return the spectrum of each frame, shape (601, frames)."""
    padded = np.pad(samples, _WINDOW // 2, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::FRAME][:frames]
    # "forward", whose division the weights take back: by its default norm NumPy transforms floats
    # of 32 bits as doubles, which takes three times as long.
    made = rfft(windows * _WEIGHTS, axis=1, norm="forward")
    return np.ascontiguousarray(made.T)


def _transform_back(spectrum: NDArray[np.complex64]) -> NDArray[np.float32]:
    """Return the samples of a spectrum of shape (601, frames): overlapped, added, evened out."""
    frames = spectrum.shape[1]
    # Row by row: a transform of columns takes twice as long.
    pieces = irfft(np.ascontiguousarray(spectrum.T), n=_WINDOW, axis=1)
    pieces *= dsp.WIN
    pieces = pieces.reshape(frames, _OVERLAP, FRAME)
    made = np.zeros((frames + _OVERLAP - 1, FRAME), np.float32)
    for number in range(_OVERLAP):
        made[number : number + frames] += pieces[:, number]
    made /= _sum_windows(frames)
    half = _WINDOW // 2
    return made.reshape(-1)[half : half + frames * FRAME]


def _sum_windows(frames: int) -> NDArray[np.float32]:
    """Return the squared windows over each sample, added up; the same inside, less at the ends."""
    squared = (dsp.WIN * dsp.WIN).reshape(_OVERLAP, FRAME)
    total = np.zeros((frames + _OVERLAP - 1, FRAME), np.float32)
    for number in range(_OVERLAP):
        total[number : number + frames] += squared[number]
    return np.maximum(total, np.float32(_LEAST))
