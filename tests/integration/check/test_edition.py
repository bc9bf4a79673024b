"""`audiopress check` names each of the faults that are planted, and none on an edition as built."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from runner import Press

from audiopress.check.edition import check_edition
from audiopress.check.shelf import Folder
from tests.integration.check.planted import FAULTS

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[show]
title = "The Sallow Listener"
author = "The Courier"
email = "listen@courier.example"
[edition]
sources = ["articles"]
address = "https://listen.courier.example/"
"""

STORIES = {
    "tide-mill": "2026-03-02",
    "night-bus": "2026-03-03",
}

STORY = """---
title: {title}
date: {date}
---

The old wheel at the creek turned with the sea on Monday, for the first time in forty years.
Nobody on the quay said a word until it had gone round twice; then a child clapped.

## How it was done

Elm paddles were cut from trees that had fallen in the storm, and a new iron shaft was cast.

## What comes next

Flour is to be sold from Easter on, and the first sacks are promised to the school's kitchen.
"""


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = Press(tmp_path_factory.mktemp("check") / "edition", voice="heart")
    articles = press.folder / "articles"
    articles.mkdir(parents=True)
    for name, date in STORIES.items():
        text = STORY.format(title=name.replace("-", " ").capitalize(), date=date)
        (articles / f"{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.build()
    return press.folder / "output"


def test_an_edition_as_it_was_built_has_no_fault(edition: Path) -> None:
    receipt = check_edition(Folder(edition))
    assert [check for check in receipt.list_checks() if not check.ok] == []
    assert receipt.ok


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named(name: str, edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    FAULTS[name].plant(folder)
    receipt = check_edition(Folder(folder))
    wrong = {check.name for check in receipt.list_checks() if not check.ok}
    assert FAULTS[name].check in wrong
    assert not receipt.ok
