"""How loud `audiopress check` expects an edition: as its own configuration says."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SETTINGS = """
[show]
title = "Quiet hours"
author = "The Courier"
email = "listen@courier.example"
[edition]
sources = ["story.md"]
address = "https://listen.courier.example/"
[sound]
loudness = -23
"""

STORY = """---
date: 2026-03-02
url: https://courier.example/wheel
---
# The wheel

The old wheel at the creek turned with the sea on Monday, for the first time in forty years.
Nobody on the quay said a word until it had gone round twice; then a child clapped.
"""


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> PressHere:
    press = PressHere(tmp_path_factory.mktemp("level"), voice="heart")
    (press.folder / "story.md").write_text(STORY, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.build()
    return press


def read_faults(press: PressHere, *words: object) -> list[str]:
    done = press.run("check", *words, "--json", ok=False)
    checks = json.loads(done.stdout)["checks"]
    return [each["detail"] for each in checks if each["ok"] is False and each["name"] == "loudness"]


def test_an_edition_is_held_against_the_level_it_was_made_for(quiet: PressHere) -> None:
    assert read_faults(quiet) == []
    assert read_faults(quiet, "output") == []
    assert read_faults(quiet, quiet.folder / "output") == []


def test_one_from_elsewhere_against_that_of_podcasts(quiet: PressHere, tmp_path: Path) -> None:
    shutil.copytree(quiet.folder / "output", tmp_path / "copied")
    (fault,) = read_faults(quiet, tmp_path / "copied")
    assert "-16.0 LUFS" in fault
    assert "--loudness" in fault
    assert read_faults(quiet, tmp_path / "copied", "--loudness", "-23") == []
    assert read_faults(quiet, tmp_path / "copied", "-c", quiet.folder / "audiopress.toml") == []


def test_a_level_that_is_asked_for_counts_before_the_configured_one(quiet: PressHere) -> None:
    (fault,) = read_faults(quiet, "--loudness", "-18")
    assert "-18.0 LUFS" in fault
