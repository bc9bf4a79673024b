"""Silence around the speech, but where music is drawn."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from audiopress.checking.files.sound_rules import Meters
from audiopress.checking.files.wave_rules import find_wave_faults

RATE, SECONDS = 44100, 30
HEAD = 5.0


@dataclass
class Drawn:
    """A version of one paragraph, from `HEAD` on, with so high a bar before it."""

    before: int
    start: float = HEAD
    path: str = "a.mp3"
    length: float = SECONDS
    paragraphs: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paragraphs = [{"start": self.start, "end": SECONDS - 1.0}]

    @property
    def alignment(self) -> dict[str, Any]:
        bars = np.full(300, 80, np.uint8)
        bars[: int(self.start * 10)] = self.before
        bars[-10:] = 0
        return {"peaks": base64.b64encode(bars.tobytes()).decode()}


def measure(head: float, crest: float = 9.0) -> Meters:
    levels = np.full(SECONDS * 50, 0.3, np.float32)
    levels[: int(HEAD * 50)] = head
    levels[-48:] = 0
    powers = levels.astype(float) ** 2 / 10 ** (crest / 10)
    return Meters(samples=SECONDS * RATE, rate=RATE, levels=[levels], powers=[powers])


def find_faults(version: Drawn, meters: Meters) -> list[str]:
    return [name for name, _, fault, _ in find_wave_faults(version, meters) if fault]  # type: ignore[arg-type]


def test_what_sounds_before_the_first_word_is_named() -> None:
    assert find_faults(Drawn(before=0), measure(0.1)) == ["quiet around the speech"]
    assert find_faults(Drawn(before=0), measure(0.0)) == []


def test_music_may_sound_there() -> None:
    assert find_faults(Drawn(before=50), measure(0.1)) == []


@pytest.mark.parametrize(("crest", "faults"), [(9.0, []), (3.01, []), (1.0, ["whole waves"])])
def test_a_sine_is_whole_and_a_square_is_not(crest: float, faults: list[str]) -> None:
    assert find_faults(Drawn(before=0), measure(0.0, crest)) == faults
