"""What the key of the show's music is made of: all that shapes its bytes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audiopress.audio.speech import pack
from audiopress.audio.timeline import Clip
from audiopress.model import Frames, Loudness, Music, Segment, Sound, Speech
from audiopress.press.steps import music as step
from audiopress.press.steps.music import ShowMusic
from audiopress.settings import Settings
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

RATE = 44100


def open_music(folder: Path, *, duck: float = 0.0) -> tuple[ShowMusic, Cache]:
    tone = np.sin(np.arange(RATE) / 30) * 8000
    soundfile.write(folder / "intro.wav", tone.astype(np.int16), RATE)
    settings = Settings(
        root=folder,
        output=folder / "output",
        cache=folder / "cache",
        ledger=folder / "ledger",
        sound=Sound(intro=Music(path="intro.wav", duck=duck, alone=100)),
    )
    cache = Cache(settings.cache)
    return ShowMusic(settings, cache), cache


def keep_line(cache: Cache) -> Segment:
    speech = Speech(pcm=(np.sin(np.arange(RATE) / 9) * 5000).astype(np.int16), rate=RATE)
    body = pack(speech)
    digest = hashlib.sha256(body).hexdigest()
    loudness = Loudness(blocks=(), peak=-10.0, integrated=-20.0)
    line = Segment(key="a" * 64, digest=digest, samples=RATE, rate=RATE, loudness=loudness)
    cache.put_speech(line.key, line, body)
    return line


def frames(gain: float) -> Frames:
    return Frames(key="f", digest="f", count=1, lead=0, samples=1, rate=RATE, gain=gain, size=1)


def test_another_version_of_the_encoder_is_other_music(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = open_music(tmp_path)[0].make_lead_in()
    (again,) = open_music(tmp_path)[0].make_lead_in()
    monkeypatch.setattr(step, "name_version", lambda name: f"{name} 99")
    (after,) = open_music(tmp_path)[0].make_lead_in()
    assert before.frames == again.frames
    assert before.frames.key != after.frames.key
    # The same bytes: no version of an episode is another one for it.
    assert before.frames.digest == after.frames.digest


def test_an_opening_that_is_raised_otherwise_is_mixed_anew(tmp_path: Path) -> None:
    music, cache = open_music(tmp_path, duck=12.0)
    line = keep_line(cache)
    quiet, loud, same = (
        music.lay_under(Clip(frames=frames(gain), segment=line)) for gain in (0.0, 6.0, 6.0)
    )
    assert loud.frames == same.frames
    assert quiet.frames.key != loud.frames.key
    assert quiet.frames.digest != loud.frames.digest
