"""For people who test with speech, or write an engine: a tone instead of a voice, and a kit.

`ToneEngine` is an engine like any other, except that its sample counts can be worked out in the
head: `SAMPLES` a character, so that a test knows every duration without asking.
It misbehaves on request: a text that holds ``{{crash}}``, ``{{abort}}``, ``{{hang}}``,
``{{memory}}``, ``{{silence}}``, ``{{noise}}``, ``{{refuse}}`` or ``{{bug}}`` gets what it asks for.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from typing import TYPE_CHECKING

import numpy as np

from audiopress.errors import SpeechError
from audiopress.model import Speech, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from audiopress.model import Line, Voice

__all__ = ["RATE", "SAMPLES", "ToneEngine"]

RATE = 22050
"""Samples a second of the tone."""

SAMPLES = 441
"""Samples a character: 20 ms, about three times as fast as a person."""

_AMPLITUDE = 6000
_RAMP = 110
_WORD = re.compile(r"\w(?:\S*\w)?")
_MARKER = re.compile(r"\{\{(\w+)\}\}")
_HOG_STEP = 64 << 20
_HOG_STEPS = 64


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
        return _tone(line)


def _tone(line: Line) -> Speech:
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
        raise SpeechError("there is no word in this paragraph", where=line.spoken[:60])
    return Speech(pcm=_sine(line, words), rate=RATE, words=words)


def _sine(line: Line, words: tuple[Word, ...]) -> NDArray[np.int16]:
    """One sine over the whole line, shape (n,), faded in and out around every word."""
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
    os._exit(70)


def _abort(_line: Line) -> Speech:
    os.abort()


def _hang(_line: Line) -> Speech:
    while True:
        time.sleep(60)


def _memory(line: Line) -> Speech:
    """Take 4 GB, touching every page, then give up: no test should end the whole machine."""
    held = [np.ones(_HOG_STEP, dtype=np.uint8) for _ in range(_HOG_STEPS)]
    raise SpeechError(f"took {len(held) * _HOG_STEP} bytes and nobody minded", where=line.spoken)


def _silence(line: Line) -> Speech:
    speech = _tone(line)
    return Speech(pcm=np.zeros_like(speech.pcm), rate=RATE, words=speech.words)


def _noise(line: Line) -> Speech:
    """Return what is left of NaN when floats are cast to whole numbers: full-scale rubbish."""
    speech = _tone(line)
    return Speech(pcm=np.full_like(speech.pcm, -32768), rate=RATE, words=speech.words)


def _refuse(line: Line) -> Speech:
    raise SpeechError("the text asked the engine to refuse it", where=line.spoken[:60])


def _bug(line: Line) -> Speech:
    raise ValueError(line.spoken)


_FAULTS: dict[str, Callable[[Line], Speech]] = {
    "abort": _abort,
    "bug": _bug,
    "crash": _crash,
    "hang": _hang,
    "memory": _memory,
    "noise": _noise,
    "refuse": _refuse,
    "silence": _silence,
}
