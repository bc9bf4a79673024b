"""Connections that stay open, HTTP/2, and servers that make a trap of either."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from audiopress.errors import SourceError
from audiopress.net.connections import OpenConnections
from audiopress.net.http import fetch
from audiopress.net.post import post
from audiopress.net.transport import FetchLimits
from tests.integration.net.open_servers import Http2Server, OpenServer, make_certificate
from tests.integration.net.servers import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMITS = FetchLimits(allow_private=True, seconds=3.0, max_bytes=100_000)
SHORT = FetchLimits(allow_private=True, seconds=1.0, max_bytes=100_000)


@pytest.fixture
def connections() -> Iterator[OpenConnections]:
    with OpenConnections(LIMITS) as connections:
        yield connections


# -- HTTP/1.1 -----------------------------------------------------------------------------------


def test_pages_of_one_host_come_over_one_connection(connections: OpenConnections) -> None:
    with OpenServer({f"/{n}": page(b"%d" % n) for n in range(9)}) as server:
        for count in range(9):
            answer = fetch(server.url(f"/{count}"), limits=LIMITS, connections=connections)
            assert answer.body == b"%d" % count
    assert server.lines == 1


@pytest.mark.parametrize(
    "first",
    [
        page(b"moved", status="301 Moved", Location="/there"),
        page(b"", status="404 Not Found"),
        page(b"x" * 1000, status="500 Oops"),
        page(b"", status="304 Not Modified", ETag='"1"'),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    ],
    ids=["redirect", "missing", "error", "unchanged", "chunks"],
)
def test_whatever_was_answered_the_connection_is_used_again(
    connections: OpenConnections, first: bytes
) -> None:
    with OpenServer({"/": first, "/there": page(b"there")}) as server:
        with contextlib.suppress(SourceError):
            fetch(server.url(), etag='"1"', limits=LIMITS, connections=connections)
        assert fetch(server.url("/there"), limits=LIMITS, connections=connections).body == b"there"
    assert server.lines == 1


@pytest.mark.parametrize("uses", [1, 2, 3])
def test_a_server_that_closes_after_some_requests_costs_a_connection_and_no_page(
    connections: OpenConnections, uses: int
) -> None:
    with OpenServer({"/": page(b"here")}, uses=uses) as server:
        for _ in range(6):
            assert fetch(server.url(), limits=LIMITS, connections=connections).body == b"here"
    assert server.paths == ["/"] * 6
    assert server.lines >= 6 // uses


def test_a_body_nobody_read_is_not_taken_for_the_next_answer(connections: OpenConnections) -> None:
    large = page(b"x" * 200_000, status="500 Oops")
    with OpenServer({"/": large, "/next": page(b"next")}) as server:
        with pytest.raises(SourceError, match="500"):
            fetch(server.url(), limits=LIMITS, connections=connections)
        assert fetch(server.url("/next"), limits=LIMITS, connections=connections).body == b"next"


def test_bytes_sent_before_they_are_asked_for_are_nobodys_answer(
    connections: OpenConnections,
) -> None:
    """A server that sends a second answer at once could have it taken for another page's."""
    with OpenServer({"/": page(b"one") + page(b"planted"), "/two": page(b"two")}) as server:
        assert fetch(server.url(), limits=LIMITS, connections=connections).body == b"one"
        assert fetch(server.url("/two"), limits=LIMITS, connections=connections).body == b"two"


def test_each_fetch_has_a_deadline_of_its_own(connections: OpenConnections) -> None:
    with OpenServer({"/": page(b"here")}) as server:
        for _ in range(2):
            assert fetch(server.url(), limits=SHORT, connections=connections).body == b"here"
            time.sleep(0.8)
    assert server.lines == 1


def test_what_is_posted_is_not_sent_twice() -> None:
    with OpenServer({"/": b""}, uses=1) as server:
        with pytest.raises(SourceError):
            post(server.url(), b"text", {}, limits=LIMITS)
        assert server.paths == ["/"]


def test_a_closed_pool_opens_anew(connections: OpenConnections) -> None:
    with OpenServer({"/": page(b"here")}) as server:
        for _ in range(2):
            assert fetch(server.url(), limits=LIMITS, connections=connections).body == b"here"
            connections.close()
    assert server.lines == 2


# -- HTTP/2 -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def limits(certificate: Path) -> FetchLimits:
    trust = ssl.create_default_context(cafile=certificate / "cert.pem")
    return FetchLimits(
        allow_private=True,
        seconds=2.0,
        max_bytes=100_000,
        trust=trust,
        resolve=lambda _host, _port: ["127.0.0.1"],
    )


HEAD = [(":status", "200"), ("content-type", "text/html; charset=utf-8"), ("etag", '"2"')]


