"""What a pile of saved articles says of each: its twins, and when somebody saved it."""

from __future__ import annotations

import json
import shlex
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

NAMES = ("alba", "brae", "corrie")
STORY = (
    "<p>{0} was late on Monday because of ice in the harbour, and the crew had to wait for the tide"
    " to turn before they could leave the pier.</p><p>Nobody was hurt on {0}, said the harbour "
    "master, who had been up since four in the morning to see to the lamps and the ropes.</p>"
)
SAVED = (1_700_000_000, 1_700_200_000, 1_700_100_000)
PILES = {
    "pocket.csv": ("title,url,time_added,tags,status\n", "{0},{1},{2},,unread\n", ""),
    "instapaper.csv": ("URL,Title,Selection,Folder,Timestamp\n", "{1},{0},,Unread,{2}\n", ""),
    "bookmarks.html": (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>", '<DT><A HREF="{1}" ADD_DATE="{2}">{0}</A>\n',
        "</DL>",
    ),
    "wallabag.json": (
        '{"items": [', '{{"title": "{0}", "url": "{1}", "created_at": {2}}},', '{"a": 1}]}',
    ),
}  # fmt: skip


def write_page(name: str, head: str = "") -> bytes:
    return (
        f'<html lang="en"><head><title>{name}</title>{head}</head><body><main><article>'
        f"<h1>{name}</h1>{STORY.format(name)}</article></main></body></html>"
    ).encode()


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        for name in NAMES:
            server.answers[f"/{name}"] = always(page(write_page(name)))
        yield server


def write_pile(press: Press, site: Server, name: str) -> None:
    press.folder.mkdir(parents=True, exist_ok=True)
    head, row, end = PILES[name]
    rows = (row.format(each, site.url(f"/{each}"), at) for each, at in zip(NAMES, SAVED))  # noqa: B905
    (press.folder / name).write_text(f"{head}{''.join(rows)}{end}", "utf-8")


@pytest.mark.parametrize("name", PILES)
def test_when_it_was_saved_is_when_nothing_was_published(
    press: Press, site: Server, name: str
) -> None:
    write_pile(press, site, name)
    press.build(name, "--private", "--allow-private", "--limit", "2")
    (feed,) = (press.folder / "output").glob("*/feed.xml")
    items = [*ET.fromstring(feed.read_bytes()).iter("item")]  # noqa: S314 - ours
    # The newest of a pile are those that were saved last.
    assert {item.findtext("title") for item in items} == {"brae", "corrie"}
    days = {parsedate_to_datetime(str(item.findtext("pubDate"))).year for item in items}
    assert 2023 not in days
    for path in (press.folder / "output").rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".vtt"):
            assert "2023" not in path.read_text("utf-8"), path


def write_table(press: Press, *addresses: str) -> None:
    press.folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"x,{address}\n" for address in addresses)
    (press.folder / "pile.csv").write_text(f"title,url\n{rows}", "utf-8")


def test_an_address_that_is_named_twice_is_told_once(press: Press, site: Server) -> None:
    alba, brae = site.url("/alba"), site.url("/brae")
    write_table(press, alba, brae, alba, f"{alba}?utm_source=mail", f"{alba}/")
    words = ("build", "pile.csv", "--private", "--allow-private")
    said = " ".join(press.run(*words).stderr.split())
    assert f"pile.csv: more than once it names {alba}, " in said
    assert "each article is one episode, and audiopress plan" in said
    assert "2 built" in said
    assert "more than once" not in press.run(*words).stderr


def test_two_addresses_of_one_article_are_told(press: Press, site: Server) -> None:
    alba, other = site.url("/alba"), site.url("/2026/alba")
    link = f'<link rel="canonical" href="{alba}">'
    site.answers["/2026/alba"] = always(page(write_page("alba", link)))
    write_table(press, alba, other)
    words = ("build", "pile.csv", "--private", "--allow-private")
    said = press.run(*words).stderr
    assert f"{other} and {alba} are one article, and one episode (alba)" in said
    assert "1 built" in said
    assert "one article" not in press.run(*words).stderr


def test_two_episodes_that_say_the_same_are_told_with_what_leaves_one(
    press: Press, site: Server
) -> None:
    site.answers["/copy"] = always(page(write_page("alba")))
    write_table(press, site.url("/alba"), site.url("/copy"), site.url("/brae"))
    words = ("build", "pile.csv", "--private", "--allow-private")
    assert "when they are out, audiopress withdraw alba-2 leaves one" in press.run(*words).stderr
    (note,) = (
        each for each in json.loads(press.run(*words, "--json").stdout)["notes"] if "same" in each
    )
    command = note.partition("episodes: ")[2].removesuffix(" leaves one")
    press.run(*shlex.split(command)[1:])
    again = press.run(*words).stderr
    assert "say the same" not in again
    (feed,) = (press.folder / "output").glob("*/feed.xml")
    titles = [item.findtext("title") for item in ET.fromstring(feed.read_bytes()).iter("item")]  # noqa: S314
    assert sorted(map(str, titles)) == ["alba", "brae"]
