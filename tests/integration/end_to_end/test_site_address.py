"""A configuration that says once where it is served: by the address of its site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

SITE = '[site]\naddress = "https://coast.example/"\n'
SHOW = '[show]\ntitle = "The Coast"\nemail = "desk@coast.example"\n'
STORY = "---\ntitle: Fog\ndate: 2026-03-01\n---\n\nThe ferry was late.\n"


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    press.folder.mkdir()
    (press.folder / "fog.md").write_text(STORY, "utf-8")
    return press


def configure(press: PressHere, more: str = "") -> None:
    (press.folder / "audiopress.toml").write_text(SHOW + SITE + more, "utf-8")


def write_page(press: PressHere) -> None:
    page = press.folder / "public/fog/index.html"
    page.parent.mkdir(parents=True)
    lines = "".join(f"<p>The ferry was late on day {day}, and nobody knew.</p>" for day in range(9))
    page.write_text(
        f'<html lang="en"><head><title>Fog</title></head><body><main><h1>Fog</h1>{lines}</main>'
        "</body></html>",
        "utf-8",
    )


def feed(press: PressHere, folder: str = "output") -> str:
    return (press.folder / folder / "feed.xml").read_text("utf-8")


def test_a_build_is_served_with_the_site_and_no_preview(press: PressHere) -> None:
    configure(press)
    said = press.run("build", "fog.md").stderr
    assert "preview" not in said
    assert 'url="https://coast.example/audio/episodes/fog/' in feed(press)
    assert "itunes:block" not in feed(press)
    told = json.loads(press.run("status", "--json").stdout)
    assert told["shows"][0]["feed"] == "https://coast.example/audio/feed.xml"
    done = json.loads(press.run("deploy", "../there", "--json").stdout)
    assert done["done"]


def test_site_and_build_say_the_same_address(press: PressHere) -> None:
    write_page(press)
    configure(press, '[edition]\noutput = "public/listen"\n')
    press.run("site", "public")
    assert 'url="https://coast.example/listen/episodes/fog/' in feed(press, "public/listen")
    before = press.tree("public")
    told = json.loads(press.run("status", "--json").stdout)
    assert told["shows"][0]["feed"] == "https://coast.example/listen/feed.xml"
    press.run("site", "public")
    assert press.tree("public") == before


def test_an_edition_stays_where_the_site_has_it(press: PressHere) -> None:
    write_page(press)
    (press.folder / "public").rename(press.folder / "pages")
    (press.folder / "web").mkdir()
    (press.folder / "pages").rename(press.folder / "web/public")
    configure(press, '[edition]\noutput = "web/public/listen"\n')
    press.run("site", "web/public")
    here = 'url="https://coast.example/listen/episodes/fog/'
    assert here in feed(press, "web/public/listen")
    press.run("build", "fog.md")
    assert here in feed(press, "web/public/listen")
    # A generator may empty its folder.
    (press.folder / "web/public/listen/feed.xml").unlink()
    told = json.loads(press.run("status", "--json").stdout)
    assert told["shows"][0]["feed"] == "https://coast.example/listen/feed.xml"
    press.run("build", "fog.md")
    assert here in feed(press, "web/public/listen")


def test_where_the_sites_folder_is_unknown_a_build_is_a_preview(press: PressHere) -> None:
    configure(press, '[edition]\noutput = "web/public/listen"\n')
    said = press.run("build", "fog.md").stderr
    assert "says where the site is served, and not where" in said
    assert "https://coast.example/" not in feed(press, "web/public/listen")


def test_an_address_that_changes_is_told(press: PressHere) -> None:
    configure(press, '[edition]\naddress = "https://audio.example/"\n')
    press.run("build", "fog.md")
    configure(press)
    said = press.run("build", "fog.md").stderr
    assert "named https://audio.example/ so far, and name https://coast.example/audio/" in said


def test_addresses_that_contradict_each_other_are_named_once(press: PressHere) -> None:
    configure(press, '[edition]\naddress = "https://www.coast.example/audio/"\n')
    said = press.run("build", "fog.md").stderr
    assert "address under [edition] says https://www.coast.example/audio/" in said
    assert "https://coast.example/" in said
    assert "[site]" not in press.run("build", "fog.md").stderr


def test_an_edition_in_the_site_that_is_said_to_be_elsewhere_is_named(press: PressHere) -> None:
    write_page(press)
    configure(press, '[edition]\noutput = "public/listen"\naddress = "https://audio.example/"\n')
    said = press.run("site", "public").stderr
    assert "served at https://coast.example/listen/, and address under [edition] says" in said
