# ruff: noqa: E501, Q000 - written as documents write it
"""Word documents: what is said of one, and what beside its text is listed with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from made_documents import W, make_docx, paragraph

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import DOCX
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FERRY = "The ferry to the northern isles sails again on Monday, after nine weeks in the dock."
CREW = "Its crew of twelve had waited on the quay since the morning, and they were glad to go."


def read(body):
    article, left_out = clean(
        extract(Document(uri="a.docx", media_type=DOCX, body=body), Reading()), Reading()
    )
    said = [(block.kind, block.text) for block in article.blocks]
    return article, said, [(one.reason, one.text) for one in left_out]


def test_title_headings_quotes_and_text_are_what_their_styles_say():
    body = (
        paragraph("The ferry sails", "Titel")
        + paragraph(FERRY)
        + paragraph("What the crew says", "H1")
        + paragraph("We are glad to be at sea again, all of us.", "Zitat")
    )
    article, said, _ = read(make_docx(body))
    assert article.title == "The ferry sails"
    assert said == [
        ("heading", "The ferry sails"),
        ("paragraph", FERRY),
        ("heading", "What the crew says"),
        ("quote", "We are glad to be at sea again, all of us."),
    ]


def test_a_lone_first_heading_is_the_headline():
    body = (
        paragraph("The ferry sails", "H1")
        + paragraph(FERRY)
        + paragraph("Crew", "H2")
        + paragraph(CREW)
    )
    article, said, _ = read(make_docx(body))
    assert article.title == "The ferry sails"
    assert [block.level for block in article.blocks if block.kind == "heading"] == [1, 3]
    assert len(said) == 4


def note(kind, text):
    return f'<w:{kind}s {W}><w:{kind} w:id="7"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'


BESIDE = [
    ("deleted", '<w:del><w:r><w:delText>on Sunday</w:delText></w:r></w:del>', {}, "on Sunday"),
    ("deleted", "<w:moveFrom><w:r><w:t>once more</w:t></w:r></w:moveFrom>", {}, "once more"),
    ("hidden", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>for the editor</w:t></w:r>", {}, "for the editor"),
    ("hidden", '<w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>a secret</w:t></w:r>', {}, "a secret"),
    ("struck-out", "<w:r><w:rPr><w:strike/></w:rPr><w:t>a mistake</w:t></w:r>", {}, "a mistake"),
    ("footnote", '<w:r><w:footnoteReference w:id="7"/></w:r>', {"footnotes": note("footnote", "As the company says.")}, "As the company says."),
    ("footnote", '<w:r><w:endnoteReference w:id="7"/></w:r>', {"endnotes": note("endnote", "In its report.")}, "In its report."),
    ("comment", '<w:r><w:commentReference w:id="7"/></w:r>', {"comments": note("comment", "Is that so?")}, "Is that so?"),
    ("running-head", "", {"header": '<w:hdr><w:p><w:r><w:t>Harbour news</w:t></w:r></w:p></w:hdr>'}, "Harbour news"),
    ("running-head", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>12</w:t></w:r></w:fldSimple>', {}, "12"),
    ("control", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here to write.</w:t></w:r></w:sdtContent></w:sdt>", {}, "Click here to write."),
    ("formula", '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b=c</m:t></m:r></m:oMath>', {}, "a+b=c"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "inside", "parts", "text"), BESIDE)
def test_what_stands_beside_the_text_is_listed_and_not_said(reason, inside, parts, text):
    line = f'<w:r><w:t xml:space="preserve">{FERRY} </w:t></w:r>{inside}'
    _, said, left_out = read(make_docx(paragraph(line, raw=True) + paragraph(CREW), **parts))
    assert (reason, text) in left_out
    assert said == [("paragraph", FERRY), ("paragraph", CREW)]


def test_what_was_inserted_is_said():
    line = f"<w:r><w:t xml:space='preserve'>{FERRY} </w:t></w:r><w:ins><w:r><w:t>So it was.</w:t></w:r></w:ins>"
    assert read(make_docx(paragraph(line, raw=True)))[1] == [("paragraph", f"{FERRY} So it was.")]


def test_a_table_of_contents_is_listed_by_its_style_and_by_its_field():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>The dock 3</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>The crew 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    _, said, left_out = read(
        make_docx(paragraph("The quay 2", "V1") + field + paragraph(FERRY) + paragraph(CREW))
    )
    assert [text for reason, text in left_out if reason == "contents"] == [
        "The quay 2",
        "The dock 3",
        "The crew 4",
    ]
    assert said == [("paragraph", FERRY), ("paragraph", CREW)]


def test_items_of_a_list_have_their_numbers():
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    look = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    items = "".join(
        f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("Cast off the ropes.", "Sail.")
    )
    article, _, _ = read(make_docx(paragraph(FERRY) + items, numbering=numbering))
    assert [(one.number, one.text) for one in article.blocks[1:]] == [
        ("3.", "Cast off the ropes."),
        ("4.", "Sail."),
    ]


def test_properties_of_a_document_are_its_title_author_and_date():
    core = "<dc:title>The ferry sails</dc:title><dc:creator>Ada Fenwick</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created>"
    article, _, _ = read(make_docx(paragraph(FERRY) + paragraph(CREW), core=core))
    assert (article.title, article.byline, article.published.isoformat()) == (
        "The ferry sails", "Ada Fenwick", "2024-05-03T10:00:00+00:00",
    )  # fmt: skip


def write_times(created, modified):
    return f"<dcterms:created>{created}</dcterms:created><dcterms:modified>{modified}</dcterms:modified>"


@pytest.mark.parametrize(
    "lines",
    [
        ("By Marguerite Castellane / 28 November 2026",),
        ("By Marguerite Castellane", "28 November 2026"),
        ("Published 28 November 2026",),
        ("London, 28.11.2026",),
        ("Saturday, November 28, 2026",),
    ],
)
def test_the_date_that_a_document_shows_is_its_date(lines):
    core = write_times("2025-01-02T10:00:00Z", "2025-01-03T10:00:00Z")
    head = paragraph("The ferry sails", "Titel") + "".join(map(paragraph, lines))
    article, _, _ = read(make_docx(head + paragraph(FERRY) + paragraph(CREW), core=core))
    assert (f"{article.published:%Y-%m-%d}", article.modified) == ("2026-11-28", None)


def test_a_byline_and_a_date_are_parted_by_a_slash_too():
    head = paragraph("The ferry sails", "Titel") + paragraph("By Ada Fenwick / 3 May 2024")
    article, said, _ = read(make_docx(head + paragraph(FERRY)))
    assert article.byline == "Ada Fenwick"
    assert said == [("heading", "The ferry sails"), ("paragraph", FERRY)]


@pytest.mark.parametrize(
    ("created", "modified", "day"),
    [
        # the template of a library, as old as it is
        ("2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z", ""),
        ("2019-04-01T08:00:00Z", "2019-04-01T08:00:00Z", ""),
        ("2024-05-03T10:00:00Z", "2024-05-03T11:30:00Z", "2024-05-03"),
    ],
)
def test_the_date_of_a_template_is_nobodys(created, modified, day):
    body = paragraph("The ferry sails", "Titel") + paragraph(f"{FERRY} It came on 4 May 1911.")
    article, _, _ = read(make_docx(body, core=write_times(created, modified)))
    assert (f"{article.published:%Y-%m-%d}" if article.published else "") == day


def test_the_date_of_what_was_saved_once_is_its_own():
    now = datetime.now(UTC)
    core = write_times(*[f"{now:%Y-%m-%dT%H:%M:%SZ}"] * 2)
    article, _, _ = read(make_docx(paragraph(FERRY) + paragraph(CREW), core=core))
    assert article.published.date() == now.date()


@pytest.mark.parametrize(
    "core",
    [
        "<dc:title>Microsoft Word - ferry.doc</dc:title><dc:creator>Administrator</dc:creator>",
        "<dc:title>Untitled</dc:title><dc:creator>Microsoft Office User</dc:creator>",
        "<dc:title>ferry_final.docx</dc:title><dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>",
    ],
)  # fmt: skip
def test_what_programs_wrote_there_is_not_believed(core):
    article, _, _ = read(
        make_docx(paragraph("The ferry sails", "H1") + paragraph(FERRY), core=core)
    )
    assert (article.title, article.byline, article.published) == ("The ferry sails", "", None)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"PK\x03\x04 and then nothing", "another kind of file under this name"),
        (make_docx(paragraph(FERRY))[:-300], "damaged"),
        (make_docx("<w:p>"), "damaged"),
        (make_docx("").replace(b"", b""), "no text"),
    ],
)
def test_a_broken_document_says_what_to_do(body, words):
    with pytest.raises(ReadingError) as caught:
        read(body)
    assert words in caught.value.message
    assert caught.value.hint


def test_entities_are_refused():
    body = f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {W}><w:body>{paragraph("&b;")}</w:body></w:document>'
    from made_documents import pack  # noqa: PLC0415 - here only

    with pytest.raises(ReadingError, match="entities"):
        read(pack({"word/document.xml": body, "[Content_Types].xml": "<Types/>"}))


def test_a_box_of_a_picture_and_few_words_is_a_picture_with_its_caption():
    picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>'
    words = paragraph("The ferry of 1997")
    boxes = [
        f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
        for inside in (picture + words, paragraph("Come and see it on Monday."))
    ]
    body = paragraph(FERRY) + "".join(paragraph(each, raw=True) for each in boxes) + paragraph(CREW)
    _, said, left_out = read(make_docx(body))
    assert [text for _, text in said] == [FERRY, "Come and see it on Monday.", CREW]
    assert ("caption", "The ferry of 1997") in left_out


PASTED = f"LEITH. {FERRY}"
STYLE = '<w:style w:type="paragraph" w:styleId="Pre"><w:name w:val="HTML Preformatted"/></w:style>'


@pytest.mark.parametrize(
    ("text", "kind"), [(PASTED, "paragraph"), ("for ship in ships: sail(ship, monday)", "")]
)
def test_prose_that_was_pasted_as_preformatted_is_said(text, kind):
    styles = f"<w:styles {W}>{STYLE}</w:styles>"
    body = paragraph(CREW) + paragraph(text, "Pre")
    _, said, left_out = read(make_docx(body, styles=styles))
    assert (("paragraph", text) in said) == bool(kind)
    assert (("code", text) in left_out) != bool(kind)


def test_a_sentence_that_is_all_a_link_is_said():
    report = "The report of the office of the harbour for the year that ended in May."
    link = f"<w:hyperlink><w:r><w:t>{report}</w:t></w:r></w:hyperlink>"
    _, said, _ = read(make_docx(paragraph(FERRY) + paragraph(link, raw=True) + paragraph(CREW)))
    assert ("paragraph", report) in said
