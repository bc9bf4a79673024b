"""What is shipped is as loud as the show says, by two meters not ours, for every engine."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest

from audiopress.audio.episode import stream_bytes
from audiopress.audio.timeline import Clip, lay_out
from audiopress.model import Frames, Sound, Utterance
from audiopress.store.cache import Cache
from tests.unit.audio_meters import of_file

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

SLOW = pytest.mark.slow
LINE = "<p>The ferry will run again on Friday, twice a day, if the mud allows it.</p>"
VOICES = [pytest.param(name, marks=SLOW) for name in ("system", "joe", "heart")]
EVERY = [*VOICES, pytest.param("af_heart", marks=SLOW)]
HOUR = 3600


def ready(voice: str, press: Press, shared: Path) -> None:
    """Kokoro's voices are not in the repository."""
    if voice == "af_heart":
        press.environment["AUDIOPRESS_VOICES"] = str(press.folder / "voices")
        press.run("voices", "install", voice, "--from", shared / "voices")


def holds(path: Path) -> None:
    for level in of_file(path):
        if level is not None:
            loudness, peak = level
            print(f"{path.name}: {loudness:.2f} LUFS, {peak:.2f} dBTP")
            assert loudness == pytest.approx(-16, abs=0.5)
            assert peak <= -1


def shipped(press: Press) -> Path:
    (path,) = press.folder.glob("output/episodes/*/*/*.mp3")
    return path


@pytest.mark.parametrize("voice", VOICES)
def test_an_episode_of_a_few_seconds(voice: str, press: Press) -> None:
    press.voice = voice
    press.folder.mkdir(parents=True)
    page = f"<html lang='en'><title>The ferry</title><h1>The ferry</h1>{LINE}</html>"
    (press.folder / "article.html").write_text(page, "utf-8")
    (press.folder / "audiopress.toml").write_text("[reading]\ndisclosure = false\n")
    assert press.build("article.html")["totals"]["audio_seconds"] < 12
    holds(shipped(press))


def test_an_edition_of_short_paragraphs(press: Press, example: str) -> None:
    """The tone says a paragraph in two seconds: half of what a meter hears is the pauses' edge."""
    press.folder.mkdir(parents=True)
    (press.folder / "article.html").write_text(example, "utf-8")
    press.build("article.html")
    holds(shipped(press))


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("voice", EVERY)
def test_ten_hours(voice: str, press: Press, example: str, shared: Path) -> None:
    """Real segments of the engine, one after the other until ten hours are full."""
    press.voice = voice
    press.folder.mkdir(parents=True)
    ready(voice, press, shared)
    (press.folder / "article.html").write_text(example, "utf-8")
    press.build("article.html")
    holds(shipped(press))
    sound, cache = Sound(), Cache(press.folder / ".audiopress")
    said = Utterance(role="body", source="", spoken="", language="en", voice="", pause=26460,
                     paragraph=0)  # fmt: skip
    known = [Clip(frames=one, utterance=said) for one in frames_of(cache, press.folder)]
    seconds = sum(one.frames.samples + said.pause for one in known) / sound.rate
    count = int(10.2 * HOUR / seconds * len(known))  # silence at a sound's edges is cut
    pieces = list(itertools.islice(itertools.cycle(known), count))
    timeline, plan = lay_out(pieces, sound)
    assert timeline.samples >= 10 * HOUR * sound.rate
    path = press.folder / "ten-hours.mp3"
    with path.open("wb") as file:
        file.writelines(stream_bytes(plan, sound, lambda frames: cache.read_frames(frames) or b""))
    holds(path)
    shutil.rmtree(press.folder)


def frames_of(cache: Cache, folder: Path) -> list[Frames]:
    """All frames that an edition's cache holds, found by the records it wrote."""
    import msgspec  # noqa: PLC0415 - only here

    found = []
    for record in sorted((folder / ".audiopress" / "records" / "frames").rglob("*.json")):
        _, _, (_, value) = msgspec.json.decode(record.read_bytes()[65:])
        frames = cache.find_frames(value["key"])
        assert frames is not None
        found.append(frames)
    return found
