"""The edition of a site in a folder of any name: as an address it is written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

SITE = "https://coast.example/"
LINES = (
    "The night ferry has opened a library of two hundred books on its lower deck.",
    "Passengers may take a book ashore and return it on any other ship of the line.",
    "The work took eleven months, and nobody was paid for any of it, said Zoë Møller.",
    "It is open on Saturdays, and the lamps are warm all through the long crossing.",
)


def write_site(press: Press) -> None:
    for name in ("ferry", "mill"):
        text = "".join(f"<p>{line.replace('ferry', name)}</p>" for line in LINES)
        place = press.folder / "public" / "posts" / name
        place.mkdir(parents=True)
        (place / "index.html").write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The {name}</title>'
            f"</head><body><main><h1>The {name}</h1>{text}</main></body></html>",
            "utf-8",
        )


@pytest.mark.parametrize(
    ("folder", "written"),
    [
        ("hörbuch", "h%C3%B6rbuch"),
        ("my sound", "my%20sound"),
        ("100%", "100%25"),
        ("a&b", "a%26b"),
        ("what?#1", "what%3F%231"),
        ("it%20is", "it%2520is"),
        (
            "радио/сегодня",
            "%D1%80%D0%B0%D0%B4%D0%B8%D0%BE/%D1%81%D0%B5%D0%B3%D0%BE%D0%B4%D0%BD%D1%8F",
        ),
    ],
)
def test_a_folder_of_any_name_is_written_once_as_an_address(
    press: Press, folder: str, written: str
) -> None:
    write_site(press)
    settings, public = press.folder / "audiopress.toml", press.folder / "public"
    output = f'[edition]\noutput = "public/{folder}"\n'
    settings.write_text(f'{output}[site]\naddress = "{SITE}"\n', "utf-8")
    press.run("site", "public")
    feed = (public / folder / "feed.xml").read_text("utf-8")
    assert f'href="{SITE}{written}/feed.xml" rel="self"' in feed.replace("&amp;", "&")
    assert f'<enclosure url="{SITE}{written}/episodes/the-ferry/' in feed
    page = (public / "posts/ferry/index.html").read_text("utf-8")
    assert f'"../../{written}/player/audiopress-player.js"' in page
    # The next run finds where the site is by what was published, and changes nothing.
    settings.write_text(output, "utf-8")
    before = press.tree("public")
    press.run("site", "public", "--dry-run")
    assert press.tree("public") == before
    press.run("withdraw", "the-mill", "--site", "public")
    assert "the-mill" not in (public / folder / "feed.xml").read_text("utf-8")
