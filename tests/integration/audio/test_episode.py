"""Real speech of joe as a real episode, heard by decoders and meters that are not ours."""

import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

import av
import mutagen.id3
import mutagen.mp3
import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from audiopress import voices
from audiopress.audio.episode import count_bytes, stream_bytes
from audiopress.audio.frames import encode, resample
from audiopress.audio.limiter import limit
from audiopress.audio.loudness import choose_gain, choose_usual_gain, measure
from audiopress.audio.speech import pack, trim, unpack
from audiopress.audio.tags import make_tag
from audiopress.audio.timeline import FRAME, SKIP, Clip, FramePlan, lay_out
from audiopress.engines.piper.engine import PiperEngine
from audiopress.errors import SoundError
from audiopress.model import (
    Enclosure,
    Episode,
    Frames,
    Imprint,
    Line,
    Segment,
    Sound,
    Speech,
    Timeline,
    Utterance,
)
from tests.unit.audio_meters import ebur128, ffmpeg, libebur128, mpg123

SCRIPT = [
    ("headline", "The river is back in its bed, and the town counts what is left"),
    (
        "body",
        "For nine days nobody crossed the bridge at Hallow Mill. On Tuesday the first bus did.",
    ),
    ("heading", "Flood."),
    ("body", "She had put the piano on bricks, she said, and the bricks had floated away."),
    ("quote", "It was quiet, that was the worst of it. You could hear the fridge turn over."),
    ("heading", "What comes next?"),
    ("body", "Half of Fifth Street will be pulled down before the frost. This hits four families."),
]
SOUND = Sound()
Samples = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Made:
    """An episode and all it was made of."""

    speeches: tuple[Speech, ...]
    segments: tuple[Segment, ...]
    timeline: Timeline
    plan: FramePlan
    tag: bytes
    bodies: dict[str, bytes]

    @property
    def sound(self) -> bytes:
        return b"".join(stream_bytes(self.plan, SOUND, self.read))

    def read(self, frames: Frames) -> bytes:
        return self.bodies[frames.key]


@pytest.fixture(scope="module")
def speeches() -> tuple[Speech, ...]:
    engine, joe = PiperEngine(), voices.find("joe")
    lines = [Line(spoken=text, language="en", voice=joe, seed=7) for _, text in SCRIPT]
    return tuple(trim(engine.speak(line)) for line in lines)


def make(speeches: tuple[Speech, ...], sound: Sound = SOUND, skip: int = 0) -> Made:
    segments = [
        Segment(
            key=str(number),
            digest="",
            samples=len(speech.pcm),
            rate=speech.rate,
            loudness=measure(speech.pcm, speech.rate),
            words=speech.words,
        )
        for number, speech in enumerate(speeches)
    ]
    usual = choose_usual_gain([segment.loudness for segment in segments], sound)
    pieces, bodies = [], {}
    for number, (speech, segment) in enumerate(zip(speeches, segments, strict=True)):
        role, text = SCRIPT[number]
        gain = choose_gain(segment.loudness, sound, usual)
        made = encode(speech.pcm, speech.rate, gain, sound)
        bodies[segment.key] = made.data
        frames = Frames(
            key=segment.key,
            digest="",
            count=made.count,
            lead=made.lead,
            samples=made.samples,
            rate=sound.rate,
            gain=gain,
            size=len(made.data),
        )
        utterance = Utterance(
            role=role,  # type: ignore[arg-type]
            source=text,
            spoken=text,
            language="en",
            voice="joe",
            pause=26460,
            paragraph=number,
        )
        pieces.append(Clip(frames=frames, utterance=utterance, segment=segment))
    timeline, plan = lay_out(pieces[skip:], sound)
    return Made(
        speeches=speeches,
        segments=tuple(segments),
        timeline=timeline,
        plan=plan,
        tag=make_tag(EPISODE, timeline, IMPRINT),
        bodies=bodies,
    )


