"""docs/files.md names every file of an edition, of its ledger and of its cache."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from runner import ROOT, Press

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs/files.md"
WORDS = {
    "SLUG": "[a-z0-9-]+", "KEY": "[0-9a-f]{8}", "DIGEST": "[0-9a-f]{12}", "N": r"\d+",
    "ID": "[a-z0-9-]+", "HOST": r"[\w.-]+", "PATH": ".+", "NAME": r"[\w.-]+",
    "HASH": "[0-9a-f]{16,64}", "NN": "[0-9a-f]{2}", "KIND": "[a-z0-9-]+", "WxH": r"\d+x\d+",
}  # fmt: skip
ELSEWHERE = {
    "feed-N.xml", "older-N.html", "edition-sitemap-N.xml", "titles-N.json",
    "shows/ID/feed-N.xml", "shows/ID/older-N.html",
    "artwork-DIGEST.jpg", "episodes/SLUG/picture-DIGEST-WxH.jpg",
    "episodes/SLUG/picture-DIGEST-WxH-small.jpg", "sites/NAME.json", "signatures/HASH/HASH",
    "locks/deploy.lock", "aside/NAME", "ledger/...", "ledger-index/NAME.sqlite",
    "locks/HASH.swept",
}  # fmt: skip
"""Of long feeds, pictures from a server, signatures and faults: other tests make these."""

TOML = """
[show]
title = "The Mill"
email = "a@example.org"
{show}
[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""
MORE = '\n[[shows]]\nid = "sport"\ntitle = "Sport"\ninclude = ["section:Sport"]\n'
STORY = """---
title: {0}
url: https://news.example.org/{0}
section: Sport
---

{0} was late on Monday.

## Why

Ice was in the harbour.

## What now

It sails on Tuesday.
"""


def list_patterns(part: str) -> dict[str, re.Pattern[str]]:
    """Return the files that a table names, each with what matches it."""
    text = PAGE.read_text("utf-8").partition(f"<!-- files: {part} -->")[2].partition("\n## ")[0]
    first = [row.split(" | ")[0] for row in text.splitlines() if row.startswith("| `")]
    names = [name for cell in first for name in re.findall(r"`([^`]+)`", cell)]
    return {name: re.compile(_write_pattern(name)) for name in names}


def _write_pattern(name: str) -> str:
    words = "|".join(sorted(WORDS, key=len, reverse=True))
    parts = re.split(rf"((?<![A-Za-z])(?:{words})(?![A-Za-z])|\.\.\.)", name)
    return "".join(WORDS.get(part, ".+" if part == "..." else re.escape(part)) for part in parts)


def list_files(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def write(press: Press, toml: str, *titles: str) -> None:
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(toml, "utf-8")
    for title in titles:
        (press.folder / f"articles/{title}.md").write_text(STORY.format(title), "utf-8")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders of editions: with two shows and a search, a private one, and one that is held."""
    made = [Press(tmp_path_factory.mktemp(name) / "edition") for name in ("two", "private", "held")]
    two, private, held = made
    write(two, TOML.format(show="") + MORE, *(f"story-{number}" for number in range(9)))
    write(private, TOML.format(show="private = true"), "alba")
    write(held, TOML.format(show="") + "\n[review]\nhold = true\n", "alba")
    for press in made:
        press.build()
    return [press.folder for press in made]


@pytest.mark.parametrize(
    ("part", "place"), [("output", "output"), ("ledger", "ledger"), ("cache", ".audiopress")]
)
def test_every_file_is_named_and_every_name_is_a_file(
    folders: list[Path], part: str, place: str
) -> None:
    patterns = list_patterns(part)
    files = {name for folder in folders for name in list_files(folder / place)}
    below = {re.sub(r"^[0-9a-f]{32}/", "", name) for name in files}
    assert [
        name for name in sorted(below) if not any(one.fullmatch(name) for one in patterns.values())
    ] == []
    unused = {
        name
        for name, pattern in patterns.items()
        if not any(pattern.fullmatch(file) for file in below)
    }
    assert unused <= ELSEWHERE
