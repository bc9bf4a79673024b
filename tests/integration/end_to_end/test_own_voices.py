"""A Piper voice that somebody has on disk is added, listed, tried and built with."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE, Press

from audiopress import voices

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


@pytest.mark.slow
def test_a_voice_from_disk_speaks_as_its_files_do(press: Press) -> None:
    added = press.run("voices", "add", "mine.onnx", "--licence", "CC0-1.0").stdout
    assert "mine (en-US) is one of this machine's voices" in added
    for name in ("mine.onnx", "mine.onnx.json"):
        (press.folder / name).unlink()
    rows = {row.split()[0]: row for row in press.run("voices", "list").stdout.splitlines()}
    assert " installed " in rows["mine"]
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
        (("mine.onnx", "--language", "german"), "is no language"),
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
