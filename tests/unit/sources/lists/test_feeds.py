"""Feeds in the shapes of many generators give the same article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from unit.sources.lists.feed_shapes import BODY, SHAPES

from audiopress.errors import SourceError
from audiopress.identity import normalize_url
from audiopress.sources.lists import kinds
from audiopress.sources.lists.feeds import read_feed, read_json_feed

HOME = "https://post.example.org/feed/"
ARTICLE = "https://post.example.org/2026/03/ferry/"
UNDATED = {"rss 0.91", "json feed, summaries"}
UNSIGNED = {
    "rss 0.91", "mastodon", "newspaper", "mkdocs", "tumblr", "json feed, summaries"
}  # fmt: skip


def read(text: str, uri: str = HOME):
    json = kinds.find_collection(text.encode()) == kinds.JSON_FEED
    return read_json_feed(text, uri) if json else read_feed(text, uri)


@pytest.mark.parametrize("name", SHAPES)
def test_the_shape_of_a_generator(name: str) -> None:
    text, text_from = SHAPES[name]
    assert kinds.find_collection(text.encode()) in {kinds.FEED, kinds.JSON_FEED}
    (item,) = read(text).items
    assert item.fault == ""
    assert normalize_url(item.address).partition("?source=")[0] == ARTICLE
    assert ("feed" if item.text else "page") == text_from, item.facts.why
    assert bool(item.facts.why) == (text_from == "page")
    assert item.facts.title == ("" if name == "mastodon" else "The ferry is late")
    assert item.facts.byline == ("" if name in UNSIGNED else "Ada Fenwick")
    if name not in UNDATED:
        assert item.facts.published in {None, datetime(2026, 3, 2, 10, tzinfo=UTC)}
    assert item.facts.notes == ()


def test_at_least_25_shapes() -> None:
    assert len(SHAPES) >= 25


def entry(inner: str) -> str:
    return f'<rss version="2.0"><channel><title>P</title><item>{inner}</item></channel></rss>'


def test_an_item_without_address_and_id_is_named_by_its_place() -> None:
    (item,) = read(entry("<title>Ferry</title>")).items
    assert item.fault
    assert item.place == "item 1"


def test_an_item_without_address_is_known_by_its_id() -> None:
    known = "<guid isPermaLink='false'>tag:1</guid>"
    inner = f"<title>Ferry</title>{known}<description><![CDATA[{BODY}]]></description>"
    (item,) = read(entry(inner)).items
    assert (item.address, item.id, item.fault) == ("", "tag:1", "")
    assert "harbour" in item.text


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/b", "//"]
)
def test_a_link_that_is_no_web_address_is_none(link: str) -> None:
    (item,) = read(entry(f"<title>Ferry</title><link>{link}</link>")).items
    assert item.address == ""
    assert item.fault


def test_a_date_that_is_none_is_told() -> None:
    (item,) = read(entry(f"<title>F</title><link>{ARTICLE}</link><pubDate>soon</pubDate>")).items
    assert item.facts.published is None
    assert "soon" in item.facts.notes[0]


DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
RDF = f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {DC}'


@pytest.mark.parametrize(
    ("root", "end"),
    [
        (f'<rdf:RDF {RDF} xmlns="http://purl.org/rss/1.0/"><channel/>', "</rdf:RDF>"),
        (f'<rss version="2.0" {DC}><channel>', "</channel></rss>"),
        (f'<rss version="0.92" {DC}><channel>', "</channel></rss>"),
    ],
)
def test_the_only_date_of_an_item_of_rss_is_its_publication(root: str, end: str) -> None:
    inner = f"<title>F</title><link>{ARTICLE}</link><dc:date>2026-03-02T10:00:00Z</dc:date>"
    (item,) = read(f"{root}<item>{inner}</item>{end}").items
    assert item.facts.published == datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "space",
    ["http://www.pheedo.com/namespace/pheedo", "http://rssnamespace.org/feedburner/ext/1.0"],
)
def test_the_page_is_where_it_was_before_a_service_that_counts_readers(space: str) -> None:
    inner = (
        f"<title>F</title><link>https://count.example/1</link><c:origLink>{ARTICLE}</c:origLink>"
    )
    feed = entry(inner).replace("<rss ", f'<rss xmlns:c="{space}" ')
    assert [item.address for item in read(feed).items] == [ARTICLE]


def test_names_and_tags_may_be_escaped_twice() -> None:
    inner = f"<link>{ARTICLE}</link><author>Fenwick &amp;amp; Lee</author><category>R&amp;amp;D"
    (item,) = read(entry(f"<title>F</title>{inner}</category>")).items
    assert (item.facts.byline, item.facts.tags) == ("Fenwick & Lee", ("R&D",))


def test_a_feed_that_breaks_off_gives_no_half_article() -> None:
    text = f"<description><![CDATA[{BODY * 3}]]></description>"
    item = f"<item><title>F</title><link>{ARTICLE}</link>{text}</item>"
    whole = f'<rss version="2.0"><channel>{item}{item.replace("ferry", "ice")}</channel></rss>'
    found = read(whole[: whole.rindex("forecast")])
    assert found.items[0].text
    assert not any(each.text for each in found.items[1:])
    assert "ends too early" in found.notes[0]


def test_a_malformed_feed_is_read_as_far_as_it_can_be() -> None:
    found = read(entry(f"<title>A & B</title><link>{ARTICLE}</link>"))
    assert [each.facts.title for each in found.items] == ["A & B"]
    assert "no well-formed XML" in found.notes[0]


def test_entities_are_refused() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{lol}]>{entry("<title>&l9;</title>")}'
    with pytest.raises(SourceError, match="entities"):
        read(bomb)


def test_a_file_of_this_machine_is_never_read() -> None:
    declared = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    text = f"<!DOCTYPE rss [{declared}]>{entry('<title>&x;</title>')}"
    with pytest.raises(SourceError, match="entities"):
        read(text)
    # What is no XML at all is not taken for the name of a file either.
    assert read("/etc/passwd").items == ()
