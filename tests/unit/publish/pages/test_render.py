"""Pages, structured data, oEmbed and artwork: what people and other sites see."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PIL import Image

from audiopress.errors import AudiopressError
from audiopress.publish.pages.artwork import check_artwork, draw_artwork
from audiopress.publish.pages.front_pages import render_index_pages
from audiopress.publish.pages.oembed import write_oembed
from audiopress.publish.pages.render import (
    read_stylesheet,
    render_embed_page,
    render_episode_page,
    render_withdrawn_page,
)
from audiopress.publish.pages.schema_org import describe_news_article
from audiopress.publish.sanitize import clean_text, clean_url, format_json, shorten
from tests.unit.publish_samples import TEXTS, episode, show, timeline


def front_page(owner, episodes) -> bytes:
    return render_index_pages(owner, episodes)["index.html"]


class Read(HTMLParser):
    """All start tags with their attributes, and the text of every script."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] and self.tags[-1][0] == "script":
            self.scripts[-1] += data
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_episode_page_carries_sound_transcript_and_links() -> None:
    page = Read(render_episode_page(show(), episode(), timeline()))
    assert page.all("html") == [{"lang": "en-GB", "dir": "ltr"}]
    player = page.all("audiopress-player")[0]
    assert player["src"] == "00000000/alignment.json"
    assert (player["data-page"], "data-sticky" in player) == ("article", True)
    audio = page.all("audio")[0]
    assert audio["src"] == "00000000/tide-mill-0.mp3"
    assert (audio["preload"], "controls" in audio) == ("metadata", True)
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
        page = Read(body)
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
        page = Read(body)
        assert page.all("style") == []
        for _, attributes in page.tags:
            assert not [name for name in attributes if name == "style" or name.startswith("on")]
        kinds = {(s.get("type"), "src" in s) for s in page.all("script")}
        assert kinds <= {("module", True), ("application/ld+json", False)}
    assert b"url(" not in read_stylesheet()


def test_list_items_share_one_list_and_cues_are_numbered_as_in_the_alignment() -> None:
    page = Read(render_episode_page(show(), episode(), timeline()))
    assert len(page.all("ul")) == 1
    assert len(page.all("li")) == 2
    cues = [int(span["data-cue"] or "") for span in page.all("span") if "data-cue" in span]
    assert cues == list(range(1, len(timeline().cues)))


def test_parts_of_one_paragraph_stay_together_and_name_their_language() -> None:
    first, second, *_ = timeline().cues
    french = replace(second.utterance, paragraph=0, role="body", source="Bonjour", language="fr")
    body = replace(first.utterance, paragraph=0, role="body")
    both = replace(
        timeline(), cues=(replace(first, utterance=body), replace(second, utterance=french))
    )
    page = Read(render_episode_page(show(), episode(), both))
    spans = [span for span in page.all("span") if "data-cue" in span]
    assert [span.get("lang") for span in spans] == [None, "fr"]
    assert [p.get("id") for p in page.all("p") if (p.get("id") or "").startswith("p")] == ["p0"]


def test_right_to_left_articles_say_so() -> None:
    page = Read(render_episode_page(show(), episode(language="ar"), timeline()))
    assert page.all("html") == [{"lang": "ar", "dir": "rtl"}]


def test_index_groups_by_day_newest_first() -> None:
    page = Read(front_page(show(), [episode(1), episode(30), episode(2)]))
    days = [t["datetime"] for t in page.all("time")]
    assert days == ["2026-11-04", "2026-11-03"]
    sources = [p["src"] for p in page.all("audiopress-player")]
    assert sources == [f"episodes/tide-mill-{n}/{n:08x}/alignment.json" for n in (30, 2, 1)]
    assert "Nothing has been published yet" in Read(front_page(show(), [])).text


def test_a_withdrawn_page_plays_nothing_and_says_nothing_of_the_article() -> None:
    body = render_withdrawn_page(show(), episode())
    assert Read(body).all("audio") == []
    assert b"tide mill" not in body
    assert b"withdrawn" in body


def test_preview_pages_are_kept_out_of_search_engines() -> None:
    assert b'content="noindex"' in front_page(show(preview=True), [])
    assert b'content="noindex"' not in front_page(show(), [])


def test_structured_data_is_news_article_with_audio() -> None:
    page = Read(render_episode_page(show(), episode(), timeline()))
    it = json.loads(next(s for s in page.scripts if s))
    assert it["@type"] == "NewsArticle"
    assert it["audio"]["@type"] == "AudioObject"
    assert it["audio"]["contentUrl"].endswith("/00000000/tide-mill-0.mp3")
    assert re.fullmatch(r"PT\d+S", it["audio"]["duration"])
    assert it == json.loads(describe_news_article(show(), episode()))


