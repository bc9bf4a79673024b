"""The show's own music: any file libsndfile reads, faded, levelled, and under the opening line."""

import io
import subprocess
import sys

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from audiopress.audio.music import encode_bed, encode_music
from audiopress.audio.timeline import FRAME
from audiopress.errors import SoundError
from audiopress.model import Music, Sound
from tests.unit.audio_meters import ebur128, mpg123

SOUND = Sound()
RATE = SOUND.rate
Samples = NDArray[np.float32]


def chord(seconds: float, rate: int = 48000) -> Samples:
    """A stereo chord with a beat, shape (n, 2)."""
    time = np.arange(int(seconds * rate)) / rate
    tone = sum(np.sin(2 * np.pi * pitch * time) for pitch in (220, 277, 330)) / 8
    beat = 0.6 + 0.4 * np.cos(2 * np.pi * 2 * time)
    return np.stack([tone * beat, tone], axis=1).astype(np.float32)


def file(samples: Samples, kind: str, rate: int = 48000) -> bytes:
    body = io.BytesIO()
    soundfile.write(body, samples, rate, format=kind)
    return body.getvalue()


def decoded(data: bytes) -> Samples:
    samples, rate = mpg123(data)
    assert rate == RATE
    return samples


def measured(samples: Samples) -> tuple[float, float]:
    return ebur128(samples, RATE)


def level(samples: Samples) -> float:
    return 10 * float(np.log10(np.square(samples).mean() + 1e-12))


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_any_file_becomes_frames_at_the_level_of_the_show(kind: str) -> None:
    made = encode_music(file(chord(6), kind), Music(path="ident"), SOUND)
    heard = decoded(made.data)
    assert len(heard) == made.count * FRAME
    assert made.samples == pytest.approx(6 * RATE, abs=2500)
    loudness, peak = measured(heard)
    assert loudness == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_its_own_gain_is_beside_the_show() -> None:
    quiet = encode_music(file(chord(6), "WAV"), Music(path="ident", gain=-6), SOUND)
    assert measured(decoded(quiet.data))[0] == pytest.approx(-22, abs=0.5)


def test_fades_run_from_nothing_to_all_and_back() -> None:
    music = Music(path="ident", fade_in=1000, fade_out=2000)
    made = encode_music(file(chord(6), "WAV"), music, SOUND)
    heard = decoded(made.data)[made.lead : made.lead + made.samples]
    middle = level(heard[3 * RATE : 4 * RATE])
    assert level(heard[: RATE // 20]) < middle - 25
    assert level(heard[-RATE // 20 :]) < middle - 25
    assert level(heard[RATE : RATE * 2]) > middle - 3


def test_a_fade_longer_than_the_music_is_as_long_as_it() -> None:
    music = Music(path="ident", fade_in=9000, fade_out=9000)
    assert encode_music(file(chord(1), "WAV"), music, SOUND).samples == RATE


def line(seconds: float) -> NDArray[np.int16]:
    time = np.arange(int(seconds * 22050)) / 22050
    voice = 6000 * np.sin(2 * np.pi * 3000 * time) * (np.sin(2 * np.pi * 4 * time) > -0.5)
    return np.asarray(voice, dtype=np.int16)


def only(samples: Samples, low: float, high: float) -> Samples:
    """What of ``samples`` lies between two frequencies."""
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(hertz < low) | (hertz > high)] = 0
    return np.fft.irfft(spectrum, len(samples)).astype(np.float32)


def test_the_opening_line_is_said_over_music_that_steps_back() -> None:
    music = Music(path="intro", duck=12, alone=2000, fade_out=1000)
    made = encode_bed(file(chord(20), "WAV"), music, (line(3), 22050), 0.0, SOUND)
    heard = decoded(made.data)
    assert made.lead == 1105 + 2 * RATE
    assert made.samples == 3 * RATE
    assert len(heard) == made.count * FRAME == pytest.approx(6 * RATE, abs=3 * FRAME)
    alone, under = (
        level(only(part, 100, 500))
        for part in (heard[RATE // 2 : RATE], heard[made.lead + RATE : made.lead + 2 * RATE])
    )
    assert alone - under == pytest.approx(12, abs=2)
    voice = only(heard, 2500, 3500)
    assert level(voice[made.lead + RATE : made.lead + 2 * RATE]) > -30
    assert level(voice[: made.lead - 2000]) < -60
    assert level(voice[made.lead + made.samples + 2000 :]) < -60
    assert level(heard[-600:]) < -60
    assert measured(heard)[1] <= -1


def test_music_shorter_than_the_line_just_ends() -> None:
    music = Music(path="intro", duck=12, alone=1000)
    made = encode_bed(file(chord(2), "WAV"), music, (line(3), 22050), 0.0, SOUND)
    assert made.lead + made.samples <= made.count * FRAME
    heard = decoded(made.data)
    assert level(only(heard, 100, 500)[3 * RATE :]) < -55  # what MP3 adds to the line, no chord


@pytest.mark.parametrize("body", [b"", b"not music", b"ID3\x03" + bytes(300)])
def test_what_is_no_music_is_named(body: bytes) -> None:
    with pytest.raises(SoundError) as raised:
        encode_music(body, Music(path="jingle.wav"), SOUND)
    assert raised.value.where == "jingle.wav"
    assert raised.value.hint


def test_silence_is_no_music() -> None:
    silent = file(np.zeros((4800, 2), np.float32), "WAV")
    with pytest.raises(SoundError, match="no sound"):
        encode_music(silent, Music(path="jingle.wav"), SOUND)


def test_pydub_does_not_ask_for_ffmpeg() -> None:
    code = "import audiopress.audio.music"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": ""},
    )
    assert "pydub" not in done.stderr


@pytest.mark.parametrize(("seconds", "alone"), [(1, 2500), (2.4, 2500), (1.9, 2500), (4, 0)])
def test_an_intro_that_is_over_before_it_steps_back_is_mixed_all_the_same(
    seconds: float, alone: int
) -> None:
    line = (np.sin(np.arange(2 * RATE) / 11) * 6000).astype(np.int16)
    music = Music(path="intro", duck=12.0, alone=alone)
    made = encode_bed(file(chord(seconds), "WAV"), music, (line, RATE), 0.0, SOUND)
    assert made.samples == len(line)
    assert len(decoded(made.data)) == made.count * FRAME
