"""A site that changes from round to round, and what an edition of it has to be after each.

It is a real web server with a feed of its newest articles (some with their whole text), a sitemap
of all with the day of each change, pages with ETag and canonical address, and a robots.txt. Each
round some articles are new, edited, moved, deleted, slow, broken or lied about.
"""

from __future__ import annotations

import hashlib
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_DAY = datetime(2026, 3, 1, 8, tzinfo=UTC)
"""When the first article was published."""

FEED_ITEMS = 20
"""Articles that the feed shows."""

SUBJECTS = ("Ferry", "Haven", "Council", "School", "Bridge", "Market", "Library", "Island")
DEEDS = ("opens again", "closes early", "waits for money", "has a new head", "wins a prize")
WORDS = (
    *("the", "of", "a", "to", "and", "in", "keeper", "morning", "tide", "people", "town", "road"),
    *("money", "plan", "window", "boat", "council", "year", "week", "letter", "garden", "night"),
    *("light", "stone", "haven", "market", "school", "child", "river", "wood", "winter"),
)


@dataclass
class Article:
    """One article of the site; ``paths`` are its addresses, the last one is today's."""

    number: int
    paths: list[str]
    title: str
    paragraphs: list[str]
    published: datetime
    modified: datetime
    whole_in_feed: bool = False
    deleted: bool = False
    redirects: bool = True
    future: bool = False
    canonical: str = ""
    etag: str = ""
    trouble: str = ""
    moved: bool = False

    @property
    def path(self) -> str:
        return self.paths[-1]


