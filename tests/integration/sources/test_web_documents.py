"""Documents by their addresses: as large as the same documents in files, and no page is."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from audiopress.model import Document, Refused
from audiopress.net.transport import FetchLimits
from audiopress.sources.web import WebSource
from audiopress.store.cache import Cache
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 10_500_000
"""Bytes, more than a page may have."""

MAIL = b"Message-ID: <a@b>\r\nFrom: a@b\r\nSubject: Ferry\r\n\r\n"

PLIST = b'<?xml version="1.0"?>\n<!DOCTYPE plist>\n<plist></plist>'


def zipped(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, bytes(SIZE))
    return packed.getvalue()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def source(tmp_path: Path) -> WebSource:
    return WebSource(Cache(tmp_path), FetchLimits(allow_private=True, seconds=20))


def ask(server: Server, source: WebSource, path: str, body: bytes, kind: str) -> Document | Refused:
    server.answers[path] = always(page(body, Content_Type=kind))
    (outcome,) = source.fetch(server.url(path))
    return outcome


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a", b"%PDF-1.7\n".ljust(SIZE, b"x"), "application/pdf"),
        ("/a.pdf", b"%PDF-1.7\n".ljust(SIZE, b"x"), "application/octet-stream"),
        ("/a", b"%PDF-1.7\n".ljust(SIZE, b"x"), "text/html"),
        ("/a.docx", zipped("word/document.xml"), "application/zip"),
        ("/a.epub", zipped("META-INF/container.xml"), "application/epub+zip"),
        ("/a.eml", MAIL.ljust(SIZE, b"x"), "text/plain"),
        ("/a", MAIL.ljust(SIZE, b"x"), "message/rfc822"),
    ],
)
def test_a_document_may_be_larger_than_a_page(
    server: Server, source: WebSource, path: str, body: bytes, kind: str
) -> None:
    found = ask(server, source, path, body, kind)
    assert isinstance(found, Document), found
    assert found.body == body


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            ("/a", b"<p>x</p>".ljust(SIZE, b"x"), "text/html"),
            "larger than 10,000,000 bytes: it has",
        ),
        (("/a.rst", b"x" * SIZE, "text/x-rst"), "larger than 10,000,000 bytes: it has"),
        # what is called a document and is none
        (("/a", PLIST.ljust(SIZE, b"x"), "text/html"), "larger than 10,000,000 bytes: it has"),
        (("/a.zip", zipped("a.txt"), "application/zip"), "no page but a ZIP"),
    ],
)
def test_no_other_page_may(
    server: Server, source: WebSource, answer: tuple[str, bytes, str], said: str
) -> None:
    found = ask(server, source, *answer)
    assert isinstance(found, Refused)
    assert said in found.error.message
    assert found.error.hint


def test_what_is_too_large_for_a_document_says_what_to_do(
    server: Server, source: WebSource
) -> None:
    answer = page(b"%PDF-1.7\n" * 200, Content_Type="application/pdf", Content_Length="143000000")
    server.answers["/a"] = always(answer)
    (found,) = source.fetch(server.url("/a"))
    assert isinstance(found, Refused)
    said = "the document is larger than 100,000,000 bytes: it has 143,000,000"
    assert found.error.message == said
    assert "split it, and build the file" in found.error.hint


def test_a_list_and_robots_txt_are_no_documents(server: Server, source: WebSource) -> None:
    server.answers["/robots.txt"] = always(page(b"%PDF-1.7\n".ljust(SIZE, b"x")))
    server.answers["/feed"] = server.answers["/robots.txt"]
    (found,) = source.fetch_listed(server.url("/feed"))
    assert isinstance(found, Refused)
    assert "larger than 10,000,000" in found.error.message
