"""A site goes to another address: every article stays the episode that it was."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

OLD, NEW = "https://fairwinds.example/", "https://www.fair-winds.example/logbook/"
STORIES = {
    "ferry.html": (
        "The night ferry has opened a library of two hundred books on its lower deck.",
        "Passengers may take a book ashore and return it on any other ship of the line.",
        "It is open on Saturdays, and the lamps are warm all through the long crossing.",
        "Whoever reads to a child may keep the book, which nobody has done so far.",
        "The librarian is the second engineer, who reads between the harbours.",
    ),
    "knots/bowline.html": (
        "It does not slip, it does not jam, and it can be tied with one hand.",
        "Nine sailors of ten will say that it is the only knot which anybody needs.",
        "The tenth will say so too, after an hour of talk about the rolling hitch.",
        "A rabbit comes out of its hole, goes round the tree, and down it goes again.",
        "Of the rope that is left over, twelve times its thickness is enough.",
    ),
    "mill/index.html": (
        "The tide mill at Skar ground flour on Tuesday for the first time in ninety years.",
        "The work took eleven months, and nobody was paid for any of it.",
        "The council will speak about the roof in June, when the painters have left again.",
        "Visitors may carry a sack to the top, and most of them do it only once.",
        "Bread of its flour is sold at the quay from seven, and gone at eight.",
    ),
}


def write_site(press: Press, address: str, stories: dict[str, tuple[str, ...]] = STORIES) -> None:
    for name, lines in stories.items():
        text = "".join(f"<p>{line}</p>" for line in lines)
        title = name.removesuffix("/index.html").removesuffix(".html").split("/")[-1].title()
        place = press.folder / "public" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f"</head><body><main><h1>{title}</h1>{text}</main></body></html>",
            "utf-8",
        )
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "Winds"\n[site]\naddress = "{address}"\n'
        '[edition]\noutput = "public/audio"\n',
        "utf-8",
    )


def read_feed(press: Press) -> list[tuple[str, ...]]:
    feed = (press.folder / "public/audio/feed.xml").read_text("utf-8")
    return sorted(
        (
            re.search(r"<guid[^>]*>([^<]+)", item)[1],
            re.search(r"<pubDate>([^<]+)", item)[1],
            re.search(r'<enclosure url="[^"]*/(episodes/[^"]+)"', item)[1],
        )
        for item in re.findall("(?s)<item>.*?</item>", feed)
    )


def forget_address(press: Press) -> None:
    """Leave the ledger as versions before this one did, which kept no address of a site."""
    path = press.folder / "ledger/shows/main.json"
    kept = json.loads(path.read_text("utf-8"))
    assert kept.pop("site") == OLD
    path.write_text(json.dumps(kept), "utf-8")


@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "before"])
def test_a_site_that_moves_keeps_its_episodes(press: Press, *, remembered: bool) -> None:
    write_site(press, OLD)
    press.run("site", "public")
    press.run("withdraw", "bowline", "--site", "public")
    before = read_feed(press)
    assert len(before) == 2
    if not remembered:
        forget_address(press)
    write_site(press, NEW)
    foreseen = json.loads(press.run("site", "public", "--dry-run", "--json").stdout)
    assert "removed" not in {page["action"] for page in foreseen["pages"]}
    said = press.run("site", "public").stderr
    assert f"3 articles of {OLD} moved to {NEW}" in said
    assert read_feed(press) == before
    feed = (press.folder / "public/audio/feed.xml").read_text("utf-8")
    assert f"<link>{NEW}mill/</link>" in feed
    assert OLD not in feed
    assert "audiopress-player" not in (press.folder / "public/knots/bowline.html").read_text()
    # Known by both addresses from now on: nothing is told twice, and the way back is as short.
    assert "moved to" not in press.run("site", "public").stderr
    write_site(press, OLD)
    press.run("site", "public")
    assert read_feed(press) == before


def test_what_was_new_at_the_new_address_goes_back_with_it(press: Press) -> None:
    write_site(press, OLD)
    press.run("site", "public")
    harbour = tuple(line.replace("ferry", "harbour") for line in STORIES["ferry.html"][::-1])
    more = STORIES | {
        "harbour.html": ("A harbour has no stairs, says Ode, who built one.", *harbour)
    }
    write_site(press, NEW, more)
    press.run("site", "public")
    before = read_feed(press)
    assert len(before) == 4
    write_site(press, OLD, more)
    assert f"1 article of {NEW} moved to {OLD}" in press.run("site", "public").stderr
    assert read_feed(press) == before


def test_two_sites_with_pages_of_one_name_are_two(press: Press) -> None:
    write_site(press, OLD)
    press.run("site", "public")
    others = {name: tuple(line[::-1] for line in lines) for name, lines in STORIES.items()}
    write_site(press, NEW, others)
    assert "moved to" not in press.run("site", "public").stderr
    assert len(read_feed(press)) == 6
