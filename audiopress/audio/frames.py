"""Speech or music to MP3 frames: resampled, levelled, limited, encoded once, checked by ear.

The frames of a segment need no other frame: the bit reservoir starts empty, no Info frame is in
there, and what is decoded from many of them joined is what is decoded from each alone.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lameenc
import numpy as np
import soundfile
import soxr

from audiopress.audio import mpeg
from audiopress.audio.limiter import limit
from audiopress.audio.loudness import measure_true_peak, to_floats
from audiopress.audio.timeline import FRAME
from audiopress.errors import SoundError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audiopress.audio.loudness import Samples
    from audiopress.model import Sound

__all__ = [
    "DELAY",
    "FORMAT",
    "Encoded",
    "decode",
    "encode",
    "encode_mp3",
    "measure_decoded_peak",
    "resample",
]

DELAY = 1105
"""Samples before the first one of the input: 576 by LAME's encoder, 529 by any decoder."""

FORMAT = "lame 1, limiter 2"
"""Belongs to the key of frames: changed whenever other bytes come of the same input."""

_HEADROOM = 0.9
"""Decibels left free below the peak for what the encoder adds."""

_TRIES = 10
"""Encodings of a segment at most. At 96 kb/s the headroom nearly always leaves it at one; at 48
kb/s the encoder adds up to 4 dB (docs/decisions/0142)."""

_SMALL_STEPS = 3
"""Steps down that are as small as can be; each one behind them is twice as large: there is speech
of which the encoder makes the same peak again of a ceiling a little lower."""

_BELOW = 0.1
"""Decibels by which the next try's ceiling is lower than the overshoot alone asks for, as the next
encoding overshoots a little differently."""

_WITHIN = 3.0
"""Decibels below its highest sample that decoded sound is searched for true peaks: it was limited,
so that what lies between its samples is not much above them."""


_SCALE = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}
"""What LAME multiplies its input by at a bit rate (kb/s), 0.95 below these: undone before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """MP3 frames of one piece: ``count`` frames in ``data``.

    They decode to ``count * 1152`` samples at the show's rate, in which the piece lies at ``lead``
    and is ``samples`` long; ``gain`` is what was asked, ``applied`` includes the limiter's make-up.
    """

    data: bytes
    count: int
    lead: int
    samples: int
    gain: float
    applied: float


def encode(pcm: Samples, rate: int, gain: float, sound: Sound) -> Encoded:
    """Return mono ``pcm``, shape (n,), int16 or float in ±1, as frames at ``sound``'s rate.

    ``rate`` is its own in Hz, ``gain`` in dB. The decoded true peak stays at or below
    ``sound.peak``: the result is decoded again, and encoded with more headroom where the encoder
    overshot. Raises `SoundError` for rates MP3 does not know, and for nothing to encode.
    """
    # LAME takes other rates too: MPEG-2 has frames of 576 samples, and no time would be right.
    mpeg.check_format(sound.rate, sound.bitrate)
    if not len(pcm):
        raise SoundError(
            "there are no samples to encode", hint="audiopress say TEXT tries it alone"
        )
    # Before the limiter: resampling moves peaks.
    samples = resample(pcm, rate, sound.rate)
    ceiling = sound.peak - _HEADROOM
    for number in range(_TRIES):
        limited = limit(samples, sound.rate, gain, ceiling)
        data = encode_mp3(limited.samples, sound)
        over = measure_decoded_peak(data) - sound.peak
        if over <= 0:
            break
        ceiling -= over + _BELOW * 2 ** max(0, number - _SMALL_STEPS + 1)
    else:
        raise SoundError("the encoder keeps passing the peak limit", hint="lower [sound] loudness")
    return Encoded(
        data=data,
        # One more than the samples fill: it holds the delay of 1105, which is less than a frame.
        count=-(-len(samples) // FRAME) + 1,
        lead=DELAY,
        samples=len(samples),
        gain=gain,
        applied=limited.gain,
    )


def resample(pcm: Samples, rate: int, target: int) -> NDArray[np.float32]:
    """Return mono ``pcm`` at ``rate`` Hz as float in ±1 at ``target`` Hz."""
    samples = to_floats(pcm)
    return samples if rate == target else np.asarray(soxr.resample(samples, rate, target, "HQ"))


def encode_mp3(samples: NDArray[np.float32], sound: Sound) -> bytes:
    """Return levelled ``samples``, shape (n,) at the show's rate, as MP3 frames alone."""
    # LAME scales its input down below 256 kb/s; levels and ceiling are those of the output.
    full = np.float32(32767 / _SCALE.get(sound.bitrate, 0.95))
    pcm = np.rint(np.clip(samples * full, -32768, 32767)).astype(np.int16)
    # A new one each time: its bit reservoir starts empty, so no frame needs one of another piece.
    encoder = lameenc.Encoder()
    # LAME would print what it does.
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(sound.rate)
    # Named, for LAME would resample by itself at low bit rates.
    encoder.set_out_sample_rate(sound.rate)
    encoder.set_bit_rate(sound.bitrate)
    encoder.set_quality(sound.quality)
    return bytes(encoder.encode(pcm.tobytes()) + encoder.flush())


def measure_decoded_peak(data: bytes) -> float:
    """Return the true peak in dBTP of what a decoder makes of ``data``."""
    # As floats: a decoder to 16 bits would clip just what is looked for.
    return measure_true_peak(decode(data)[0], within=_WITHIN)


def decode(data: bytes) -> tuple[NDArray[np.float32], int]:
    """Return mono samples, shape (n,), and their rate in Hz as a decoder makes them of frames."""
    heard, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    return np.asarray(heard, dtype=np.float32), int(rate)
