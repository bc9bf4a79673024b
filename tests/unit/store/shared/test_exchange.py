"""Sound that goes from one machine to another by a place that both see."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from audiopress.errors import StoreError
from audiopress.model import Frames, Loudness, Segment
from audiopress.store.cache import Cache
from audiopress.store.shared import exchange
from audiopress.store.shared.exchange import SoundExchange
from audiopress.store.shared.folder import SharedFolder
from audiopress.store.shared.parcels import name_frames, name_speech
from audiopress.store.shared.speech import SharedSpeech

if TYPE_CHECKING:
    from pathlib import Path

KEY = "a segment's key"


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def speak(cache: Cache, speech: bytes, frames: bytes, key: str = "frames") -> Frames:
    """Keep speech and frames of the key as a worker does."""
    loudness = Loudness(blocks=(0.1,), peak=-3.0, integrated=-19.0)
    segment = Segment(
        key=KEY, digest=digest(speech), samples=9, rate=22050, loudness=loudness, words=()
    )
    cache.put_speech(KEY, segment, speech)
    made = Frames(
        key=key,
        digest=digest(frames),
        count=1,
        lead=0,
        samples=9,
        rate=44100,
        gain=0.0,
        size=len(frames),
    )
    cache.put_frames(made, frames)
    return made


@pytest.fixture
def place(tmp_path: Path) -> SharedFolder:
    (tmp_path / "shared").mkdir()
    return SharedFolder(tmp_path / "shared")


@pytest.fixture
def worker(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "worker")


@pytest.fixture
def driver(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "driver")


def read(cache: Cache) -> bytes | None:
    segment = cache.find_segment(KEY)
    return None if segment is None else cache.read_speech(segment)


def test_what_one_gives_the_other_brings(place: SharedFolder, worker: Cache, driver: Cache) -> None:
    frames = speak(worker, b"speech", b"frames")
    assert not SoundExchange(driver, place).bring(KEY)
    SoundExchange(worker, place).give(KEY, frames)
    assert SoundExchange(driver, place).bring(KEY)
    assert read(driver) == b"speech"
    found = driver.find_frames("frames")
    assert found == frames
    assert driver.read_frames(found) == b"frames"


def test_of_two_who_spoke_a_line_the_first_ones_speech_stays(
    place: SharedFolder, worker: Cache, driver: Cache, tmp_path: Path
) -> None:
    SoundExchange(worker, place).give(KEY, speak(worker, b"first", b"of first"))
    other = Cache(tmp_path / "other")
    SoundExchange(other, place).give(KEY, speak(other, b"second", b"of second", "other frames"))
    assert SoundExchange(driver, place).bring(KEY)
    assert read(driver) == b"first"
    # The frames are those of the last settings: whoever has others makes them of the speech.
    assert driver.find_frames("frames") is None
    assert driver.find_frames("other frames") is not None


@pytest.mark.parametrize("name", [name_speech(KEY), name_frames(KEY)])
@pytest.mark.parametrize("harm", ["cut", "flipped", "empty"])
def test_what_is_damaged_is_not_brought_and_is_put_right(
    place: SharedFolder, worker: Cache, driver: Cache, name: str, harm: str
) -> None:
    frames = speak(worker, b"speech", b"frames")
    opened = SoundExchange(worker, place)
    opened.give(KEY, frames)
    stored = place.read(name)
    assert stored is not None
    body = stored.body
    bad = {"cut": body[:-1], "flipped": body[:-1] + bytes([body[-1] ^ 1]), "empty": b""}[harm]
    assert place.put_if(name, bad, {}, stored.mark)
    is_frames = name == name_frames(KEY)
    assert SoundExchange(driver, place).bring(KEY) is is_frames
    assert driver.find_frames("frames") is None
    opened.give(KEY, frames)
    assert SoundExchange(driver, place).bring(KEY)
    assert driver.find_frames("frames") == frames


def test_what_is_not_whole_here_is_not_given(place: SharedFolder, worker: Cache) -> None:
    frames = speak(worker, b"speech", b"frames")
    with pytest.raises(StoreError):
        SoundExchange(worker, place).give(KEY, replace(frames, digest=digest(b"other")))
    assert place.read(name_speech(KEY)) is None


def test_what_is_purged_goes_with_its_frames(place: SharedFolder, worker: Cache) -> None:
    SoundExchange(worker, place).give(KEY, speak(worker, b"speech", b"frames"))
    assert place.read(name_frames(KEY)) is not None
    assert SharedSpeech(worker, "shared", lambda: place).forget([KEY]) == ""
    assert place.read(name_speech(KEY)) is place.read(name_frames(KEY)) is None


def test_speech_that_is_whole_here_is_not_written_over(
    place: SharedFolder, worker: Cache, driver: Cache, tmp_path: Path
) -> None:
    SoundExchange(worker, place).give(KEY, speak(worker, b"theirs", b"of theirs", "their frames"))
    own = speak(driver, b"own", b"of own")
    assert SoundExchange(driver, place).bring(KEY)
    assert read(driver) == b"own"
    assert driver.find_frames("frames") == own
    for path in (tmp_path / "driver/objects").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    assert SoundExchange(driver, place).bring(KEY)
    assert read(driver) == b"theirs"


def test_nobody_waits_for_a_place_that_is_away_once_it_is_ended(
    place: SharedFolder, driver: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "PAUSES", (60.0,) * 3)
    opened = SoundExchange(driver, Resting(place, 9))
    ended: list[type[Exception]] = []

    def bring() -> None:
        with pytest.raises(StoreError) as caught:
            opened.bring(KEY)
        ended.append(caught.type)

    waiting = threading.Thread(target=bring, daemon=True)
    waiting.start()
    opened.end()
    waiting.join(5)
    assert ended == [StoreError]


class Resting:
    """A place that does not answer the first so many requests."""

    def __init__(self, place: SharedFolder, rests: int) -> None:
        self._place, self.rests = place, rests

    def __getattr__(self, name: str) -> Any:
        if self.rests:
            self.rests -= 1
            raise StoreError("the storage answers 503")
        return getattr(self._place, name)


def test_a_place_that_comes_back_costs_time_and_one_that_does_not_is_an_error(
    place: SharedFolder, worker: Cache, driver: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "PAUSES", (0.0, 0.0, 0.0))
    frames = speak(worker, b"speech", b"frames")
    for rests in range(4):
        SoundExchange(worker, Resting(place, rests)).give(KEY, frames)
        assert SoundExchange(driver, Resting(place, rests)).bring(KEY)
    with pytest.raises(StoreError):
        SoundExchange(driver, Resting(place, 4)).bring(KEY)