def test_oembed_frame_is_escaped_and_sandboxed() -> None:
    it = json.loads(write_oembed(show(), episode(title='"><script>alert(1)</script>')))
    frame = Read(it["html"].encode())
    assert [tag for tag, _ in frame.tags] == ["iframe"]
    assert "allow-scripts" in (frame.all("iframe")[0]["sandbox"] or "")


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
        page = Read(body)
        assert not [a for t, a in page.tags if t == "svg" and a.get("class") != "qr"]
        assert page.all("style") == []
        assert all("src" in s or s.get("type") == "application/ld+json" for s in page.all("script"))
        assert all(i.get("src", "").startswith("artwork-") for i in page.all("img"))
        assert not [a for _, at in page.tags for a in at if a.startswith("on")]
        assert not set("\x00\x1b\x9b\u202e\u2066") & set(body.decode())
        assert "49" not in page.text
        for script in page.scripts:
            assert "<" not in script


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
        "/etc/passwd",
        "http://",
        "https://user:pw@news.example/",
        "http://[::1",
        "file:///etc/passwd",
        "http://x.example:99999/",
        "http://a b.example/",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert clean_url(address) is None
    page = Read(render_episode_page(show(link=address or ""), episode(url=address), timeline()))
    targets = [a.get("href") or "" for a in page.all("a")]
    targets.remove("podcast://listen.news.example/edition/feed.xml")
    assert not [t for t in targets if ":" in t or t.startswith("/")]
    assert "canonical" not in [link["rel"] for link in page.all("link")]


def test_web_addresses_become_ascii() -> None:
    assert clean_url("HTTPS://Bücher.example/Straße?q=ü&a=%20#x") == (
        "https://xn--bcher-kva.example/Stra%C3%9Fe?q=%C3%BC&a=%20#x"
    )
    assert clean_url('https://x.example/"><script>') == "https://x.example/%22%3E%3Cscript%3E"
    assert clean_url("http://[2001:db8::1]:8080/a") == "http://[2001:db8::1]:8080/a"


def test_clean_normalises_and_drops_what_reorders() -> None:
    assert clean_text("  Cafe\u0301\n\tx\u202e\u2066 \ufffe\U0001ffff y ") == "Café x y"
    assert clean_text("\u0645\u06cc\u200c\u062e") == "\u0645\u06cc\u200c\u062e"


def test_shorten_counts_characters_or_bytes() -> None:
    assert shorten("one two three", 13) == "one two three"
    assert shorten("one two three", 12) == "one two…"
    assert len(shorten("ü" * 50, 41, encoding="utf-8").encode()) <= 41


def test_json_text_is_safe_in_a_script_and_still_the_same_value() -> None:
    value = {"a": "</script><!-- & \u2028"}
    assert not set("<>&\u2028") & set(format_json(value))
    assert json.loads(format_json(value)) == value


def test_generated_artwork_is_square_rgb_and_always_the_same() -> None:
    body = draw_artwork(show())
    picture = Image.open(io.BytesIO(body))
    assert (picture.size, picture.mode, picture.format) == ((1400, 1400), "RGB", "PNG")
    assert draw_artwork(show()) == body
    assert draw_artwork(show(title="Another")) != body
    check_artwork(body, "art.png")


@pytest.mark.parametrize(
    ("title", "lettered"),
    [
        ("Die Süddeutsche hören", True),
        ("\u041d\u043e\u0432\u043e\u0441\u0442\u0438", True),
        ("\u0623\u062e\u0628\u0627\u0631", False),
        ("\u65b0\u805e", False),
    ],
)
def test_artwork_has_a_title_in_letters_or_none(title: str, lettered: bool) -> None:
    picture = Image.open(io.BytesIO(draw_artwork(show(title=title, author=""))))
    colours = {colour for _, colour in picture.getcolors(maxcolors=1 << 24)}
    assert ((255, 255, 255) in colours) is lettered


def made(form: str, side: tuple[int, int], mode: str) -> bytes:
    out = io.BytesIO()
    Image.new(mode, side).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"no picture", "a.png"),
        (b"", "a.png"),
        (made("JPEG", (1400, 1400), "RGB"), "a.png"),
        (made("PNG", (1400, 1399), "RGB"), "a.png"),
        (made("PNG", (1399, 1399), "RGB"), "a.png"),
        (made("PNG", (3001, 3001), "RGB"), "a.png"),
        (made("PNG", (1400, 1400), "L"), "a.png"),
        (made("JPEG", (1400, 1400), "CMYK"), "a.jpg"),
        (made("GIF", (1400, 1400), "L"), "a.gif"),
    ],
)
def test_artwork_no_directory_takes_is_refused(body: bytes, name: str) -> None:
    with pytest.raises(AudiopressError) as caught:
        check_artwork(body, name)
    assert caught.value.where == name
    assert caught.value.hint


def test_good_artwork_of_a_person_passes() -> None:
    check_artwork(made("JPEG", (3000, 3000), "RGB"), "Cover.JPG")
    check_artwork(made("PNG", (1400, 1400), "RGB"), "cover.png")


def test_author_and_date_stand_once_where_they_are_said() -> None:
    page = render_episode_page(show(), episode(), timeline()).decode()
    assert page.count("3 November 2026") == 1
    assert page.index("By Ada Pember, 3 November 2026.") < page.index('<section class="listen"')
    silent = tuple(text for text in TEXTS if text[0] != "opening")
    page = render_episode_page(show(), episode(), timeline(silent)).decode()
    assert '<span class="byline">Ada Pember</span> <time datetime="2026-11-03' in page
