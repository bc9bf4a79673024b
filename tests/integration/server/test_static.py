"""A real uvicorn on a loopback port, asked by the standard library's client."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, NamedTuple

import pytest
import uvicorn

from audiopress import server
from audiopress.errors import ConfigError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUND = bytes(range(256)) * 1000 + b"end"
MP3 = "/episodes/story/0123abcd/story.mp3"
FEED = b'<?xml version="1.0"?><rss>' + b"<item>words</item>" * 500 + b"</rss>"


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Site:
    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    files = {
        "index.html": b"<title>Edition</title>",
        "feed.xml": FEED,
        "episodes/story/index.html": b"<title>Story</title>",
        "episodes/story/episode.json": b"{}",
        "episodes/story/0123abcd/story.mp3": SOUND,
        "episodes/story/0123abcd/chapters.json": b"{}",
        "episodes/story/0123abcd/empty.vtt": b"",
        "by-url/news.example/a_2db/_3fid_3d7/index.json": b"{}",
        ".hidden": b"secret",
        ".git/config": b"secret",
        "private/deep.txt": b"deep",
    }
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    (tmp_path / "outside.txt").write_bytes(b"secret")
    (tmp_path / "output-too").mkdir()
    (tmp_path / "output-too" / "file.txt").write_bytes(b"secret")
    return folder


@pytest.fixture
def site(output: Path) -> Iterator[Site]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(server.create_app(output), log_level="warning", lifespan="off")
        running = uvicorn.Server(config)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        yield Site(output, listener.getsockname()[1])
        running.should_exit = True
        thread.join()


def test_a_file_comes_whole_with_all_its_headers(site: Site) -> None:
    answer = site.ask(MP3)
    assert (answer.status, answer.body) == (200, SOUND)
    headers = answer.headers
    assert headers["Content-Length"] == str(len(SOUND))
    assert headers["Content-Type"] == "audio/mpeg"
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["ETag"] == f'"{hashlib.sha256(SOUND).hexdigest()[:32]}"'
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in headers["Cache-Control"]
    assert len(headers.get_all("Content-Length") or []) == 1


@pytest.mark.parametrize("path", [MP3, "/feed.xml", "/", "/episodes/story/"])
def test_head_has_the_headers_of_get_and_no_body(site: Site, path: str) -> None:
    get, head = site.ask(path), site.ask(path, "HEAD")
    assert (head.status, head.body) == (200, b"")
    changing = {"date"}
    assert {n.lower(): v for n, v in head.headers.items() if n.lower() not in changing} == {
        n.lower(): v for n, v in get.headers.items() if n.lower() not in changing
    }


def test_head_ignores_a_range(site: Site) -> None:
    answer = site.ask(MP3, "HEAD", Range="bytes=0-9")
    assert (answer.status, answer.headers["Content-Length"]) == (200, str(len(SOUND)))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-1", 0, 1),
        ("bytes=1000-70000", 1000, 70000),
        ("bytes=256000-", 256000, len(SOUND) - 1),
        ("bytes=-3", len(SOUND) - 3, len(SOUND) - 1),
        ("bytes=0-99999999999", 0, len(SOUND) - 1),
        ("bytes=-99999999999", 0, len(SOUND) - 1),
    ],
)
def test_a_range_is_a_206_with_just_these_bytes(
    site: Site, asked: str, first: int, last: int
) -> None:
    answer = site.ask(MP3, Range=asked)
    assert answer.status == 206
    assert answer.body == SOUND[first : last + 1]
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(SOUND)}"
    assert answer.headers["Content-Length"] == str(last + 1 - first)


@pytest.mark.parametrize("asked", [f"bytes={len(SOUND)}-", "bytes=-0", "bytes=999999999-"])
def test_a_range_beyond_the_end_is_a_416_that_says_the_size(site: Site, asked: str) -> None:
    answer = site.ask(MP3, Range=asked)
    assert (answer.status, answer.body) == (416, b"")
    assert answer.headers["Content-Range"] == f"bytes */{len(SOUND)}"


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=x", "pages=1-2", "bytes=0-1,5-6", "", "=-"])
def test_a_malformed_range_is_ignored(site: Site, asked: str) -> None:
    assert site.ask(MP3, Range=asked).status == 200


def test_an_empty_file(site: Site) -> None:
    path = "/episodes/story/0123abcd/empty.vtt"
    assert site.ask(path)[::2] == (200, b"")
    assert site.ask(path, Range="bytes=0-").status == 416


def test_a_known_tag_is_a_304(site: Site) -> None:
    tag = site.ask(MP3).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = site.ask(MP3, If_None_Match=known)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["ETag"] == tag
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert site.ask(MP3, "HEAD", If_None_Match=tag).status == 304
    assert site.ask(MP3, If_None_Match='"other"').status == 200
    assert site.ask(MP3, If_None_Match=tag, Range="bytes=0-1").status == 304


def test_if_range_gives_the_part_only_of_the_same_bytes(site: Site) -> None:
    tag = site.ask(MP3).headers["ETag"]
    assert site.ask(MP3, Range="bytes=0-1", If_Range=tag).status == 206
    for other in ('"other"', f"W/{tag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        assert site.ask(MP3, Range="bytes=0-1", If_Range=other)[::2] == (200, SOUND)


def test_the_tag_follows_the_content_not_the_time(site: Site) -> None:
    before = site.ask("/feed.xml").headers["ETag"]
    os.utime(site.folder / "feed.xml", (1, 1))
    assert site.ask("/feed.xml").headers["ETag"] == before
    new = site.folder / "feed.new"
    new.write_bytes(FEED.replace(b"words", b"wards"))
    new.replace(site.folder / "feed.xml")
    answer = site.ask("/feed.xml")
    assert answer.headers["ETag"] != before
    assert b"wards" in answer.body


def test_text_is_squeezed_when_asked_and_sound_never(site: Site) -> None:
    plain, packed = site.ask("/feed.xml"), site.ask("/feed.xml", Accept_Encoding="br, gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body == FEED
    assert packed.headers["Content-Length"] == str(len(packed.body))
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    known = packed.headers["ETag"]
    again = site.ask("/feed.xml", Accept_Encoding="gzip", If_None_Match=known)
    assert again.status == 304
    for refusal in ("gzip;q=0", "identity", "gzipped", "gzip;q=0.000"):
        answer = site.ask("/feed.xml", Accept_Encoding=refusal)
        assert answer.headers["Content-Encoding"] is None
    assert site.ask(MP3, Accept_Encoding="gzip").headers["Content-Encoding"] is None
    part = site.ask("/feed.xml", Accept_Encoding="gzip", Range="bytes=0-4")
    assert part[::2] == (206, FEED[:5])


def test_folders_are_pages_and_are_never_listed(site: Site) -> None:
    assert site.ask("/").body == b"<title>Edition</title>"
    assert site.ask("/episodes/story/").body == b"<title>Story</title>"
    moved = site.ask("/episodes/story")
    assert (moved.status, moved.headers["Location"]) == (308, "story/")
    for folder in ("/private", "/private/", "/episodes", "/episodes/", "/feed.xml/"):
        assert site.ask(folder).status == 404


def test_pages_have_a_policy_that_allows_our_player_and_no_more(site: Site) -> None:
    policy = site.ask("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert site.ask(MP3).headers["Content-Security-Policy"] is None


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt", "/%2e%2e/outside.txt", "/%2e%2e%2foutside.txt", "/..%2foutside.txt",
        "/..%5coutside.txt", "/..\\outside.txt", "/episodes/../../outside.txt", "//outside.txt",
        "/episodes/%2e%2e/%2e%2e/outside.txt", "/....//outside.txt", "/.%00./outside.txt",
        "/outside.txt%00.html", "/%252e%252e/outside.txt", "/../output-too/file.txt",
        "/%c0%ae%c0%ae/outside.txt", "/..;/outside.txt", "/.hidden", "/%2ehidden", "/.git/config",
        "/./.hidden", "/episodes/story/./index.html", "//etc/passwd", "/%2fetc/passwd",
        "/etc/passwd", "/a" * 3000,
        "/C:/outside.txt", "/file:///etc/passwd", "/link", "/linked/outside.txt", "/" + "a" * 5000,
        "/\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), "/pipe", "*",
        "outside.txt",
    ],
)  # fmt: skip
def test_nothing_outside_and_nothing_hidden_is_served(site: Site, path: str) -> None:
    (site.folder / "link").symlink_to(site.folder.parent / "outside.txt")
    (site.folder / "linked").symlink_to(site.folder.parent)
    os.mkfifo(site.folder / "pipe")
    connection = socket.create_connection(("127.0.0.1", site.port), timeout=30)
    with contextlib.closing(connection):
        connection.sendall(b"GET " + path.encode("latin-1") + b" HTTP/1.1\r\nHost: a\r\n")
        connection.sendall(b"Connection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.split()[1] in {b"404", b"400"}
    assert b"secret" not in answer
    assert b"root:" not in answer


def test_a_404_is_a_page_that_nobody_keeps(site: Site) -> None:
    answer = site.ask("/nothing-here")
    assert answer.status == 404
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"Not found" in answer.body


def test_preflight_and_other_methods(site: Site) -> None:
    answer = site.ask(MP3, "OPTIONS", Origin="https://news.example")
    assert answer.status == 204
    assert "Range" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert site.ask("/feed.xml", method, Content_Length="0").status == 405


def test_a_listener_who_leaves_disturbs_nobody(site: Site) -> None:
    for _ in range(20):
        leaver = socket.create_connection(("127.0.0.1", site.port))
        leaver.sendall(f"GET {MP3} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        leaver.recv(10)
        leaver.close()
    assert site.ask(MP3).body == SOUND


def test_readers_during_replacement_see_whole_files(site: Site) -> None:
    stop = threading.Event()
    sizes = {len(FEED), len(FEED) * 2}

    def replace() -> None:
        turn = 0
        while not stop.is_set():
            turn += 1
            new = site.folder / "feed.new"
            new.write_bytes(FEED * (1 + turn % 2))
            new.replace(site.folder / "feed.xml")

    writer = threading.Thread(target=replace)
    writer.start()
    try:
        for turn in range(200):
            coding = {"Accept_Encoding": "gzip"} if turn % 2 else {}
            answer = site.ask("/feed.xml", **coding)
            body = gzip.decompress(answer.body) if coding else answer.body
            tag = hashlib.sha256(body).hexdigest()[:32]
            assert len(body) in sizes
            assert answer.headers["ETag"].strip('"').removesuffix("-gzip") == tag
    finally:
        stop.set()
        writer.join()


def test_a_taken_port_is_said_with_the_way_out(output: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match="listens on port") as caught:
            server.run(output, port=port, announce=print)
    assert "--port" in caught.value.hint


@pytest.mark.parametrize("host", ["256.1.1.1", "no-such-host.invalid", "a" * 300, "8.8.8.8"])
def test_a_host_that_is_not_ours_is_said(output: Path, host: str) -> None:
    with pytest.raises(ConfigError, match="cannot listen there"):
        server.run(output, host=host, port=0, announce=print)


def test_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no edition"):
        server.run(tmp_path / "nothing", announce=print)


@contextlib.contextmanager
def running(output: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server in a process of its own, and the address that it announces."""
    program = (
        "import sys; from pathlib import Path; from audiopress import server;"
        "server.run(Path(sys.argv[1]), port=0, announce=lambda text: print(text, flush=True))"
    )
    # Absolute: what a relative entry means depends on where the child stands.
    places = [os.path.abspath(place) for place in sys.path if place]  # noqa: PTH100
    with subprocess.Popen(
        [sys.executable, "-c", program, output],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().strip()
        if not address:
            why = process.stderr.read()
            pytest.fail(f"ended with {process.wait()} before it announced anything: {why}")
        yield process, address


def test_run_announces_an_address_that_answers_and_ends_by_ctrl_c(output: Path) -> None:
    with running(output) as (process, address):
        port = int(address.rstrip("/").rpartition(":")[2])
        assert Site(output, port).ask("/").status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        assert process.stderr.read() == ""


@pytest.mark.parametrize("_turn", range(4))
def test_ctrl_c_ends_it_in_order_from_the_moment_it_is_announced(output: Path, _turn: int) -> None:
    with running(output) as (process, _):
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        assert process.stderr.read() == ""


def test_a_port_that_is_taken_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    here = [server.LanAddress(host="127.0.0.1", interface="lo")]
    with (
        server.serve_lan(tmp_path, here, 0) as taken,
        pytest.raises(ConfigError) as caught,
        server.serve_lan(tmp_path, here, taken),
    ):
        pass
    assert caught.value.where == f"--lan --port {taken}"
    assert re.match(rf"the same command with --port ({taken + 1}|{taken - 1}):", caught.value.hint)
