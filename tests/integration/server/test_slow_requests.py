"""Requests that stop in the middle are ended, and listeners are not."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from audiopress.server import slow_requests
from audiopress.server.run import configure
from audiopress.server.static import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp

SECONDS = 0.6
"""What a head, and a body, gets in these tests."""

HEAD = b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_requests, "HEAD_SECONDS", SECONDS)
    monkeypatch.setattr(slow_requests, "BODY_SECONDS", SECONDS)


@contextlib.contextmanager
def serving(app: ASGIApp) -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        running = uvicorn.Server(configure(app))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not running.started:
            thread.join(0.02)
        try:
            yield listener.getsockname()
        finally:
            running.should_exit = True
            thread.join(10)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[str, int]]:
    (tmp_path / "index.html").write_bytes(b"<title>Edition</title>")
    (tmp_path / "story.mp3").write_bytes(b"sound" * 400_000)
    with serving(create_app(tmp_path)) as found:
        yield found


@pytest.fixture
def reader() -> Iterator[tuple[str, int]]:
    async def read(request: Request) -> PlainTextResponse:
        return PlainTextResponse(await request.body())

    with serving(Starlette(routes=[Route("/read", read, methods=["POST"])])) as found:
        yield found


def connect(place: tuple[str, int], *pieces: bytes) -> socket.socket:
    line = socket.create_connection(place, timeout=10)
    for piece in pieces:
        line.sendall(piece)
    return line


def read_all(line: socket.socket) -> bytes:
    with line:
        return b"".join(iter(lambda: line.recv(65536), b""))


def read_until(line: socket.socket, end: bytes) -> bytes:
    got = b""
    while not got.endswith(end) and (piece := line.recv(65536)):
        got += piece
    return got if got.endswith(end) else b""


def test_four_hundred_half_requests_are_ended_and_others_are_answered(
    place: tuple[str, int],
) -> None:
    began = time.monotonic()
    lines = [connect(place, HEAD) for _ in range(400)]
    whole = read_all(connect(place, HEAD, b"Connection: close\r\n\r\n"))
    assert whole.startswith(b"HTTP/1.1 200 ")
    for line in lines:
        assert read_all(line).startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - began < 8


def test_who_sends_nothing_at_all_is_told_nothing(place: tuple[str, int]) -> None:
    assert read_all(connect(place)) == b""


def test_bytes_that_drip_give_no_more_time(place: tuple[str, int]) -> None:
    line, began = connect(place, HEAD), time.monotonic()
    with contextlib.suppress(OSError):  # a reset or a broken pipe
        while time.monotonic() - began < 5:
            line.sendall(b"X-Drip: 1\r\n")
            time.sleep(0.05)
    assert time.monotonic() - began < 3


def test_half_a_body_is_ended(reader: tuple[str, int]) -> None:
    assert read_all(connect(reader, POST, b"12345")).startswith(b"HTTP/1.1 408 ")


def test_a_whole_body_in_two_pieces_is_read(reader: tuple[str, int]) -> None:
    line = connect(reader, POST, b"12345")
    time.sleep(SECONDS / 3)
    line.sendall(b"67890")
    assert read_until(line, b"1234567890")
    line.close()


def test_half_a_second_request_on_one_connection_is_ended(place: tuple[str, int]) -> None:
    line = connect(place, HEAD, b"\r\n")
    assert read_until(line, b"Edition</title>")
    line.sendall(HEAD)
    assert read_all(line).startswith(b"HTTP/1.1 408 ")


def test_two_requests_at_once_are_both_answered(place: tuple[str, int]) -> None:
    whole = read_all(connect(place, (HEAD + b"\r\n") + HEAD + b"Connection: close\r\n\r\n"))
    assert whole.count(b"HTTP/1.1 200 ") == 2


def test_a_listener_who_takes_long_is_not_ended(place: tuple[str, int]) -> None:
    line = connect(
        place, b"GET /story.mp3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    got = line.recv(1000)
    time.sleep(3 * SECONDS)
    body = (got + read_all(line)).partition(b"\r\n\r\n")[2]
    assert len(body) == 2_000_000
