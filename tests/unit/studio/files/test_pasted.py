"""A pasted text is the file of an article, with what was said of it beside."""

import pytest

from audiopress.errors import SourceError
from audiopress.studio.files.pasted import PastedText, make_file, read_day

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


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("2026-03-14", "2026-03-14"),
        ("14 March 2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("Saturday, 14 March 2026", "2026-03-14"),
        (" 14.3.2026 ", "2026-03-14"),
        ("03.04.2026", "2026-04-03"),
        ("14/3/2026", "2026-03-14"),
        ("3/14/2026", "2026-03-14"),
        ("14. März 2026", "2026-03-14"),
        ("le 14 mars 2026"[3:], "2026-03-14"),
        ("14 March 2026, 7:30 pm", "2026-03-14T19:30"),
        ("2026-03-14T07:30:00+01:00", "2026-03-14T07:30:00+01:00"),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed, day):
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("03/04/2026", "it may be 3 April or 4 March"),
        ("yesterday", "in no form that is known here"),
        ("31 February 2026", "no calendar"),
        ("March 2026", "in no form"),
        ("-", "it names no day"),
    ],
)
def test_a_date_that_is_not_understood_is_refused_with_the_form(typed, why):
    with pytest.raises(SourceError, match=why) as found:
        make_file(PastedText(text="Boats came home.", date=typed))
    assert found.value.where == "date"
    assert "14 March 2026" in found.value.hint
