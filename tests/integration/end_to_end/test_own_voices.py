"""A Piper voice that somebody has on disk is added, listed, tried and built with."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE, Press

from audiopress import user_folders, voices

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def press(tmp_path: Path) -> Press:
    folder = tmp_path / "work"
    folder.mkdir()
    joe = voices.find("joe")
    for file, name in zip(joe.files, ("mine.onnx", "mine.onnx.json"), strict=True):
        shutil.copy(voices.locate(joe)[file.name], folder / name)
    return Press(folder, voice=None, environment={"AUDIOPRESS_VOICES": str(tmp_path / "voices")})


def test_voices_that_a_developer_added_are_no_part_of_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = user_folders.find_data_folder() / "voices"
    folder.mkdir(parents=True)
    (folder / "bad.toml").write_text("name = ", encoding="utf-8")
    assert voices.read_own() == ((), ())
    assert "bad.toml" not in Press(tmp_path / "edition").run("voices", "list").stderr


@pytest.mark.slow
def test_a_voice_from_disk_speaks_as_its_files_do(press: Press) -> None:
    added = press.run("voices", "add", "mine.onnx", "--licence", "CC0-1.0").stdout
    assert "mine (en-US) is one of this machine's voices" in added
    for name in ("mine.onnx", "mine.onnx.json"):
        (press.folder / name).unlink()
    rows = {row.split()[0]: row for row in press.run("voices", "list").stdout.splitlines()}
    assert " ready, [piper] " in rows["mine"]
    shown = json.loads(press.run("voices", "show", "mine", "--json").stdout)
    assert (shown["licence"], shown["installed"]) == ("CC0-1.0", True)
    (press.folder / "audiopress.toml").write_text('[voices]\nbody = "mine"\n', encoding="utf-8")
    report = press.build(EXAMPLE)
    assert report["totals"]["failed"] == 0
    assert press.run("build", EXAMPLE).stdout.count("spoken in") == 0


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("mine.onnx.json",), "only voices of Piper can be added"),
        (("af_heart.bin",), "only voices of Piper can be added"),
        (("mine.onnx", "--name", "../up"), "cannot be a voice's name"),
        (("mine.onnx", "--name", "system:x"), "cannot be a voice's name"),
        (("mine.onnx", "--name", "joe"), 'there is a voice "joe" already'),
        (
            ("mine.onnx", "--language", "german"),
            "did you mean de (German)",
        ),
        (("nowhere.onnx",), "cannot be read"),
    ],
)
def test_what_cannot_be_added_is_refused(press: Press, words: tuple[str, ...], fault: str) -> None:
    done = press.run("voices", "add", *words, ok=False)
    assert done.returncode == 1
    assert fault in done.stderr
    assert "Traceback" not in done.stderr
    assert not (press.folder.parent / "voices").exists()


def test_a_broken_manifest_is_named_by_the_list_and_costs_no_other_voice(press: Press) -> None:
    folder = press.folder.parent / "voices"
    folder.mkdir()
    (folder / "bad.toml").write_text("name = ", encoding="utf-8")
    done = press.run("voices", "list", ok=False)
    assert done.returncode == 1
    assert "bad.toml" in done.stderr
    assert "heart" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "values",
    [
        {"num_speakers": 2, "speaker_id_map": {"anna": 0, "bert": 1}},
        {"hop_length": 300},
        {"phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [14], "b": [100_000]}},
        {"phoneme_id_map": {"_": [0], "^": [1], "$": [2], " ": [3]}},
    ],
)
def test_what_is_added_can_speak(press: Press, values: dict[str, object]) -> None:
    config = press.folder / "mine.onnx.json"
    table = json.loads(config.read_text("utf-8"))
    config.write_text(json.dumps(table | values), encoding="utf-8")
    done = press.run("voices", "add", "mine.onnx", ok=False)
    assert done.returncode == 1
    assert "it was tried and cannot speak" in done.stderr
    assert not (press.folder.parent / "voices").exists()


@pytest.mark.slow
def test_what_is_told_of_a_voice_is_what_its_manifest_says(press: Press) -> None:
    press.run("voices", "add", "mine.onnx", "--language", "de")
    assert "mine (de) is one" in press.run("voices", "add", "mine.onnx").stdout
    done = press.run("voices", "add", "mine.onnx", "--language", "fr", ok=False)
    assert done.returncode == 1
    assert 'with languages = ["de"]' in done.stderr
    assert 'write languages = ["fr"] there' in done.stderr


WRONG = (
    ("name", 'name = 5\nengine = "piper"\nlanguages = []'),
    ("loudness", 'loudness = "-20"\nname = "ada"\nengine = "tone"\nlanguages = []'),
    ("options", 'options = 3\nname = "ada"\nengine = "tone"\nlanguages = []'),
)
"""Manifests with one value of a wrong kind, and the key of it."""


@pytest.mark.parametrize(("key", "text"), WRONG)
def test_a_value_of_the_wrong_kind_costs_no_other_voice(press: Press, key: str, text: str) -> None:
    folder = press.folder.parent / "voices"
    folder.mkdir()
    (folder / "ada.toml").write_text(text, encoding="utf-8")
    assert "hibari" in press.run("voices", "show", "heart").stdout
    asked = press.run("voices", "show", "ada", ok=False)
    planned = press.run("plan", EXAMPLE, "--voice", "ada", ok=False)
    listed = press.run("voices", "list", ok=False)
    for done in (asked, planned, listed):
        assert f"{key}: expected" in done.stderr
        assert "ada.toml" in done.stderr
        assert "something audiopress did not expect" not in done.stderr
    assert "heart" in listed.stdout


def test_another_speaker_of_a_model_is_another_sound(press: Press) -> None:
    folder = press.folder.parent / "voices"
    folder.mkdir()
    (folder / "tone").mkdir()
    (folder / "tone" / "ada.bin").write_bytes(b"model")
    total = hashlib.sha256(b"model").hexdigest()
    text = f"""name = "ada"
engine = "tone"
languages = ["en"]
speaker = "1"
[[files]]
name = "ada.bin"
sha256 = "{total}"
size = 5
"""
    (folder / "ada.toml").write_text(text, encoding="utf-8")
    (press.folder / "audiopress.toml").write_text('[voices]\nbody = "ada"\n', encoding="utf-8")
    (first,) = press.build(EXAMPLE)["articles"]
    (again,) = press.build(EXAMPLE)["articles"]
    edited = text.replace('speaker = "1"', 'speaker = "2"')
    (folder / "ada.toml").write_text(edited, encoding="utf-8")
    # What is published keeps its sound until somebody asks for the voice of today.
    (kept,) = press.build(EXAMPLE)["articles"]
    (other,) = press.build(EXAMPLE, "--update-voices", "all")["articles"]
    said = [one["status"] for one in (first, again, kept, other)]
    assert said == ["built", "unchanged", "unchanged", "built"]
