"""The waveform stands where the sound is, and is small."""

import json

from hypothesis import given
from hypothesis import strategies as st

from audiopress.audio.peaks import BARS, draw_waveform
from audiopress.audio.timeline import FRAME, SKIP, Clip, lay_out
from audiopress.model import Frames, Loudness, Segment, Sound, Utterance

SOUND = Sound()


def spoken(energies: list[float], *, gain: float = 0.0, music: bool = False) -> Clip:
    samples = len(energies) * 4410
    loudness = Loudness(blocks=tuple(energies), peak=-3.0, integrated=None)
    segment = Segment(key="k", digest="", samples=samples // 2, rate=22050, loudness=loudness)
    count = -(-samples // FRAME) + 1
    frames = Frames(
        key="k",
        digest="",
        count=count,
        lead=1105,
        samples=samples,
        rate=44100,
        gain=gain,
        size=count * 313,
    )
    utterance = Utterance(
        role="body", source="x", spoken="x", language="en", voice="joe", pause=22050, paragraph=0
    )
    return Clip(
        frames=frames,
        utterance=None if music else utterance,
        segment=None if music else segment,
    )


def drawn(pieces: list[Clip], bars: int = BARS) -> tuple[int, ...]:
    return draw_waveform(pieces, lay_out(pieces, SOUND)[1], bars)


energies = st.lists(st.floats(0, 1), min_size=1, max_size=50)


@given(st.lists(st.builds(spoken, energies), min_size=1, max_size=9))
def test_it_is_small_and_within_bounds(pieces: list[Clip]) -> None:
    heights = drawn(pieces)
    assert len(heights) == BARS
    assert all(0 <= height <= 100 for height in heights)
    assert len(json.dumps(heights)) <= 2048
    assert len(json.dumps([100] * BARS, separators=(",", ":"))) <= 1300


def test_bars_stand_where_the_sound_is() -> None:
    pieces = [spoken([0.25] * 10), spoken([1.0] * 10)]
    timeline, plan = lay_out(pieces, SOUND)
    bars = timeline.samples // 4410
    heights = draw_waveform(pieces, plan, bars)
    for cue, height in zip(timeline.cues, (50, 100), strict=True):
        middle = (cue.start + cue.end) // 2 * bars // timeline.samples
        assert heights[middle] == height
    assert heights[0] == heights[-1] == 0


def test_gain_counts() -> None:
    assert max(drawn([spoken([0.25] * 9, gain=6.0), spoken([1.0] * 9)])[:150]) == 100


def test_music_stands_at_half_and_silence_is_no_trouble() -> None:
    assert set(drawn([spoken([0.0] * 40, music=True)])) == {0, 50}
    assert set(drawn([spoken([0.0] * 9)])) == {0}
    assert SKIP < FRAME
