"""A joined edition in the player: its articles are its chapters, and each begins where it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from edition import Site
from playwright.sync_api import expect
from runner import Press

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SETTINGS = """
[show]
title = "The Post"
[edition]
sources = ["articles"]
[[editions]]
id = "newest"
title = "The newest"
frequency = "rolling"
newest = 3
"""
NAMES = ("alba", "brae", "corrie")


def test_the_articles_of_an_edition_are_its_chapters(page: Page, tmp_path: Path) -> None:
    press = Press(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "audiopress.toml").write_text(SETTINGS, "utf-8")
    for number, name in enumerate(NAMES):
        date = dt.date(2026, 3, 14 - number)
        text = f"---\ntitle: The {name} boat\ndate: {date}\n---\n\nThe {name} was late.\n"
        (tmp_path / "articles" / f"{name}.md").write_text(text, "utf-8")
    press.build()
    site = Site(tmp_path / "output")
    try:
        page.goto(site.url("episodes/the-newest/index.html"))
        page.get_by_role("button", name="Chapters").click()
        rows = page.locator("audiopress-player li")
        expect(rows).to_have_count(1 + len(NAMES))
        for name in NAMES:
            expect(rows.filter(has_text=f"The {name} boat")).to_have_count(1)
        page.get_by_role("button", name="The corrie boat").click()
        page.wait_for_function(
            "(() => { const p = document.querySelector('audiopress-player');"
            " const c = p.record.chapters.find((one) => one.title === 'The corrie boat');"
            " return !p.paused && Math.abs(p.currentTime - c.start) < 1 })()"
        )
        # In the text the titles of its articles are headings.
        expect(page.locator("main h2", has_text="The brae boat")).to_have_count(1)
    finally:
        site.close()
