"""The feed, point by point of what podcast directories ask for."""

from __future__ import annotations

import io
import locale
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from audiopress.model import Enclosure
from audiopress.publish.feed.archive_pages import LIVE_ITEMS, PAGE_ITEMS
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.sanitize import clean_text, shorten
from tests.unit.publish_samples import BORN, episode, show

NS = {
    "podcast": "https://podcastindex.org/namespace/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
}


def channel(body: bytes) -> etree._Element:
    return etree.fromstring(body)[0]


def text(parent: etree._Element, path: str) -> str:
    found = parent.findall(path, NS)
    assert len(found) == 1, (path, len(found))
    return found[0].text or ""


def test_channel_says_what_directories_ask_for() -> None:
    body = write_feeds(show(), [episode()])["feed.xml"]
    assert body.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    it = channel(body)
    assert text(it, "title") == "The Sallow Listener"
    assert text(it, "link") == "https://news.example/"
    assert text(it, "language") == "en-GB"
    assert text(it, "itunes:explicit") == "false"
    assert text(it, "itunes:type") == "episodic"
    assert text(it, "itunes:author") == "The Sallow Courier"
    assert text(it, "podcast:locked") == "yes"
    assert text(it, "podcast:medium") == "podcast"
    assert text(it, "podcast:guid") == show().guid
    assert it.find("podcast:updateFrequency", NS).get("rrule") == "FREQ=DAILY"
    assert it.find("itunes:category/itunes:category", NS).get("text") == "Daily News"
    assert it.find("itunes:image", NS).get("href").endswith("/edition/artwork-0123abcd.png")
    links = [(a.get("rel"), a.get("href")) for a in it.findall("atom:link", NS)]
    assert links == [("self", "https://listen.news.example/edition/feed.xml")]


def test_what_only_some_shows_say() -> None:
    said = show(
        second_category="Books",
        license="cc-by-4.0",
        funding="https://news.example/support",
        funding_text="Support us " + "x" * 200,
        ownership="S6lpp-7ZCn8",
        moved_to="https://new.example/feed.xml",
    )
    it = channel(write_feeds(said, [episode()])["feed.xml"])
    assert [each.get("text") for each in it.findall("itunes:category", NS)] == ["News", "Arts"]
    assert text(it, "podcast:license") == "cc-by-4.0"
    funding = it.find("podcast:funding", NS)
    assert funding.get("url") == "https://news.example/support"
    assert len(funding.text) <= 128
    proofs = [each for each in it.findall("podcast:txt", NS) if each.get("purpose") == "verify"]
    assert [each.text for each in proofs] == ["S6lpp-7ZCn8"]
    assert text(it, "itunes:new-feed-url") == "https://new.example/feed.xml"
    plain = write_feeds(show(), [episode()])["feed.xml"]
    for name in (b"license", b"funding", b"verify", b"new-feed-url"):
        assert name not in plain
    preview = write_feeds(replace(said, preview=True), [episode()])["feed.xml"]
    assert b"new-feed-url" not in preview


def test_item_says_what_directories_ask_for() -> None:
    item = channel(write_feeds(show(), [episode(7)])["feed.xml"]).find("item")
    base = "https://listen.news.example/edition/episodes/tide-mill-7/00000007/"
    enclosure = item.find("enclosure")
    assert dict(enclosure.attrib) == {
        "url": base + "tide-mill-7.mp3",
        "length": "123463",
        "type": "audio/mpeg",
    }
    assert text(item, "guid") == "urn:example:tide-mill:7"
    assert item.find("guid").get("isPermaLink") == "false"
    assert parsedate_to_datetime(text(item, "pubDate")) == episode(7).published
    assert text(item, "link") == "https://news.example/coast/tide-mill-7"
    assert text(item, "itunes:duration") == str(round(episode(7).samples / 44100))
    assert text(item, "itunes:explicit") == "false"
    transcripts = item.findall("podcast:transcript", NS)
    assert [(t.get("type"), t.get("url")) for t in transcripts] == [
        ("text/vtt", base + "transcript.vtt"),
        ("application/x-subrip", base + "transcript.srt"),
        ("application/json", base + "transcript.json"),
    ]
    chapters = item.find("podcast:chapters", NS)
    assert chapters.get("url") == base + "chapters.json"
    assert chapters.get("type") == "application/json+chapters"
    assert item.find("podcast:contentLink", NS).get("href") == episode(7).url
    people = [(p.get("role"), p.text) for p in item.findall("podcast:person", NS)]
    assert people == [("narrator", "joe"), ("author", "Ada Pember")]
    assert "<a href=" in text(item, "content:encoded")
    assert "<" not in text(item, "description")


def test_item_without_chapters_or_address_leaves_them_out() -> None:
    item = channel(write_feeds(show(), [episode(chapters=False, url=None)])["feed.xml"]).find(
        "item"
    )
    assert item.find("podcast:chapters", NS) is None
    assert item.find("podcast:contentLink", NS) is None
    assert text(item, "link") == "https://listen.news.example/edition/episodes/tide-mill-0/"


