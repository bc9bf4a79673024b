"""An edition in the own network: a phone can reach what it names, and strangers get nothing."""

from __future__ import annotations

import http.client
import re
import socket
from typing import TYPE_CHECKING

import pytest

from audiopress import server
from audiopress.errors import ConfigError
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.pages.front_pages import render_index_pages
from audiopress.publish.pages.oembed import write_oembed
from audiopress.publish.pages.qr_code import draw_qr_code
from audiopress.publish.pages.render import render_episode_page
from audiopress.server import lan, list_feeds
from audiopress.server.lan import LanAddress, is_own_host, list_lan_addresses, order_addresses
from tests.integration.server.served_app import serving_app
from tests.unit.publish_samples import episode, show, timeline

if TYPE_CHECKING:
    import contextlib
    from pathlib import Path

SECRET = "0123456789abcdef" * 2
BASES = [
    ("https://audio.example.org/", ""),
    ("https://example.org/listen/aloud/", ""),
    ("https://example.org/", ""),
    ("http://127.0.0.1:8000/", ""),
    ("https://audio.example.org/", f"{SECRET}/"),
    ("http://127.0.0.1:8000/", f"{SECRET}/"),
    ("https://audio.example.org/", "shows/sport/"),
]


def write(top: Path, base: str, folder: str) -> None:
    private = len(folder) > 30
    text = f"Said at {base}2026/ferry and on {base} yesterday."
    owner = show(
        address=base + folder, private=private, artwork="artwork-0123456789ab.png", link=""
    )
    told = episode(summary=text, url=f"{base}2026/ferry")
    files = {
        **render_index_pages(owner, [told]),
        **write_feeds(owner, [told]),
        f"{told.home}index.html": render_episode_page(owner, told, timeline()),
        f"{told.home}oembed.json": write_oembed(owner, told),
        told.enclosure.path: b"\xff\xfb" + base.encode(),
    }
    for name, body in files.items():
        path = top / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def serving(folder: Path, *, in_lan: bool = True) -> contextlib.AbstractContextManager[int]:
    return serving_app(server.create_app(folder, lan=in_lan))


def fetch(port: int, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", path, headers={"Host": "192.168.1.20:8000", **headers})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return answer.status, answer.headers, body


@pytest.mark.parametrize(("base", "folder"), BASES)
def test_all_that_is_named_is_where_the_phone_can_reach_it(
    tmp_path: Path, base: str, folder: str
) -> None:
    write(tmp_path, base, folder)
    here = "http://192.168.1.20:8000/"
    assert list_feeds(tmp_path) == [f"{folder}feed.xml"]
    with serving(tmp_path) as port:
        status, _, feed = fetch(port, f"/{folder}feed.xml")
        assert status == 200
        text = feed.decode()
        addresses = re.findall(r'(?:url|href)="(http[^"]+)"', text)
        enclosure = next(each for each in addresses if each.endswith(".mp3"))
        assert enclosure.startswith(here + folder)
        assert f'href="{here}{folder}feed.xml"' in text
        # The article is where it is, and a text may name a host.
        assert f"<link>{base}2026/ferry</link>" in text
        assert f"Said at {base}2026/ferry and on {base} yesterday." in text
        assert fetch(port, enclosure.removeprefix(here.rstrip("/")))[2].startswith(b"\xff\xfb")
        front = fetch(port, f"/{folder}index.html")[2].decode()
        assert f"{here}{folder}feed.xml" in front
        for spelling in (base + folder, f"{base}{folder}feed.xml"):
            assert spelling.replace("://", "%3A%2F%2F").replace("/", "%2F") not in front
            assert spelling.partition("://")[2] + "feed.xml" not in front
        # Those that fetch on the phone; the servers of others cannot reach this network.
        apps = re.findall(r'<a class="button" href="([a-z-]+):', front)
        assert apps == ["podcast", "antennapod-subscribe", "podcastaddict"]
        if "<svg" in front:
            assert draw_qr_code(f"{here}{folder}feed.xml") in front


def test_a_browser_that_opens_the_feed_sees_the_page(tmp_path: Path) -> None:
    write(tmp_path, *BASES[0])
    with serving(tmp_path) as port:
        status, headers, _ = fetch(port, "/feed.xml", Accept="text/html,application/xml;q=0.9")
        assert (status, headers["location"]) == (303, "./")
        for accept in ("*/*", "application/rss+xml, application/xml"):
            assert fetch(port, "/feed.xml", Accept=accept)[0] == 200
    with serving(tmp_path, in_lan=False) as port:
        assert fetch(port, "/feed.xml", Accept="text/html")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "192.168.1.20.evil.example", "evil.example:8000", "", "a b"]
)
def test_a_name_that_a_stranger_led_here_gets_nothing(tmp_path: Path, host: str) -> None:
    write(tmp_path, *BASES[0])
    with serving(tmp_path) as port:
        status, _, body = fetch(port, "/feed.xml", Host=host)
        assert status in (400, 421)
        assert b"<rss" not in body


def test_this_machine_is_known_by_its_numbers_and_its_own_name() -> None:
    name = socket.gethostname().partition(".")[0]
    for host in ("192.168.1.20", "10.0.0.1:8000", "[fd00::2]:8000", "localhost:8000"):
        assert is_own_host(host), host
    for host in (name, f"{name}.local:8000", f"{name.upper()}.fritz.box"):
        assert is_own_host(host), host
    for host in (f"{name}.evil.example", "localhost.evil.example", "192.168.1.20.nip.io"):
        assert not is_own_host(host), host


def test_the_network_comes_first_and_what_reaches_nobody_is_left_out() -> None:
    found = [
        ("lo", "127.0.0.1"),
        ("lo", ("::1", 0, 0)),
        ("docker0", "172.17.0.1"),
        ("wlan0", "192.168.1.20"),
        ("wlan0", ("fe80::1", 0, 3)),
        ("wlan0", ("fd00::2", 0, 0)),
        ("eth1", "169.254.10.10"),
        ("tun0", "10.8.0.6"),
    ]
    assert order_addresses(found, "192.168.1.20") == [
        LanAddress("192.168.1.20", "wlan0"),
        LanAddress("172.17.0.1", "docker0"),
        LanAddress("10.8.0.6", "tun0"),
    ]
    six = [each for each in found if not isinstance(each[1], str)]
    assert order_addresses(six, "") == [LanAddress("[fd00::2]", "wlan0")]


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan.ifaddr, "get_adapters", list)
    with pytest.raises(ConfigError, match="in no network"):
        list_lan_addresses()
