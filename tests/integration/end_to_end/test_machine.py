"""What `audiopress doctor` says of a machine that is ready, and of one that is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    return press


def find(press: PressHere, *, ok: bool) -> dict[str, dict[str, Any]]:
    done = press.run("doctor", "--json", ok=False)
    assert done.returncode == int(not ok)
    told = json.loads(done.stdout)
    assert told["ok"] is ok
    return {each["name"]: each for each in told["findings"]}


def test_a_machine_that_is_ready_is_left_as_it_was(press: PressHere) -> None:
    found = find(press, ok=True)
    assert "tone" in found["voices"]["told"]
    assert "every build is a preview" in found["configuration"]["told"]
    assert "GB free" in found["cache"]["told"]
    assert list(press.folder.iterdir()) == []


def test_what_is_wrong_is_told_with_the_next_command(press: PressHere) -> None:
    (press.folder / "taken").write_text("a file\n", "utf-8")
    text = '[edition]\noutput = "taken/output"\n[voices.languages]\nde = "nobody"\n'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    found = find(press, ok=False)
    wrong = {name for name, each in found.items() if each["ok"] is False}
    assert wrong & {"output", "configuration"}
    assert all(found[name]["hint"] for name in wrong)


def test_a_mistake_of_the_configuration_does_not_hide_the_rest(press: PressHere) -> None:
    (press.folder / "audiopress.toml").write_text("[shwo]\n", "utf-8")
    found = find(press, ok=False)
    assert "shwo" in found["configuration"]["told"]
    assert found["Python"]["ok"]
    said = press.run("doctor", ok=False).stdout
    assert "wrong configuration" in said
    assert "try:" in said
