"""Frames made by hand are frames to decoders that are not ours, and keep to a constant rate."""

import io

import av
import mutagen.mp3
import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from audiopress.audio.mpeg import CbrPadding, check_format, make_info_frame, measure_info_frame
from audiopress.audio.timeline import FRAME, SKIP
from audiopress.errors import SoundError

RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)


def silent(frames: int, rate: int, bitrate: int) -> bytes:
    body = CbrPadding(rate, bitrate).make_silence(frames)
    return make_info_frame(frames, len(body), rate, bitrate) + body


@pytest.mark.parametrize("rate", [44100, 48000, 32000])
@pytest.mark.parametrize("bitrate", RATES)
def test_every_decoder_hears_the_same_length_of_nothing(rate: int, bitrate: int) -> None:
    body = silent(100, rate, bitrate)
    heard, found = soundfile.read(io.BytesIO(body), dtype="float32")
    assert (len(heard), found) == (100 * FRAME - SKIP, rate)
    assert not np.any(heard)
    with av.open(io.BytesIO(body)) as file:
        assert sum(frame.samples for frame in file.decode(audio=0)) == 100 * FRAME - SKIP
    length = mutagen.mp3.MP3(io.BytesIO(body)).info.length  # type: ignore[no-untyped-call]
    assert round(length * rate) == 100 * FRAME - SKIP


@given(
    st.sampled_from([44100, 48000, 32000]),
    st.sampled_from([48, 96, 128, 192]),
    st.lists(st.tuples(st.integers(20, 60), st.integers(1, 500)), max_size=9),
)
def test_bytes_keep_step_with_time(rate: int, bitrate: int, parts: list[tuple[int, int]]) -> None:
    """Segments start with short frames, as LAME's do; the silence around them evens it out."""
    padding, frames, size = CbrPadding(rate, bitrate), 0, 0
    for silence, count in parts:
        size += len(padding.make_silence(silence))
        frames += silence
        # Twenty short frames cannot make up for everything at once: what is left is never much.
        assert 0 <= frames * 144_000 * bitrate / rate - size < 3
        body = 144_000 * bitrate * count // rate
        padding.count_frames(count, body)
        frames, size = frames + count, size + body


def test_the_info_frame_is_found_at_the_lowest_rate() -> None:
    assert measure_info_frame(48000, 32) == 192
    found = mutagen.mp3.MP3(io.BytesIO(silent(500, 48000, 32)))  # type: ignore[no-untyped-call]
    assert found.info.bitrate_mode == mutagen.mp3.BitrateMode.CBR


def test_what_mp3_does_not_know_is_an_error_that_says_what_it_knows() -> None:
    with pytest.raises(SoundError) as raised:
        check_format(22050, 96)
    assert "44100" in raised.value.hint
    with pytest.raises(SoundError) as raised:
        check_format(44100, 100)
    assert "96" in raised.value.hint


def test_an_episode_too_long_for_the_format_is_refused() -> None:
    with pytest.raises(SoundError, match="longer"):
        make_info_frame(1, 1 << 32, 44100, 96)
