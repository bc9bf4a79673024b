"""Frames of an encoder that makes the same peak again, however little lower its input is."""

from __future__ import annotations

import numpy as np
import pytest

from audiopress.audio import frames
from audiopress.errors import SoundError
from audiopress.model import Sound

SOUND = Sound()
RATE = 24_000
SPEECH = np.random.default_rng(3).normal(0, 0.2, 2 * RATE).astype(np.float32)
"""Noise as loud as speech: all of its peaks are limited."""


def overshoot(monkeypatch: pytest.MonkeyPatch, enough: float) -> None:
    """Let the decoded peak be too high until the input's own lies ``enough`` dB below the limit."""
    measure, encode = frames.measure_decoded_peak, frames.encode_mp3
    tops: list[float] = []

    def note(samples: np.typing.NDArray[np.float32], sound: Sound) -> bytes:
        tops.append(20 * float(np.log10(np.abs(samples).max())))
        return encode(samples, sound)

    def hear(data: bytes) -> float:
        return max(measure(data), SOUND.peak + 0.09) if tops[-1] > SOUND.peak - enough else -9.0

    monkeypatch.setattr(frames, "encode_mp3", note)
    monkeypatch.setattr(frames, "measure_decoded_peak", hear)


@pytest.mark.parametrize("enough", [1.5, 2.0, 4.0])
def test_a_peak_that_comes_again_is_given_more_and_more_room(
    monkeypatch: pytest.MonkeyPatch, enough: float
) -> None:
    overshoot(monkeypatch, enough)
    assert frames.encode(SPEECH, RATE, 6.0, SOUND).count > 0


def test_what_never_holds_the_limit_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    overshoot(monkeypatch, 99.0)
    with pytest.raises(SoundError, match="peak limit"):
        frames.encode(SPEECH, RATE, 6.0, SOUND)