def say(state: Any, stream: int, path: str) -> None:
    body = f"page {path}".encode()
    state.send_headers(stream, HEAD)
    state.send_data(stream, body, end_stream=True)


def test_http_2_is_spoken_where_it_is_offered_over_one_connection(
    certificate: Path, limits: FetchLimits
) -> None:
    with Http2Server(certificate, say) as server, OpenConnections(limits) as connections:
        for count in range(5):
            answer = fetch(server.url(f"/{count}"), limits=limits, connections=connections)
            assert answer.body == b"page /%d" % count
            assert (answer.etag, answer.media_type) == ('"2"', "text/html")
            assert answer.charset == "utf-8"
    assert server.lines == 1
    assert server.heads[0][":authority"] == f"public.example:{server.port}"
    assert "audiopress/" in server.heads[0]["user-agent"]
    assert "br" in server.heads[0]["accept-encoding"]


def test_a_status_without_words_is_named(certificate: Path, limits: FetchLimits) -> None:
    def missing(state: Any, stream: int, _path: str) -> None:
        state.send_headers(stream, [(":status", "404")], end_stream=True)

    wanted = pytest.raises(SourceError, match='"404 Not Found"')
    with Http2Server(certificate, missing) as server, wanted:
        fetch(server.url(), limits=limits)


def test_a_304_is_understood(certificate: Path, limits: FetchLimits) -> None:
    def unchanged(state: Any, stream: int, _path: str) -> None:
        state.send_headers(stream, [(":status", "304"), ("etag", '"2"')], end_stream=True)

    with Http2Server(certificate, unchanged) as server:
        assert fetch(server.url(), etag='"2"', limits=limits).unchanged
        assert server.heads[0]["if-none-match"] == '"2"'


def flood(state: Any, stream: int, _path: str) -> None:
    """Send as much as the client lets, and then on the connection what nobody may send."""
    state.send_headers(stream, HEAD)
    for _ in range(20):
        state.send_data(stream, b"x" * 16384)
        state.line.sendall(state.data_to_send())


def pings(state: Any, stream: int, _path: str) -> None:
    state.send_headers(stream, HEAD)
    with contextlib.suppress(OSError):
        while True:
            state.ping(b"12345678")
            state.line.sendall(state.data_to_send() * 1000)


def large_head(state: Any, stream: int, _path: str) -> None:
    state.send_headers(stream, [*HEAD, *((f"x-{n}", "y" * 1000) for n in range(200))])


def nothing(_state: Any, _stream: int, _path: str) -> None:
    return


def drip(state: Any, stream: int, _path: str) -> None:
    state.send_headers(stream, HEAD)

    def send() -> None:
        with contextlib.suppress(Exception):
            while True:
                state.send_data(stream, b"x")
                state.line.sendall(state.data_to_send())
                time.sleep(0.05)

    threading.Thread(target=send, daemon=True).start()


def reset(state: Any, stream: int, _path: str) -> None:
    state.send_headers(stream, HEAD)
    state.reset_stream(stream, error_code=2)


def cut(state: Any, stream: int, _path: str) -> None:
    state.send_headers(stream, [*HEAD, ("content-length", "100")])
    state.send_data(stream, b"x" * 10)
    state.line.sendall(state.data_to_send())
    state.line.close()


def garbage(state: Any, _stream: int, _path: str) -> None:
    state.line.sendall(b"\xff" * 500)


def leave(state: Any, _stream: int, _path: str) -> None:
    state.close_connection(error_code=1)


def bomb(state: Any, stream: int, _path: str) -> None:
    import brotli  # noqa: PLC0415 - as the room asks for it

    state.send_headers(stream, [*HEAD, ("content-encoding", "br")])
    state.send_data(stream, brotli.compress(bytes(5_000_000), quality=1), end_stream=True)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (flood, "larger than"),
        (pings, "no sense|within"),
        (large_head, "no sense"),
        (nothing, "within 2 seconds"),
        (drip, "within 2 seconds"),
        (reset, "no sense|broke"),
        (cut, "broke before the end|no sense"),
        (garbage, "no sense|within"),
        (leave, "no sense|broke"),
        (bomb, "larger than"),
    ],
)
def test_no_trick_of_http_2_keeps_us(
    certificate: Path, limits: FetchLimits, reply: Any, words: str
) -> None:
    def fault_or_page(state: Any, stream: int, path: str) -> None:
        (reply if path == "/" else say)(state, stream, path)

    with Http2Server(certificate, fault_or_page) as server, OpenConnections(limits) as connections:
        with pytest.raises(SourceError, match=words) as caught:
            fetch(server.url(), limits=limits, connections=connections)
        assert caught.value.where == server.url()
        # And the next page of the same server is not spoilt by what may still be on its way.
        answer = fetch(server.url("/next"), limits=limits, connections=connections)
        assert answer.body == b"page /next"
