"""``-o story.mp3``: the sound and nothing else."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import pytest
import soundfile
from mutagen.id3 import ID3
from runner import Press, PressHere

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORY = "---\ntitle: {0}\ndate: 2026-03-0{1}\n---\n\nThe ferry was late. {0} said so.\n"
NAMES = ("Fog", "Ice")


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    for day, name in enumerate(NAMES, 1):
        (press.folder / f"{name}.md").write_text(STORY.format(name, day), "utf-8")
    return press


def list_names(press: PressHere) -> set[str]:
    return {path.name for path in press.folder.iterdir() if not path.name.startswith(".")}


def test_one_article_becomes_its_mp3(press: PressHere) -> None:
    done = press.run("build", "Fog.md", "-o", "fog.mp3")
    assert done.stdout == "sound: fog.mp3\n"
    assert list_names(press) == {"Fog.md", "Ice.md", "fog.mp3"}
    press.build("Fog.md")
    (episode,) = press.folder.glob("output/episodes/*/*/*.mp3")
    assert (press.folder / "fog.mp3").read_bytes() == episode.read_bytes()


def test_several_become_chapters_of_one(press: PressHere) -> None:
    report = press.build("Fog.md", "Ice.md", "-o", "both.mp3")
    assert report["file"] == str(press.folder / "both.mp3")
    tag = ID3(press.folder / "both.mp3")
    chapters = [str(frame.sub_frames["TIT2"]) for frame in tag.getall("CHAP")]
    assert chapters[-2:] == ["Ice", "Fog"]
    seconds = soundfile.info(press.folder / "both.mp3").duration
    assert seconds > sum(one["audio_seconds"] for one in report["articles"]) - 8


def test_nothing_is_said_of_a_feed_that_is_not_made(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text(
        '[show]\n[edition]\naddress = "https://a.example/"\n[[shows]]\n'
        'id = "sport"\ntitle = "Sport"\ninclude = ["section:Sport"]\n[voices]\nbody = "tone"\n',
        "utf-8",
    )
    (press.folder / "plain.md").write_text("# No day\n\nThe ferry was late.\n", "utf-8")
    edition = press.run("build", "plain.md", ok=False).stderr
    assert all(word in edition for word in ("no date", "directories", "no feed yet"))
    done = press.run("build", "plain.md", "-o", "story.mp3")
    assert "note:" not in done.stderr


@pytest.mark.parametrize("name", ["story.mp3", "story.epub"])
@pytest.mark.parametrize("sources", [["plain.md"], ["plain.md", "Fog.md"]])
def test_an_undated_article_gives_the_same_bytes_at_any_time(
    press: PressHere, name: str, sources: list[str]
) -> None:
    (press.folder / "plain.md").write_text("# No day\n\nThe ferry was late.\n", "utf-8")
    made = []
    for _ in range(2):
        press.run("build", *sources, "-o", name)
        made.append((press.folder / name).read_bytes())
        time.sleep(1.1)  # a book says its moments to the second
    assert made[0] == made[1]
    if name.endswith("mp3"):
        assert ("TDRC" in ID3(press.folder / name)) == (len(sources) > 1)


def test_a_wav_sounds_as_the_mp3_does(press: PressHere) -> None:
    press.run("build", "Fog.md", "-o", "fog.mp3")
    press.run("build", "Fog.md", "-o", "fog.WAV")
    sounds = [soundfile.read(press.folder / name)[0] for name in ("fog.mp3", "fog.WAV")]
    assert len(sounds[0]) == len(sounds[1])
    assert abs(sounds[0] - sounds[1]).max() < 1 / 2**15
    head = io.BytesIO((press.folder / "fog.WAV").read_bytes()).read(4)
    assert head == b"RIFF"


def test_what_failed_is_named_and_a_file_of_before_stays(press: PressHere) -> None:
    (press.folder / "fog.mp3").write_bytes(b"of before")
    done = press.run("build", "gone.html", "-o", "fog.mp3", ok=False)
    assert done.returncode == 1
    assert "there is no such file" in done.stderr
    assert done.stdout == ""
    assert (press.folder / "fog.mp3").read_bytes() == b"of before"


def test_an_edition_of_the_folder_is_not_touched(press: PressHere) -> None:
    press.build("Fog.md")
    before = press.tree(), press.tree("ledger")
    press.run("build", "Ice.md", "-o", "ice.mp3")
    assert (press.tree(), press.tree("ledger")) == before


def test_articles_held_for_review_are_in_the_file_that_somebody_asks_for(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text("[review]\nhold = true\n", "utf-8")
    assert press.run("build", "Fog.md", "-o", "fog.mp3").stdout == "sound: fog.mp3\n"


def test_without_a_command_it_is_built(press: PressHere) -> None:
    as_typed = Press(press.folder, forked=False)
    assert as_typed.run("Fog.md", "-o", "fog.mp3").stdout == "sound: fog.mp3\n"


def test_what_is_said_can_be_heard_at_once(
    press: PressHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(press.folder))
    silent = press.run("say", "Good evening.", "--play", ok=False)
    assert (silent.returncode, silent.stdout[:7]) == (1, "say.mp3")
    assert "nothing on this machine plays a sound" in silent.stderr
    assert (press.folder / "say.mp3").is_file()
    player = press.folder / "aplay"
    player.write_text(f'#!/bin/sh\n/bin/cp "$2" {press.folder}/heard.wav\n')
    player.chmod(0o755)
    press.run("say", "Good evening.", "--play")
    assert soundfile.info(press.folder / "heard.wav").duration > 0
