# ruff: noqa: E501 - written as documents write it
"""Printed pages: paragraphs in their order, without what pages repeat, notes and sources."""

from __future__ import annotations

import pytest
from made_documents import make_pdf

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import PDF
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

pytest.importorskip("pypdfium2")

FERRY = [
    "The ferry to the northern isles sails again on Monday, after nine",
    "weeks in the dock. Its crew of twelve had waited on the quay since",
    "the morning, and they were glad to go to sea again at last.",
]
CREW = [
    "Nobody had thought that it would take so long, least of all those",
    "who live on the islands and had to wait for their letters, their",
    "bread and their newspapers, which came by a small boat meanwhile.",
]
TITLE = (72, 700, 20, "**The ferry sails again")


def read(body):
    found = extract(Document(uri="a.pdf", media_type=PDF, body=body), Reading())
    article, left_out = clean(found, Reading())
    return (
        article,
        [one.text for one in article.blocks],
        [(one.reason, one.text) for one in left_out],
    )


def lay(lines, *, top=660.0, left=72.0, size=11.0, pitch=13.0):
    return [(left, top - at * pitch, size, text) for at, text in enumerate(lines)]


def whole(lines):
    return " ".join(lines)


def test_lines_are_paragraphs_and_the_largest_line_is_the_headline():
    article, said, _ = read(make_pdf([[TITLE, *lay(FERRY), *lay(CREW, top=600)]]))
    assert article.title == "The ferry sails again"
    assert said == ["The ferry sails again", whole(FERRY), whole(CREW)]


def test_an_indent_begins_a_paragraph():
    lines = [*lay(FERRY), (84, 660 - 39, 11, CREW[0]), *lay(CREW[1:], top=660 - 52)]
    assert read(make_pdf([[TITLE, *lines]]))[1][1:] == [whole(FERRY), whole(CREW)]


PARTED = [
    (("The lighthouse stands on the far", "thest rock of all the isles."), "-", "The lighthouse stands on the farthest rock of all the isles."),
    (("It is a well", "known place for those who sail."), "-", "It is a well-known place for those who sail."),
    (("The office of the Hamburg", "American Line is on the quay."), "-", "The office of the Hamburg-American Line is on the quay."),
]  # fmt: skip


@pytest.mark.parametrize(("halves", "sign", "text"), PARTED)
def test_a_word_that_the_line_s_end_parts_is_whole(halves, sign, text):
    lines = [halves[0] + sign, halves[1]]
    body = [TITLE, *lay(["This well-known boat is hers."], top=670), *lay(lines, top=640)]
    assert read(make_pdf([body]))[1][2] == text


def test_two_columns_are_read_one_after_the_other():
    left = lay(FERRY, size=8, pitch=10) + lay(CREW, top=620, size=8, pitch=10)
    right = lay(CREW[::-1], left=340, size=8, pitch=10) + lay(
        FERRY[::-1], left=340, top=620, size=8, pitch=10
    )
    _, said, _ = read(make_pdf([[TITLE, *left, *right]]))
    assert said[1].startswith(whole(FERRY))
    assert said.index(next(one for one in said if CREW[2][:20] in one)) >= 1


def test_columns_that_the_file_has_line_by_line_are_read_one_after_the_other():
    other = [f"And so it was, {line[:50]}" for line in (*FERRY, *CREW)]
    left, right = (
        lay([*FERRY, *CREW], size=8, pitch=10),
        lay(other, left=340, size=8, pitch=10),
    )
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    text = " ".join(read(make_pdf([[TITLE, *mixed]]))[1][1:])
    assert text.startswith(whole([*FERRY, *CREW]))


def test_heads_feet_and_numbers_of_pages_are_listed_and_a_paragraph_goes_on():
    texts = [
        lay(FERRY[:2]),
        [*lay(FERRY[2:], top=700), *lay(CREW, top=650)],
        lay(CREW[::-1]),
        lay([f"So it was {line}" for line in CREW]),
    ]
    pages = [
        [(72, 760, 9, "Harbour News"), *text, (300, 40, 9, f"- {number} -")]
        for number, text in enumerate(texts, start=1)
    ]
    _, said, left_out = read(make_pdf(pages))
    assert said[0] == whole(FERRY)
    heads = [text for reason, text in left_out if reason == "running-head"]
    assert "Harbour News" in heads
    assert "- 3 -" in heads


def test_notes_at_the_foot_are_listed():
    notes = [
        (72, 100, 8, "1 As the company says in its letter of May."),
        (72, 88, 8, "2 The office denies it."),
    ]
    page = [TITLE, *lay(FERRY), *lay(CREW, top=600), *notes]
    _, said, left_out = read(make_pdf([page]))
    assert said[1:] == [whole(FERRY), whole(CREW)]
    assert [text for reason, text in left_out if reason == "footnote"] == [
        note[3] for note in notes
    ]