EPISODE = Episode(
    id="a",
    guid="g",
    slug="flood",
    key="",
    title="The river is back",
    summary="",
    published=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    changed=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    language="en-GB",
    enclosure=Enclosure(path="", length=0),
    rate=44100,
    samples=0,
    byline="Ada Brook",
    url="https://example.org/flood",
    narrators=("joe",),
)
IMPRINT = Imprint(show="Hallow Mill Listener", url="https://example.org/flood", narrators=("joe",))


@pytest.fixture(scope="module")
def made(speeches: tuple[Speech, ...]) -> Made:
    return make(speeches)


@pytest.fixture(scope="module")
def heard(made: Made) -> Samples:
    samples, rate = mpg123(made.tag + made.sound)
    assert rate == SOUND.rate
    return samples


def decibels(samples: Samples) -> float:
    """Level of the loudest 5 ms in dBFS."""
    steps = samples[: len(samples) // 220 * 220].reshape(-1, 220)
    return 10 * float(np.log10(np.square(steps).mean(axis=1).max(initial=1e-12)))


def test_all_decoders_and_the_tag_agree_on_the_length(made: Made, heard: Samples) -> None:
    body = made.tag + made.sound
    assert len(heard) == made.timeline.samples
    assert len(ffmpeg(body)) == made.timeline.samples
    file = mutagen.mp3.MP3(io.BytesIO(body))  # type: ignore[no-untyped-call]
    assert round(file.info.length * SOUND.rate) == made.timeline.samples
    assert int(str(file["TLEN"])) == made.timeline.samples * 1000 // SOUND.rate
    assert len(made.sound) == count_bytes(made.plan, SOUND)
    assert made.timeline.cues[-1].end <= len(heard)


def test_level_and_peak_hold_by_two_meters(made: Made, heard: Samples) -> None:
    for samples in (heard, ffmpeg(made.sound)):
        loudness, peak = ebur128(samples, SOUND.rate)
        assert loudness == pytest.approx(-16, abs=0.5)
        assert peak <= -1
    theirs = pyloudnorm.Meter(SOUND.rate).integrated_loudness(heard)
    assert theirs == pytest.approx(-16, abs=0.5)


@pytest.mark.parametrize("target", [(-16.0, -1.0, 96), (-19.0, -2.0, 64), (-15.0, -1.0, 128)])
def test_other_settings_hold_too(
    speeches: tuple[Speech, ...], target: tuple[float, float, int]
) -> None:
    loudness, peak, bitrate = target
    sound = replace(SOUND, loudness=loudness, peak=peak, bitrate=bitrate)
    other = make(speeches, sound)
    samples = ffmpeg(b"".join(stream_bytes(other.plan, sound, other.read)))
    found = ebur128(samples, sound.rate)
    assert found[0] == pytest.approx(loudness, abs=0.5)
    assert found[1] <= peak


def test_an_episode_of_five_seconds_is_at_its_level(speeches: tuple[Speech, ...]) -> None:
    short = make(speeches, skip=len(SCRIPT) - 1)
    loudness, peak = ebur128(ffmpeg(short.sound), SOUND.rate)
    assert short.timeline.samples < 7 * SOUND.rate
    assert loudness == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_level_and_peak_hold_by_libebur128(heard: Samples) -> None:
    loudness, peak = libebur128(heard, SOUND.rate)
    assert loudness == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_the_limiter_takes_little(made: Made) -> None:
    for speech, segment in zip(made.speeches, made.segments, strict=True):
        samples = resample(speech.pcm, speech.rate, SOUND.rate)
        gain = choose_gain(segment.loudness, SOUND, 10.0)
        limited = limit(samples, SOUND.rate, gain, -1.9)
        if segment.loudness.integrated is not None:
            assert np.percentile(limited.reduction, 95) <= 8


def test_speech_is_where_the_cues_say_and_silence_between(made: Made, heard: Samples) -> None:
    twenty = SOUND.rate // 50
    edges = [0, *(edge for cue in made.timeline.cues for edge in (cue.start, cue.end)), len(heard)]
    for end, start in list(pairwise(edges))[::2]:
        assert decibels(heard[end + twenty : start - twenty]) < -50
    for cue in made.timeline.cues:
        assert decibels(heard[cue.start - twenty : cue.start + twenty]) > -50
        assert decibels(heard[cue.end - twenty : cue.end + twenty]) > -50


def test_no_click_at_any_joint(made: Made, heard: Samples) -> None:
    """At every border of frames of two makings, 5 ms to both sides are silence."""
    at = -SKIP
    for joint in made.plan.joints:
        for border in (at + joint.silence * FRAME, at):
            around = heard[max(0, border - 220) : max(0, border + 220)]
            assert np.abs(around).max(initial=0) < 10 ** (-50 / 20)
        at += (joint.silence + joint.frames.count) * FRAME


def test_joined_sounds_like_apart(made: Made, heard: Samples) -> None:
    """The bit reservoir does not reach over a border: each decoded alone gives the same samples."""
    at = -SKIP
    for joint in made.plan.joints:
        at += joint.silence * FRAME
        alone, _ = mpg123(made.bodies[joint.frames.key])
        assert np.array_equal(heard[at : at + len(alone)], alone)
        at += joint.frames.count * FRAME


def test_nothing_of_the_speech_is_lost(made: Made, heard: Samples) -> None:
    """Levelled, encoded and decoded, each paragraph still follows what the engine gave."""
    for cue, speech in zip(made.timeline.cues, made.speeches, strict=True):
        said = speech.pcm[551:-551:2].astype(float)
        found = heard[cue.start : cue.end][::4][: len(said)].astype(float)
        said = said[: len(found)]
        assert np.corrcoef(np.abs(said), np.abs(found))[0, 1] > 0.85


def test_tag_and_chapters_as_mutagen_reads_them(made: Made) -> None:
    found = mutagen.id3.ID3(io.BytesIO(made.tag), translate=False)  # type: ignore[no-untyped-call]
    assert found.version == (2, 3, 0)
    assert str(found["TIT2"]) == "The river is back"
    assert str(found["TALB"]) == "Hallow Mill Listener"
    assert (str(found["TYER"]), str(found["TDAT"])) == ("2026", "0201")
    assert found["WOAF"].url == "https://example.org/flood"
    chapters = [found[f"CHAP:{name}"] for name in found["CTOC:toc"].child_element_ids]
    titles = [str(chapter.sub_frames["TIT2"]) for chapter in chapters]
    assert titles == [SCRIPT[0][1], "Flood.", "What comes next?"]
    second = made.timeline.cues[2].start * 1000 // SOUND.rate
    assert [chapter.start_time for chapter in chapters][:2] == [0, second]
    with av.open(io.BytesIO(made.tag + made.sound)) as file:
        assert [chapter["metadata"]["title"] for chapter in file.chapters()] == titles


def test_the_cache_form_is_lossless_and_always_the_same(speeches: tuple[Speech, ...]) -> None:
    body = pack(speeches[0])
    assert body == pack(speeches[0])
    pcm, rate = unpack(body)
    assert rate == 22050
    assert np.array_equal(pcm, speeches[0].pcm)
    with pytest.raises(SoundError):
        unpack(body[:10])


def test_the_same_speech_gives_the_same_bytes(speeches: tuple[Speech, ...]) -> None:
    one, two = (encode(speeches[2].pcm, 22050, 10.0, SOUND) for _ in range(2))
    assert one == two


def test_frames_are_read_one_at_a_time(made: Made) -> None:
    """What was read for one piece is handed on before the next is asked for."""
    asked: list[str] = []

    def read(frames: Frames) -> bytes:
        asked.append(frames.key)
        return made.bodies[frames.key]

    parts = stream_bytes(made.plan, SOUND, read)
    for part in parts:
        if part == made.bodies["0"]:
            break
    assert asked == ["0"]


def test_frames_of_another_size_are_refused(made: Made) -> None:
    with pytest.raises(SoundError, match="cached frames"):
        list(stream_bytes(made.plan, SOUND, lambda _frames: b"short"))
