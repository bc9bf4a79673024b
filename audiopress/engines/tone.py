"""A tone in place of a voice: an engine for tests, whose every duration can be worked out.

It speaks `SAMPLES` samples a character, so a test knows the length of a paragraph without asking.
It fails on request: a text that holds ``{crash}``, ``{abort}``, ``{hang}``, ``{memory}``,
``{silence}``, ``{noise}``, ``{refuse}`` or ``{bug}`` gets what it asks for, so that a whole
build can be tested against each way in which a real engine may go wrong.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from typing import TYPE_CHECKING

import numpy as np

from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["RATE", "SAMPLES", "ToneEngine"]

RATE = 22050
"""Samples a second of the tone: that of Piper's medium voices, so that both resample alike."""

SAMPLES = 220
"""Samples a character: 10 ms, about six times as fast as a person, so that tests are short."""

_AMPLITUDE = 6000
"""Height of the sine, of 32767: -15 dBFS, near a voice's level, so no limiter has to work."""

_RAMP = 55
"""Samples of fade at both ends of a word: 2.5 ms, enough for no click. A word has 220 or more."""

_WORD = re.compile(r"\w(?:\S*\w)?")
"""A word from its first letter or digit to its last: ``"8,000,"`` has the word ``8,000``."""

_MARKER = re.compile(r"\{(\w+)\}")
"""A fault that is asked for: ``{crash}``. Other names in braces are spoken as text."""

_NAMED = 60
"""Characters of a paragraph that name it in an error: enough to find it, within one line."""

_HOG_STEP = 64 << 20
"""Bytes taken at once by ``{memory}``: small beside the limit of a worker."""

_HOG_STEPS = 64
"""Steps of ``{memory}``: 4 GB, then it gives up, so that no test ends a whole machine."""


class ToneEngine:
    """Speaks a sine of exactly `SAMPLES` samples a character, silent between the words.

    The pitch is drawn from the text, the phase from the seed; words have exact times. The option
    ``rate`` is not known here: the counts stay what they are.
    """

    name = "tone"
    version = "1"
    kernel = "f64"
    threads = True

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: the voice ``tone`` has a manifest."""
        return ()

    def speak(self, line: Line) -> Speech:
        """Return the tone of ``line.spoken``; raises `SpeechError` when there is no word in it."""
        for marker in _MARKER.findall(line.spoken):
            if marker in _FAULTS:
                return _FAULTS[marker](line)
        return _synthesize(line)


def _synthesize(line: Line) -> Speech:
    """Return the sound of a line and the exact times of its words."""
    words = tuple(
        Word(
            start=match.start() * SAMPLES,
            end=match.end() * SAMPLES,
            at=match.start(),
            to=match.end(),
        )
        for match in _WORD.finditer(line.spoken)
    )
    if not words:
        raise SpeechError("there is no word in this paragraph", where=line.spoken[:_NAMED])
    return Speech(pcm=_make_sine(line, words), rate=RATE, words=words)


def _make_sine(line: Line, words: tuple[Word, ...]) -> NDArray[np.int16]:
    """Return one sine over the whole line, shape (n,), faded in and out around every word."""
    # 200 to 965 Hz: other words, another tone. Not `hash`, which differs by process.
    pitch = 200 + 3 * hashlib.sha256(line.spoken.encode()).digest()[0]
    time_axis = np.arange(len(line.spoken) * SAMPLES) / RATE
    phase = (line.seed % 360) * np.pi / 180
    sine = _AMPLITUDE * np.sin(2 * np.pi * pitch * time_axis + phase)
    gate = np.zeros(len(sine))
    ramp = np.linspace(0, 1, _RAMP)
    for word in words:
        gate[word.start : word.end] = 1
        gate[word.start : word.start + _RAMP] = ramp
        gate[word.end - _RAMP : word.end] = ramp[::-1]
    return np.asarray(np.rint(sine * gate), dtype=np.int16)


# -- faults on request -----------------------------------------------------------------------


def _crash(_line: Line) -> Speech:
    # Not `sys.exit`: that would be an exception, which a worker reports and survives.
    os._exit(70)


def _abort(_line: Line) -> Speech:
    os.abort()


def _hang(_line: Line) -> Speech:
    while True:
        time.sleep(60)


def _use_up_memory(line: Line) -> Speech:
    """Take 4 GB, touching every page, then give up: no test should end the whole machine."""
    # `ones` and not `zeros`, whose pages the system gives only when they are touched.
    held = [np.ones(_HOG_STEP, dtype=np.uint8) for _ in range(_HOG_STEPS)]
    raise SpeechError(f"took {len(held) * _HOG_STEP} bytes and nobody minded", where=line.spoken)


def _return_silence(line: Line) -> Speech:
    speech = _synthesize(line)
    return Speech(pcm=np.zeros_like(speech.pcm), rate=RATE, words=speech.words)


def _return_noise(line: Line) -> Speech:
    """Return what is left of NaN when floats are cast to whole numbers: full-scale rubbish."""
    speech = _synthesize(line)
    return Speech(pcm=np.full_like(speech.pcm, -32768), rate=RATE, words=speech.words)


def _refuse(line: Line) -> Speech:
    raise SpeechError("the text asked the engine to refuse it", where=line.spoken[:_NAMED])


def _raise_value_error(line: Line) -> Speech:
    raise ValueError(line.spoken)


# What may stand between {{ and }}, and what then happens in place of a tone.
_FAULTS: dict[str, Callable[[Line], Speech]] = {
    "abort": _abort,
    "bug": _raise_value_error,
    "crash": _crash,
    "hang": _hang,
    "memory": _use_up_memory,
    "noise": _return_noise,
    "refuse": _refuse,
    "silence": _return_silence,
}
