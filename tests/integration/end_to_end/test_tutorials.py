"""Each tutorial is followed to the letter: its files are written, its commands run, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from followed_pages import Reader, read_items
from runner import ROOT

from tests.integration.net.servers import Server, always, page

TUTORIALS = ROOT / "docs" / "tutorials"
SLUG = "the-last-keeper-of-skerry-light-comes-ashore"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path, TUTORIALS)


def test_a_site_owner_has_a_player_in_each_article(reader: Reader) -> None:
    reader.follow("site-owner")
    written = (reader.folder / "public" / "lighthouse" / "index.html").read_text("utf-8")
    assert "audiopress-player.js" in written
    assert len(read_items(reader.folder / "public" / "audio" / "feed.xml")) == 1
    assert len(reader.served) == 1


def test_a_live_site_has_one_line_for_all_its_pages(reader: Reader) -> None:
    story = "".join(f"<p>The ferry was late on day {day}, and few asked why.</p>" for day in "1234")
    body = f"<title>The ferry to Skerry</title><article><h1>The ferry to Skerry</h1>{story}"
    with Server() as site:
        address = site.url("/the-ferry/")
        item = f"<item><title>The ferry to Skerry</title><link>{address}</link></item>"
        feed = f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'
        site.answers["/the-ferry/"] = always(page(body.encode()))
        site.answers["/feed/"] = always(page(feed.encode(), Content_Type="application/rss+xml"))
        reader.environment["AUDIOPRESS_ALLOW_PRIVATE"] = "1"
        reader.addresses["https://blog.example"] = site.url("")
        commands = reader.follow("live-site")
    assert f"audiopress init {site.url('/feed/')}" in commands
    assert read_items(reader.folder / "served" / "feed.xml") == ["The ferry to Skerry"]
    player = reader.folder / "served" / "player" / "audiopress-player.js"
    assert player.is_file()
    embed = "audiopress embed the-ferry-to-skerry --as script"
    assert embed in commands
    assert "data-auto" in reader.type_in(embed)


def test_a_newsroom_has_an_edition_that_is_served_corrected_and_withdrawn(reader: Reader) -> None:
    served = reader.folder / "served"
    shown: list[list[str]] = []

    def look(line: str) -> None:
        if line == "audiopress deploy":
            shown.append(read_items(served / "feed.xml"))

    reader.follow("newsroom", after=look)
    there = ["The last keeper of Skerry Light comes ashore"]
    # Built, corrected, withdrawn, had again, and left to a machine.
    assert shown == [there, there, [], there, there]
    assert "three suitcases" in (served / "episodes" / SLUG / "index.html").read_text("utf-8")
    assert (reader.folder / "lexicon.pls").is_file() or list(reader.folder.glob("*.pls"))


def test_a_commuter_hears_a_pile_that_nobody_else_finds(reader: Reader) -> None:
    reader.follow("commuter")
    assert "Skerry Light" in reader.served[0]
    output = reader.folder / "output"
    assert not (output / "feed.xml").exists()
    # At one address from the first step to the last.
    (feed,) = output.glob("*/feed.xml")
    assert read_items(feed) == []


def test_an_editor_has_a_window(reader: Reader) -> None:
    assert reader.follow("editor") == ["audiopress studio"]
    (window,) = reader.served
    assert "<form" in window


def test_every_tutorial_is_followed_here() -> None:
    followed = set(re.findall(r'reader\.follow\("([\w-]+)"[,)]', Path(__file__).read_text("utf-8")))
    assert {page.stem for page in TUTORIALS.glob("*.md")} == followed
