"""Tests of what gives an article a date: of each kind of file what is true of that kind."""

from dataclasses import replace

import pytest

from audiopress.identity import identify
from audiopress.model import Article, Script, SourceFacts
from audiopress.press.edition.date_remedies import describe_remedies
from audiopress.press.steps.read import Manuscript

HEAD = "write `date: 2026-03-14` at its head, between two lines of ---"
META = '<meta property="article:published_time" content="2026-03-14T07:30:00Z">'
NAME = "have the name of its file begin with it: "
LIST = "write when it was published into the list"
BOOK = SourceFacts(listed_in="books/sea.epub", text_from="feed")


def undated(uri, facts=None):
    return Manuscript(
        identity=identify(uri, canonical=None, declared_id=None, hosts=()),
        uri=uri, former="", digest="", script=Script(utterances=()), facts=facts,
        article=Article(uri=uri, title="A story", blocks=()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("uri", "facts", "told"),
    [
        ("in/late.md", None, HEAD),
        ("in/late.MDX", None, HEAD),
        ("in/late.txt", None, HEAD),
        ("in/late.html", None, META),
        ("https://a.example/late", None, META),
        ("in/a ferry.docx", None, f"{NAME}mv 'in/a ferry.docx' 'in/2026-03-14-a ferry.docx'"),
        ("late.PDF", None, f"{NAME}mv late.PDF 2026-03-14-late.PDF"),
        ("in/mail/a.eml", None, f"{NAME}mv in/mail/a.eml in/mail/2026-03-14-a.eml"),
        ("epub:urn:isbn:1#one.xhtml", BOOK, f"{NAME}mv books/sea.epub books/2026-03-14-sea.epub"),
        ("https://a.example/b", SourceFacts(listed_in="pile.json"), LIST),
        (
            "https://a.example/files/late.pdf?v=1",
            None,
            f"{NAME}curl -L -o 2026-03-14-late.pdf 'https://a.example/files/late.pdf?v=1'",
        ),
    ],
)  # fmt: skip
def test_what_gives_a_date_is_told_by_the_kind_of_file(uri, facts, told):
    said = describe_remedies([undated(uri, facts)])
    assert told in said
    assert sum(way in said for way in (HEAD, META, NAME, LIST)) == 1


def test_a_file_outside_of_the_edition_is_renamed_where_it_lies():
    elsewhere = replace(undated("late.odt"), place="/home/ada/late.odt")
    assert describe_remedies([elsewhere]) == (
        f"{NAME}mv /home/ada/late.odt /home/ada/2026-03-14-late.odt"
    )


def test_of_several_kinds_each_is_told_once():
    said = describe_remedies([undated(name) for name in ("a.md", "b.md", "c.pdf", "d.pdf")])
    assert said.count(HEAD) == 1
    assert said.count("mv ") == 1
    assert "mv c.pdf" in said
