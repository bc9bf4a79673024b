"""The campaign of documents counts right, on a small document that was made for it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from made_documents import make_docx, make_epub, paragraph

from tests.campaigns.document_texts import count_unlisted, drop_heads, list_words, read_text
from tests.campaigns.documents import (
    LABELS,
    Label,
    Row,
    add_up,
    compare,
    find_documents,
    read_labels,
    run,
)

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "The ferry sails again on Monday, after nine weeks in the dock."
CREW = "Its crew of twelve had waited on the quay since the early morning."
NOTE = "A note below the page, by the harbour master."
DOCX = make_docx(
    paragraph("The harbour", "Titel")
    + paragraph(FERRY)
    + paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>', raw=True)
    + paragraph(CREW),
    footnotes=f'<w:footnotes><w:footnote w:id="2">{paragraph(NOTE)}</w:footnote></w:footnotes>',
)
LABEL = Label(
    name="ferry.docx",
    part="first",
    origin="a package",
    digest=hashlib.sha256(DOCX).hexdigest(),
    must=("The harbour", "ferry sails again", "crew of twelve"),
    must_not=("harbour master",),
)


def judge_made(folder: Path, label: Label) -> Row:
    (folder / "by-another-name.bin").write_bytes(DOCX)
    paths = find_documents([label], folder)
    return run([label], paths, shown=False, wrong=False)[0]


def test_a_document_that_is_read_right_has_nothing_wrong(tmp_path: Path) -> None:
    row = judge_made(tmp_path, LABEL)
    assert (row.lost, row.disordered, row.wrongly, row.unlisted) == ([], [], [], 0)
    assert row.articles == 1
    assert row.seconds > 0


def test_what_is_lost_out_of_order_and_wrongly_spoken_is_counted(tmp_path: Path) -> None:
    wrong = ("crew of twelve", "ferry sails again", "the mill closed", "quay since the early")
    row = judge_made(tmp_path, replace(LABEL, must=wrong, must_not=("nine weeks", NOTE)))
    assert row.disordered == ["ferry sails again"]
    assert row.lost == ["the mill closed"]
    assert row.wrongly == ["nine weeks"]
    sums = add_up([row, row])
    assert (sums["said"], sums["of"], sums["disordered"], sums["wrongly"]) == (6, 8, 2, 2)


def test_a_snippet_lies_within_one_paragraph_and_has_whole_words() -> None:
    row = Row(LABEL)
    label = replace(LABEL, must=("the dock Its crew", "err sails"), must_not=())
    compare(label, [FERRY, CREW], row)
    assert row.lost == ["the dock Its crew", "err sails"]


def test_letters_that_are_neither_spoken_nor_listed_are_counted() -> None:
    text = read_text("docx", DOCX)
    assert count_unlisted(text, ["The harbour", FERRY, CREW, NOTE]) == (0, [])
    lost, words = count_unlisted(text, ["The harbour", FERRY, CREW])
    assert lost == len("".join(list_words(NOTE)))
    assert set(words) == set(list_words(NOTE))


def test_a_word_parted_by_a_line_is_one_word() -> None:
    assert list_words("a har-\nbour, well-known") == ["a", "harbour", "wellknown"]
    assert count_unlisted("the har-\nbour", ["the harbour"]) == (0, [])


def test_running_heads_are_dropped_at_the_edges_of_pages_alone() -> None:
    page = "The Harbour 12\nOne\nTwo\nThree\nThe harbour\nFour\nFive\nSix"
    dropped = drop_heads(f"{page}\f{page}", ["The Harbour 3"])
    assert "12" not in dropped
    assert dropped.count("The harbour") == 2


def test_files_of_a_book_that_are_passed_by_are_not_looked_for() -> None:
    book = make_epub({"a.xhtml": "<p>One</p>", "b.xhtml": "<p>Two</p>"}, "")
    assert "Two" in read_text("epub", book)
    assert "Two" not in read_text("epub", book, ["b.xhtml"])


def test_a_document_that_the_folder_has_not_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "ferry.docx").write_bytes(b"another file of this name")
    assert find_documents([LABEL], tmp_path) == {}
    assert find_documents([replace(LABEL, digest="")], tmp_path) != {}


def test_the_labels_are_whole() -> None:
    labels = read_labels(LABELS.read_text("utf-8"))
    assert len({label.name for label in labels}) == len(labels) >= 36
    assert {label.part for label in labels} == {"first", "second"}
    for label in labels:
        assert label.origin, label.name
        assert label.must, label.name
        # a saved page is another file each time
        assert len(label.digest) == (0 if label.kind == "mhtml" else 64), label.name