def test_narration_is_disclosed_on_channel_and_item_unless_switched_off() -> None:
    it = channel(write_feeds(show(), [episode()])["feed.xml"])
    for place in (it, it.find("item")):
        assert place.find("podcast:txt", NS).get("purpose") == "ai-content"
        assert text(place, "podcast:txt") == "true"
        assert "synthetic voice" in text(place, "description")
    quiet = write_feeds(show(disclosure=False), [episode()])["feed.xml"]
    assert b"ai-content" not in quiet
    assert b"synthetic" not in quiet


def test_preview_is_marked_and_has_no_identity() -> None:
    it = channel(write_feeds(show(preview=True), [episode()])["feed.xml"])
    assert it.find("podcast:guid", NS) is None
    assert text(it, "itunes:block").lower() == "yes"
    assert text(it, "podcast:block") == "yes"
    assert text(it, "title").endswith("(preview)")


def test_items_are_newest_first_whatever_the_order_given() -> None:
    given = [episode(n) for n in (3, 1, 4, 0, 2)]
    body = write_feeds(show(), given)["feed.xml"]
    guids = [g.text for g in channel(body).findall("item/guid")]
    assert guids == [f"urn:example:tide-mill:{n}" for n in (4, 3, 2, 1, 0)]
    assert write_feeds(show(), list(reversed(given)))["feed.xml"] == body


def test_last_build_date_is_the_newest_change_not_the_clock() -> None:
    corrected = replace(episode(0), changed=BORN.replace(year=2027))
    it = channel(write_feeds(show(), [episode(1), corrected])["feed.xml"])
    assert parsedate_to_datetime(text(it, "lastBuildDate")) == BORN.replace(year=2027)
    assert channel(write_feeds(show(), [])["feed.xml"]).find("lastBuildDate") is None


def many(count: int) -> list[object]:
    return [episode(n) for n in range(count)]


def test_at_most_300_live_items_and_every_item_somewhere_once() -> None:
    pages = write_feeds(show(), many(LIVE_ITEMS + PAGE_ITEMS + 1))
    assert list(pages) == ["feed-1.xml", "feed-2.xml", "feed.xml"]
    counts = [len(channel(body).findall("item")) for body in pages.values()]
    assert counts == [PAGE_ITEMS, PAGE_ITEMS, LIVE_ITEMS - PAGE_ITEMS + 1]
    guids = [g.text for body in pages.values() for g in channel(body).findall("item/guid")]
    assert len(set(guids)) == len(guids) == LIVE_ITEMS + PAGE_ITEMS + 1
    assert channel(pages["feed-1.xml"]).findall("item/guid")[-1].text.endswith(":0")


def test_archive_pages_are_linked_back_to_the_oldest() -> None:
    pages = write_feeds(show(), many(LIVE_ITEMS + PAGE_ITEMS + 1))

    def links(name: str) -> dict[str, str]:
        found = channel(pages[name]).findall("atom:link", NS)
        return {a.get("rel"): a.get("href").rpartition("/")[2] for a in found}

    assert links("feed.xml") == {"self": "feed.xml", "prev-archive": "feed-2.xml"}
    assert links("feed-2.xml") == {
        "self": "feed-2.xml",
        "current": "feed.xml",
        "prev-archive": "feed-1.xml",
    }
    assert links("feed-1.xml") == {"self": "feed-1.xml", "current": "feed.xml"}
    assert channel(pages["feed.xml"]).find("fh:archive", NS) is None
    assert channel(pages["feed-1.xml"]).find("fh:archive", NS) is not None


@pytest.mark.parametrize("count", [LIVE_ITEMS, LIVE_ITEMS + 50, LIVE_ITEMS + PAGE_ITEMS])
def test_a_new_item_rewrites_one_page(count: int) -> None:
    before, after = write_feeds(show(), many(count)), write_feeds(show(), many(count + 1))
    assert [name for name in before if before[name] != after[name]] == ["feed.xml"]
    assert len(set(after) - set(before)) == (1 if count % PAGE_ITEMS == 0 else 0)


def test_feed_of_one_of_several_shows_lies_in_its_folder() -> None:
    pages = write_feeds(show(), many(LIVE_ITEMS + 1), folder="shows/coast/")
    assert list(pages) == ["shows/coast/feed-1.xml", "shows/coast/feed.xml"]
    older = channel(pages["shows/coast/feed.xml"]).findall("atom:link", NS)[1]
    assert older.get("href").endswith("/edition/shows/coast/feed-1.xml")


