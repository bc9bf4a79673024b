"""What an engine gives that is of another type than it must be is the engine's fault, by name."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from audiopress.errors import SpeechError
from audiopress.model import Line, Speech, Voice, Word
from audiopress.press.steps.speak import _speak

SOUND = np.zeros(1600, np.int16)
LINE = Line(
    spoken="It was hot.",
    language="en",
    voice=Voice(name="odd", engine="odd", languages=("en",), sample_rate=16000),
)


def give(speech: Any, monkeypatch: pytest.MonkeyPatch) -> Speech:
    engine = SimpleNamespace(speak=lambda _line: speech)
    monkeypatch.setattr("audiopress.plugins.find_engine", lambda _name: engine)
    return _speak(LINE)


@pytest.mark.parametrize(
    ("speech", "fault"),
    [
        ("sound", "gave str, which is no Speech"),
        (Speech(pcm=[0, 0], rate=16000), "samples as list"),
        (Speech(pcm=SOUND, rate=16000.0), "no whole number: 16000.0"),
        (Speech(pcm=SOUND, rate=16000, words=((1, 2),)), "as a word, which is no Word"),
    ],
)
def test_another_type_is_named_with_its_engine(
    speech: Any, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SpeechError, match=fault) as caught:
        give(speech, monkeypatch)
    assert 'the engine "odd"' in str(caught.value)


def test_a_speech_is_given_on(monkeypatch: pytest.MonkeyPatch) -> None:
    speech = Speech(pcm=SOUND, rate=16000, words=(Word(start=0, end=5, at=0, to=2),))
    assert give(speech, monkeypatch) is speech
