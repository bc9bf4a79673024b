"""An edition of three shows with a weekly one that joins them, built once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

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
[voices]
body = "tone"
[[shows]]
id = "town"
title = "Sallow: Town"
include = ["section:Town"]
[[shows]]
id = "water"
title = "Sallow: Water"
include = ["section:Water"]
[[editions]]
id = "weekly"
title = "The week in Sallow"
frequency = "rolling"
newest = 3
contents = true
"""

STORIES = {
    "tide-mill": ("Water", "Ann Bo", "2026-03-02"),
    "night-bus": ("Town", "Cy Dee", "2026-03-03"),
    "ferry": ("Water", "Ann Bo", "2026-03-04"),
    "market": ("Town", "Eve Foy", "2026-03-05"),
}

STORY = """---
title: The {name} of Sallow
date: {date}
author: {author}
section: {section}
url: https://courier.example/{name}
---

The {name} was seen by many on Monday, for the first time in forty years, and it was a good day.

## What was said

Nobody on the quay said a word of the {name} until it was over, and then a child clapped.

## What comes next

There is to be more of the {name} from Easter on, and the school is to have the first of it.
"""


@pytest.fixture(scope="session")
def several_shows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = PressHere(tmp_path_factory.mktemp("agreement") / "edition")
    articles = press.folder / "articles"
    articles.mkdir(parents=True)
    for name, (section, author, date) in STORIES.items():
        text = STORY.format(name=name, section=section, author=author, date=date)
        (articles / f"{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.build()
    return press.folder / "output"


@pytest.fixture
def shown(several_shows: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    shutil.copytree(several_shows, folder)
    return folder
