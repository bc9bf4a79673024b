"""A part of an MP3 as sound."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import soundfile

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["decode_part"]


def decode_part(sound: bytes, start: float, end: float) -> tuple[NDArray[np.float32], int]:
    """Return mono samples from ``start`` to ``end``, in seconds, and their rate in Hz.

    What lies outside of the sound is left out, so there may be fewer than asked for, or none.
    """
    with soundfile.SoundFile(io.BytesIO(sound)) as file:
        begin = max(0, min(file.frames, int(start * file.samplerate)))
        file.seek(begin)
        samples = file.read(max(0, int(end * file.samplerate) - begin), dtype="float32")
        mono = samples if samples.ndim == 1 else samples.mean(axis=1)
        return np.asarray(mono, np.float32), file.samplerate
