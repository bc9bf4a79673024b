"""Sites that real generators build: found, spoken, marked, and played in a real browser."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from edition import Site
from pages import playing, until
from runner import Press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

ADDRESS = "https://coast.example/"
STORIES = {
    "The tide mill turns again": (
        "The tide mill at Skar ground flour on Tuesday for the first time in ninety years.",
        "Volunteers rebuilt the wheel from oak that was felled in the valley two winters ago.",
        "It took them eleven months, and nobody was paid for any of the work, they say.",
        "The flour will be sold at the market on Saturdays, and the money goes to the roof.",
    ),
    "Night ferry gets a library": (
        "The night ferry has opened a library of two hundred books on its lower deck.",
        "Passengers may take a book ashore and return it on any other ship of the line.",
        "Most of the books came from a school that closed last year, the company said.",
        "The crossing takes six hours in winter, and the library is open for all of them.",
    ),
}


def run(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def mkdocs(folder: Path) -> str:
    """Build documentation with a page for each story, in MkDocs' own theme."""
    docs = folder / "docs"
    (docs / "guide").mkdir(parents=True)
    (docs / "index.md").write_text("# The coast\n\nWelcome.\n")
    for title, lines in STORIES.items():
        text = f"# {title}\n\n{lines[0]}\n\n## How it began\n\n" + "\n\n".join(lines[1:])
        (docs / "guide" / f"{title.split()[1]}.md").write_text(text + "\n\n```\ncode\n```\n")
    (folder / "mkdocs.yml").write_text(f"site_name: The Coast\nsite_url: {ADDRESS}docs/\n")
    run(folder, "mkdocs", "build", "--quiet")
    return "site"


def pelican(folder: Path) -> str:
    """Build a weblog with tags, authors, a draft and pages of old stories, in its own theme."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    old = {f"Old story {number}": next(iter(STORIES.values())) for number in range(4)}
    for day, (title, lines) in enumerate((STORIES | old).items(), 1):
        tags = "sea, work" if title in STORIES else "old"
        head = f"Title: {title}\nDate: 2026-03-0{day}\nTags: {tags}\nAuthor: Ana Lund\n"
        status = "" if title in STORIES else "Status: draft\n" if day == 6 else ""
        name = title.lower().replace(" ", "-")
        (content / f"{name}.md").write_text(f"{head}{status}\n" + "\n\n".join(lines) + "\n")
    (content / "pages" / "about.md").write_text("Title: About\n\nWe write about the coast.\n")
    (folder / "pelicanconf.py").write_text(
        f"SITENAME = 'The Coast'\nSITEURL = '{ADDRESS.rstrip('/')}'\nPATH = 'content'\n"
        "TIMEZONE = 'Europe/London'\nDEFAULT_PAGINATION = 2\nDEFAULT_CATEGORY = 'news'\n"
    )
    run(folder, "pelican", "content", "-o", "public", "-s", "pelicanconf.py")
    return "public"


@pytest.mark.parametrize(
    ("generator", "articles", "path"),
    [
        (mkdocs, 2, "guide/tide/index.html"),
        (pelican, 5, "the-tide-mill-turns-again.html"),
    ],
)
def test_a_generated_site_speaks(
    page: Page,
    tmp_path: Path,
    generator: Callable[[Path], str],
    articles: int,
    path: str,
) -> None:
    if importlib.util.find_spec(generator.__name__) is None:
        pytest.skip(f"{generator.__name__} is not installed")
    folder = generator(tmp_path)
    press = Press(tmp_path)
    before = press.tree(folder)
    words = ("site", folder, "--json", "--address", ADDRESS + "docs" * (generator is mkdocs))
    told = json.loads(press.run(*words).stdout)
    added = {item["path"] for item in told["pages"] if item["action"] == "added"}
    assert len(added) == articles
    assert path in added
    after = press.tree(folder)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == added
    again = json.loads(press.run(*words).stdout)
    assert again["totals"]["spoken"] == 0
    assert press.tree(folder) == after

    site = Site(tmp_path / folder)
    # Themes ask other hosts for fonts and scripts, and a page waits for those.
    page.route(lambda url: not url.startswith(site.url()), lambda route: route.abort())
    try:
        page.goto(site.url(path), wait_until="commit")
        until(page, "document.querySelector('audiopress-player')?.record")
        page.locator("audiopress-player").get_by_role("button", name="Play", exact=True).click()
        playing(page)
        until(page, "document.querySelector('audiopress-player').currentTime > 2.5")
        # In one step: between two paragraphs nothing is marked.
        until(page, "(window.seen = [...(CSS.highlights.get('ap-paragraph') ?? [])].join(' '))")
        marked = page.evaluate("seen")
        assert marked in " ".join(
            ("The tide mill turns again", *STORIES["The tide mill turns again"])
        )
        assert page.locator("audiopress-player").count() == 1
    finally:
        site.close()