def test_sources_captions_and_tables_are_listed():
    page = [
        TITLE,
        *lay(FERRY),
        (72, 600, 9, "Figure 1: The ferry in the dock"),
        (72, 570, 10, "Year"), (200, 570, 10, "Ships"), (330, 570, 10, "Crew"),
        (72, 556, 10, "2023"), (200, 556, 10, "12"), (330, 556, 10, "140"),
        (72, 542, 10, "2024"), (200, 542, 10, "13"), (330, 542, 10, "150"),
        *lay(CREW, top=510),
        (72, 440, 14, "**References"),
        (72, 420, 11, "[1] A. Fenwick. The ferry and its crew. Harbour Press, 2024."),
    ]  # fmt: skip
    _, said, left_out = read(make_pdf([page]))
    assert said == ["The ferry sails again", whole(FERRY), whole(CREW)]
    reasons = {reason for reason, _ in left_out}
    assert {"caption", "table", "references"} <= reasons


def test_headings_are_told_by_their_letters():
    page = [TITLE, *lay(FERRY), (72, 600, 14, "**What the crew says"), *lay(CREW, top=580)]
    article, _, _ = read(make_pdf([page]))
    assert [(one.kind, one.text) for one in article.blocks][2] == ("heading", "What the crew says")


def test_what_a_document_says_of_itself():
    about = "/Title (The ferry sails) /Author (Ada Fenwick) /CreationDate (D:20240503100000+01'00')"
    article, _, _ = read(make_pdf([[*lay(FERRY), *lay(CREW, top=600)]], about=about))
    assert (article.title, article.byline) == ("The ferry sails", "Ada Fenwick")
    assert article.published.isoformat() == "2024-05-03T10:00:00+01:00"


BROKEN = [
    (b"%PDF-1.4 and then nothing", "damaged"),
    (make_pdf([lay(FERRY)])[:200], "damaged"),
]


@pytest.mark.parametrize(("body", "words"), BROKEN)
def test_a_broken_document_says_what_to_do(body, words):
    with pytest.raises(ReadingError) as caught:
        read(body)
    assert words in caught.value.message
    assert caught.value.hint


TEXTS = [
    lay(FERRY[:2]),
    [*lay(FERRY[2:], top=700), *lay(CREW, top=650)],
    lay(CREW[::-1]),
    lay([f"So it was {line}" for line in CREW]),
    lay([f"And then {line}" for line in FERRY]),
]


def test_what_stands_in_one_line_with_a_running_head_is_one_too():
    parts = ["", "1.2 The dock", "", "1.3 What the crew says", ""]
    pages = [
        [
            (72, 760, 9, "CHAPTER 1. OF THE OLD HARBOUR"),
            *([(350, 760, 9, part)] if part else []),
            *text,
        ]
        for part, text in zip(parts, TEXTS, strict=True)
    ]
    _, said, left_out = read(make_pdf(pages))
    assert said[0] == whole(FERRY)
    assert {text for reason, text in left_out if reason == "running-head"} >= set(
        filter(None, parts)
    )


def test_heads_of_long_and_of_short_chapters_stand_at_one_height():
    heads = ["THE HARBOUR", "THE HARBOUR", "THE HARBOUR", "THE ISLES", ""]
    pages = [
        [*([(72, 760, 9, head)] if head else []), *text]
        for head, text in zip(heads, TEXTS, strict=True)
    ]
    _, said, left_out = read(make_pdf(pages))
    assert said[0] == whole(FERRY)
    assert ("running-head", "THE ISLES") in left_out


def test_what_stands_in_small_letters_where_the_sentence_goes_on_is_beside_the_text():
    aside = ["Permission to make copies of this work is granted without", "fee. Isles, May 2024."]
    first = [TITLE, *lay(FERRY), *lay(CREW[:2], top=600), *lay(aside, top=500, size=8, pitch=9)]
    _, said, left_out = read(make_pdf([first, lay(CREW[2:], top=700)]))
    assert said[1:] == [whole(FERRY), whole(CREW)]
    assert ("footnote", whole(aside)) in left_out


def test_small_letters_below_a_whole_sentence_stay():
    letter = ["I sail on Monday, and I shall think of you and the children", "at every lighthouse."]
    first = [TITLE, *lay(CREW), *lay(letter, top=550, size=9, pitch=11)]
    assert whole(letter) in read(make_pdf([first, lay(FERRY, top=700)]))[1]


