"""Options of a line that no speech can be made with, as a manifest may have them."""

from types import SimpleNamespace
from typing import Any

import pytest

from audiopress.engines.piper.inference_options import read_options
from audiopress.engines.speech.pace import read_pace
from audiopress.errors import SpeechError
from audiopress.model import Line, Voice

CONFIG: Any = SimpleNamespace(
    length_scale=1.0, noise_scale=0.667, noise_w_scale=0.8, sample_rate=22050
)
"""What is read of a Piper voice's configuration."""


def make_line(**options: str) -> Line:
    voice = Voice(name="ada", engine="piper", languages=(), options=tuple(options.items()))
    return Line(spoken="The ferry.", language="en", voice=voice)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in ("rate", "sentence_pause") for value in ("x", "nan", "inf")),
        ("rate", "-1"),
        ("rate", "0"),
        ("sentence_pause", "-5"),
        ("sentence_pause", "1e12"),
    ],
)
def test_an_option_that_no_speech_can_be_made_with_is_named(name: str, value: str) -> None:
    line = make_line(**{name: value})
    with pytest.raises(SpeechError, match="option"):
        read_options(CONFIG, line)
    with pytest.raises(SpeechError, match="option"):
        read_pace(line, "hibari", options={"rate", "sentence_pause"}, pause=250, sample_rate=24000)


def test_options_are_numbers() -> None:
    line = make_line(rate="1.25", sentence_pause="400")
    assert read_options(CONFIG, line).length_scale == pytest.approx(0.8)
    assert read_options(CONFIG, line).pause == 8820
    options = {"rate", "sentence_pause"}
    assert read_pace(line, "kokoro", options=options, pause=250, sample_rate=24000) == (1.25, 9600)
