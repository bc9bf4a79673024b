"""Items of a feed that share an address: each is an article if the feed says that they differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from audiopress.sources.lists.feeds import read_feed, read_json_feed

if TYPE_CHECKING:
    from audiopress.sources.lists.listed import Listing

SITE = "https://post.example.org"
TEXT = "<p>{0} was late on Monday because of the ice that lay in the harbour, said the master.</p>"


def rss(*items: tuple[str, str, str], more: str = "") -> Listing:
    """Items of address, id and title."""
    listed = "".join(
        f"<item><title>{title}</title><link>{address}</link>"
        + (f'<guid isPermaLink="false">{known}</guid>' if known else "")
        + f"<description><![CDATA[{TEXT.format(title)}]]></description>{more.format(title)}</item>"
        for address, known, title in items
    )
    channel = f"<title>P</title><link>{SITE}/programme</link>"
    feed = f'<rss version="2.0"><channel>{channel}{listed}</channel></rss>'
    return read_feed(feed, f"{SITE}/feed")


@pytest.mark.parametrize(
    "items",
    [
        # the front page of the site, and that of the channel
        [(f"{SITE}/", "1", "Alba"), (f"{SITE}/", "2", "Brae")],
        [(f"{SITE}/programme", "1", "Alba"), (f"{SITE}/programme", "2", "Brae")],
        # a place for each on one page
        [(f"{SITE}/changes#v2", "2", "Two"), (f"{SITE}/changes#v1", "1", "One")],
        # one page of many
        [(f"{SITE}/log", str(at), f"Day {at}") for at in range(4)],
        # without ids, and with an id that is the front page too
        [(f"{SITE}/", "", "Alba"), (f"{SITE}/", "", "Brae")],
        [(f"{SITE}/log?x=1", "", f"Day {at}") for at in range(4)],
        [(f"{SITE}/programme", f"{SITE}/programme", name) for name in ("Alba", "Brae")],
    ],
    ids=["front", "channel", "places", "many", "no ids", "many without ids", "one id"],
)
def test_items_that_share_a_page_are_articles_of_their_own(items) -> None:
    found = rss(*items)
    assert [each.facts.title for each in found.items] == [title for *_, title in items]
    assert {each.address for each in found.items} == {""}
    assert len({each.id for each in found.items} - {""}) == len(items)
    assert all(each.text and not each.fault for each in found.items)
    assert not found.notes


@pytest.mark.parametrize(
    ("items", "noted"),
    [
        # one item twice, the same with a new headline, and one link that two have posted
        ([(f"{SITE}/a", "1", "Alba"), (f"{SITE}/a", "1", "Alba")], False),
        ([(f"{SITE}/a", "1", "Alba"), (f"{SITE}/a", "1", "Alba is late")], True),
        ([(f"{SITE}/a", "1", "Alba"), (f"{SITE}/a", "2", "Alba is late")], False),
        ([(f"{SITE}/", "1", "Alba"), (f"{SITE}/b", "2", "Brae")], False),
    ],
)
def test_other_items_keep_their_address(items, noted: bool) -> None:
    found = rss(*items)
    assert all(each.address for each in found.items)
    assert bool(found.notes) == noted


def test_what_is_attached_names_an_item_better_than_its_title() -> None:
    sound = '<enclosure url="https://a.example/{0}.mp3" type="audio/mpeg" length="1"/>'
    found = rss((f"{SITE}/", "", "Alba"), (f"{SITE}/", "", "Brae"), more=sound)
    ids = [each.id for each in found.items]
    assert ids == [f"https://a.example/{name}.mp3" for name in ("Alba", "Brae")]


@pytest.mark.parametrize("known", ["ferry-12", "12", "urn:uuid:1", "tag:a.example,2026:1", "?p=1"])
@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
def test_an_id_that_is_no_address_is_no_page(known: str, kind: str) -> None:
    text = TEXT.format("Alba")
    item = {"id": known, "title": "Alba", "content_html": text}
    version = "https://jsonfeed.org/version/1.1"
    feeds = {
        "rss": '<rss version="2.0"><channel><title>P</title><item><title>Alba</title>'
        f"<guid>{known}</guid><description><![CDATA[{text}]]></description></item></channel></rss>",
        "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry>'
        f'<title>Alba</title><id>{known}</id><content type="html"><![CDATA[{text}]]></content>'
        "</entry></feed>",
        "json": json.dumps({"version": version, "title": "P", "items": [item]}),
    }
    read = read_json_feed if kind == "json" else read_feed
    (found,) = read(feeds[kind], f"{SITE}/feed").items
    assert (found.address, found.id, found.fault) == ("", known, "")
    assert found.text


def test_items_of_a_json_feed_may_share_a_page_too() -> None:
    items = [
        {"id": str(at), "url": f"{SITE}/", "title": f"Day {at}", "content_html": TEXT.format(at)}
        for at in range(2)
    ]
    version = "https://jsonfeed.org/version/1.1"
    feed = {"version": version, "title": "P", "home_page_url": SITE, "items": items}
    found = read_json_feed(json.dumps(feed), f"{SITE}/feed.json").items
    assert [(each.address, each.id) for each in found] == [("", "0"), ("", "1")]
