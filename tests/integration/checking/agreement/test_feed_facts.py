"""A feed and its front say of show and articles what all else says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.checking.agreement.planting import change, find_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

LINK = r"(<item>\s*<title>The ferry.*?<link>)[^<]*"
NOTES = r"(The ferry of Sallow</title>.*?<p><a href=\")[^\"]*"


def lead_elsewhere(folder: Path) -> None:
    """Have link and notes of an item agree on another article."""
    other = r"\g<1>https://courier.example/market"
    change("feed.xml", LINK, other)(folder)
    change("feed.xml", NOTES, other)(folder)


FAULTS: dict[str, tuple[Plant, str]] = {
    "an item that leads to another article": (lead_elsewhere, "facts of an item"),
    "an item that names another article": (
        change("feed.xml", r'(contentLink href=")[^"]*', r"\1https://courier.example/x"),
        "facts of an item",
    ),
    "an item by another author": (
        change("feed.xml", r"<itunes:author>Ann Bo", "<itunes:author>Jo"),
        "facts of an item",
    ),
    "two pictures of a show": (
        change("feed.xml", r"(<url>https://listen.courier.example/)", r"\1old-"),
        "picture of the show",
    ),
    "an image of another title": (
        change("feed.xml", r"(<image>.*?<title>)", r"\1Old: "),
        "picture of the show",
    ),
    "a front with another feed": (
        change("shows/water/index.html", r'(webFeed":"[^"]*shows/)water', r"\1town"),
        "facts of the show",
    ),
    "a front with another picture": (
        change("shows/water/index.html", r'(og:image" content=")[^"]*', r"\1https://x.example/a"),
        "facts of the show",
    ),
    "a front under another name": (
        change("shows/water/index.html", r"<h1>Sallow", "<h1>Marsh"),
        "facts of the show",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_a_feed_says_otherwise_is_named(name: str, shown: Path) -> None:
    plant, check = FAULTS[name]
    plant(shown)
    assert check in find_wrong(shown)
