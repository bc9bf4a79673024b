"""A preview may be served anywhere: what its pages and its feed name is there."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import re
from typing import TYPE_CHECKING

import pytest

from audiopress import server
from audiopress.model import Show
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.pages.front_pages import render_index_pages
from audiopress.publish.pages.oembed import write_oembed
from audiopress.publish.pages.render import render_episode_page
from audiopress.server.preview_address import has_addresses, move_addresses
from tests.integration.server.served_app import serving_app
from tests.unit.publish_samples import episode, show, timeline

if TYPE_CHECKING:
    from pathlib import Path

HERE = Show().address
TEXT = f"Then open {HERE} or {HERE}admin in a browser."


def write(folder: Path, address: str, *, preview: bool) -> None:
    owner = show(address=address, preview=preview, artwork="artwork-0123456789ab.png")
    told = episode(summary=TEXT)
    files = {
        **render_index_pages(owner, [told]),
        **write_feeds(owner, [told]),
        f"{told.home}index.html": render_episode_page(owner, told, timeline()),
        f"{told.home}oembed.json": write_oembed(owner, told),
        told.enclosure.path: b"\xff\xfb" + HERE.encode(),
        owner.artwork: b"png",
    }
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)


def serving(folder: Path) -> contextlib.AbstractContextManager[int]:
    return serving_app(server.create_app(folder))


def ask(port: int, path: str, host: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        named = {"Host": host or f"127.0.0.1:{port}"}
        connection.request("GET", path, headers=named | headers)
        answer = connection.getresponse()
        kept = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, kept, answer.read()


PLACES = ["index.html", "feed.xml", "episodes/tide-mill-0/index.html",
          "episodes/tide-mill-0/oembed.json"]  # fmt: skip


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("host", ["", "localhost:{port}", "[::1]:{port}", "my-machine.local:8000"])
def test_what_a_preview_names_is_where_it_is_served(tmp_path: Path, path: str, host: str) -> None:
    write(tmp_path, HERE, preview=True)
    with serving(tmp_path) as port:
        name = host.format(port=port) or f"127.0.0.1:{port}"
        status, headers, body = ask(port, f"/{path}", name)
        packed = ask(port, f"/{path}", name, **{"Accept-Encoding": "gzip"})
        again = ask(port, f"/{path}", name, **{"If-None-Match": headers["etag"]})
        other = ask(port, f"/{path}", "elsewhere:1")
        named = set(re.findall(rb"http://[^/\"]+/(?:episodes|feed|artwork)", body))
        found = [ask(port, f"/{link.decode()}")[0] for link in
                 re.findall(rb"%b(episodes/[^\"<]+?\.mp3|artwork[^\"<]+|feed.xml)"
                            % re.escape(f"http://{name}/".encode()), body)]  # fmt: skip
    assert status == 200
    assert int(headers["content-length"]) == len(body)
    assert {link.rpartition(b"/")[0].decode() for link in named} == {f"http://{name}"}
    assert set(found) <= {200}
    assert gzip.decompress(packed[2]) == body
    assert again[0] == 304
    assert other[1]["etag"] != headers["etag"]


def test_its_artwork_and_sound_are_named_there(tmp_path: Path) -> None:
    write(tmp_path, HERE, preview=True)
    with serving(tmp_path) as port:
        feed = ask(port, "/feed.xml")[2].decode()
        sound = ask(port, f"/{episode().enclosure.path}")[2]
    assert f'<itunes:image href="http://127.0.0.1:{port}/artwork-0123456789ab.png"/>' in feed
    assert f'url="http://127.0.0.1:{port}/{episode().enclosure.path}"' in feed
    assert sound == b"\xff\xfb" + HERE.encode()


def test_what_an_article_says_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, HERE, preview=True)
    with serving(tmp_path) as port:
        assert TEXT.encode() in ask(port, "/feed.xml")[2]


def test_an_edition_with_an_address_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, "https://audio.example.org/", preview=False)
    with serving(tmp_path) as port:
        body = ask(port, "/feed.xml")[2]
    assert body == (tmp_path / "feed.xml").read_bytes()


@pytest.mark.parametrize(
    "host", ['x"><script>', "a b", "user@host", "host/path", "ünicode", "a..b"]
)
def test_a_strange_name_of_the_host_is_written_nowhere(tmp_path: Path, host: str) -> None:
    write(tmp_path, HERE, preview=True)
    with serving(tmp_path) as port:
        status, _, body = ask(port, "/feed.xml", host.encode().decode("latin-1"))
    assert status == 400 or body == (tmp_path / "feed.xml").read_bytes()


@pytest.mark.parametrize(
    ("path", "has"),
    [
        ("index.html", True),
        ("feed-1.xml", True),
        ("episodes/a/episode.json", True),
        ("episodes/a/0123abcd/alignment.json", False),
        ("episodes/a/0123abcd/transcript.vtt", False),
        ("player/listening.js", False),
    ],
)
def test_only_what_may_change_is_changed(path: str, has: bool) -> None:
    assert has_addresses(path) == has


def test_only_addresses_of_the_edition_are_moved() -> None:
    moved = move_addresses(f'<a href="{HERE}">{HERE}x</a><link>{HERE}</link>'.encode(), "http://h/")
    assert moved == f'<a href="http://h/">{HERE}x</a><link>http://h/</link>'.encode()
