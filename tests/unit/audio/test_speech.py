"""Speech is cut to its sound and a margin, and no phoneme with it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiopress.audio.frames import encode
from audiopress.audio.speech import find_fault, pack, trim, unpack
from audiopress.audio.timeline import count_margin
from audiopress.errors import SoundError
from audiopress.model import Sound, Speech, Word

RATE = 22050
STEP = RATE // 200


def said(before: int, after: int, *, hiss: float = 0.0, level: float = 8000) -> Speech:
    """Half a second of tone in silence (or hiss), whose first 100 ms are 40 dB weaker."""
    count = RATE // 2
    tone = level * np.sin(2 * np.pi * 500 * np.arange(count) / RATE + 1)
    tone[: RATE // 10] *= 0.01
    pcm = np.concatenate([np.zeros(before), tone, np.zeros(after)])
    pcm += hiss * np.random.default_rng(1).standard_normal(len(pcm))
    words = (Word(start=before, end=before + count, at=0, to=3),)
    return Speech(pcm=np.rint(pcm).astype(np.int16), rate=RATE, words=words)


TONE = said(0, 0).pcm


@settings(max_examples=60)
@given(st.integers(0, 40_000), st.integers(0, 40_000))
def test_exactly_the_margin_is_left_on_both_sides(before: int, after: int) -> None:
    trimmed = trim(said(before, after))
    edge = count_margin(RATE)
    assert abs(len(trimmed.pcm) - RATE // 2 - 2 * edge) <= 2 * STEP
    (heard,) = np.nonzero(np.abs(trimmed.pcm) > 20)
    assert edge - STEP <= heard[0] <= edge + STEP
    word = trimmed.words[0]
    assert abs(word.start - edge) <= STEP
    assert 0 <= word.start < word.end <= len(trimmed.pcm)


@settings(max_examples=30)
@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_weak_first_phoneme_is_kept_to_the_sample(before: int, after: int) -> None:
    speech = said(before, after)
    tone = speech.pcm[before : before + RATE // 2]
    kept = trim(speech).pcm
    offsets = range(count_margin(RATE) - STEP, count_margin(RATE) + STEP + 5)
    assert any(np.array_equal(kept[at : at + len(tone)], tone) for at in offsets)


def test_cutting_twice_cuts_once() -> None:
    once = trim(said(5000, 7000))
    assert abs(len(trim(once).pcm) - len(once.pcm)) <= STEP
    assert abs(trim(once).words[0].start - once.words[0].start) <= STEP


def test_hiss_of_the_engine_is_faded_where_it_is_cut() -> None:
    """A floor 55 dB below speech is silence: it ends in nothing, not in a step."""
    trimmed = trim(said(5000, 7000, hiss=5.0))
    assert len(trimmed.pcm) < RATE // 2 + 2 * count_margin(RATE) + 2 * STEP
    assert trimmed.pcm[0] == 0
    assert np.abs(trimmed.pcm[:20]).max() <= 2


def test_loud_hiss_is_taken_for_sound_rather_than_cut_a_phoneme() -> None:
    assert len(trim(said(5000, 7000, hiss=60.0)).pcm) >= len(said(5000, 7000).pcm)


@pytest.mark.parametrize("length", [0, 1, 50, 30_000])
def test_speech_without_sound_comes_back_as_it_is(length: int) -> None:
    speech = Speech(pcm=np.zeros(length, np.int16), rate=RATE)
    assert trim(speech) is speech


@settings(max_examples=30)
@given(st.binary(min_size=2, max_size=4000), st.sampled_from([8000, 16000, 22050, 24000, 48000]))
def test_what_is_packed_comes_back(body: bytes, rate: int) -> None:
    pcm = np.frombuffer(body[: len(body) // 2 * 2], dtype=np.int16)
    found, found_rate = unpack(pack(Speech(pcm=pcm, rate=rate)))
    assert found_rate == rate
    assert np.array_equal(found, pcm)


@pytest.mark.parametrize("rate", [8000, 16000, 24000, 48000])
def test_any_rate_of_an_engine_is_encoded(rate: int) -> None:
    pcm = (3000 * np.sin(2 * np.pi * 300 * np.arange(rate) / rate)).astype(np.int16)
    made = encode(pcm, rate, 0.0, Sound())
    assert made.samples == 44100
    assert made.lead + made.samples <= made.count * 1152


def test_nothing_to_encode_is_an_error() -> None:
    with pytest.raises(SoundError, match="no samples"):
        encode(np.zeros(0, np.int16), RATE, 0.0, Sound())
    with pytest.raises(SoundError) as raised:
        encode(np.zeros(9, np.int16), RATE, 0.0, Sound(rate=22050))
    assert raised.value.where == "[sound] rate"


@pytest.mark.parametrize(
    ("pcm", "words"),
    [
        (np.zeros(500, dtype=np.int16), "silence"),
        (np.zeros(0, dtype=np.int16), "silence"),
        (np.full(500, 64, dtype=np.int16), "silence"),
        (np.full(500, -32768, dtype=np.int16), "full scale"),
        (np.r_[TONE, np.full(221, -32768)].astype(np.int16), "full scale"),
        (np.r_[np.full(221, 32767), TONE].astype(np.int16), "full scale"),
        (np.full(500, np.nan), "float64"),
        (np.ones((500, 2), dtype=np.int16), "(500, 2)"),
    ],
)
def test_what_is_no_speech_is_said(pcm: np.ndarray, words: str) -> None:
    assert words in (find_fault(pcm, RATE) or "")


@pytest.mark.parametrize(
    "pcm",
    [
        TONE,
        np.r_[TONE, np.full(220, -32768), TONE].astype(np.int16),
        np.full(500, 65, dtype=np.int16),
    ],
)
def test_loud_speech_that_clips_is_speech(pcm: np.ndarray) -> None:
    assert find_fault(pcm, RATE) is None
