"""The edition of a site: in a folder of any name, of pages whose template changes."""

from __future__ import annotations

import json
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
    assert f'"../../{written}/player/audiopress-player.js?v=' in page
    # The next run finds where the site is by what was published, and changes nothing.
    settings.write_text(output, "utf-8")
    before = press.tree("public")
    press.run("site", "public", "--dry-run")
    assert press.tree("public") == before
    press.run("withdraw", "the-mill", "--site", "public")
    assert "the-mill" not in (public / folder / "feed.xml").read_text("utf-8")


def test_another_footer_of_the_site_moves_no_sound(press: Press) -> None:
    write_site(press)
    settings = press.folder / "audiopress.toml"
    settings.write_text('[show]\ntitle = "The Shore"\n', "utf-8")
    build = ("site", "public", "--address", SITE, "--json")
    press.run(*build)
    before = {name: sha for name, sha in press.tree("public").items() if name.endswith(".mp3")}
    assert len(before) == 2
    for path in (press.folder / "public" / "posts").glob("*/index.html"):
        text = path.read_text("utf-8")
        text = text.replace(
            "<main>", "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav><main>"
        )
        path.write_text(
            text.replace(
                "</main>", "</main><footer>Coast Press 2027. All rights reserved.</footer>"
            ),
            "utf-8",
        )
    rehearsed = press.run("site", "public", "--address", SITE, "--dry-run")
    assert "0 published sound files would get a new address" in rehearsed.stderr
    built = json.loads(press.run(*build).stdout)
    assert [article["reissued"] for article in built["articles"]] == [None, None]
    after = {name: sha for name, sha in press.tree("public").items() if name.endswith(".mp3")}
    assert after == before
    # What the tags say of the show is changed on purpose alone.
    settings.write_text('[show]\ntitle = "The Coast"\n', "utf-8")
    assert {a["reissued"] for a in json.loads(press.run(*build).stdout)["articles"]} == {None}
    built = json.loads(press.run(*build, "--retag").stdout)
    assert {a["reissued"] for a in built["articles"]} == {"tags made anew"}