def test_a_paragraph_goes_on_below_a_table_and_a_figure():
    table = [
        (72, 720, 10, "Year"), (200, 720, 10, "Ships"), (330, 720, 10, "Crew"),
        (72, 706, 10, "2023"), (200, 706, 10, "12"), (330, 706, 10, "140"),
        (72, 692, 10, "2024"), (200, 692, 10, "13"),
        (72, 672, 9, "Table 1: Ships of the line and their crews"),
    ]  # fmt: skip
    figure = [
        (100, 640, 8, "Dock"), (180, 615, 8, "Quay of the isles"), (260, 590, 8, "Lighthouse"),
        (72, 570, 9, "Figure 1. The way of the ferry"),
    ]  # fmt: skip
    pages = [
        [TITLE, *lay(FERRY), *lay(CREW[:2], top=600)],
        [*table, *figure, *lay(CREW[2:], top=540)],
    ]
    _, said, left_out = read(make_pdf(pages))
    assert said[1:] == [whole(FERRY), whole(CREW)]
    assert ("picture", "Dock Quay of the isles Lighthouse") in left_out


def test_short_lines_without_a_caption_stay():
    items = ["Bread and butter", "Letters for the isles", "Newspapers of the week"]
    page = [TITLE, *lay(FERRY), *lay(items, top=600, pitch=30), *lay(CREW, top=480)]
    assert read(make_pdf([page]))[1][2:5] == items


def test_letters_of_one_width_are_code_where_the_text_has_others():
    code = ["`for (ship = 0; ship < 12; ++ship)", "`    sail(ship, MONDAY)"]
    page = [TITLE, *lay(FERRY), *lay(code, top=600), *lay(CREW, top=550)]
    _, said, left_out = read(make_pdf([page]))
    assert said[1:] == [whole(FERRY), whole(CREW)]
    assert any(reason == "code" and "MONDAY" in text for reason, text in left_out)


def test_a_typewritten_letter_and_a_typed_sentence_are_no_code():
    typed = [f"`{line}" for line in FERRY]
    assert read(make_pdf([[*lay(typed), *lay(CREW[:1], top=600)]]))[1][0] == whole(FERRY)
    page = [TITLE, *lay(typed), *lay(CREW, top=600), *lay(CREW[::-1], top=540)]
    assert whole(FERRY) in read(make_pdf([page]))[1]


def test_a_table_of_contents_has_titles_without_dots_and_titles_of_two_lines():
    entries = [
        "1 The dock 1",
        "1.1 Of the crew and of what they had to say of the nine weeks in",
        "which they waited . . . . . . . . . . . . . . . 2",
        "1.2 The quay . . . . . . . . . . . . . . . . . . 4",
        "2 The isles 5",
        "2.1 Of bread . . . . . . . . . . . . . . . . . . 6",
    ]
    page = [
        TITLE, (72, 660, 14, "**Contents"), *lay(entries, top=640, pitch=26),
        *lay(FERRY, top=450), *lay(CREW, top=400),
    ]  # fmt: skip
    _, said, left_out = read(make_pdf([page]))
    assert said == ["The ferry sails again", whole(FERRY), whole(CREW)]
    assert {entry for entry in entries if any(entry in text for _, text in left_out)} == set(
        entries
    )


def test_a_sentence_below_the_heading_of_contents_is_said():
    sentence = "This is what stands in the book of the old ferry and of her crew."
    page = [
        (72, 660, 14, "**Contents"), (72, 630, 11, sentence),
        *lay(["1 The dock . . . . . . . . . 1", "2 The quay . . . . . . . . . 4"], top=600),
        *lay(FERRY, top=450), *lay(CREW, top=400),
    ]  # fmt: skip
    _, said, _ = read(make_pdf([[TITLE, *page]]))
    assert sentence in said
    assert not any("1 The dock" in text for text in said)


ENDED = [
    "Nobody had thought that it would take so long. They had to wait.",
    "Their bread and their letters came by a small boat all this year",
    "to those who live on the isles, and who were glad to see her sail.",
]
BAND = ["Then the band played on the quay until the evening, as it does", "on days like this."]


@pytest.mark.parametrize(
    ("indent", "shorter", "goes_on"), [(0, 0, True), (14, 0, False), (0, 20, False)]
)
def test_a_full_line_at_the_foot_of_a_page_goes_on_without_an_indent(indent, shorter, goes_on):
    ended = [*ENDED[:2], ENDED[2][: len(ENDED[2]) - 1 - shorter] + "."]
    first = [TITLE, *lay(FERRY), *lay(ended, top=120)]
    then = [(72 + indent, 700, 11, BAND[0]), (72, 687, 11, BAND[1])]
    _, said, _ = read(make_pdf([first, then]))
    assert any(f"{ended[2]} {BAND[0]}" in text for text in said) is goes_on


def test_sources_below_a_word_in_the_letters_of_the_text_are_listed():
    source = "A. Fenwick and others, The ferry and its crew of twelve, which waited for a year"
    page = [
        TITLE,
        *lay(FERRY),
        *lay(CREW, top=600),
        (72, 540, 11, "References"),
        (72, 510, 9, source),
    ]
    _, said, left_out = read(make_pdf([page]))
    assert said[1:] == [whole(FERRY), whole(CREW)]
    assert ("references", source) in left_out
