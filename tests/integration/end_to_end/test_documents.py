"""Editions of documents: by file, folder, pattern and address, and by standard input."""

from __future__ import annotations

import json
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest
from made_documents import make_docx, make_epub, make_odt, make_pdf, paragraph

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

TEXT = (
    "The ferry to the northern isles sails again on Monday, after nine weeks in the dock.",
    "Its crew of twelve had waited on the quay since the morning, and they were glad to go.",
)
DOCX = make_docx(paragraph("From Word", "Titel") + "".join(map(paragraph, TEXT)))
ODT = make_odt(
    '<text:h text:outline-level="1">From Writer</text:h>'
    + "".join(f"<text:p>{text}</text:p>" for text in TEXT)
)
PRINTED = make_pdf([[(72, 700, 20, "**Printed"), (72, 660, 11, TEXT[0]), (72, 620, 11, TEXT[1])]])
MAIL = (
    "From: Ada Fenwick <ada@example.org>\nSubject: A letter\nDate: Fri, 3 May 2024 10:00:00 +0100\n"
    f"Message-ID: <42@example.org>\n\n{TEXT[0]}\n\n{TEXT[1]}\n\n-- \nAda\n"
).encode()
CHAPTER = "<body><h1>{0}</h1>" + "".join(f"<p>{text}</p>" for text in TEXT) + "</body>"
BOOK = make_epub(
    {"a.xhtml": CHAPTER.format("The dock"), "b.xhtml": CHAPTER.format("The crew")},
    '<li><a href="a.xhtml">The dock</a></li><li><a href="b.xhtml">The crew</a></li>',
)
ALL = {
    "a.docx": DOCX,
    "b.odt": ODT,
    "c.pdf": PRINTED,
    "d.eml": MAIL,
    "e.epub": BOOK,
    "f.ipynb": json.dumps(
        {"cells": [{"cell_type": "markdown", "source": "# A notebook\n\n" + "\n\n".join(TEXT)}]}
    ).encode(),
    "g.rst": "A text\n======\n\n{}\n\n{}\n".format(*TEXT).encode(),
    "h.mdx": "# Components\n\n<Note />\n\n{}\n\n{}\n".format(*TEXT).encode(),
    "i.markdown": "# Markdown\n\n{}\n\n{}\n".format(*TEXT).encode(),
}
TITLES = {
    "A letter", "A notebook", "A text", "Components", "From Word", "From Writer", "Markdown",
    "Printed", "The crew", "The dock",
}  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def put_all(press: Press) -> None:
    (press.folder / "texts").mkdir(parents=True)
    for name, body in ALL.items():
        (press.folder / "texts" / name).write_bytes(body)


def list_titles(press: Press, *sources: str) -> set[str]:
    found = json.loads(press.run("plan", *sources, "--allow-private", "--json").stdout)
    return {each["title"] for each in found["articles"]}


def test_a_folder_and_a_pattern_of_documents_are_read(press: Press) -> None:
    put_all(press)
    assert list_titles(press, "texts") == TITLES
    assert list_titles(press, "texts/*.epub") == {"The crew", "The dock"}


def test_documents_are_published_once_and_known_again_where_they_have_an_id(press: Press) -> None:
    put_all(press)
    built = press.build("texts/d.eml", "texts/e.epub")["articles"]
    assert [each["status"] for each in built] == ["built"] * 3
    for name in ("d.eml", "e.epub"):
        (press.folder / "texts" / name).rename(press.folder / f"moved-{name}")
    again = press.build("moved-d.eml", "moved-e.epub")["articles"]
    assert {each["guid"] for each in again} == {each["guid"] for each in built}
    assert [each["spoken"] for each in again] == [0] * 3


SERVED = [
    ("/a", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("/b", ODT, "application/vnd.oasis.opendocument.text"),
    ("/c", PRINTED, "application/pdf"),
    ("/d.docx", DOCX, "application/octet-stream"),
    ("/e", MAIL, "message/rfc822"),
    ("/f", BOOK, "application/epub+zip"),
    ("/g.ipynb", ALL["f.ipynb"], "text/plain"),
    ("/h.rst", ALL["g.rst"], "text/plain"),
]


@pytest.mark.parametrize(("path", "body", "kind"), SERVED)
def test_documents_are_read_by_their_address(
    press: Press, server: Server, path: str, body: bytes, kind: str
) -> None:
    server.answers[path] = always(page(body, Content_Type=kind))
    press.folder.mkdir(exist_ok=True)
    assert list_titles(press, server.url(path)) <= TITLES


def test_what_is_left_out_of_a_document_is_shown(press: Press) -> None:
    put_all(press)
    shown = json.loads(press.run("script", "texts/d.eml", "--json").stdout)
    assert ("signature", "Ada") in [(each["reason"], each["text"]) for each in shown["left_out"]]


BROKEN = [
    ("a.docx", b"PK\x03\x04 broken", "damaged"),
    ("a.pdf", b"%PDF-1.7 broken", "damaged"),
    ("a.epub", BOOK[:300], "damaged"),
    ("a.ipynb", b"{", "damaged"),
    ("a.eml", b"no message", "no message"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
]


@pytest.mark.parametrize(("name", "body", "words"), BROKEN)
def test_a_document_that_cannot_be_read_says_what_to_do(
    press: Press, name: str, body: bytes, words: str
) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / name).write_bytes(body)
    done = press.run("script", name, ok=False)
    assert done.returncode == 1
    assert words in done.stderr
    assert "try:" in done.stderr


UNDATED = {
    "a.docx": DOCX,
    "b.odt": ODT,
    "c.pdf": PRINTED,
    "d.eml": MAIL.replace(b"Date: Fri, 3 May 2024 10:00:00 +0100\n", b""),
    "e.epub": make_epub(
        {"a.xhtml": CHAPTER.format("The dock")}, '<li><a href="a.xhtml">The dock</a></li>', date=""
    ),
    "f.ipynb": ALL["f.ipynb"],
    "g.rst": ALL["g.rst"],
}


@pytest.mark.parametrize("name", UNDATED)
def test_the_command_that_dates_a_document_does(press: Press, name: str) -> None:
    press.folder.mkdir()
    (press.folder / name).write_bytes(UNDATED[name])

    def find_command(file: str) -> str:
        notes = json.loads(press.run("plan", "--json", file).stdout)["notes"]
        undated = [note for note in notes if "has no date" in note]
        return undated[0].partition("begin with it: ")[2] if undated else ""

    command = find_command(name)
    subprocess.run(shlex.split(command), cwd=press.folder, check=True)
    assert not find_command(f"2026-03-14-{name}")
