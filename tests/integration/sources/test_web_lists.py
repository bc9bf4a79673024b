"""What a server sends in place of a list that it had: the list's last good state is used."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from audiopress.model import Document, Refused
from audiopress.net.transport import FetchLimits
from audiopress.sources.web import WebSource
from audiopress.store.cache import Cache
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
SITE = "https://post.example.org"


def write_feed(*names: str, site: str = SITE, title: str = "The Post") -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>{site}/{name}</link><guid>{site}/{name}</guid></item>"
        for name in names
    )
    head = f"<title>{title}</title><link>{site}/</link>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def write_sitemap(*names: str, site: str = SITE) -> bytes:
    pages = "".join(f"<url><loc>{site}/{name}</loc></url>" for name in names)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><urlset xmlns="{space}">{pages}</urlset>'.encode()


FEED = write_feed("ferry", "ice", "dock")
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><link href="%s/"/>'
    b'<entry><title>Ferry</title><link href="%s/ferry"/></entry>'
    b'<entry><title>Ice</title><link href="%s/ice"/></entry></feed>'
) % ((SITE.encode(),) * 3)
SITEMAP = write_sitemap("ferry", "ice", "dock")
INDEX = SITEMAP.replace(b"urlset", b"sitemapindex").replace(b"url>", b"sitemap>")
JSON_FEED = (
    b'{"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": '
    b'[{"id": "1", "url": "https://post.example.org/ferry", "title": "Ferry"}]}'
)
OPML = b'<opml version="2.0"><body><outline xmlUrl="https://a.example/feed"/></body></opml>'
SORRY = b"<html><title>Back soon</title><h1>We are working on the site</h1><p>Come back.</p></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def ask(folder: Path, server: Server, minutes: float = 0) -> list[Document | Refused]:
    limits = FetchLimits(allow_private=True, seconds=5)
    source = WebSource(Cache(folder), limits, now=NOW + timedelta(minutes=minutes))
    return list(source.fetch(server.url("/list")))


def half(body: bytes) -> bytes:
    return body[: len(body) // 2]


IN_PLACE = {
    "maintenance": (FEED, SORRY, "text/html"),
    "maintenance for an Atom feed": (ATOM, SORRY, "text/html"),
    "maintenance for a JSON feed": (JSON_FEED, SORRY, "text/html"),
    "maintenance for a sitemap": (SITEMAP, SORRY, "application/xml"),
    "maintenance for an index": (INDEX, SORRY, "text/html"),
    "maintenance for a list of feeds": (OPML, SORRY, "text/html"),
    "maintenance for a list of addresses": (b"https://a.example/1\n" * 3, SORRY, "text/html"),
    "a login": (FEED, b"<!doctype html><form><input type=password></form>", "text/html"),
    "a check for robots": (SITEMAP, b"<div id=challenge>Just a moment...</div>", "text/html"),
    "plain words": (FEED, b"Service unavailable", "text/plain"),
    "nothing": (FEED, b" \n", "text/xml"),
    "an error as JSON": (FEED, b'{"error": "rate limit"}', "application/json"),
    "an error as JSON with an address": (
        FEED, b'{"error": {"help": "https://post.example.org/docs"}}', "application/json"
    ),
    "an error as JSON for a JSON feed": (
        JSON_FEED, b'{"code": 500, "url": "https://post.example.org/feed.json"}', "text/html"
    ),
    "an error as XML": (SITEMAP, b"<Error><Code>AccessDenied</Code></Error>", "text/xml"),
    "a list of addresses": (SITEMAP, b"https://post.example.org/ferry\n", "text/plain"),
    "a feed for a sitemap": (SITEMAP, FEED, "text/xml"),
    "half a feed": (FEED, half(FEED), "application/xml"),
    "half an Atom feed": (ATOM, half(ATOM), "application/xml"),
    "half a JSON feed": (JSON_FEED, half(JSON_FEED), "application/feed+json"),
    "half a JSON feed that is called a page": (JSON_FEED, half(JSON_FEED), "text/html"),
    "half a sitemap": (SITEMAP, half(SITEMAP), "application/xml"),
    "half an index": (INDEX, half(INDEX), "application/xml"),
    "half a list of feeds": (OPML, half(OPML), "text/xml"),
    "half of a packed sitemap": (
        gzip.compress(SITEMAP), half(gzip.compress(SITEMAP)), "application/gzip"
    ),
    "a packed half of a sitemap": (
        gzip.compress(SITEMAP), gzip.compress(half(SITEMAP)), "application/gzip"
    ),
    "a sitemap with a warning in it": (
        SITEMAP, SITEMAP.replace(b"<url>", b"<br />Warning: <b>no memory", 1), "text/xml"
    ),
    "a feed with an error at its end": (FEED, half(FEED) + b"\nFatal error: no memory", "text/xml"),
    "the feed of somebody else": (
        FEED, write_feed("cheap", "ads", site="https://parked.example", title="Offers"), "text/xml"
    ),
    "the sitemap of somebody else": (
        SITEMAP, write_sitemap("cheap", "ads", site="https://parked.example"), "text/xml"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_PLACE)
def test_what_is_no_such_list_does_not_take_its_place(
    server: Server, tmp_path: Path, name: str
) -> None:
    before, now, kind = IN_PLACE[name]
    server.answers["/list"] = always(page(before, Content_Type="application/octet-stream"))
    (first,) = ask(tmp_path, server)
    assert isinstance(first, Document), first
    server.answers["/list"] = always(page(now, Content_Type=kind))
    for minutes in (10, 20):
        kept, refused = ask(tmp_path, server, minutes)
        assert kept == first
        assert isinstance(refused, Refused)
        assert "what was fetched before is used" in refused.error.message
        assert refused.error.hint
    server.answers["/list"] = always(page(b"", status="500 Oops"))
    assert ask(tmp_path, server, 30)[0] == first


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (FEED, write_feed("harbour", "storm", "dock")),
        (FEED, ATOM),
        (FEED, JSON_FEED),
        (FEED, write_feed()),
        (write_feed(), FEED),
        # All items are others: it is the same feed by its site, or by its title.
        (FEED, write_feed("harbour", "storm")),
        (FEED, write_feed("harbour", site="https://post.example.net")),
        # The site has moved to another host, and its pages are what they were.
        (SITEMAP, write_sitemap("ferry", "ice", "storm", site="https://post.example.net")),
        (SITEMAP, INDEX),
        (half(FEED), half(FEED) + b"<item>"),
        (FEED, FEED + b"\n<!-- made in 0.3 s -->"),
    ],
)  # fmt: skip
def test_a_list_that_changed_is_had(
    server: Server, tmp_path: Path, before: bytes, now: bytes
) -> None:
    server.answers["/list"] = always(page(before, Content_Type="text/xml"))
    ask(tmp_path, server)
    server.answers["/list"] = always(page(now, Content_Type="text/xml"))
    (outcome,) = ask(tmp_path, server, 10)
    assert isinstance(outcome, Document), outcome
    assert outcome.body == now


def test_a_feed_that_stays_cut_is_read_as_far_as_it_goes(server: Server, tmp_path: Path) -> None:
    server.answers["/list"] = always(page(FEED, Content_Type="text/xml"))
    ask(tmp_path, server)
    server.answers["/list"] = always(page(half(FEED), Content_Type="text/xml"))
    assert len(ask(tmp_path, server, 10)) == 2
    (outcome,) = ask(tmp_path, server, 10 + 4 * 24 * 60)
    assert isinstance(outcome, Document)
    assert outcome.body == half(FEED)
