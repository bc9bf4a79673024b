"""A host of many small articles, for tests."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = """<!doctype html><html lang="en"><head><title>Ferry {number}</title>
<meta property="article:published_time" content="2026-{month:02}-{day:02}T08:00:00Z"></head><body>
<article><h1>Ferry {number}</h1>
<p>The ferry with the number {number} left the harbour late on Monday, said its master.</p>
<p>It had {number} cars on board and nobody was hurt, as far as anybody on the quay could see.</p>
<p>The next one than number {number} leaves when the tide allows it, and not before.</p>
</article></body></html>"""


class ArchiveServer(ThreadingHTTPServer):
    """Serves article ``/N``, of which N does not begin with 404; ``asked`` counts requests.

    ``/old/N`` leads to ``/N``; those below ``/same/`` have one title; ``gone`` is not there.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.gone: set[str] = set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def close(self) -> None:
        self.shutdown()
        self.server_close()


@contextlib.contextmanager
def serve_archive() -> Iterator[ArchiveServer]:
    """Serve while the block runs."""
    server = ArchiveServer()
    try:
        yield server
    finally:
        server.close()


class _Handler(BaseHTTPRequestHandler):
    server: ArchiveServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        if self.path.startswith("/old/"):
            self.send_response(301)
            self.send_header("Location", self.server.url + self.path.removeprefix("/old"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        name = self.path.strip("/").rpartition("/")[2]
        found = name.isdigit() and not name.startswith("404") and self.path not in self.server.gone
        number = int(name) if found else 0
        text = PAGE.format(number=number, month=1 + number % 10, day=1 + number % 27)
        if "/same/" in self.path:
            text = text.replace(f">Ferry {number}<", ">The ferry<")
        body = text.encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body) if found else 0))
        self.end_headers()
        self.wfile.write(body if found else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""