def test_feedparser_reads_it_without_a_complaint() -> None:
    read = feedparser.parse(
        io.BytesIO(write_feeds(show(), [episode(n) for n in range(3)])["feed.xml"])
    )
    assert not read.bozo
    assert read.feed.title == "The Sallow Listener"
    assert [e.id for e in read.entries] == [f"urn:example:tide-mill:{n}" for n in (2, 1, 0)]
    assert read.entries[0].enclosures[0].length == "123458"
    assert read.entries[0].itunes_duration == str(round(episode().samples / 44100))


def test_podcastparser_reads_it() -> None:
    body = write_feeds(show(), [episode(n) for n in range(3)])["feed.xml"]
    read = podcastparser.parse("https://listen.news.example/edition/feed.xml", io.BytesIO(body))
    first = read["episodes"][0]
    assert first["guid"] == "urn:example:tide-mill:2"
    assert first["total_time"] == round(episode().samples / 44100)
    assert first["enclosures"][0]["file_size"] == 123458
    assert first["published"] == int(episode(2).published.timestamp())
    assert read["explicit"] is False


def test_long_strange_titles_are_shortened_where_one_sees_it() -> None:
    long = "word " * 80 + "\x00\u202eend"
    item = channel(write_feeds(show(), [episode(title=long, summary="ü " * 3000)])["feed.xml"])[-1]
    assert len(text(item, "title")) <= 255
    assert text(item, "title").endswith("…")
    assert len(text(item, "description").encode()) <= 4000
    assert "… Read aloud" in text(item, "description")


def test_enclosures_keep_their_own_type_and_length() -> None:
    sound = Enclosure(path="episodes/x/00/x.mp3", length=0, media_type="audio/mpeg")
    item = channel(write_feeds(show(), [episode(enclosure=sound)])["feed.xml"]).find("item")
    assert item.find("enclosure").get("length") == "0"


def test_namespaces_are_the_official_ones() -> None:
    root = etree.fromstring(write_feeds(show(), [])["feed.xml"])
    assert {prefix: root.nsmap[prefix] for prefix in NS} == NS


def test_a_correction_keeps_guid_and_date_and_gets_a_new_address() -> None:
    old = episode(4)
    key = "f" * 64
    sound = replace(old.enclosure, path=f"{old.home}{key[:8]}/tide-mill-4.mp3", length=99)
    new = replace(old, key=key, enclosure=sound, changed=BORN.replace(year=2027))
    before, after = (
        channel(write_feeds(show(), [one])["feed.xml"]).find("item") for one in (old, new)
    )
    assert text(before, "guid") == text(after, "guid")
    assert text(before, "pubDate") == text(after, "pubDate")
    assert before.find("enclosure").get("url") != after.find("enclosure").get("url")
    assert after.find("enclosure").get("length") == "99"


def test_explicit_is_true_or_false_on_channel_and_item() -> None:
    for explicit, word in ((True, "true"), (False, "false")):
        it = channel(write_feeds(show(explicit=explicit), [episode()])["feed.xml"])
        assert [e.text for e in it.iter(f"{{{NS['itunes']}}}explicit")] == [word, word]


def test_dates_keep_their_offset_in_any_locale() -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    born = BORN.astimezone(there)
    before = locale.setlocale(locale.LC_ALL)
    body = write_feeds(show(), [episode(published=born)])["feed.xml"]
    assert b"<pubDate>Tue, 03 Nov 2026 12:00:00 +0530</pubDate>" in body
    assert locale.setlocale(locale.LC_ALL) == before


def test_same_input_same_bytes_whatever_clock_zone_and_locale() -> None:
    program = (
        "import sys; from audiopress.publish.feed.rss import write_feeds; "
        "from tests.unit.publish_samples import episode, show; "
        "feeds = write_feeds(show(), [episode(n) for n in range(3)]); "
        "sys.stdout.buffer.write(b''.join(feeds.values()))"
    )
    bodies = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[4],
            env={"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": words, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, words, seed in (("UTC", "C", "0"), ("Asia/Kolkata", "C.UTF-8", "1"))
    }
    assert len(bodies) == 1


def test_our_addresses_are_plain() -> None:
    it = channel(write_feeds(show(), [episode()])["feed.xml"])
    said = [re.split(r" \d+w(?:, )?", v) for e in it.iter() for v in e.attrib.values()]
    ours = [v for values in said for v in values if v.startswith(show().address)]
    assert any(address.endswith("-wide.jpg") for address in ours)
    assert all(re.fullmatch(r"https://[a-z0-9._/-]+", address) for address in ours)


@given(st.text(min_size=1), st.text(), st.text())
def test_any_title_makes_a_feed_that_reads_back(title: str, byline: str, summary: str) -> None:
    it = channel(
        write_feeds(show(), [episode(title=title, byline=byline, summary=summary, section=byline)])[
            "feed.xml"
        ]
    )
    titles = [e.text or "" for e in it.findall("item/title")]
    assert titles == ([shorten(clean_text(title), 255)] if clean_text(title) else [episode().slug])
    encoded = text(it, "item/content:encoded")
    assert etree.HTML(f"<main>{encoded}</main>").findall(".//script") == []
