"""Footnotes of word processors and generators are told as footnotes, wherever the page has them."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

NOTE = "The cat was called Bosun and lived to be nineteen years old."
FIRST = "The boat that brought Tom Garrow home on Friday carried two boxes and a cat."
SECOND = "Then he walked to the quay and looked at the sea for an hour, and nobody spoke to him."

NOTES = {
    "Word": f"""<div style='mso-element:footnote-list'><br clear=all><hr>
        <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
        name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> {NOTE}</p></div></div>""",
    "Word, endnotes": f"""<div style='mso-element: endnote-list'>
        <p class=MsoEndnoteText><a href="#_ednref1">[i]</a> {NOTE}</p></div>""",
    "LibreOffice": f"""<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym"
        href="#sdfootnote1anc">1</a> {NOTE}</p></div>""",
    "Google Docs": f"""<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> {NOTE}</p></div>""",
    "a list": f"""<ol class="footnotes"><li id="x1">{NOTE}</li></ol>""",
    "kramdown": f"""<div role="doc-endnotes"><ol><li id="fn:1"><p>{NOTE}
        <a href="#fnref:1">↩</a></p></li></ol></div>""",
    "Substack": f"""<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a>
        <div><p>{NOTE}</p></div></div>""",
    "by hand": f"""<p><sup><a href="#fnref1">1</a></sup> {NOTE}</p>""",
}


def read(html: str) -> tuple[list[str], dict[str, str]]:
    """What is said of a page, and what is left out with its reason."""
    document = Document(uri="a.html", media_type="text/html", body=html.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [one.text for one in article.blocks], {one.text: one.reason for one in left_out}


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("kind", NOTES)
def test_a_note_is_told_as_one_within_the_story_and_below_it(kind: str, *, inside: bool) -> None:
    story = f"<h1>The last keeper</h1><p>{FIRST}</p><p>{SECOND}</p>"
    ends = (NOTES[kind], "") if inside else ("", NOTES[kind])
    said, left_out = read(f"<body><article>{story}{ends[0]}</article>{ends[1]}</body>")
    assert said == ["The last keeper", FIRST, SECOND]
    assert [why for text, why in left_out.items() if NOTE in text] == ["footnote"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="has-footnote">{}</p>',
        '<p id="footnote-history">{}</p>',
        '<p><a id="fnref2"></a>{}</p>',
        '<p><a href="#fn1">The last</a> of it: {}</p>',
        '<p style="color: black">{}</p>',
    ],
)
def test_a_paragraph_that_has_a_note_is_the_storys(markup: str) -> None:
    third = "In the morning the ferry sailed without him, and the cat stayed with his sister."
    story = f"<h1>The last keeper</h1><p>{FIRST}</p><p>{SECOND}</p>{markup.format(third)}"
    said, _left_out = read(f"<body><article>{story}</article></body>")
    assert said[-1].endswith(third)
