"""An edition of two articles, built once with the voice that people hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from runner import Press

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
url: https://courier.example/{name}
---

The old wheel at the creek turned with the sea on Monday, for the first time in forty years.
Nobody on the quay said a word until it had gone round twice; then a child clapped.

## How it was done

Elm paddles were cut from trees that had fallen in the storm, and a new iron shaft was cast.

## What comes next

Flour is to be sold from Easter on, and the first sacks are promised to the school's kitchen.
"""


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = Press(tmp_path_factory.mktemp("check") / "edition", voice="heart")
    articles = press.folder / "articles"
    articles.mkdir(parents=True)
    for name, date in STORIES.items():
        text = STORY.format(title=name.replace("-", " ").capitalize(), date=date, name=name)
        (articles / f"{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.build()
    return press.folder / "output"
