"""Our meter agrees with two that are not ours, and gains keep to their steps."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from audiopress.audio.loudness import (
    apply_k_weighting,
    choose_gain,
    choose_usual_gain,
    compute_gated_loudness,
    measure,
    measure_true_peak,
)
from audiopress.model import Loudness, Sound
from tests.unit.audio_meters import ebur128, libebur128

RATES = (22050, 24000, 44100, 48000)


def speechlike(seconds: float, rate: int, level: float = 0.1, seed: int = 1) -> NDArray[np.int16]:
    """Noise in syllables of uneven loudness, shape (n,)."""
    noise = np.random.default_rng(seed)
    count = int(seconds * rate)
    syllables = noise.uniform(0.05, 1, int(seconds * 5) + 2)
    shape = np.interp(np.arange(count) * 5 / rate, np.arange(len(syllables)), syllables)
    shape *= np.minimum(1, 100 * (1 - np.abs(np.linspace(-1, 1, count))))
    sound = np.convolve(noise.standard_normal(count), np.hanning(24), "same") * shape
    return np.asarray(sound / np.abs(sound).max() * level * 32767, dtype=np.int16)


@pytest.mark.parametrize("rate", RATES)
def test_three_other_meters_agree(rate: int) -> None:
    pcm = speechlike(12.3, rate)
    loudness = measure(pcm, rate)
    lufs, dbtp = libebur128(pcm, rate)
    assert loudness.integrated == pytest.approx(lufs, abs=0.02)
    assert loudness.peak == pytest.approx(dbtp, abs=0.1)
    assert loudness.integrated == pytest.approx(ebur128(pcm / 32768, rate)[0], abs=0.05)
    theirs = pyloudnorm.Meter(rate).integrated_loudness(pcm / 32768)
    assert loudness.integrated == pytest.approx(theirs, abs=0.15)


@pytest.mark.parametrize("frequency", [100, 997, 5000, 11025])
def test_the_peak_between_two_samples_is_found(frequency: int) -> None:
    time = np.arange(44100) / 44100
    sine = (0.5 * np.hanning(44100) * np.sin(2 * np.pi * frequency * time + np.pi / 4)).astype(
        np.float32
    )
    assert measure_true_peak(sine) == pytest.approx(-6.02, abs=0.05)


@pytest.mark.parametrize("length", [0, 1, 5, 100])
def test_hardly_any_samples_are_no_trouble(length: int) -> None:
    loudness = measure(np.full(length, 1000, np.int16), 22050)
    assert loudness.integrated is None
    assert loudness.blocks == ()


def test_the_filter_is_the_one_of_the_standard() -> None:
    """BS.1770-4: a full-scale sine of 997 Hz in one channel reads -3.01 LKFS."""
    sine = np.sin(2 * np.pi * 997 * np.arange(48000 * 5) / 48000) * 32767
    assert measure(np.rint(sine).astype(np.int16), 48000).integrated == pytest.approx(
        -3.01, abs=0.01
    )


def test_chunks_leave_no_seam() -> None:
    """A long run and the same run cut elsewhere give the same filtered samples."""
    samples = speechlike(4, 44100).astype(np.float32) / 32768
    whole, later = apply_k_weighting(samples, 44100), apply_k_weighting(samples[10_000:], 44100)
    assert np.abs(whole[20_000:] - later[10_000:]).max() < 1e-5


def compute_episode_loudness(parts: Iterable[tuple[Sequence[float], float]]) -> float | None:
    """Return the loudness in LUFS of segments (their blocks, their gain in dB) between pauses.

    Three energies of silence on either side: 0.3 s is what a gating block reaches beyond an edge.
    """
    # 10 and not 20: these are energies.
    return compute_gated_loudness(
        np.pad(np.asarray(blocks), 3) * 10 ** (gain / 10) for blocks, gain in parts
    )


def test_segments_combine_to_the_loudness_of_the_episode() -> None:
    """With silence between, what libebur128 measures on the joined samples."""
    parts = [speechlike(4 + n, 22050, 0.05 * (n + 1), seed=n) for n in range(5)]
    gains = [6.0, -3.0, 0.5, 1.0, -2.5]
    silence = np.zeros(22050, np.int16)
    loud = [np.rint(p * 10 ** (g / 20)).astype(np.int16) for p, g in zip(parts, gains, strict=True)]
    joined = np.concatenate([sound for part in loud for sound in (part, silence)])
    ours = compute_episode_loudness(
        [(measure(p, 22050).blocks, g) for p, g in zip(parts, gains, strict=True)]
    )
    assert ours == pytest.approx(ebur128(joined / 32768, 22050)[0], abs=0.1)


@settings(max_examples=50)
@given(st.floats(-60, -1), st.floats(-30, -10), st.integers(15, 200))
def test_the_gain_brings_a_segment_to_its_level_among_pauses(
    integrated: float, target: float, count: int
) -> None:
    """In whole steps of 0.5 dB; a short paragraph is levelled with the pauses that it has."""
    blocks = (10 ** ((integrated + 0.691) / 10),) * count
    loudness = Loudness(blocks=blocks, peak=-3.0, integrated=integrated)
    gain = choose_gain(loudness, Sound(loudness=target))
    assert gain * 2 == round(gain * 2)
    found = compute_episode_loudness([(blocks, gain)])
    assert found is not None
    assert abs(found - target) <= 0.26 or gain == 40


def test_a_single_word_takes_the_gain_of_its_voice() -> None:
    word = measure(speechlike(0.6, 22050, 0.4), 22050)
    sentences = [measure(speechlike(6, 22050, 0.1, seed), 22050) for seed in range(3)]
    usual = choose_usual_gain([word, *sentences], Sound())
    assert choose_gain(word, Sound(), usual) == usual
    assert choose_gain(word, Sound(), usual + 0.1) == usual
    assert usual == choose_usual_gain(sentences, Sound())
    assert choose_gain(sentences[0], Sound(), 99.0) != 99.0


def test_words_alone_are_levelled_by_their_energy() -> None:
    words = [measure(speechlike(0.6, 22050, 0.1, seed), 22050) for seed in range(3)]
    energies = [np.asarray(word.blocks) for word in words]
    lufs = compute_gated_loudness(energies)
    assert lufs is not None
    assert choose_usual_gain(words, Sound()) == pytest.approx(-16 - lufs, abs=0.25)
    blink = Loudness(blocks=(0.001, 0.001), peak=-20.0, integrated=None)
    assert choose_gain(blink, Sound()) == 14.5
    assert choose_gain(Loudness(blocks=(), peak=-120.0, integrated=None), Sound()) == 0.0
