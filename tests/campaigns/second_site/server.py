"""The made-up newsroom's server on the loopback, with its troubles and its log."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.campaigns.second_site.pages import Site, feed, page, sitemap

if TYPE_CHECKING:
    from tests.campaigns.second_site.articles import Article

SLOW = 45.0
"""Seconds that a page which hangs says nothing, before its line is cut."""
SORRY = """<!doctype html><html><head><title>Back soon</title></head><body>
<h1>We are working on the site</h1><p>Please come back in a few minutes.</p></body></html>"""
"""What a site in maintenance answers, with status 200."""
HOME = """<!doctype html><html><head><title>The Wharf Gazette</title></head><body>
<h1>The Wharf Gazette</h1><ul><li><a href="/news/">News</a></li></ul></body></html>"""
"""The home page."""
ROBOTS = "User-agent: *\nDisallow: /staff/\nCrawl-delay: 0.1\n"
"""What robots are asked to do."""
FOLDERS = {"/", "/news", "/sport", "/culture", "/business"}
"""Pages that are no articles."""


@dataclass(frozen=True)
class Asked:
    """A request, as the log has it."""

    path: str
    query: str
    conditional: bool
    status: int
    at: float


class Newsroom(ThreadingHTTPServer):
    """Serves a site and remembers what was asked for."""

    daemon_threads = True

    def __init__(self, site_of) -> None:
        """Listen at a free port; the site is made for its address."""
        super().__init__(("127.0.0.1", 0), Desk)
        self.site: Site = site_of(f"http://127.0.0.1:{self.server_port}")
        self.log: list[Asked] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address) -> None:
        """A client that hangs up is no trouble of ours."""


class Desk(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    server: Newsroom

    def log_message(self, *words) -> None:
        """Say nothing on standard error: the log is the server's."""

    def do_GET(self) -> None:
        """Answer as the site is now."""
        site, parts = self.server.site, urlsplit(self.path)
        path = parts.path.rstrip("/") or "/"
        if path == "/robots.txt":
            self._send(200, ROBOTS, {"Content-Type": "text/plain"})
        elif site.maintenance:
            self._send(200, SORRY)
        elif path in {"/feed", "/sitemap.xml"}:
            self._list(site, path)
        elif path in FOLDERS:
            self._send(200, HOME)
        else:
            self._article(site, path)

    def _list(self, site: Site, path: str) -> None:
        odd = site.feed if path == "/feed" else site.sitemap
        text = feed(site) if path == "/feed" else sitemap(site)
        kind = {"Content-Type": "application/xml; charset=utf-8"}
        if "fails" in odd:
            self._send(500, SORRY)
        elif "page" in odd:
            self._send(200, SORRY)
        elif "cut" in odd:
            self._send(200, text[: len(text) // 2], kind)
        else:
            self._send(200, text, kind, packed="packed" in odd)

    def _article(self, site: Site, path: str) -> None:
        trouble = site.page_trouble.get(path)
        if trouble and getattr(self, f"_{trouble}")():
            return
        own = path.removesuffix("/amp")
        found = next((a for a in site.articles if a.path == own and a.state != "hidden"), None)
        if own in site.moved:
            self._send(301, "", {"Location": site.moved[own]})
        elif own in site.gone or found is None or found.state == "gone":
            self._send(site.gone.get(own, 404), "<h1>Not found</h1>")
        else:
            self._page(site, found, path)

    def _page(self, site: Site, article: Article, path: str) -> None:
        text, charset = page(site, article, path), article.marks.get("charset")
        if charset == "bom":  # a mark of the file's own beats what the server says
            kind = {"Content-Type": "text/html; charset=iso-8859-1"}
            self._send(200, b"\xef\xbb\xbf" + text.encode(), kind)
        elif charset:  # what calls itself Latin-1 is Windows-1252, as browsers know
            kind = {"Content-Type": f"text/html; charset={charset}"}
            self._send(200, text.encode("cp1252", "xmlcharrefreplace"), kind)
        else:
            frozen = f'"frozen-{article.number}"' if "frozen" in article.marks else ""
            self._send(200, text, packed="packed" in article.marks, tag=frozen)

    # How a page fails; true where the answer was given.

    def _busy(self) -> bool:  # once: whoever waits as long as asked gets the page
        del self.server.site.page_trouble[urlsplit(self.path).path.rstrip("/")]
        return self._send(503, SORRY, {"Retry-After": "1"})

    def _broken(self) -> bool:
        return self._send(500, SORRY)

    def _sorry(self) -> bool:
        return self._send(200, SORRY)

    def _loops(self) -> bool:
        turned = self.path.rstrip("/") + ("" if self.path.endswith("/") else "/")
        return self._send(302, "", {"Location": turned})

    def _homeward(self) -> bool:
        return self._send(302, "", {"Location": "/"})

    def _unchanged(self) -> bool:  # says 304 to whoever asks with a mark
        return bool(self._mark()) and self._send(304, "")

    def _hangs(self) -> bool:
        self._note(0)
        time.sleep(SLOW)
        self.close_connection = True
        return True

    def _drops(self) -> bool:
        self._note(0)
        self.close_connection = True
        return True

    def _short(self) -> bool:  # less comes than was promised
        self._note(200)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", "20000")
        self.end_headers()
        self.wfile.write(b"<html><body><article><h1>Cut</h1><p>This page was cut")
        self.close_connection = True
        return True

    def _torn(self) -> bool:  # packed, and torn
        body = gzip.compress((SORRY * 9).encode())[:90]
        return self._send(200, body, {"Content-Encoding": "gzip"})

    def _mark(self) -> str | None:
        return self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since")

    def _note(self, status: int) -> None:
        parts = urlsplit(self.path)
        asked = Asked(parts.path, parts.query, bool(self._mark()), status, time.monotonic())
        self.server.log.append(asked)

    def _send(self, status, text, headers=None, *, packed=False, tag="") -> bool:
        body = text.encode() if isinstance(text, str) else text
        marked = status == 200 and text != SORRY and "Content-Encoding" not in (headers or {})
        tag = tag or '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        if marked and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        self._note(status)
        self.send_response(status)
        if packed and body:
            body = gzip.compress(body, mtime=0)
            headers = {"Content-Encoding": "gzip", **(headers or {})}
        told = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        if marked:
            told["ETag"] = tag
        if status != 304:
            told["Content-Length"] = str(len(body))
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return True
