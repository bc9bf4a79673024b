"""Pages from the web, remembered in the real cache."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from audiopress.model import Document, Refused
from audiopress.net.http import StatusError
from audiopress.net.transport import FetchLimits
from audiopress.sources.web import WebSource
from audiopress.store.cache import Cache
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PAGE = b"<p>An article.</p>"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def source(tmp_path: Path) -> WebSource:
    return WebSource(Cache(tmp_path), FetchLimits(allow_private=True, seconds=5))


def one(source: WebSource, url: str) -> Document:
    (outcome,) = source.fetch(url)
    assert isinstance(outcome, Document), outcome
    return outcome


def refused(source: WebSource, url: str) -> Refused:
    (outcome,) = source.fetch(url)
    assert isinstance(outcome, Refused), outcome
    assert outcome.error.hint
    return outcome


def tagged(server: Server, tag: str, body: bytes) -> None:
    """Serve ``body`` under an ETag and 304 to who has it."""

    def answer(_path: str) -> Iterable[bytes]:
        if f"If-None-Match: {tag}\r\n" in server.heads[-1]:
            return [page(b"", status="304 Not Modified", ETag=tag)]
        return [page(body, ETag=tag)]

    server.answers["/"] = answer


def test_a_page_is_a_document(server: Server, source: WebSource) -> None:
    server.answers["/"] = always(page(PAGE, Content_Type="text/html; charset=windows-1252"))
    assert one(source, server.url()) == Document(
        uri=server.url(), media_type="text/html", body=PAGE, charset="windows-1252"
    )


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("application/xhtml+xml", "text/html"),
        ("text/plain", "text/plain"),
        ("text/markdown; charset=utf-8", "text/markdown"),
    ],
)
def test_kinds_of_pages(server: Server, source: WebSource, stated: str, kind: str) -> None:
    server.answers["/"] = always(page(PAGE, Content_Type=stated))
    assert one(source, server.url()).media_type == kind


def test_a_page_without_a_stated_kind_is_html(server: Server, source: WebSource) -> None:
    server.answers["/"] = always(b"HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n" + PAGE)
    assert one(source, server.url()).media_type == "text/html"


def test_the_address_is_where_the_redirects_led(server: Server, source: WebSource) -> None:
    server.answers["/"] = always(page(status="301 Moved", Location="/there?a=b#c"))
    server.answers["/there?a=b"] = always(page(PAGE))
    assert one(source, server.url()).uri == server.url("/there?a=b")


def test_an_unchanged_page_is_not_sent_again(server: Server, source: WebSource) -> None:
    tagged(server, '"1"', PAGE)
    first, second = one(source, server.url()), one(source, server.url())
    assert first == second
    assert ["If-None-Match" in head for head in server.heads] == [False, True]


def test_a_changed_page_is(server: Server, source: WebSource) -> None:
    tagged(server, '"1"', PAGE)
    one(source, server.url())
    tagged(server, '"2"', b"<p>Another.</p>")
    assert one(source, server.url()).body == b"<p>Another.</p>"
    assert one(source, server.url()).body == b"<p>Another.</p>"


def test_an_unchanged_page_behind_a_redirect_is_remembered(
    server: Server, source: WebSource
) -> None:
    tagged(server, '"1"', PAGE)
    server.answers["/short"] = always(page(status="302 Found", Location="/"))
    assert one(source, server.url("/short")) == one(source, server.url("/short"))
    assert "If-None-Match" in server.heads[-1]


def test_a_damaged_page_in_the_cache_is_fetched_whole(
    server: Server, source: WebSource, tmp_path: Path
) -> None:
    tagged(server, '"1"', PAGE)
    one(source, server.url())
    for path in (tmp_path / "objects").rglob("*"):
        if path.is_file():
            path.write_bytes(b"<p>An articlf.</p>")
    assert one(source, server.url()).body == PAGE
    assert "If-None-Match" not in server.heads[-1]


def test_a_tag_counts_for_the_bytes_it_came_with_only(server: Server, source: WebSource) -> None:
    server.answers["/old"] = always(page(status="302 Found", Location="/"))
    tagged(server, '"1"', PAGE)
    one(source, server.url("/old"))
    tagged(server, '"2"', b"<p>Another.</p>")
    one(source, server.url())
    tagged(server, '"1"', PAGE)
    assert one(source, server.url("/old")).body == PAGE


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (page(b"\x89PNG\r\n\x1a\n\0", Content_Type="image/png"), "a PNG picture"),
        (page(b"\x89PNG\r\n\x1a\n\0"), "a PNG picture"),
        (page(b"{}", Content_Type="application/json"), "application/json"),
        (page(b""), "empty"),
        (page(b" \n"), "empty"),
        (page(status="404 Not Found"), "404 Not Found"),
    ],
)
def test_what_is_no_article_is_refused(
    server: Server, source: WebSource, answer: bytes, words: str
) -> None:
    server.answers["/"] = always(answer)
    outcome = refused(source, server.url())
    assert words in outcome.error.message
    assert outcome.uri == outcome.error.where == server.url()


@pytest.mark.parametrize("location", ["/gone", "file:///etc/passwd"])
def test_an_error_behind_a_redirect_names_the_source_and_the_place(
    server: Server, source: WebSource, location: str
) -> None:
    server.answers["/"] = always(page(status="301 Moved", Location=location))
    server.answers["/gone"] = always(page(status="404 Not Found"))
    outcome = refused(source, server.url())
    gone = location == "/gone"
    assert isinstance(outcome.error, StatusError) is gone
    assert getattr(outcome.error, "status", 404) == 404
    place = location if ":" in location else server.url(location)
    assert outcome.error.where == f"{server.url()}, which led to {place}"


def test_a_busy_host_is_left_alone_and_others_are_asked(server: Server, source: WebSource) -> None:
    server.answers["/"] = always(page(b"", status="503 Busy", Retry_After="600"))
    server.answers["/other"] = always(page(PAGE))
    assert "600 seconds" in refused(source, server.url()).error.message
    assert "busy" in refused(source, server.url("/other")).error.message
    assert server.paths == ["/"]
    with Server(answers={"/": always(page(PAGE))}) as another:
        assert one(source, another.url()).body == PAGE


def test_an_address_inside_is_refused_unless_allowed(server: Server, tmp_path: Path) -> None:
    outcome = refused(WebSource(Cache(tmp_path)), server.url())
    assert "not on the public internet" in outcome.error.message
    assert "--allow-private" in outcome.error.hint
    assert server.heads == []


def test_what_another_host_said_to_0_1_0_is_not_taken_for_this_one(
    server: Server, tmp_path: Path
) -> None:
    """It asked strasse.example for straße.example, and remembered that under the name it had."""
    asked = f"http://straße.example:{server.port}/"
    before = f"http://strasse.example:{server.port}/"
    cache = Cache(tmp_path)
    cache.put_document(Document(uri=before, media_type="text/html", body=b"<p>Theirs.</p>"))
    digest = hashlib.sha256(b"<p>Theirs.</p>").hexdigest()
    cache.put_record("web", asked, {"url": before, "digest": digest, "etag": '"1"', "modified": ""})
    tagged(server, '"1"', PAGE)
    limits = FetchLimits(allow_private=True, seconds=5, resolve=lambda _host, _port: ["127.0.0.1"])
    page = one(WebSource(cache, limits), asked)
    assert page.body == PAGE
    assert page.uri == f"http://xn--strae-oqa.example:{server.port}/"
    assert "If-None-Match" not in server.heads[0]
    assert one(WebSource(cache, limits), asked) == page
    assert "If-None-Match" in server.heads[1]
