"""A sound file without losses: what an MP3 of ours sounds like, as WAV."""

from __future__ import annotations

import io
from typing import Final

import soundfile

__all__ = ["make_wave"]

_SECONDS: Final = 30
"""Seconds that are decoded at a time: an hour is 345 MB of floats as a whole."""


def make_wave(sound: bytes) -> bytes:
    """Return an MP3 as WAV, 16 bits a sample at its own rate."""
    body = io.BytesIO()
    with (
        soundfile.SoundFile(io.BytesIO(sound)) as file,
        soundfile.SoundFile(
            body, "w", file.samplerate, file.channels, subtype="PCM_16", format="WAV"
        ) as wave,
    ):
        for block in file.blocks(blocksize=_SECONDS * file.samplerate, dtype="float32"):
            wave.write(block)
    return body.getvalue()
