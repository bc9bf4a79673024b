# ruff: noqa: E501 - written as documents write it
"""Text documents of LibreOffice: what is said of one, and what is listed with a reason."""

from __future__ import annotations

import pytest
from made_documents import make_odt, pack

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import ODT
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FERRY = "The ferry to the northern isles sails again on Monday, after nine weeks in the dock."
CREW = "Its crew of twelve had waited on the quay since the morning, and they were glad to go."


def read(body):
    found = extract(Document(uri="a.odt", media_type=ODT, body=body), Reading())
    article, left_out = clean(found, Reading())
    return (
        article,
        [(block.kind, block.text) for block in article.blocks],
        [(one.reason, one.text) for one in left_out],
    )


def p(text):
    return f"<text:p>{text}</text:p>"


BESIDE = [
    ("footnote", '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>As the company says.</text:p></text:note-body></text:note>', "", "As the company says."),
    ("comment", "<office:annotation><text:p>Is that so?</text:p></office:annotation>", "", "Is that so?"),
    ("hidden", '<text:span text:style-name="h">for the editor</text:span>', '<style:style style:name="h"><style:text-properties text:display="none"/></style:style>', "for the editor"),
    ("struck-out", '<text:span text:style-name="s">a mistake</text:span>', '<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>', "a mistake"),
    ("running-head", "<text:page-number>12</text:page-number>", "", "12"),
    ("control", "<text:placeholder>Write here</text:placeholder>", "", "Write here"),
    ("picture", "<draw:frame><svg:desc>A ferry at sea</svg:desc></draw:frame>", "", "A ferry at sea"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "inside", "styles", "text"), BESIDE)
def test_what_stands_beside_the_text_is_listed_and_not_said(reason, inside, styles, text):
    _, said, left_out = read(make_odt(p(f"{FERRY} {inside}") + p(CREW), styles=styles))
    assert (reason, text) in left_out
    assert said == [("paragraph", FERRY), ("paragraph", CREW)]


BLOCKS = [
    ("deleted", "<text:tracked-changes><text:changed-region><text:deletion><text:p>On Sunday.</text:p></text:deletion></text:changed-region></text:tracked-changes>", "On Sunday."),
    ("contents", "<text:table-of-content><text:index-body><text:p>The dock 3</text:p></text:index-body></text:table-of-content>", "The dock 3"),
    ("references", "<text:bibliography><text:index-body><text:p>Fenwick 2024</text:p></text:index-body></text:bibliography>", "Fenwick 2024"),
    ("hidden", '<text:section text:display="none"><text:p>For the editor.</text:p></text:section>', "For the editor."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "block", "text"), BLOCKS)
def test_blocks_that_are_no_running_text_are_listed(reason, block, text):
    _, said, left_out = read(make_odt(block + p(FERRY) + p(CREW)))
    assert (reason, text) in left_out
    assert said == [("paragraph", FERRY), ("paragraph", CREW)]


def test_heads_of_pages_are_listed():
    pages = (
        f"<style:master-page><style:header>{p('Harbour news')}</style:header></style:master-page>"
    )
    assert ("running-head", "Harbour news") in read(make_odt(p(FERRY) + p(CREW), pages=pages))[2]


def test_headings_lists_and_properties():
    numbered = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="1" text:start-value="3"/></text:list-style>'
    )
    body = (
        '<text:h text:outline-level="1">The ferry sails</text:h>'
        + p(FERRY)
        + '<text:h text:outline-level="2">What to do</text:h><text:list text:style-name="L">'
        "<text:list-item><text:p>Cast off.</text:p></text:list-item>"
        "<text:list-item><text:p>Sail.</text:p></text:list-item></text:list>"
    )
    about = "<meta:initial-creator>Ada Fenwick</meta:initial-creator><dc:language>en-GB</dc:language><meta:creation-date>2024-05-03T10:00:00.123</meta:creation-date>"  # fmt: skip
    article, said, _ = read(make_odt(body, styles=numbered, about=about))
    assert (article.title, article.byline, article.language) == (
        "The ferry sails",
        "Ada Fenwick",
        "en-GB",
    )
    assert article.published is not None
    assert said[0] == ("heading", "The ferry sails")
    assert [block.number for block in article.blocks[-2:]] == ["3.", "4."]


def test_a_locked_document_says_so():
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'  # fmt: skip
    body = pack({"mimetype": ODT, "META-INF/manifest.xml": manifest, "content.xml": b"\x00"})
    with pytest.raises(ReadingError, match="password"):
        read(body)


IMAGE = '<text:p><draw:frame><draw:image xlink:href="a.jpg" xmlns:xlink="http://www.w3.org/1999/xlink"/></draw:frame></text:p>'


def box(inside):
    return f"<draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame>"


def test_a_box_of_a_picture_and_few_words_is_a_picture_with_its_caption():
    words = p("The ferry of 1997") + p("Taken from the quay")
    _, said, left_out = read(make_odt(f"<text:p>{box(IMAGE + words)}{FERRY}</text:p>" + p(CREW)))
    assert [text for _, text in said] == [FERRY, CREW]
    assert [text for reason, text in left_out if reason == "caption"] == [
        "The ferry of 1997",
        "Taken from the quay",
    ]


@pytest.mark.parametrize("inside", [p("Come and see it on Monday."), IMAGE + p(CREW) * 6])
def test_a_box_without_a_picture_and_one_with_much_text_are_said(inside):
    _, said, _ = read(make_odt(p(FERRY) + f"<text:p>{box(inside)}</text:p>"))
    assert len(said) > 1


REPORT = "The report of the office of the harbour for the year that ended in May."


@pytest.mark.parametrize(("text", "is_said"), [(REPORT, True), ("Ten ropes that we like", False)])
def test_a_sentence_that_is_all_a_link_is_said(text, is_said):
    link = f'<text:p><text:a xmlns:xlink="x" xlink:href="y">{text}</text:a></text:p>'
    _, said, _ = read(make_odt(p(FERRY) + link + p(CREW)))
    assert (text in [one for _, one in said]) == is_said
