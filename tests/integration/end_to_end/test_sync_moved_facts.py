"""What a feed has said of an article stays said of it under another address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

STORY = "".join(
    f"<p>On the {day}th day of the ice {20 * day} people of the town had walked to the island, "
    f"and all came back before the {day}th lamp was lit, said the keeper of the harbour.</p>"
    for day in range(4, 9)
)
OTHER = "".join(f"<p>The ferry of {hour} waits for nobody who comes late.</p>" for hour in range(9))
XML = {"Content_Type": "application/xml"}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.answers["/ferry"] = article("Ferry", OTHER)
        yield server


def article(title: str, text: str, canonical: str = "") -> Any:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return always(
        page(
            f'<html lang="en"><head><title>{title}</title>{link}<meta property="og:type" content='
            f'"article"></head><body><article><h1>{title}</h1>{text}</article></body></html>'.encode()
        )
    )


def moved(address: str) -> Any:
    return always(page(b"", status="301 Moved", Location=address))


def lists(server: Server, in_feed: str, *in_map: str) -> None:
    """Serve a feed that says all of one article, and a sitemap that says nothing."""
    feed = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title>'
        f"<item><title>A</title><link>{server.url(in_feed)}</link><dc:creator>Ann Lee"
        "</dc:creator><pubDate>02 Mar 2026 10:00:00 +0000</pubDate><category>Sport</category>"
        "<description>In short.</description></item></channel></rss>"
    )
    found = "".join(f"<url><loc>{server.url(each)}</loc></url>" for each in in_map)
    server.answers["/feed"] = always(page(feed.encode(), **XML))
    server.answers["/map.xml"] = always(page(f"<urlset>{found}</urlset>".encode(), **XML))


def sync(press: Press, server: Server) -> dict[str, Any]:
    press.folder.mkdir(exist_ok=True)
    sources = json.dumps([server.url("/feed"), server.url("/map.xml")])
    text = (
        f'[show]\ntitle = "P"\n[edition]\nsources = {sources}\n[[shows]]\nid = "sport"\n'
        'title = "S"\ninclude = ["tag:Sport"]\n'
    )
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    return json.loads(press.run("sync", "--json", "--allow-private").stdout)


def feed(press: Press, name: str = "") -> str:
    return (press.folder / "output" / name / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # it moves: the old address leads there, or is gone
        ({"/alba": ""}, {"/alba": "/alba-2", "/alba-2": ""}),
        ({"/alba": ""}, {"/alba-2": ""}),
        # the feed has known it all along by an address that leads to it
        ({"/?p=7": "/alba-2", "/alba-2": ""}, {"/?p=7": "/alba-2", "/alba-2": ""}),
    ],
)
def test_of_an_article_that_moves(
    press: Press, server: Server, before: dict[str, str], now: dict[str, str]
) -> None:
    """``before`` and ``now`` say by address where it leads, nothing where the article is."""
    story = article("Alba", STORY)
    for path, target in before.items():
        server.answers[path] = moved(target) if target else story
    lists(server, next(iter(before)), "/ferry")
    sync(press, server)
    check(press)
    for path in before:
        server.answers.pop(path)
    for path, target in now.items():
        server.answers[path] = moved(target) if target else story
    lists(server, "/ferry", "/alba-2")
    for _ in range(3):
        check(press, sync(press, server))


def test_of_an_article_that_names_another_address_as_its_own(press: Press, server: Server) -> None:
    story = article("Alba", STORY, server.url("/news/alba"))
    server.answers["/alba"] = server.answers["/news/alba"] = story
    lists(server, "/alba", "/ferry")
    sync(press, server)
    check(press)
    lists(server, "/ferry", "/news/alba")
    for _ in range(2):
        check(press, sync(press, server))


def check(press: Press, report: dict[str, Any] | None = None) -> None:
    """See that the article is as it was: told by Ann Lee, of a Monday, in the feed of its show."""
    item = next(part for part in feed(press).split("<item>") if "Alba" in part)
    assert "Ann Lee" in item
    assert "02 Mar 2026 10:00:00" in item
    assert "Alba" in feed(press, "shows/sport")
    if report is not None:
        alba = next(each for each in report["articles"] if each["slug"] == "alba")
        assert (alba["spoken"], alba["error"]) == (0, None)
        assert feed(press).count("Alba</title>") == 1


def test_what_is_purged_is_remembered_under_no_address(press: Press, server: Server) -> None:
    server.answers["/?p=7"] = moved("/alba")
    server.answers["/alba"] = article("Alba", STORY)
    lists(server, "/?p=7", "/ferry")
    sync(press, server)
    assert holds(press, "Ann Lee")
    press.run("withdraw", "alba", "--purge")
    assert not holds(press, "Ann Lee")
    lists(server, "/?p=7", "/ferry")
    sync(press, server)
    assert not holds(press, "Ann Lee")


def holds(press: Press, words: str) -> bool:
    """Whether the cache remembers what lists have said."""
    folder = press.folder / ".audiopress" / "records" / "own-listed-facts"
    return any(words.encode() in path.read_bytes() for path in folder.rglob("*.json"))
