"""Several shows of one edition are told apart, and half of a deploy is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.integration.checking.agreement.planting import MILL, change, find_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

OTHER = "listen.courier.example/shows/town/feed.xml"


def test_an_edition_of_several_shows_has_no_fault(several_shows: Path) -> None:
    assert find_wrong(several_shows) == set()


def take_the_code_of_another(folder: Path) -> None:
    drawn = re.search(r"<svg .*?</svg>", (folder / "shows/town/index.html").read_text())
    path = folder / "shows/water/index.html"
    path.write_text(re.sub(r"<svg .*?</svg>", drawn[0] if drawn else "", path.read_text()))


def lose_the_newest(folder: Path) -> None:
    """Have a show as it was before its newest article."""
    change("shows/water/feed.xml", r"<item>.*?</item>", "")(folder)
    change("shows/water/index.html", r'<section class="day".*?</section>', "")(folder)


def lose_the_newest_of_all(folder: Path) -> None:
    change("feed.xml", r"<item>\s*<title>The ferry.*?</item>", "")(folder)


PLAYLIST = 'playlist="../../shows/water/feed.xml"'

FAULTS: dict[str, tuple[Plant, str]] = {
    "a player that goes on in another show": (
        change("shows/water/index.html", PLAYLIST, PLAYLIST.replace("water", "town")),
        "show of the page",
    ),
    "an episode that goes on in another show": (
        change(f"{MILL}/index.html", PLAYLIST, PLAYLIST.replace("water", "town")),
        "show of the page",
    ),
    "a button of another show": (
        change(f"{MILL}/index.html", r"(pktc://subscribe/)[^\"]*", rf"\1{OTHER}"),
        "show of the page",
    ),
    "a code of another show": (take_the_code_of_another, "show of the page"),
    "links of shows exchanged": (
        change("index.html", '<a href="shows/water/index', '<a href="shows/town/index'),
        "show of the page",
    ),
    "a show under another name": (
        change("index.html", r'(<a href="shows/water/index.html">)[^<]*', r"\1Sallow: Air"),
        "show of the page",
    ),
    "the name of another show": (
        change(f"{MILL}/index.html", 'site_name" content="Sallow: Water', 'site_name" content="X'),
        "show of the page",
    ),
    "an older feed of one show": (lose_the_newest, "episodes of all shows"),
    "an older feed of the whole": (lose_the_newest_of_all, "episodes of all shows"),
    "a show that does not say what speaks": (
        change("shows/water/feed.xml", r" Read aloud by a synthetic voice\.</desc", "</desc"),
        "ai-content of the show",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_of_another_show_is_named(name: str, shown: Path) -> None:
    plant, check = FAULTS[name]
    plant(shown)
    assert check in find_wrong(shown)
