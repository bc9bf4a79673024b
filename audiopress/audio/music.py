"""The show's own music: ident, intro, outro, and an intro that goes on under the opening line.

pydub cuts, fades and mixes; files are read by libsndfile (WAV, FLAC, OGG, MP3), so that no ffmpeg
is needed. What comes out are frames like any other: levelled, limited, encoded once.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
import soxr

from audiopress.audio.frames import encode
from audiopress.audio.loudness import choose_gain, measure, to_floats
from audiopress.errors import SoundError

with warnings.catch_warnings():
    # On import pydub looks for ffmpeg, which nothing here needs, and compiles odd escapes.
    warnings.simplefilter("ignore")
    from pydub import audio_segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audiopress.audio.frames import Encoded
    from audiopress.model import Music, Sound

__all__ = ["encode_bed", "encode_music"]

AudioSegment: Any = audio_segment.AudioSegment  # carries no types

_WIDTH = 4
"""Bytes of a sample within pydub, which has whole numbers only: 32 bits lose nothing one hears."""

_FULL = 2**31 - 1
"""The largest sample of 32 bits, for 1.0."""

_ROOM = 24.0
"""Decibels left free while voice and music are added up."""

_STEP_BACK = 600
"""Milliseconds in which the music gives way to the voice."""

_LINGER = 1200
"""Milliseconds in which the music ends after the line, unless its fade out says otherwise."""


def encode_music(body: bytes, music: Music, sound: Sound) -> Encoded:
    """Return the music file ``body`` as frames at the show's loudness plus ``music.gain``.

    Raises `SoundError` when it is no sound file.
    """
    heard = _apply_fades(_read_music(body, music, sound), music)
    return encode(_to_samples(heard), sound.rate, _choose_gain(heard, music, sound), sound)


def encode_bed(
    body: bytes, music: Music, line: tuple[NDArray[np.int16], int], gain: float, sound: Sound
) -> Encoded:
    """Return the opening ``line`` (samples of shape (n,), rate in Hz) over music, as frames.

    The music plays ``music.alone`` ms for itself, steps back by ``music.duck`` dB while the line,
    raised by ``gain`` dB, is said, and fades out after it. ``lead`` and ``samples`` of the frames
    are those of the line.
    """
    said = soxr.resample(to_floats(line[0]), line[1], sound.rate, "HQ")
    whole = _read_music(body, music, sound)
    # By the whole file: a quiet beginning alone would be raised too much.
    level = _choose_gain(whole, music, sound)
    start = music.alone * sound.rate // 1000
    spoken = 1000 * len(said) // sound.rate
    # Milliseconds: so pydub cuts. Music that is shorter just ends before the line does.
    bed = whole[: music.alone + spoken + (music.fade_out or _LINGER)]
    bed = _step_back(bed, music)
    bed = _apply_fades(bed, replace(music, fade_out=music.fade_out or _LINGER))
    # pydub's overlay is as long as what lies below, so the voice is padded to the longer one.
    voice = np.zeros(max(start + len(said), int(bed.frame_count())), dtype=np.float32)
    voice[start : start + len(said)] = said
    mixed = (
        _make_segment(voice, sound.rate)
        # Whole numbers clip where floats do not; the encoder's gain gives the room back.
        .apply_gain(gain - _ROOM)
        .overlay(bed.apply_gain(level - _ROOM))
    )
    made = encode(_to_samples(mixed), sound.rate, _ROOM, sound)
    # For times and transcript only the line is speech; the music around it has no cue.
    return replace(made, lead=made.lead + start, samples=len(said), gain=gain)


def _step_back(bed: Any, music: Music) -> Any:
    """Return the music, quieter from where the voice comes in."""
    start, end = max(0, music.alone - _STEP_BACK), min(music.alone, len(bed))
    # Over before it would have to: pydub divides by the length of the fade.
    if start >= end:
        return bed if start >= len(bed) else bed.apply_gain(-abs(music.duck))
    return bed.fade(to_gain=-abs(music.duck), start=start, end=end)


def _read_music(body: bytes, music: Music, sound: Sound) -> Any:
    """Return the file as a mono segment at the show's rate."""
    try:
        samples, rate = soundfile.read(io.BytesIO(body), dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, TypeError) as error:
        raise SoundError(
            f"this is no music file: {error}",
            where=music.path,
            hint="use WAV, FLAC, OGG or MP3, and look at it with: file " + music.path,
        ) from error
    # Silence has no level that it could be brought to.
    if not np.any(samples):
        raise SoundError("there is no sound in this music file", where=music.path)
    mono = samples.mean(axis=1, dtype=np.float32)
    return _make_segment(soxr.resample(mono, rate, sound.rate, "HQ"), sound.rate)


def _make_segment(samples: NDArray[np.float32], rate: int) -> Any:
    # float32 has 24 bits: 2**31 - 1 would be rounded up, past what 32 bits hold.
    full = np.rint(np.clip(samples.astype(np.float64), -1, 1) * _FULL).astype("<i4")
    return AudioSegment(data=full.tobytes(), sample_width=_WIDTH, frame_rate=rate, channels=1)


def _to_samples(segment: Any) -> NDArray[np.float32]:
    return np.asarray(np.frombuffer(segment.raw_data, dtype="<i4") / _FULL, dtype=np.float32)


def _apply_fades(segment: Any, music: Music) -> Any:
    for length, fade in ((music.fade_in, "fade_in"), (music.fade_out, "fade_out")):
        if length > 0:
            segment = getattr(segment, fade)(min(length, len(segment)))
    return segment


def _choose_gain(segment: Any, music: Music, sound: Sound) -> float:
    """Return the decibels that bring the music to the show's loudness plus its own gain."""
    return choose_gain(measure(_to_samples(segment), sound.rate), sound) + music.gain
