# ruff: noqa: E501 - written as documents write it
"""Books: a chapter an article, known by the book's id and its place in it."""

from __future__ import annotations

import pytest
from made_documents import make_epub

from audiopress.model import Document, OtherFile, Reading, Refused
from audiopress.model.media_types import EPUB
from audiopress.reading.extract import extract
from audiopress.sources.documents.epub import read_chapters

TEXT = "<p>" + "The ferry to the northern isles sails again on Monday, they say. " * 5 + "</p>"


def page(title, text=TEXT):
    return f"<body><h1>{title}</h1>{text}</body>"


def item(title, href, inner=""):
    return f'<li><a href="{href}">{title}</a>{f"<ol>{inner}</ol>" if inner else ""}</li>'


def cut(book, uri="harbour.epub"):
    found = list(read_chapters(Document(uri=uri, media_type=EPUB, body=book)))
    chapters = [each for each in found if isinstance(each, Document)]
    return chapters, [each for each in found if not isinstance(each, Document)]


def titles(chapters):
    return [extract(each, Reading()).title for each in chapters]


TWO = {"one.xhtml": page("The dock"), "two.xhtml": page("The crew")}


def test_each_chapter_is_an_article_with_what_the_book_says():
    chapters, _ = cut(make_epub(TWO, item("The dock", "one.xhtml") + item("The crew", "two.xhtml")))
    assert titles(chapters) == ["The dock", "The crew"]
    article = extract(chapters[0], Reading())
    assert (article.byline, article.section, article.language) == (
        "Ada Fenwick",
        "The Harbour",
        "en-GB",
    )
    assert article.published.date().isoformat() == "2024-05-03"


def test_a_chapter_is_known_by_the_book_s_id_wherever_the_file_lies():
    book = make_epub(TWO, item("The dock", "one.xhtml") + item("The crew", "two.xhtml"))
    here, there = cut(book)[0], cut(book, "books/moved.epub")[0]
    assert [each.uri for each in here] == [each.uri for each in there]
    assert len({each.uri for each in here}) == 2


@pytest.mark.parametrize(
    "identifier", ["", "unknown", "urn:uuid:00000000-0000-0000-0000-000000000000"]
)
def test_a_book_without_an_id_is_known_by_its_file(identifier):
    book = make_epub(TWO, item("The dock", "one.xhtml"), identifier=identifier)
    assert cut(book)[0][0].uri.startswith("epub:harbour.epub#")


