"""The tone's counts and its faults."""

import numpy as np
import pytest

from audiopress.engines.tone import RATE, SAMPLES, ToneEngine
from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word
from audiopress.plugins import Engine
from audiopress.testing import check_engine

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
    assert not np.any(speak("so {silence} so").pcm)
    assert set(speak("so {noise} so").pcm.tolist()) == {-32768}
    with pytest.raises(SpeechError):
        speak("so {refuse} so")
    with pytest.raises(ValueError, match="bug"):
        speak("so {bug} so")


def test_the_tone_conforms() -> None:
    assert isinstance(ToneEngine(), Engine)
    check_engine(ToneEngine(), VOICE)
