"""What an item and the channel say in words, as readers take it: for HTML, or for plain text."""

from __future__ import annotations

import html
import io

import feedparser
import lxml.html
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from audiopress.publish.cover_names import name_episode_cover
from audiopress.publish.feed.item import describe_item
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.sanitize import clean_text
from tests.unit.publish_samples import episode, show

LIMIT = 4000

ALIKE = [
    "AT&T and R&D rose",
    "where a < b & c",
    "1<2 but not 2<1",
    "5 > 3",
    "I <3 the sea",
    "one line\nand another",
    "fish & chips; 50% off",
]
"""What is the same text for both kinds of readers, and so is left as it is."""

UNLIKE = [
    "<script>alert(1)</script> is how it began",
    "use <b>bold</b> and <br/>",
    "the element <article> is open",
    "write &amp; for an ampersand, &#60; or &lt; for the other",
    "&copy without its semicolon",
    "<!-- no comment --> and <?php ?>",
    "x<y and y>z",
    "1<2, and 5 > 3",
    "a < b, but c > d",
    "<![CDATA[ raw ]]> text",
    "</description></item> in a headline",
]
"""What HTML takes for something else than it says."""


def as_html(text: str) -> str:
    """Return the words that a browser shows of a piece of HTML."""
    return str(lxml.html.fragment_fromstring(text, create_parent="div").text_content())


def summaries(body: bytes) -> list[str]:
    return [found.text or "" for found in etree.fromstring(body).iter("description")]


@pytest.mark.parametrize("words", [*ALIKE, *UNLIKE])
def test_who_reads_a_description_as_html_sees_what_it_says(words: str) -> None:
    body = write_feeds(show(description=words), [episode(summary=words)])["feed.xml"]
    for found in summaries(body):
        assert as_html(found).startswith(clean_text(words))
    read = feedparser.parse(body)
    for value in (read.feed, read.entries[0]):
        detail = value.get("subtitle_detail") or value["summary_detail"]
        shown = as_html(detail["value"]) if "html" in detail["type"] else detail["value"]
        assert shown.startswith(clean_text(words))


@pytest.mark.parametrize("words", [*ALIKE, *UNLIKE])
def test_podcastparser_has_the_words_as_html_and_not_less_as_text(words: str) -> None:
    body = write_feeds(show(), [episode(summary=words)])["feed.xml"]
    (item,) = podcastparser.parse("https://listen.example/feed.xml", io.BytesIO(body))["episodes"]
    assert as_html(item["description_html"]).startswith(clean_text(words))
    assert html.unescape(item["description"]).startswith(clean_text(words))


@pytest.mark.parametrize("words", ALIKE)
def test_who_reads_it_as_text_sees_the_same(words: str) -> None:
    assert describe_item(show(), episode(summary=words)).startswith(clean_text(words))


@pytest.mark.parametrize("words", [*ALIKE, *UNLIKE])
def test_titles_and_other_values_are_plain_text(words: str) -> None:
    feed = write_feeds(
        show(title=words, author=words, copyright=words),
        [episode(title=words, byline=words, section=words)],
    )["feed.xml"]
    plain = clean_text(words)
    channel = etree.fromstring(feed)[0]
    item = channel.find("item")
    assert item is not None
    itunes = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
    values = [channel.findtext(name) for name in ("title", "copyright", f"{itunes}author")]
    values += [item.findtext(name) for name in ("title", "category", f"{itunes}title")]
    assert values == [plain] * 6


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))))
def test_any_text_is_the_same_as_html(words: str) -> None:
    plain = clean_text(words) or "x"
    said = describe_item(show(disclosure=False), episode(summary=plain))
    assert clean_text(html.unescape(said)) == clean_text(plain)


@pytest.mark.parametrize("words", ["<a> & " * 900, "&lt;" * 1200])
def test_escaped_it_is_no_longer_than_directories_take(words: str) -> None:
    said = describe_item(show(), episode(summary=words))
    assert LIMIT - 40 < len(said.encode()) <= LIMIT
    assert html.unescape(said).startswith(words[:100])


def test_what_is_cut_off_needs_no_escape() -> None:
    said = describe_item(show(), episode(summary="&" * 3900 + "<b>"))
    assert said.startswith("&&&&")
    assert len(said.encode()) <= LIMIT


def test_the_picture_is_told_of_the_show_and_of_each_item() -> None:
    owner = show(artwork="artwork-1.png", artwork_side=1400)
    channel = etree.fromstring(write_feeds(owner, [episode(0), episode(1)])["feed.xml"])[0]
    picture = owner.address + "artwork-1.png"
    told = [(picture, f"{picture} 1400w")]
    for one in (episode(1), episode(0)):
        square, wide = (
            owner.address + name_episode_cover(owner, one, wide=wide) for wide in (False, True)
        )
        told.append((square, f"{square} 1400w, {wide} 1280w"))
    for place, (image, sizes) in zip((channel, *channel.iter("item")), told, strict=True):
        images = place.findall("{http://www.itunes.com/dtds/podcast-1.0.dtd}image")
        assert [found.get("href") for found in images] == [image]
        sized = place.findall("{https://podcastindex.org/namespace/1.0}images")
        assert [found.get("srcset") for found in sized] == [sizes]