SHAPES = [
    # chapters in one file, cut at the elements that the contents name
    ({"all.xhtml": "<body><div><h2 id='a'>The dock</h2>" + TEXT + "<h2 id='b'>The crew</h2>" + TEXT + "</div></body>"},
     item("The dock", "all.xhtml#a") + item("The crew", "all.xhtml#b"), ["The dock", "The crew"]),
    # parts above chapters
    ({"p.xhtml": page("Book One", ""), **TWO},
     item("Book One", "p.xhtml", item("The dock", "one.xhtml") + item("The crew", "two.xhtml")), ["The dock", "The crew"]),
    # sections below a chapter are its own
    (TWO, item("The dock", "one.xhtml", item("The crew", "two.xhtml")), ["The dock"]),
    # a chapter in several files
    ({**TWO, "three.xhtml": page("The sea")}, item("The dock", "one.xhtml") + item("The sea", "three.xhtml"), ["The dock", "The sea"]),
    # no contents: each file
    (TWO, "", ["The dock", "The crew"]),
    # a bare number says of which book
    ({"one.xhtml": page("1"), "two.xhtml": page("2")}, item("Chapter 1", "one.xhtml") + item("II", "two.xhtml"), ["The Harbour, Chapter 1", "The Harbour, II"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "contents", "named"), SHAPES)
def test_books_are_cut_as_their_contents_have_them(files, contents, named):
    chapters, _ = cut(make_epub(files, contents))
    assert titles(chapters) == named
    said = " ".join(block.text for each in chapters for block in extract(each, Reading()).blocks)
    assert said.count("northern isles") == 5 * sum(body.count(TEXT) for body in files.values())


NONE = [
    ("Cover", page("Cover", "")),
    ("Contents", page("Contents")),
    ("Copyright", page("Copyright")),
    ("Index", page("Index")),
    ("Rights", f"<body epub:type='copyright-page'>{TEXT}</body>"),
    ("Motto", "<body><p>To the sea.</p></body>"),
]


@pytest.mark.parametrize(("title", "body"), NONE)
def test_what_is_no_chapter_is_named_with_a_reason(title, body):
    contents = item(title, "none.xhtml") + item("The dock", "one.xhtml")
    chapters, others = cut(make_epub({"none.xhtml": body, **TWO}, contents))
    assert titles(chapters) == ["The dock"]
    assert [type(each) for each in others] == [OtherFile]
    assert others[0].reason


SECTIONS = "".join(f'<h2 id="s{number}">Section {number}</h2>{TEXT}' for number in range(4))
LONG = "".join(f'<h2 id="s{number}">Chapter {number}</h2>{TEXT * 20}' for number in range(4))


def list_sections(file):
    return "".join(item(f"Section {number}", f"{file}#s{number}") for number in range(4))


def test_sections_of_a_chapter_are_no_chapters():
    files = {"one.xhtml": page("The dock", SECTIONS), "two.xhtml": page("The crew", SECTIONS)}
    contents = item("The dock", "one.xhtml", list_sections("one.xhtml")) + item(
        "The crew", "two.xhtml", list_sections("two.xhtml")
    )
    chapters, _ = cut(make_epub(files, contents))
    assert titles(chapters) == ["The dock", "The crew"]


def test_a_file_of_a_part_s_chapters_is_cut():
    files = {"one.xhtml": page("Book One", LONG), "two.xhtml": page("Book Two", LONG)}
    contents = item("Book One", "one.xhtml", list_sections("one.xhtml")) + item(
        "Book Two", "two.xhtml", list_sections("two.xhtml")
    )
    assert len(cut(make_epub(files, contents))[0]) == 8


def test_a_page_of_few_words_with_its_year_of_copyright_is_no_chapter():
    rights = "<p>Fourth edition</p><p>By: Ada Fenwick and the crew of the old ferry</p><p>Copyright © 2010-2014 Ada Fenwick</p><p>Licensed under a free licence.</p>"
    files = {"title.xhtml": page("A Harbour Guide", rights), **TWO}
    contents = "".join(
        item(name, file)
        for file, name in zip(files, ("A Harbour Guide", "The dock", "The crew"), strict=True)
    )
    chapters, others = cut(make_epub(files, contents))
    assert titles(chapters) == ["The dock", "The crew"]
    assert [each.reason for each in others] == ["a book's copyright page"]


def test_a_page_with_the_book_s_own_title_and_little_else_is_its_title_page():
    little = "<p>Second edition, by Ada Fenwick and the crew of the ferry to the isles.</p>" * 2
    files = {"title.xhtml": page("The Harbour", little), **TWO}
    contents = "".join(
        item(name, file)
        for file, name in zip(files, ("The Harbour", "The dock", "The crew"), strict=True)
    )
    chapters, others = cut(make_epub(files, contents))
    assert titles(chapters) == ["The dock", "The crew"]
    assert [each.reason for each in others] == ["a book's title page"]


def test_what_stands_above_the_first_chapter_in_its_file_is_no_silent_loss():
    above = "<h1>The Harbour</h1><p>To all who sail, by Ada Fenwick.</p>"
    chapters = f"<h2 id='a'>The dock</h2>{TEXT}<h2 id='b'>The crew</h2>{TEXT}"
    contents = item("The dock", "all.xhtml#a") + item("The crew", "all.xhtml#b")
    found, others = cut(make_epub({"all.xhtml": f"<body>{above}{chapters}</body>"}, contents))
    assert titles(found) == ["The dock", "The crew"]
    assert [each.uri.rpartition("/")[2] for each in others] == ["all.xhtml"]
    found, others = cut(make_epub({"all.xhtml": f"<body>{TEXT}{chapters}</body>"}, contents))
    assert len(found) == 3
    assert not cut(make_epub({"all.xhtml": f"<body>{chapters}</body>"}, contents))[1]


def test_notes_in_a_chapter_are_listed():
    text = (
        TEXT
        + "<p>So it is<a epub:type='noteref' href='#n'>1</a>.</p><aside epub:type='footnote' id='n'>As they say.</aside>"
    )
    chapters, _ = cut(
        make_epub({"one.xhtml": page("The dock", text)}, item("The dock", "one.xhtml"))
    )
    article = extract(chapters[0], Reading())
    assert ("footnote", "As they say.") in [
        (one.left_out.reason, one.left_out.text) for one in article.passed_over
    ]


BROKEN = [
    (make_epub(TWO, "")[:-200], "damaged"),
    (make_epub(TWO, "", extra={"META-INF/encryption.xml": "<e><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></e>"}), "DRM"),
    (make_epub({"one.xhtml": "<body><img src='a.png'/></body>"}, ""), "no chapter"),
    (make_epub(TWO, "", extra={"META-INF/container.xml": "<container/>"}), "no book"),
]  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("book", "words"), BROKEN)
def test_a_book_that_cannot_be_read_says_what_to_do(book, words):
    chapters, others = cut(book)
    assert chapters == []
    refused = [each for each in others if isinstance(each, Refused)]
    assert words in refused[0].error.message
    assert refused[0].error.hint
