"""Lists of one site that do not agree: one is behind the other, or writes addresses otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

STORY = "".join(
    f"<p>On the {day}th day of the ice {20 * day} people of {{0}} had walked over to the island, "
    f"and all came back before the {day}th lamp was lit, said the keeper of the harbour.</p>"
    for day in range(4, 9)
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def lists(server: Server, in_feed: str, in_map: str) -> None:
    """Serve a feed with the whole text of one article, and a sitemap."""
    feed = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title>'
        f"<item><title>Alba</title><link>{server.url(in_feed)}</link><dc:creator>Ann Lee"
        "</dc:creator><pubDate>02 Mar 2026 10:00:00 +0000</pubDate><description><![CDATA["
        f"{STORY.format('Alba') * 2}]]></description></item></channel></rss>"
    )
    found = f"<urlset><url><loc>{server.url(in_map)}</loc></url></urlset>"
    for name, text in (("/feed", feed), ("/map.xml", found)):
        server.answers[name] = always(page(text.encode(), Content_Type="application/xml"))


def article() -> bytes:
    text = STORY.format("Alba") * 2
    return (
        '<html lang="en"><head><title>Alba</title><meta property="og:type" content="article">'
        f"</head><body><article><h1>Alba</h1>{text}</article></body></html>"
    ).encode()


def sync(press: Press, server: Server) -> dict[str, Any]:
    press.folder.mkdir(exist_ok=True)
    sources = json.dumps([server.url("/feed"), server.url("/map.xml")])
    text = f'[show]\ntitle = "P"\n[edition]\nsources = {sources}\n'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    return json.loads(press.run("sync", "--json", "--allow-private", ok=False).stdout)


def guids(press: Press) -> list[str]:
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    return [part.partition("</guid>")[0] for part in feed.split("<guid")[1:]]


@pytest.mark.parametrize(
    ("old", "new", "now_at_old"),
    [
        ("/alba", "/alba-2", page(b"", status="301 Moved", Location="/alba-2")),
        ("/alba", "/alba-2", page(b"gone", status="410 Gone")),
        ("/alba", "/news/alba", page(b"gone", status="404 Not Found")),
        ("/alba", "/alba/", page(article())),
        ("/alba/", "/alba/index.html", page(article())),
    ],
)
def test_a_feed_that_is_behind_doubles_nothing(
    press: Press, server: Server, old: str, new: str, now_at_old: bytes
) -> None:
    server.answers[old] = server.answers[new] = always(page(article()))
    lists(server, old, old)
    sync(press, server)
    (before,) = guids(press)
    server.answers[old] = always(now_at_old)
    for in_feed, in_map in ((old, new), (old, new), (new, new)):
        lists(server, in_feed, in_map)
        report = sync(press, server)
        assert guids(press) == [before]
        assert report["totals"]["spoken"] == 0
        assert not any(each["error"] for each in report["articles"])
        assert not any("as no article" in note for note in report["notes"])


def test_an_old_address_that_a_list_led_to_is_asked_once(press: Press, server: Server) -> None:
    server.answers["/alba"] = server.answers["/alba-2"] = always(page(article()))
    text = f"<urlset><url><loc>{server.url('/alba')}</loc></url></urlset>".encode()
    for name in ("/feed", "/map.xml"):
        server.answers[name] = always(page(text, Content_Type="application/xml"))
    sync(press, server)
    (before,) = guids(press)
    server.answers["/alba"] = always(page(b"gone", status="410 Gone"))
    moved = f"<urlset><url><loc>{server.url('/alba-2')}</loc></url></urlset>".encode()
    server.answers["/map.xml"] = always(page(moved, Content_Type="application/xml"))
    asked = server.paths.count("/alba")
    sync(press, server)
    assert guids(press) == [before]
    assert server.paths.count("/alba") == asked + 1