@dataclass
class ChangingSite:
    """The site: articles by number, and what the next round's answers are like.

    ``hear`` is told of every path that is asked for, before it is answered.
    """

    seed: int = 1
    articles: dict[int, Article] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    feed_trouble: str = ""
    sitemap_trouble: str = ""
    feed_etag: str = ""
    hear: Callable[[str], None] = lambda _: None

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - the same site each time
        self.now = FIRST_DAY
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    # -- what happens to articles --------------------------------------------------------------

    def add(self, *, future: bool = False) -> Article:
        number = len(self.articles) + 1
        self.now += timedelta(minutes=30)
        subject = self.random.choice(SUBJECTS)
        title = f"{subject} {self.random.choice(DEEDS)}, report {number}"
        article = Article(
            number=number,
            paths=[f"/news/{subject.lower()}-{number}"],
            title=title,
            paragraphs=[self._write(number, at) for at in range(self.random.randint(3, 5))],
            published=datetime(2199, 1, 1, tzinfo=UTC) if future else self.now,
            modified=self.now,
            whole_in_feed=number % 2 == 0,
            future=future,
        )
        self.articles[number] = article
        return article

    def edit(self, article: Article, *, lying: bool = False) -> None:
        if lying:  # its ETag stays what it was
            article.etag = self.find_etag(article)
        at = self.random.randrange(len(article.paragraphs))
        article.paragraphs[at] = self._write(article.number, at)
        self._date_change(article)

    def move(self, article: Article, *, redirects: bool) -> None:
        article.redirects, article.moved = redirects, True
        article.paths.append(f"/archive/{article.number}/{len(article.paths)}")
        self._date_change(article)

    def delete(self, article: Article) -> None:
        article.deleted = True

    @staticmethod
    def _date_change(article: Article) -> None:
        """Say that an article has changed now: an edition holds it against when it had the page."""
        later = article.modified + timedelta(seconds=1)
        article.modified = max(datetime.now(UTC), later)

    def _write(self, number: int, at: int) -> str:
        words = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(18, 30)))
        return f"In part {at + 1} of report {number} we heard that {words}."

    # -- what it answers -----------------------------------------------------------------------

    def calm(self) -> None:
        """End all troubles of the last round."""
        self.feed_trouble = self.sitemap_trouble = ""
        for article in self.articles.values():
            article.trouble, article.moved = "", False

    def list_live(self) -> list[Article]:
        """Return what the site shows, the newest first."""
        live = [each for each in self.articles.values() if not each.deleted]
        return sorted(live, key=lambda each: (each.published, each.number), reverse=True)

    def find_etag(self, article: Article) -> str:
        return article.etag or f'"{hashlib.sha256(self._make_page(article)).hexdigest()[:12]}"'

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path.partition("?")[0]
        with self._lock:
            self.requests[path] += 1
        self.hear(path)
        body, status, headers = self._find(path)
        etag = headers.get("ETag")
        if status == 200 and etag and request.headers.get("If-None-Match") == etag:
            body, status = b"", 304
        with self._lock:
            self.statuses[path, status] += 1
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def _find(self, path: str) -> tuple[bytes, int, dict[str, str]]:
        html = {"Content-Type": "text/html"}
        if path == "/robots.txt":
            return b"User-agent: *\nDisallow: /private/\n", 200, {"Content-Type": "text/plain"}
        if path == "/feed.xml":
            return self._find_list(self._make_feed(), self.feed_trouble, self.feed_etag)
        if path == "/sitemap.xml":
            return self._find_list(self._make_sitemap(), self.sitemap_trouble, "")
        for article in self.articles.values():
            if path in article.paths:
                return self._find_page(article, path)
        return b"<h1>Not found</h1>", 404, html

    @staticmethod
    def _find_list(body: bytes, trouble: str, etag: str) -> tuple[bytes, int, dict[str, str]]:
        xml = {"Content-Type": "application/xml"}
        if trouble == "500":
            return b"<h1>Error</h1>", 500, {"Content-Type": "text/html"}
        if trouble == "malformed":
            return body[: len(body) * 2 // 3], 200, xml
        etag = etag or f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        return body, 200, xml | {"ETag": etag}

    def _find_page(self, article: Article, path: str) -> tuple[bytes, int, dict[str, str]]:
        html = {"Content-Type": "text/html"}
        if article.deleted or (path != article.path and not article.redirects):
            return b"<h1>Not found</h1>", 410 if article.number % 3 else 404, html
        if path != article.path:
            return b"", 301, {"Location": article.path}
        if article.trouble == "500":
            return b"<h1>Error</h1>", 500, html
        if article.trouble == "malformed":
            return b"\x00\x01\x02", 200, {"Content-Type": "application/octet-stream"}
        if article.trouble == "slow":
            time.sleep(0.3)
        return self._make_page(article), 200, html | {"ETag": self.find_etag(article)}

    def _make_page(self, article: Article) -> bytes:
        paragraphs = "".join(f"<p>{escape(each)}</p>" for each in article.paragraphs)
        canonical = article.canonical or f"{self.base}{article.path}"
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>{escape(article.title)}</title>'
            f'<link rel="canonical" href="{canonical}"><meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{article.published.isoformat()}">'
            "</head><body><header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
            "</header>"
            f"<main><article><h1>{escape(article.title)}</h1>{paragraphs}</article></main>"
            "<footer><p>The Post, Harbour Street</p></footer></body></html>"
        ).encode()

    def _make_feed(self) -> bytes:
        items = "".join(self._make_item(each) for each in self.list_live()[:FEED_ITEMS])
        return (
            '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>The Post</title><link>{self.base}/</link><language>en</language>{items}"
            "</channel></rss>"
        ).encode()

    def _make_item(self, article: Article) -> str:
        text = "".join(f"<p>{escape(each)}</p>" for each in article.paragraphs)
        whole = f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        item = (
            f"<item><title>{escape(article.title)}</title>"
            f"<link>{self.base}{article.path}?utm_source=rss</link>"
            f'<guid isPermaLink="false">post-{article.number}</guid>'
            f"<pubDate>{format_datetime(article.published)}</pubDate>"
            f"<description>{escape(article.paragraphs[0][:60])}</description>"
            f"{whole if article.whole_in_feed else ''}</item>"
        )
        # The same item twice, as careless generators have it.
        return item * 2 if article.trouble == "twice" else item

    def _make_sitemap(self) -> bytes:
        urls = "".join(
            f"<url><loc>{self.base}{each.path}</loc>"
            f"<lastmod>{each.modified.isoformat()}</lastmod></url>"
            for each in self.list_live()
        )
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return (
            f'<?xml version="1.0" encoding="utf-8"?><urlset xmlns="{space}">'
            f"<url><loc>{self.base}/</loc></url>{urls}</urlset>"
        ).encode()
