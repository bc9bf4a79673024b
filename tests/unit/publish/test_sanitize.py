"""Strangers' words and addresses made fit for output."""

from __future__ import annotations

import json

import pytest

from audiopress.publish.pages.podcast_apps import list_apps
from audiopress.publish.pages.render import (
    render_episode_page,
)
from audiopress.publish.sanitize import clean_text, clean_url, end_sentence, format_json, shorten
from tests.unit.publish_samples import PageTags, episode, show, timeline


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
    page = PageTags(render_episode_page(show(link=address or ""), episode(url=address), timeline()))
    targets = [a.get("href") or "" for a in page.all("a")]
    for app in list_apps(show()):
        targets.remove(app.address)
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A storm came", "A storm came."),
        ("Why?", "Why?"),
        ("“Go!”", "“Go!”"),
        ("", ""),
        ("每天晚上,守塔人点亮灯。", "每天晚上,守塔人点亮灯。"),
        ("「船が港を出た。」", "「船が港を出た。」"),
        ("दीपघर बंद हुआ।", "दीपघर बंद हुआ।"),
        ("هل عادت السفينة؟", "هل عادت السفينة؟"),
        ("မီးပြတိုက် ပိတ်သည်။", "မီးပြတိုက် ပိတ်သည်။"),
        ("三件事：", "三件事："),
    ],
)
def test_a_summary_ends_before_the_notes_begin(text: str, told: str) -> None:
    assert end_sentence(text) == told
