# ruff: noqa: E501 - written as documents write it
"""What kind of document a file is, by its bytes before its name."""

from __future__ import annotations

import pytest
from made_documents import make_docx, make_epub, make_odt, make_pdf, pack, paragraph

from audiopress.model.media_types import DOCX, EPUB, MAIL, ODT, PDF, RST, SAFARI_PAGE, WEB_ARCHIVE
from audiopress.sources.documents.kinds import (
    find_document_type,
    find_served_type,
    looks_like_mail,
)

MESSAGE = b"From: Ada <a@example.org>\nSubject: Ferry\nMIME-Version: 1.0\n\nIt sails.\n"
SAVED = b'From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'

KINDS = [
    ("a.docx", make_docx(paragraph("x")), DOCX),
    ("a.zip", make_docx(paragraph("x")), DOCX),
    ("a.odt", make_odt("<text:p>x</text:p>"), ODT),
    ("a.bin", make_epub({}, ""), EPUB),
    ("a.txt", make_pdf([[]]), PDF),
    ("a.pdf", b"\n\n%PDF-1.4", PDF),
    ("a.pdf", b"broken", PDF),
    ("a.docx", b"broken", DOCX),
    ("a.eml", MESSAGE, MAIL),
    ("a.eml", SAVED, WEB_ARCHIVE),
    ("a.mhtml", SAVED, WEB_ARCHIVE),
    ("a.webarchive", b"bplist00\xd1\x01WebMainResource", SAFARI_PAGE),
    ("saved", b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x">WebMainResource', SAFARI_PAGE),
    ("a.webarchive", b"broken", SAFARI_PAGE),
    ("settings.bin", b"bplist00\xd1\x01Settings", ""),
    ("a.rst", b"The ferry\n", RST),
    ("a.zip", pack({"a.txt": "x"}), ""),
    ("a.html", b"<p>x", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "kind"), KINDS)
def test_documents_are_told_by_their_bytes_and_names(name, body, kind):
    assert find_document_type(body, name) == kind


SERVED = [
    ("application/pdf", "https://example.org/a", make_pdf([[]]), PDF),
    ("application/octet-stream", "https://example.org/a.docx?b=1", make_docx(""), DOCX),
    ("text/html", "https://example.org/a.pdf", b"<html>", ""),
    ("text/html", "https://example.org/a", make_pdf([[]]), PDF),
    ("message/rfc822", "https://example.org/a", MESSAGE, MAIL),
    ("text/plain", "https://example.org/a.rst", b"The ferry\n", RST),
    ("multipart/related", "https://example.org/a", SAVED, WEB_ARCHIVE),
]


@pytest.mark.parametrize(("said", "address", "body", "kind"), SERVED)
def test_what_a_server_sends_is_told_by_its_bytes_and_media_type(said, address, body, kind):
    assert find_served_type(body, address, said) == kind


@pytest.mark.parametrize(
    ("body", "kind"), [(MESSAGE, MAIL), (SAVED, WEB_ARCHIVE), (b"Title: x\n\nIt sails.\n", "")]
)
def test_a_message_by_standard_input(body, kind):
    assert looks_like_mail(body) == kind
