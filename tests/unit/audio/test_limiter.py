"""The ceiling holds by construction, the loudness is given back, nothing pumps."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from audiopress.audio.limiter import HOP, compute_reduction, limit
from audiopress.audio.loudness import compute_gated_loudness, measure_energies

RATE = 44100


def voice(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    """Pulses of 100 Hz through a resonance, in syllables: the crest of speech."""
    count = int(seconds * RATE)
    time = np.arange(count) / RATE
    pulses = np.zeros(count)
    pulses[:: RATE // 100] = 1
    ring = np.exp(-np.arange(400) / 150) * np.sin(2 * np.pi * 700 * np.arange(400) / RATE)
    noise = np.random.default_rng(seed).uniform(0.3, 1, int(seconds * 6) + 2) ** 3
    shape = np.interp(time * 6, np.arange(len(noise)), noise)
    return np.asarray(np.convolve(pulses, ring, "same") * shape * 0.3, dtype=np.float32)


def lufs(samples: NDArray[np.float32]) -> float:
    found = compute_gated_loudness([measure_energies(samples, RATE)])
    assert found is not None
    return found


@pytest.mark.parametrize("over", [1.0, 2.0, 3.0])
def test_ceiling_and_loudness_both_hold(over: float) -> None:
    samples = voice(5)
    gain = over - 1 - 20 * np.log10(np.abs(samples).max())
    limited = limit(samples, RATE, gain, -1.0)
    assert 20 * np.log10(np.abs(limited.samples).max()) <= -1 + 1e-4
    assert lufs(limited.samples) == pytest.approx(lufs(samples) + gain, abs=0.1)
    assert limited.gain > gain


@settings(max_examples=60, deadline=None)
@given(
    arrays(np.float32, st.integers(1, 5000), elements=st.floats(-1, 1, width=32)),
    st.floats(-20, 40),
)
def test_no_sample_passes_whatever_comes(samples: NDArray[np.float32], gain: float) -> None:
    limited = limit(samples, RATE, gain, -2.0)
    assert limited.samples.shape == samples.shape
    assert np.abs(limited.samples).max() <= 10 ** (-2 / 20) * 1.0001


@settings(max_examples=60, deadline=None)
@given(arrays(np.float32, st.integers(1, 300), elements=st.floats(-40, 20, width=32)))
def test_reduction_covers_every_hop_and_returns_to_nothing(excess: NDArray[np.float32]) -> None:
    curve = compute_reduction(excess, RATE)
    assert np.all(np.minimum(curve[1:], curve[:-1]) >= np.maximum(excess, 0) - 1e-4)
    quiet = compute_reduction(np.concatenate([excess, np.full(500, -40, np.float32)]), RATE)
    assert quiet[-1] == 0
    assert curve.max() <= max(0, excess.max()) + 1e-4


def test_a_peak_is_seen_coming_and_soon_forgotten() -> None:
    excess = np.full(400, -40, np.float32)
    excess[200] = 10
    curve = compute_reduction(excess, RATE)
    below = np.flatnonzero(curve > 0.1) * HOP / RATE * 1000
    at = 200 * HOP / RATE * 1000
    assert 1 < at - below[0] < 6
    assert 30 < below[-1] - at < 60


def test_quiet_sound_is_only_raised() -> None:
    samples = voice(2)
    limited = limit(samples, RATE, -6.0, -1.0)
    assert limited.gain == -6.0
    assert not np.any(limited.reduction)
    np.testing.assert_allclose(limited.samples, samples * 10 ** (-6 / 20), rtol=1e-6)


def test_a_single_word_is_not_crushed() -> None:
    gain = 12 - 20 * np.log10(np.abs(voice(0.5)).max())
    assert limit(voice(0.5), RATE, gain, -1.0).gain <= gain + 3


def test_nothing_at_all_stays_nothing() -> None:
    assert len(limit(np.zeros(0, np.float32), RATE, 6.0, -1.0).samples) == 0
    assert not np.any(limit(np.zeros(999, np.float32), RATE, 6.0, -1.0).samples)
