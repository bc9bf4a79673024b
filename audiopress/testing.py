"""For people who test with speech, or write an engine: a tone instead of a voice, and a kit.

`ToneEngine` is an engine like any other, except that its sample counts can be worked out in the
head: `SAMPLES` a character, so that a test knows every duration without asking.
It misbehaves on request: a text that holds ``{{crash}}``, ``{{abort}}``, ``{{hang}}``,
``{{memory}}``, ``{{silence}}``, ``{{noise}}``, ``{{refuse}}`` or ``{{bug}}`` gets what it asks for.

`check_engine` holds an engine to the contract. In a test of your own::

    def test_my_engine_conforms() -> None:
        check_engine(MyEngine(), my_voice)
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from audiopress.plugins import Engine

__all__ = ["RATE", "SAMPLES", "ConformanceError", "ToneEngine", "check_engine"]

RATE = 22050
"""Samples a second of the tone."""

SAMPLES = 220
"""Samples a character: 10 ms, about six times as fast as a person."""

_AMPLITUDE = 6000
_RAMP = 55
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


# -- the conformance kit ---------------------------------------------------------------------

_SENTENCE = "The launch came hours after 8,000 of the men had crossed the border."
_OTHERS = ("It was hot.", "Who said that, and when?", "Nobody knew: they had all gone home.")
_ODD = (
    "\U0001f600 \U0001f680", "?!", "\u2014", "* * *", "\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u0631\u062d\u0628\u0627", "\u4f60\u597d", "\u043c\u0438\u0440", "a\u0301\u0301\u0301",
    "x" * 200, "\u200b\u202e", "<b>&amp;</b>", "[[", "]] [[", "((", "1e999", "A.B.C.", "\n\n",
    "https://a.b/c?d=e&f", "naive cafe\u0301, na\u00efve caf\u00e9", "0", "a",
)  # fmt: skip
_QUIET = 104  # -50 dBFS
_LOUD = 328  # -40 dBFS
_LEAD, _TRAIL = 0.5, 1.0
_PACE = (0.005, 0.5)


class ConformanceError(AssertionError):
    """An engine breaks its contract; the message says which part, with the figures."""


def check_engine(engine: Engine, voice: Voice, *, characters: int = 5000) -> None:
    """Hold ``engine``, speaking with ``voice``, to the contract of `audiopress.plugins.Engine`.

    Speaks English; ``characters`` is the length of the longest line, most of the work. Raises
    `ConformanceError` with the first thing that is not as it must be.
    """
    _check_name(engine, voice)
    speech = engine.speak(_line(_SENTENCE, voice))
    _check_sound(speech, voice)
    _check_words(_SENTENCE, speech)
    _check_every_word(_SENTENCE, speech)
    _check_same(engine, voice, speech)
    _check_threads(engine, voice)
    _check_long(engine, voice, -(-characters // len(_SENTENCE)))
    _check_odd(engine, voice)


def _line(text: str, voice: Voice, seed: int = 7) -> Line:
    return Line(spoken=text, language="en", voice=voice, seed=seed)


def _must(holds: bool, message: str) -> None:
    if not holds:
        raise ConformanceError(message)


def _check_name(engine: Engine, voice: Voice) -> None:
    for field in ("name", "version", "kernel"):
        value = getattr(engine, field)
        _must(isinstance(value, str) and bool(value), f"{field} must be a text, is {value!r}")
    _must(isinstance(engine.threads, bool), f"threads must be a bool, is {engine.threads!r}")
    _must(engine.version == engine.version, "version must not change")
    _must(voice.engine == engine.name, f"the voice is for {voice.engine!r}, not {engine.name!r}")
    found = engine.voices()
    _must(isinstance(found, tuple), f"voices() must be a tuple, is {type(found).__name__}")
    for each in found:
        _must(isinstance(each, Voice), f"voices() holds {each!r}")
        _must(each.engine == engine.name, f"voice {each.name!r} is for engine {each.engine!r}")


def _check_sound(speech: Speech, voice: Voice, text: str = _SENTENCE) -> None:
    pcm, rate = speech.pcm, speech.rate
    _must(pcm.dtype == np.int16, f"pcm must be int16, is {pcm.dtype}")
    _must(pcm.ndim == 1, f"pcm must be mono of shape (n,), is {pcm.shape}")
    _must(rate == voice.sample_rate, f"rate {rate}, but the voice says {voice.sample_rate}")
    pace = len(pcm) / rate / len(text)
    _must(_PACE[0] < pace < _PACE[1], f"{pace:.3f} s a character: the rate must be wrong")
    loud = np.nonzero(np.abs(pcm.astype(np.int32)) > _LOUD)[0]
    _must(len(loud) > 0, "the speech is silent")
    lead, trail = loud[0] / rate, (len(pcm) - loud[-1]) / rate
    _must(lead <= _LEAD, f"{lead:.2f} s of silence before the speech, at most {_LEAD}")
    _must(trail <= _TRAIL, f"{trail:.2f} s of silence after the speech, at most {_TRAIL}")
    ends = max(abs(int(pcm[0])), abs(int(pcm[-1])))
    _must(ends <= _QUIET, "it starts or ends in the middle of a sound: a click")
    _must(isinstance(pickle.loads(pickle.dumps(speech)), Speech), "it cannot be pickled")  # noqa: S301 - our own bytes


def _check_words(text: str, speech: Speech) -> None:
    for word in speech.words:
        piece = text[word.at : word.to]
        _must(0 <= word.at < word.to <= len(text), f"{word} lies outside the text")
        _must(piece == piece.strip(), f"{word} is {piece!r}: spaces are not part of a word")
        _must(0 <= word.start < word.end <= len(speech.pcm), f"{piece!r} {word}: no such samples")
    for one, other in pairwise(speech.words):
        _must(one.end <= other.start, f"{one} and {other} overlap in time")
        _must(one.to <= other.at, f"{one} and {other} overlap in the text")


def _check_every_word(text: str, speech: Speech) -> None:
    if speech.estimated or not speech.words:
        return
    timed = {text[word.at : word.to] for word in speech.words}
    for match in _WORD.finditer(text):
        _must(match[0] in timed, f"the word {match[0]!r} has no time")


def _check_same(engine: Engine, voice: Voice, speech: Speech) -> None:
    again = engine.speak(_line(_SENTENCE, voice))
    _must(np.array_equal(again.pcm, speech.pcm), "the same line twice gives other samples")
    _must(again.words == speech.words, "the same line twice gives other word times")
    _check_sound(engine.speak(_line(_SENTENCE, voice, seed=8)), voice)


def _check_threads(engine: Engine, voice: Voice) -> None:
    lines = [_line(text, voice, seed) for seed, text in enumerate(_OTHERS)]
    alone = [engine.speak(line).pcm for line in lines]
    other_order = [engine.speak(line).pcm for line in reversed(lines)][::-1]
    for line, one, other in zip(lines, alone, other_order, strict=True):
        _must(np.array_equal(one, other), f"{line.spoken!r}: what was spoken before changes it")
    if not engine.threads:
        return
    with ThreadPoolExecutor(len(lines)) as pool:
        together = [speech.pcm for speech in pool.map(engine.speak, reversed(lines))][::-1]
    for line, one, other in zip(lines, alone, together, strict=True):
        _must(np.array_equal(one, other), f"{line.spoken!r} changes with the order of threads")


def _check_long(engine: Engine, voice: Voice, times: int) -> None:
    """Check a sentence said many times in one line: as long as its parts, words to the end."""
    one = len(engine.speak(_line(_SENTENCE, voice)).pcm)
    text = " ".join([_SENTENCE] * times)
    speech = engine.speak(_line(text, voice))
    share = len(speech.pcm) / (one * times)
    _must(share > 0.75, f"a text of {len(text)} characters has {share:.0%} of its sound")  # noqa: PLR2004 - pauses may differ
    _check_words(text, speech)
    _check_every_word(text, speech)
    if speech.words:
        last = text[speech.words[-1].at :]
        _must(last.startswith("border"), f"the last word with a time is {last[:20]!r}")


def _check_odd(engine: Engine, voice: Voice) -> None:
    """Check odd texts: sound, or a `SpeechError` and nothing else."""
    for text in _ODD:
        try:
            speech = engine.speak(_line(text, voice))
        except SpeechError:
            continue
        except Exception as error:
            raise ConformanceError(f"{text!r} raised {error!r}, not SpeechError") from error
        _must(bool(np.any(np.abs(speech.pcm.astype(np.int32)) > _QUIET)), f"{text!r} is silent")
        _check_words(text, speech)
    for text in ("", " "):
        try:
            engine.speak(_line(text, voice))
        except SpeechError:
            continue
        raise ConformanceError(f"{text!r} must be a SpeechError, there is nothing to say")
