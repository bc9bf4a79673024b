"""How a show can be subscribed to: by the schemes of apps, and at its own addresses."""

from __future__ import annotations

import pytest
from lxml import html
from publish_samples import episode, show, timeline

from audiopress.model import Subscribe
from audiopress.publish.pages.front_pages import render_index_pages
from audiopress.publish.pages.phrases import format_locale
from audiopress.publish.pages.podcast_apps import is_near, list_apps
from audiopress.publish.pages.render import render_episode_page

BARE = "listen.news.example/edition/feed.xml"
QUOTED = "https%3A%2F%2Flisten.news.example%2Fedition%2Ffeed.xml"


def test_apps_are_opened_at_the_feed_by_their_own_schemes() -> None:
    assert [link.address for link in list_apps(show())] == [
        f"podcast://{BARE}",
        f"overcast://x-callback-url/add?url={QUOTED}",
        f"pktc://subscribe/{BARE}",
        f"castros://subscribe/{BARE}",
        f"antennapod-subscribe://{BARE}",
        f"podcastaddict://{BARE}",
    ]
    assert list_apps(show(preview=True)) == []


@pytest.mark.parametrize(
    "address",
    ["http://localhost:8000/", "http://127.0.0.1:8000/", "http://192.168.1.20:8000/",
     "http://[fd00::1]:8000/", "http://mac.local:8000/", "http://nas/"],
)  # fmt: skip
def test_apps_whose_servers_fetch_are_not_offered_at_home(address: str) -> None:
    assert is_near(address)
    names = [link.name for link in list_apps(show(address=address, private=True))]
    assert names == ["Apple Podcasts", "AntennaPod", "Podcast Addict"]


@pytest.mark.parametrize(
    "address", ["https://news.example/", "https://1.1.1.1/", "https://local.example.org/"]
)
def test_where_their_servers_reach_the_feed_they_are_offered(address: str) -> None:
    assert not is_near(address)
    assert len(list_apps(show(address=address, private=True))) == 6


def test_the_shows_own_addresses_count_before() -> None:
    own = {"spotify": "https://open.spotify.com/show/1", "apple": "https://podcasts.apple.com/id1"}
    links = dict(list_apps(show(subscribe=Subscribe(**own))))
    assert links["Apple Podcasts"] == own["apple"]
    assert list(links)[1] == "Spotify"
    assert links["Spotify"] == own["spotify"]
    assert "YouTube Music" not in links


def test_front_and_episode_have_the_buttons_and_nothing_of_other_hosts() -> None:
    pages = (render_index_pages(show(), [])["index.html"],
             render_episode_page(show(), episode(), timeline()))  # fmt: skip
    for page in pages:
        tree = html.fromstring(page)
        assert len(tree.xpath("//ul[@class='apps']//a")) == len(list_apps(show()))
        loaded = tree.xpath("//img/@src | //script/@src | //link[@rel='stylesheet']/@href")
        assert [one for one in loaded if "//" in one] == []


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en_US"), ("en-GB", "en_GB"), ("de", "de_DE"), ("de-at", "de_AT"), ("ja", "ja_JP"),
        ("zh-Hant-TW", "zh_TW"), ("pt", "pt_BR"), ("sr-Latn", "sr_RS"), ("ar", "ar_SA"),
        ("es-419", "es_ES"), ("tlh", ""),
    ],
)  # fmt: skip
def test_a_locale_has_a_territory(tag: str, locale: str) -> None:
    assert format_locale(tag) == locale
