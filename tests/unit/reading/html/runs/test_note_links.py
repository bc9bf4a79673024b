"""Linked numbers in round brackets: marks of notes by what they lead to, and text."""

from __future__ import annotations

import re

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.reading_pages import read

END = " as the council of the town was told on Tuesday night by its own engineers."

SOURCES = (
    "<h2>References</h2><ol>"
    + "".join(
        f'<li id="{name}{number}">A. Author, A paper on bridges {number}, 2019.</li>'
        for name in ("ref", "r", "Sec")
        for number in (1, 14, 15)
    )
    + '</ol><div class="ref-list"><p id="q7">7. A. Author, 2019.</p></div>'
    + '<p id="zz"><a href="#mark">*</a> So it was at the time.</p>'
)

MARKS = {
    '(<a href="#ref1">1</a>)': "(1)",
    '(<a href="#r14">14</a>, <a href="#r15">15</a>)': "(14, 15)",
    '<a href="#ref1">(1)</a>': "(1)",
    "<sup>(3)</sup>": "(3)",
    '(<a href="#r14">14</a>–<a href="#r15">15</a>)': "(14–15)",
    '(<a href="#r14">14</a> and <a href="#r15">15</a>)': "(14 and 15)",
    '(see <a href="#r14">14</a>)': "(see 14)",
    '(<em><a href="#r14">14</a></em>)': "(14)",
    '(<a href="/a/page#Sec14">14</a>; <a href="/a/page#Sec15">15</a>)': "(14; 15)",
    '(<a href="#q7">7</a>)': "(7)",
    '<a href="#r14">14</a>': "14",
    '(<a id="mark" href="#zz">*</a>)': "(*)",
    '(<a href="#cut7">7</a>)': "(7)",
}
"""What stands behind a word, and how it is listed."""

TEXTS = (
    "A group of children (12) was there",
    "In 2024 (14, 15 and 16 May) it was dry",
    "They said (1) first; (2) second",
    'The bill (<a href="https://law.example/2019">2019</a>) was read',
    'The bill (<a href="#y2019">2019</a>) was read',
    'A girl (<a href="/girls">12</a>) was there',
    'See step <a href="#s3">3</a> of it',
    'See (<a href="#s3">3</a>) of it',
    'See Table <a href="#r14">2</a> of it',
    'See note <a href="#fn2">2</a> of it',
    'It stands there (page <a href="#p12">12</a>)',
)

STEPS = '<h2>The steps</h2><ol><li id="s3">They opened the pier of the town once more.</li></ol>'


def said(text: str, below: str = "") -> tuple[str, list[str]]:
    spoken, left_out = read(f"<p>{text}{END}</p>{below}")
    marks = [out for out, reason in left_out if reason == "note-mark"]
    line = next(line for line in spoken if line.endswith(END.strip()))
    return line.removesuffix(END.strip()).strip(), marks


@pytest.mark.parametrize("mark", MARKS)
def test_a_number_that_leads_to_a_note_is_its_mark(mark: str) -> None:
    line, marks = said(f"The States {mark}, it is said,", SOURCES)
    assert (line, marks[0]) == ("The States, it is said,", MARKS[mark])


@pytest.mark.parametrize("text", TEXTS)
def test_a_number_that_leads_elsewhere_is_text(text: str) -> None:
    assert said(text, STEPS) == (re.sub("<[^>]*>", "", text), [])


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("It is so ([1](#ref1), [2](#ref2)) today.", "It is so today."),
        ("It is so (see [14](#r14)) today.", "It is so today."),
        ("It is so (<a href='#r14'>14</a>) today.", "It is so today."),
        ("It is so ([14](#y)) today.", "It is so (14) today."),
        ("It is bigger, ~~better~~, and here.", "It is bigger, and here."),
        ("It is bigger, <del>better</del>, and here.", "It is bigger, and here."),
        ("<p>It is bigger, <s>better</s>, and here.</p>", "It is bigger, and here."),
        ("It is {--gone--}, and here.", "It is, and here."),
        ("It is ano~~x~~ther day.", "It is another day."),
    ],
)
def test_no_empty_bracket_and_no_second_comma_is_left_in_markdown(written: str, line: str) -> None:
    body = f"# The harbour\n\nThe council met on Tuesday.\n\n{written}\n\nThe mayor was there.\n"
    document = Document(uri="a.md", media_type="text/markdown", body=body.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    assert [block.text for block in article.blocks][2] == line


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("It is bigger, <s>better</s>, and here", "It is bigger, and here"),
        ("It is bigger (<del>better</del>) and here", "It is bigger and here"),
        ("It is bigger <del>better</del>, <ins>faster</ins>", "It is bigger, faster"),
        ('It is, <i style="text-decoration:line-through">so</i>, here', "It is, here"),
        ("It is <s>big</s>; so they say", "It is; so they say"),
        ("It is ano<s>t</s>ther day", "It is another day"),
        ("The line <math><mi>a</mi><mo>+</mo><mi>b</mi></math>, is long", "The line, is long"),
    ],
)
def test_no_second_comma_is_left_on_a_page(written: str, line: str) -> None:
    assert said(written)[0] == line
