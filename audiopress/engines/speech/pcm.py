"""Samples as models give them, made into what a `Speech` holds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["find_sound_edges", "to_int16"]

_FULL = 32767
"""The largest sample of 16 bits, for 1.0."""

_INAUDIBLE = 1e-3
"""A line whose loudest sample stays below this (-60 dBFS) says nothing: no voice is so quiet."""

_QUIET = 10 ** (-50 / 20)
"""Samples below this (-50 dBFS) are the noise between words, not a sound of speech."""


def to_int16(samples: NDArray[np.float32], text: str) -> NDArray[np.int16]:
    """Return int16 of shape (n,); where samples would be cut off, the line is made less loud.

    Raises `SpeechError` for silence and for what is not a number.
    """
    peak = float(np.max(np.abs(samples), initial=0.0))
    # `max` of samples with a NaN among them is NaN.
    if not math.isfinite(peak) or peak < _INAUDIBLE:
        raise SpeechError("the model gave no sound", where=make_excerpt(text))
    # Never louder: levels are made later, from what is measured of this.
    return np.asarray(np.rint(samples * (_FULL / max(1.0, peak))), dtype=np.int16)


def find_sound_edges(samples: NDArray[np.float32], keep: int) -> tuple[int, int]:
    """Return where the sound starts and ends (-50 dBFS), with ``keep`` samples of quiet left."""
    loud = np.nonzero(np.abs(samples) > _QUIET)[0]
    if not len(loud):
        return 0, len(samples)
    return max(0, int(loud[0]) - keep), min(len(samples), int(loud[-1]) + 1 + keep)
