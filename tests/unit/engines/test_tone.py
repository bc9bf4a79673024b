"""The tone's counts, its faults, and that the conformance kit catches what it is there for."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word
from audiopress.plugins import Engine
from audiopress.testing import RATE, SAMPLES, ConformanceError, ToneEngine, check_engine

VOICE = Voice(name="tone", engine="tone", languages=(), sample_rate=RATE)


def speak(text: str, seed: int = 1) -> Speech:
    return ToneEngine().speak(Line(spoken=text, language="en", voice=VOICE, seed=seed))


def test_every_duration_can_be_worked_out() -> None:
    speech = speak("Hot, 8,000 days.")
    assert len(speech.pcm) == 16 * SAMPLES
    assert speech.words[1] == Word(start=5 * SAMPLES, end=10 * SAMPLES, at=5, to=10)
    assert not np.any(speech.pcm[3 * SAMPLES : 5 * SAMPLES])


def test_text_and_seed_are_heard() -> None:
    assert np.array_equal(speak("one two").pcm, speak("one two").pcm)
    assert not np.array_equal(speak("one two").pcm, speak("one tow").pcm)
    assert not np.array_equal(speak("one two").pcm, speak("one two", seed=2).pcm)


def test_faults_that_can_be_seen_from_inside() -> None:
    assert not np.any(speak("so {{silence}} so").pcm)
    assert set(speak("so {{noise}} so").pcm.tolist()) == {-32768}
    with pytest.raises(SpeechError):
        speak("so {{refuse}} so")
    with pytest.raises(ValueError, match="bug"):
        speak("so {{bug}} so")


def test_the_tone_conforms() -> None:
    assert isinstance(ToneEngine(), Engine)
    check_engine(ToneEngine(), VOICE)


def words_overlap(speech: Speech) -> Speech:
    first, second = speech.words[:2]
    return remade(speech, words=(first, replace(first, at=second.at, to=second.to)))


def words_beyond(speech: Speech) -> Speech:
    return remade(
        speech, words=(*speech.words[:-1], replace(speech.words[-1], end=len(speech.pcm) + 1))
    )


def words_with_spaces(speech: Speech) -> Speech:
    first = speech.words[0]
    return remade(speech, words=(replace(first, to=first.to + 1), *speech.words[1:]))


def remade(speech: Speech, **parts: Any) -> Speech:
    return Speech(**{"pcm": speech.pcm, "rate": speech.rate, "words": speech.words, **parts})


COUNT = itertools.count()
AFTER: dict[str, Callable[[Speech], Speech]] = {
    "random": lambda s: remade(s, pcm=s.pcm + np.int16(next(COUNT) % 2)),
    "float": lambda s: remade(s, pcm=s.pcm / 32768),
    "stereo": lambda s: remade(s, pcm=np.stack([s.pcm, s.pcm])),
    "silent": lambda s: remade(s, pcm=s.pcm // 10000),
    "another rate": lambda s: remade(s, rate=16000),
    "click": lambda s: remade(s, pcm=s.pcm[SAMPLES // 2 :], words=()),
    "late": lambda s: remade(s, pcm=np.pad(s.pcm, (RATE, 0))),
    "words beyond": words_beyond,
    "words overlap": words_overlap,
    "words missing": lambda s: remade(s, words=s.words[:-1]),
    "words with spaces": words_with_spaces,
}


class Sloppy(ToneEngine):
    """A tone engine with one fault, by name."""

    def __init__(self, fault: str) -> None:
        self.fault = fault

    def speak(self, line: Line) -> Speech:
        if self.fault == "swallows nothing to say" and not line.spoken.strip():
            return Speech(pcm=np.full(900, 999, dtype=np.int16), rate=RATE)
        if self.fault == "truncates":
            line = replace(line, spoken=line.spoken[:300])
        if self.fault == "crashes on emoji" and "\U0001f600" in line.spoken:
            raise UnicodeError(line.spoken)
        return AFTER.get(self.fault, lambda s: s)(super().speak(line))


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("random", "same line twice"),
        ("float", "int16"),
        ("stereo", "mono"),
        ("silent", "silent"),
        ("another rate", "rate 16000"),
        ("click", "click"),
        ("late", "before the speech"),
        ("truncates", "of its sound"),
        ("words beyond", "no such samples"),
        ("words overlap", "overlap in time"),
        ("words missing", "'border' has no time"),
        ("words with spaces", "spaces are not part"),
        ("crashes on emoji", "not SpeechError"),
        ("swallows nothing to say", "nothing to say"),
    ],
)
def test_the_kit_names_the_fault(fault: str, message: str) -> None:
    with pytest.raises(ConformanceError, match=message):
        check_engine(Sloppy(fault), VOICE)


def test_the_kit_refuses_a_voice_of_another_engine() -> None:
    with pytest.raises(ConformanceError, match="not 'tone'"):
        check_engine(ToneEngine(), replace(VOICE, engine="piper"))
