"""Tests of what gives an article a date: of each kind of file what is true of that kind."""

import shlex
import subprocess
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


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder of the edition, in which one stands."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(folder, name):
    """Write a file, unless it is elsewhere, and return where it lies."""
    if "://" not in name:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"a story")
    return (folder / name).as_posix()


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
        ("https://a.example/b", SourceFacts(listed_in="standard-input"), LIST),
        (
            "https://a.example/files/late.pdf?v=1",
            None,
            f"{NAME}curl -L -o 2026-03-14-late.pdf 'https://a.example/files/late.pdf?v=1'",
        ),
    ],
)  # fmt: skip
def test_what_gives_a_date_is_told_by_the_kind_of_file(uri, facts, told, here):
    put(here, facts.listed_in if facts else uri)
    said = describe_remedies([undated(uri, facts)], here)
    assert told in said
    assert sum(way in said for way in (HEAD, META, NAME, LIST)) == 1


def test_a_file_outside_of_the_edition_is_renamed_where_it_lies(here, tmp_path):
    elsewhere = replace(undated("late.odt"), place=put(tmp_path / "else", "late.odt"))
    folder = tmp_path / "else"
    assert describe_remedies([elsewhere], here) == (
        f"{NAME}mv {folder}/late.odt {folder}/2026-03-14-late.odt"
    )


def test_a_book_outside_of_the_edition_is_renamed_where_it_lies(here, tmp_path):
    book = replace(
        undated("epub:urn:isbn:1#a", SourceFacts(listed_in="sea.epub")),
        place=put(tmp_path / "else", "sea.epub"),
    )
    assert f"mv {tmp_path}/else/sea.epub " in describe_remedies([book], here)


@pytest.mark.parametrize(
    ("root", "uri", "command"),
    [
        (".", "-dash.docx", "mv ./-dash.docx 2026-03-14--dash.docx"),
        (".", "-in/late.docx", "mv ./-in/late.docx ./-in/2026-03-14-late.docx"),
        ("sub", "late.docx", "mv sub/late.docx sub/2026-03-14-late.docx"),
        ("-sub", "-a b.pdf", "mv './-sub/-a b.pdf' './-sub/2026-03-14--a b.pdf'"),
    ],
)  # fmt: skip
def test_the_command_is_as_one_types_it_where_one_stands(root, uri, command, here):
    put(here / root, uri)
    assert describe_remedies([undated(uri)], here / root) == f"{NAME}{command}"
    subprocess.run(shlex.split(command), cwd=here, check=True)
    assert not (here / root / uri).exists()


@pytest.mark.parametrize(
    ("uri", "facts"),
    [
        ("standard-input", None),
        ("epub:urn:isbn:1#one.xhtml", SourceFacts(listed_in="standard-input", text_from="feed")),
    ],
)
def test_what_comes_by_standard_input_is_no_file_to_rename(uri, facts, here):
    assert describe_remedies([undated(uri, facts)], here) == (
        "keep it as a file whose name begins with it (2026-03-14-NAME), and name that file"
    )


def test_what_is_no_file_has_no_command(here):
    said = describe_remedies([undated("shelf/late.pdf")], here)
    assert said == "have the name of its file begin with it (2026-03-14-late.pdf)"


def test_of_several_kinds_each_is_told_once_and_how_many_need_it(here):
    names = ("a.md", "b.md", "c.pdf", "d.pdf", "e.docx")
    for name in names:
        put(here, name)
    said = describe_remedies([undated(name) for name in names], here)
    assert said.count(HEAD) == 1
    assert said.count("mv ") == 1
    assert said.startswith(f"{NAME}mv c.pdf 2026-03-14-c.pdf, and so for 2 other files and write")
    two = describe_remedies([undated("c.pdf"), undated("d.pdf")], here)
    assert two.endswith("mv c.pdf 2026-03-14-c.pdf, and so for 1 other file")


def test_the_chapters_of_one_book_need_it_once(here):
    put(here, "books/sea.epub")
    said = describe_remedies([undated(f"epub:urn:isbn:1#{n}", BOOK) for n in "abc"], here)
    assert said == f"{NAME}mv books/sea.epub books/2026-03-14-sea.epub"
