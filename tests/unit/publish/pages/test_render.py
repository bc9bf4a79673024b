"""Pages carry everything, and no word of a stranger becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audiopress.publish.pages.front_pages import render_index_pages
from audiopress.publish.pages.render import (
    read_fonts,
    read_stylesheet,
    render_embed_page,
    render_episode_page,
    render_withdrawn_page,
)
from tests.unit.publish_samples import TEXTS, PageTags, episode, show, timeline


def front_page(owner, episodes) -> bytes:
    return render_index_pages(owner, episodes)["index.html"]


def test_episode_page_carries_sound_transcript_and_links() -> None:
    page = PageTags(render_episode_page(show(), episode(), timeline()))
    assert page.all("html") == [{"lang": "en-GB", "dir": "ltr"}]
    player = page.all("audiopress-player")[0]
    assert player["src"] == "episode.json"
    assert (player["data-page"], "data-sticky" in player) == ("article", True)
    audio = page.all("audio")[0]
    assert audio["src"] == "00000000/tide-mill-0.mp3"
    assert (audio["preload"], "controls" in audio) == ("none", True)
    rels = {(link["rel"], link["href"]) for link in page.all("link")}
    assert ("alternate", "../../feed.xml") in rels
    assert ("canonical", "https://news.example/coast/tide-mill-0") in rels
    assert ("stylesheet", "../../player/audiopress-player.css") in rels
    assert "Read by a synthetic voice." in page.text
    assert "AI narration" in page.text
    assert len(page.all("h1")) == 1
    assert "headline" not in [tag.get("class") for _, tag in page.tags]  # it is the h1


def test_links_are_relative_so_the_folder_can_lie_anywhere() -> None:
    for body in (
        render_episode_page(show(), episode(), timeline()),
        front_page(show(), [episode()]),
    ):
        page = PageTags(body)
        shown = [a.get("href") or "" for a in page.all("a")]
        shown += [x.get("src") or "" for t in ("audio", "script", "img") for x in page.all(t)]
        ours = [x for x in shown if x.startswith(("http", "/")) and "listen.news" in x]
        assert ours == []


def test_nothing_inline_that_a_strict_policy_refuses() -> None:
    for body in (
        render_episode_page(show(), episode(), timeline()),
        render_embed_page(show(), episode()),
        front_page(show(), [episode()]),
        render_withdrawn_page(show(), episode()),
    ):
        page = PageTags(body)
        assert page.all("style") == []
        for _, attributes in page.tags:
            assert not [name for name in attributes if name == "style" or name.startswith("on")]
        kinds = {(s.get("type"), "src" in s) for s in page.all("script")}
        assert kinds <= {("module", True), ("application/ld+json", False)}
    # Letters of our own lie beside it.
    assert set(re.findall(rb"url\(([^)]*)\)", read_stylesheet())) == {b'"literata-semibold.woff"'}
    assert "literata-semibold.woff" in read_fonts()


def test_right_to_left_articles_say_so() -> None:
    page = PageTags(render_episode_page(show(), episode(language="ar"), timeline()))
    assert page.all("html") == [{"lang": "ar", "dir": "rtl"}]


def test_index_groups_by_day_newest_first() -> None:
    page = PageTags(front_page(show(), [episode(1), episode(30), episode(2)]))
    days = [t["datetime"] for t in page.all("time")]
    assert days == ["2026-11-04", "2026-11-03"]
    sources = [p["src"] for p in page.all("audiopress-player")]
    assert sources == [f"episodes/tide-mill-{n}/episode.json" for n in (30, 2, 1)]
    assert "Nothing has been published yet" in PageTags(front_page(show(), [])).text


def test_a_withdrawn_page_plays_nothing_and_says_nothing_of_the_article() -> None:
    body = render_withdrawn_page(show(), episode())
    assert PageTags(body).all("audio") == []
    assert b"tide mill" not in body
    assert b"withdrawn" in body


def test_preview_pages_are_kept_out_of_search_engines() -> None:
    assert b'content="noindex"' in front_page(show(preview=True), [])
    assert b'content="noindex"' not in front_page(show(), [])


PAYLOADS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}",
    "<!--",
    "]]><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "\u202ecod.exe\u2066",
    "\x00\x1b[2J\x9b",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_of_a_stranger_becomes_markup(payload: str) -> None:
    hostile = episode(
        title=payload, byline=payload, summary=payload, section=payload, narrators=(payload,)
    )
    utterance = replace(timeline().cues[3].utterance, source=payload)
    cues = (replace(timeline().cues[3], utterance=utterance),)
    owned = show(title=payload, description=payload, author=payload, copyright=payload)
    bodies = (
        render_episode_page(owned, hostile, replace(timeline(), cues=cues)),
        render_embed_page(owned, hostile),
        front_page(owned, [hostile]),
        render_withdrawn_page(owned, hostile),
    )
    for body in bodies:
        page = PageTags(body)
        assert not [a for t, a in page.tags if t == "svg" and a.get("class") != "qr"]
        assert page.all("style") == []
        assert all("src" in s or s.get("type") == "application/ld+json" for s in page.all("script"))
        assert all(i.get("src", "").startswith("artwork-") for i in page.all("img"))
        assert not [a for _, at in page.tags for a in at if a.startswith("on")]
        assert not set("\x00\x1b\x9b\u202e\u2066") & set(body.decode())
        assert "49" not in page.text
        for script in page.scripts:
            assert "<" not in script


def test_author_and_date_stand_once_where_they_are_said() -> None:
    page = render_episode_page(show(), episode(), timeline()).decode()
    assert page.count("3 November 2026") == 1
    assert page.index("By Ada Pember, 3 November 2026.") < page.index('<section class="listen"')
    silent = tuple(text for text in TEXTS if text[0] != "opening")
    page = render_episode_page(show(), episode(), timeline(silent)).decode()
    assert '<span class="byline">Ada Pember</span> <time datetime="2026-11-03' in page


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "يُقرأ بصوت اصطناعي."), ("sv", "Read aloud by a synthetic voice."),
     ("en-GB", "This article was read by a synthetic voice.")],
)  # fmt: skip
def test_a_page_in_any_language_has_its_date_and_its_disclosure(language: str, said: str) -> None:
    disclosure = "This article was read by a synthetic voice."
    texts = (("opening", "Ada Pember.", "Ada Pember."), ("body", "One.", "One."),
             ("disclosure", disclosure, disclosure))  # fmt: skip
    body = render_episode_page(show(), episode(language=language), timeline(texts)).decode()
    assert said in body
    assert ("This article was read" in body) == (language == "en-GB")
    assert body.count("<time datetime=") == 1
