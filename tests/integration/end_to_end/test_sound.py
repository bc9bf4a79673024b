"""The shipped file is as long as everything that speaks of its length says, and has its music."""

import io
import json
from email.utils import parsedate_to_datetime

import av
import numpy as np
import pytest
import soundfile
from lxml import etree
from mutagen.id3 import ID3
from runner import EXAMPLE, Press

FRAME = 1152 / 44100
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


REAL = [pytest.param(name, marks=pytest.mark.slow) for name in ("joe", "heart")]


@pytest.fixture(scope="module", params=["tone", *REAL])
def edition(request, tmp_path_factory):
    press = Press(tmp_path_factory.mktemp("sound"), voice=request.param)
    page = EXAMPLE.read_text("utf-8")
    if request.param != "tone":  # a short one
        start, end = page.index("<p>The boat"), page.index("<h2>What he")
        page = page[:start] + page[end:]
    (press.folder / "article.html").write_text(page, "utf-8")
    press.report = press.build("article.html")
    return press


def shipped(press, name):
    (path,) = press.folder.glob(f"output/episodes/*/*/{name}")
    return path


def decoded_seconds(path):
    samples, rate = soundfile.read(io.BytesIO(path.read_bytes()), dtype="float32")
    return len(samples) / rate


def decoded_by_ffmpeg(path):
    with av.open(str(path)) as file:
        return sum(frame.samples for frame in file.decode(audio=0)) / 44100


def test_everything_that_speaks_of_the_length_agrees(edition):
    mp3 = shipped(edition, "*.mp3")
    seconds = json.loads(shipped(edition, "alignment.json").read_bytes())["duration"]
    assert decoded_seconds(mp3) == pytest.approx(seconds, abs=FRAME)
    assert decoded_by_ffmpeg(mp3) == pytest.approx(seconds, abs=FRAME)
    assert int(ID3(mp3)["TLEN"].text[0]) / 1000 == pytest.approx(seconds, abs=FRAME)
    assert edition.report["totals"]["audio_seconds"] == pytest.approx(seconds, abs=FRAME)
    feed = etree.parse(edition.folder / "output" / "feed.xml")
    assert int(feed.findtext(f".//item/{ITUNES}duration")) == round(seconds)


def test_the_last_cue_ends_no_later_than_the_sound(edition):
    alignment = json.loads(shipped(edition, "alignment.json").read_bytes())
    last = alignment["paragraphs"][-1]
    assert last["end"] <= decoded_seconds(shipped(edition, "*.mp3"))
    assert all(word["end"] <= last["end"] for word in last["words"])


def test_the_feed_says_the_bytes_of_the_file(edition):
    feed = etree.parse(edition.folder / "output" / "feed.xml")
    enclosure = feed.find(".//item/enclosure")
    mp3 = shipped(edition, "*.mp3")
    assert int(enclosure.get("length")) == mp3.stat().st_size
    assert enclosure.get("url").endswith(mp3.relative_to(edition.folder / "output").as_posix())
    assert parsedate_to_datetime(feed.findtext(".//item/pubDate")).year == 2026


def test_ident_intro_and_outro_sound_around_the_speech(tmp_path):
    press = Press(tmp_path)
    time = np.arange(44100 * 2) / 44100
    soundfile.write(tmp_path / "ident.wav", 0.3 * np.sin(2 * np.pi * 440 * time), 44100)
    soundfile.write(tmp_path / "outro.ogg", 0.3 * np.sin(2 * np.pi * 550 * time), 44100)
    (tmp_path / "article.html").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    plain = press.build("article.html")["totals"]["audio_seconds"]
    (tmp_path / "audiopress.toml").write_text(
        '[sound.ident]\npath = "ident.wav"\nfade_out = 500\n[sound.outro]\npath = "outro.ogg"\n'
    )
    report = press.build("article.html")
    assert report["totals"]["spoken"] == 0
    assert report["totals"]["audio_seconds"] == pytest.approx(plain + 4 + 1.6, abs=0.2)
    newest = max(tmp_path.glob("output/episodes/*/*/*.mp3"), key=lambda path: path.stat().st_size)
    samples, rate = soundfile.read(newest, dtype="float32")
    start = samples[int(0.6 * rate) : int(1.6 * rate)]
    assert abs(np.fft.rfftfreq(len(start), 1 / rate)[np.abs(np.fft.rfft(start)).argmax()] - 440) < 2


def test_missing_music_is_named_before_anything_is_spoken(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "audiopress.toml").write_text('[sound.intro]\npath = "nowhere.wav"\n')
    (tmp_path / "a.md").write_text("# A\n\nOne paragraph of text.\n")
    done = press.run("build", "a.md", ok=False)
    assert done.returncode == 2
    assert "nowhere.wav" in done.stderr
    assert not (tmp_path / "output").exists()
