"""Marking a page: one block at the end of its head, and not one other byte."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from publish_samples import episode, show

from audiopress.site.head_block import insert_block, read_head, remove_blocks, write_block

EPISODE = episode(url="https://news.example/mill")
SHOW = show(address="https://news.example/audio/")
BLOCK = write_block(SHOW, EPISODE, edition="../audio/")

HEADS = (
    ("<!DOCTYPE html>\n<html>\n<head>\n<title>A</title>\n", "</head><body><p>B</p>"),
    ("<!doctype html><title>A</title><meta name=x content=y>", "<p>B</p>"),
    ("<html><head><title>a </head> b</title>", "</head><body>"),
    ("<script>document.write('</head><body>')</script>", "</HEAD><body>"),
    ("<head><style>p::after{content:'</head>'}</style>", "<body>"),
    ("<head><!-- </head> --><template><p>x</p></template>", "</head>"),
    ("<head><noscript><link rel=stylesheet href=x></noscript>", "</head>"),
    ('<?xml version="1.0"?><html><head><meta charset="x" />', "</head>"),
    ("<head><meta content='a > b'>", "</head>"),
    ("<head><!--[if IE]><link><![endif]--><![if !IE]><link><![endif]>", "</head>"),
    ("<head><link rel=x>", "Text that opens the body"),
    ("<head><link rel=x>", "&amp; so does this"),
    ("<head><template><template></template><div></div></template>", "</head>"),
    ("", "<header><h1>No head at all</h1></header>"),
)


@pytest.mark.parametrize(("before", "after"), HEADS)
def test_the_block_stands_where_browsers_end_the_head(before: str, after: str) -> None:
    body = (before + after).encode()
    head = read_head(body)
    assert head is not None
    assert insert_block(body, head, BLOCK) == (before + BLOCK + after).encode()


@pytest.mark.parametrize(
    ("line_end", "encoding"),
    [
        ("\n", "utf-8"),
        ("\r\n", "utf-8"),
        ("\n", "latin-1"),
        ("\r\n", "cp1252"),
        ("\n", "utf-8-sig"),
    ],
)
def test_every_other_byte_stays(line_end: str, encoding: str) -> None:
    page = "<!DOCTYPE html>\n<title>Café “à”</title>\n  </head>\n<body>Über\n".replace(
        "\n", line_end
    )
    body = page.encode(encoding, "replace")
    head = read_head(body)
    assert head is not None
    marked = insert_block(body, head, BLOCK)
    assert marked.count(line_end.encode()) == page.count(line_end) + BLOCK.count("\n")
    again = read_head(marked)
    assert again is not None
    assert len(again.ours) == 1
    assert remove_blocks(marked, again) == body


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_what_was_marked_can_be_unmarked(before: bytes, after: bytes) -> None:
    body = b"<head>" + before + b"</head>" + after
    head = read_head(body)
    if head is None:
        return
    marked = insert_block(
        remove_blocks(body, head), read_head(remove_blocks(body, head)) or head, BLOCK
    )
    again = read_head(marked)
    assert again is not None
    assert remove_blocks(marked, again) == remove_blocks(body, head)


@pytest.mark.parametrize(
    "body",
    [
        "<head></head>".encode("utf-16"),
        "<head></head>".encode("utf-16-le"),
        b"<head><script>never closed",
        b"<head><![ nonsense",
        BLOCK.encode()[:-40] + b"</head>",
        BLOCK.encode() + BLOCK.encode()[:-40] + b"</head>",
    ],
)
def test_a_head_that_cannot_be_told_is_left_alone(body: bytes) -> None:
    assert read_head(body) is None


def test_our_words_elsewhere_in_a_page_are_not_ours() -> None:
    body = f"<head><script>/*{BLOCK[:90]}*/</script></head><body><pre>{BLOCK}</pre>".encode()
    head = read_head(body)
    assert head is not None
    assert not head.ours


def test_what_the_block_says() -> None:
    added = write_block(SHOW, EPISODE, edition="../audio/", place="main h2", style=True)
    tree = html.fromstring(f"<html><head>{added}</head><body></body></html>").find("head")
    sound = SHOW.address + EPISODE.enclosure.path
    assert tree.xpath("meta[@property='og:audio']/@content") == [sound]
    assert tree.xpath("link[@rel='alternate']/@href") == [f"{SHOW.address}feed.xml"]
    (style,) = tree.xpath("link[@rel='stylesheet']/@href")
    assert style.partition("?")[0] == "../audio/player/audiopress-player.css"
    (script,) = tree.xpath("script[@type='module']")
    assert script.get("src").partition("?")[0] == "../audio/player/audiopress-player.js"
    assert script.get("data-auto") == f"../{EPISODE.home}episode.json"
    assert script.get("data-place") == "main h2"
    record = json.loads(tree.xpath("script[@type='application/ld+json']/text()")[0])
    assert record["@type"] == "AudioObject"
    assert record["contentUrl"] == sound
    assert record["encodesCreativeWork"]["url"] == EPISODE.url


def test_a_page_with_a_tag_of_its_own_gets_no_other() -> None:
    assert '<script type="module"' not in write_block(SHOW, EPISODE, edition="", script=False)


@pytest.mark.parametrize(
    "text", ["--></script><script>alert(1)</script>", '"><img onerror=x>', "é😀 <b>&"]
)
def test_no_title_leaves_its_place(text: str) -> None:
    added = write_block(
        replace(SHOW, title=text), replace(EPISODE, title=text), edition=f"{text}/", place=text
    )
    assert added.isascii()
    tree = html.fromstring(f"<html><head>{added}</head><body></body></html>").find("head")
    assert len(tree.xpath("//script")) == 2
    assert not tree.xpath("//img")
    assert tree.xpath("//link[@rel='alternate']/@title") == [text]
    record = json.loads(tree.xpath("script[@type='application/ld+json']/text()")[0])
    assert record["name"] == text
