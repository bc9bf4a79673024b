"""What is drawn of a sound is what was measured."""

from __future__ import annotations

import numpy as np
import pytest

from audiopress.audio.loudness import measure_energies
from audiopress.checking.files.curves import draw_curves
from audiopress.checking.files.sound_rules import Meters

RATE = 48_000


def measure(samples: np.ndarray) -> Meters:
    levels = np.abs(samples).reshape(-1, RATE // 50).max(axis=1)
    energies = measure_energies(samples, RATE)
    return Meters(samples=len(samples), rate=RATE, energies=[energies], peak=-1.0, levels=[levels])


def make_tone(seconds: int, level: float) -> np.ndarray:
    """Return 1 kHz at ``level`` LUFS: of a full sine, -3.01 (BS.1770-4, annex 1)."""
    height = 10 ** ((level + 3.01) / 20)
    times = np.arange(seconds * RATE) / RATE
    return np.float32(height) * np.sin(2 * np.pi * 997 * times, dtype=np.float32)


def test_short_term_loudness_is_that_of_three_seconds() -> None:
    curves = draw_curves(measure(np.concatenate((make_tone(20, -23), make_tone(20, -13)))), [])
    assert curves.window == 3.0
    assert len(curves.loudness) == 400
    assert curves.loudness[50] == pytest.approx(-23.0, abs=0.1)
    assert curves.loudness[350] == pytest.approx(-13.0, abs=0.1)
    # Half of a window is ten times the energy of the other half.
    assert curves.loudness[200] == pytest.approx(-13 + 10 * np.log10(0.55), abs=0.2)


def test_the_height_is_the_highest_of_its_stretch() -> None:
    samples = np.zeros(60 * RATE, np.float32)
    samples[30 * RATE] = 0.8
    heights = draw_curves(measure(samples), []).heights
    assert len(heights) == 400
    assert [number for number, height in enumerate(heights) if height] == [200]
    assert max(heights) == pytest.approx(0.8)


def test_a_long_sound_has_as_many_points_and_a_wider_window() -> None:
    meters = measure(make_tone(10, -16))
    meters.energies *= 200
    meters.levels *= 200
    curves = draw_curves(meters, [(0, 5), (5, 5.1)])
    assert (len(curves.heights), len(curves.loudness)) == (400, 400)
    assert curves.window == 5.0
    assert curves.parts[0] == pytest.approx(-16.0, abs=0.1)
    assert curves.parts[1] is None


def test_what_is_shorter_than_a_piece_has_no_loudness() -> None:
    curves = draw_curves(measure(np.zeros(RATE // 50, np.float32)), [])
    assert (len(curves.heights), curves.loudness, curves.whole) == (1, (), None)
