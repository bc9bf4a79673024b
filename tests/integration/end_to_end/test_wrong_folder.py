"""Commands about an edition, typed one folder up: nobody is told of an empty show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORY = "---\ntitle: Fog\ndate: 2026-03-01\n---\n\nThe ferry was late.\n"
ASKED = ["status", "withdraw fog", "correct fog", "release fog", "embed fog", "gc", "ledger check"]


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    (press.folder / "my-show").mkdir(parents=True)
    (press.folder / "my-show" / "audiopress.toml").touch()
    return press


@pytest.mark.parametrize("words", ASKED)
def test_a_folder_without_an_edition_leads_to_the_one_that_has_it(press, words):
    done = press.run(*words.split(), ok=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no audiopress.toml here, and nothing was built here" in done.stderr
    assert "try:   cd my-show, where there is one" in done.stderr
    assert [each.name for each in press.folder.iterdir()] == ["my-show"]


def test_a_program_is_told_so_too(press):
    done = press.run("status", "--json", ok=False)
    assert done.returncode == 2
    (error,) = json.loads(done.stdout)["errors"]
    assert error["hint"].startswith("cd my-show")


def test_a_round_without_a_source_leads_there(press):
    for command in ("sync", "build"):
        done = press.run(command, ok=False)
        assert done.returncode == 2
        assert "there is no audiopress.toml here" in done.stderr
        assert "try:   cd my-show, where" in done.stderr
    # What the failed round has left behind is no edition.
    assert "cd my-show" in press.run("withdraw", "fog", ok=False).stderr


def test_an_edition_that_nobody_configured_is_one(press):
    (press.folder / "fog.md").write_text(STORY, "utf-8")
    press.build("fog.md")
    assert "1 published" in press.run("status").stdout
    press.run("gc")
    press.run("withdraw", "fog")
