"""A pasted text is the file of an article, with what was said of it beside."""

import pytest

from audiopress.errors import SourceError
from audiopress.studio.files.pasted import PastedText, make_file

FACTS = {"title": 'The "Ferry": late', "author": "Ada Skerry", "date": "2026-11-28"}


def test_what_is_said_beside_a_text_is_its_head():
    made = make_file(PastedText(text="Boats came home.", **FACTS))
    assert (made.name, made.ending) == ('The "Ferry": late', ".md")
    assert made.body.decode() == (
        '---\ntitle: "The \\"Ferry\\": late"\nauthor: "Ada Skerry"\ndate: 2026-11-28\n---\n\n'
        "Boats came home.\n"
    )


def test_a_date_alone_is_enough():
    made = make_file(PastedText(text="# Boats\n\nThey came home.", date="2026-11-28"))
    assert made.body.decode().startswith("---\ndate: 2026-11-28\n---\n\n# Boats\n")
    assert made.name == "Boats"


@pytest.mark.parametrize(
    "page",
    [
        "<p>Boats came home.</p>",
        "<html><head><title>B</title></head><body><p>Boats.</p></body></html>",
        "<!doctype html><title>B</title><p>Boats.</p>",
        "<html><body><p>Boats.</p></body></html>",
    ],
)
def test_a_page_has_it_in_its_head(page):
    body = make_file(PastedText(text=page, **FACTS)).body.decode().removeprefix("\ufeff")
    assert '<meta name="author" content="Ada Skerry">' in body
    assert body.index("article:published_time") < body.index("<p>")
    assert body.startswith(("<html", "<!doctype"))


def test_two_heads_are_refused_and_one_is_kept():
    text = "---\ntitle: Boats\n---\n\nThey came home.\n"
    assert make_file(PastedText(text=text)).body.decode() == text
    with pytest.raises(SourceError, match="at its head") as found:
        make_file(PastedText(text=text, date="2026-11-28"))
    assert found.value.where == "date"
