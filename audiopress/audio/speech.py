"""Speech as engines give it: cut to its sound, and kept without loss.

Engines put any amount of silence around what they say. `trim` leaves exactly `MARGIN` of it on
both sides, so that a pause is as long as the timeline says and no phoneme is cut; `pack` and
`unpack` are the form in which the cache keeps speech (FLAC, 16 bit, mono).
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audiopress.audio.timeline import count_margin
from audiopress.errors import SoundError
from audiopress.model import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audiopress.model import Speech

__all__ = ["find_fault", "pack", "trim", "unpack"]

_RANGE = 10 ** (-45 / 10)
"""Sound is what is less than 45 dB below the voice: weak fricatives are, room noise not.

In an episode at -16 LUFS that is what is above -60 dBFS or so, whatever the voice.
"""

_VOICED = 10 ** (-30 / 10)
"""The voice is the mean of all 5 ms that are less than 30 dB below the loudest."""

_SILENT = 10 ** (-75 / 10)
"""A paragraph whose loudest 5 ms stay below -75 dBFS says nothing."""

_SILENCE = 64
"""Largest sample value (of 32767) that still counts as silence: -54 dBFS."""

_FULL = 32767
"""The largest sample of 16 bits: full scale."""

_STUCK = 100
"""For a hundredth of a second no voice stays at full scale; NaN does, when it is cast."""

_SPEED = 0.0
"""FLAC level 0: half the work of the usual one for 3 % more bytes in a cache."""


def pack(speech: Speech) -> bytes:
    """Return ``speech.pcm`` as FLAC: no sample is lost, and equal samples give equal bytes."""
    body = io.BytesIO()
    soundfile.write(
        body, speech.pcm, speech.rate, format="FLAC", subtype="PCM_16", compression_level=_SPEED
    )
    return body.getvalue()


def unpack(body: bytes) -> tuple[NDArray[np.int16], int]:
    """Return the samples, shape (n,), and the rate in Hz of packed speech.

    Raises `SoundError` when ``body`` is no mono sound file.
    """
    try:
        pcm, rate = soundfile.read(io.BytesIO(body), dtype="int16", always_2d=False)
    except soundfile.LibsndfileError as error:
        raise SoundError(
            f"cached speech cannot be read: {error}", hint="audiopress build"
        ) from error
    if pcm.ndim != 1:
        raise SoundError("cached speech has more than one channel", hint="audiopress build")
    return np.asarray(pcm, dtype=np.int16), int(rate)


def find_fault(pcm: NDArray[np.int16], rate: int) -> str | None:
    """Say what an engine gave that is no speech, or ``None``; an engine may break its contract.

    That is other numbers than int16 of shape (n,), silence, or samples that stick at full scale.
    """
    if pcm.dtype != np.int16 or pcm.ndim != 1:
        return f"no 16-bit mono samples, but {pcm.dtype} of shape {pcm.shape}"
    lowest, highest = int(pcm.min(initial=0)), int(pcm.max(initial=0))
    if max(-lowest, highest) <= _SILENCE:
        return "silence"
    if max(-lowest, highest) < _FULL:
        return None
    # In 32 bits: -32768 has no positive partner in 16.
    size = np.abs(pcm.astype(np.int32))
    # The longest stretch between two samples that are not at full scale; clipping is shorter.
    free = np.flatnonzero(size < _FULL)
    longest = np.diff(free, prepend=-1, append=len(size)).max() - 1
    return "noise: its samples stick at full scale" if longest * _STUCK > rate else None


def trim(speech: Speech) -> Speech:
    """Return ``speech`` with exactly `timeline.count_margin` samples before its sound and after it.

    Where the engine left less, silence is added; words move along and stay inside. What is kept
    of the engine's own silence is faded at the cut. Speech without any sound comes back as it is.
    """
    first, last = _find_sound(speech.pcm, speech.rate)
    # Silence is `find_fault`'s to refuse.
    if first == last:
        return speech
    edge = count_margin(speech.rate)
    pcm = np.zeros(last - first + 2 * edge, dtype=np.int16)
    # `first - edge` may lie before the beginning: then the zeros there stay.
    start = max(0, first - edge)
    stop = min(len(speech.pcm), last + edge)
    offset = first - edge
    pcm[start - offset : stop - offset] = speech.pcm[start:stop]
    # Half the margin, so that the fade never reaches a sound.
    _fade(pcm, edge // 2)
    words = tuple(_move_word(word, offset, len(pcm)) for word in speech.words)
    return replace(speech, pcm=pcm, words=words)


def _find_sound(pcm: NDArray[np.int16], rate: int) -> tuple[int, int]:
    """Return where sound starts and ends, in steps of 5 ms; equal numbers when there is none."""
    step = max(1, rate // 200)
    padded = np.zeros(-(-len(pcm) // step) * step, dtype=np.float32)
    padded[: len(pcm)] = pcm
    energy = np.square(padded.reshape(-1, step) / 32768).mean(axis=1)
    loudest = float(energy.max(initial=0.0))
    if loudest < _SILENT:
        return 0, 0
    # Not the loudest itself: one voice has plosives 10 dB above what another with its level has.
    voice = float(energy[energy > loudest * _VOICED].mean())
    (heard,) = np.nonzero(energy > voice * _RANGE)
    return int(heard[0]) * step, min(len(pcm), (int(heard[-1]) + 1) * step)


def _fade(pcm: NDArray[np.int16], length: int) -> None:
    """Fade the first and last ``length`` samples, in place."""
    ramp = np.linspace(0, 1, length, endpoint=False)
    pcm[:length] = np.rint(pcm[:length] * ramp)
    pcm[len(pcm) - length :] = np.rint(pcm[len(pcm) - length :] * ramp[::-1])


def _move_word(word: Word, offset: int, length: int) -> Word:
    # An engine may count its own silence to the first or last word.
    start = min(max(word.start - offset, 0), length)
    end = min(max(word.end - offset, start), length)
    return Word(start=start, end=end, at=word.at, to=word.to)
