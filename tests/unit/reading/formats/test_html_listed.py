"""Every text of a page's body is spoken or listed: nothing is lost in silence."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY
from tests.unlisted_text import find_unlisted, list_texts

BLOCKS = [
    "div",
    "p",
    "nav",
    "aside",
    "header",
    "footer",
    "form",
    "ul",
    "ol",
    "li",
    "section",
    "table",
    "tr",
    "td",
    "h1",
    "h2",
    "h3",
    "figure",
]
INLINES = [
    "a",
    "b",
    "em",
    "span",
    "sup",
    "sub",
    "del",
    "s",
    "ruby",
    "rt",
    "rp",
    "small",
    "label",
    "q",
    "time",
    "mark",
]
ODD = [
    "button",
    "select",
    "option",
    "textarea",
    "svg",
    "math",
    "noscript",
    "object",
    "video",
    "iframe",
    "x-box",
    "dialog",
]
ATTRIBUTES = (
    "",
    " hidden",
    ' style="display:none"',
    ' style="visibility: hidden"',
    ' class="sr-only"',
    ' aria-hidden="true"',
    ' href="/elsewhere"',
    ' class="newsletter"',
    " value=7",
    ' aria-expanded="true"',
)
TEXTS = (
    "*",
    "3",
    "Home",
    "Was it late?",
    "漢字",
    "渡し船が港を出た。乗客は八十人だった。",
    "What opens here is a question?",
    *STORY,
)


def make_pages() -> st.SearchStrategy[str]:
    """Return pages as no one writes them: any element in any other, texts and tails between."""
    text = st.sampled_from(TEXTS).map(escape) | st.just("<!-- a note -->") | st.just("<br>")
    names = st.sampled_from((*BLOCKS, *INLINES, *ODD))

    def wrap(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        filled = st.lists(inside, max_size=5).map(" ".join)
        return st.builds(
            lambda name, more, body: f"<{name}{more}>{body}</{name}>",
            names,
            st.sampled_from(ATTRIBUTES),
            filled,
        )

    return st.lists(st.recursive(text, wrap, max_leaves=12), max_size=6).map("".join)


def read_listed(html: str) -> list[str]:
    """Return all that is spoken of a page and all that is listed as left out."""
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    try:
        article, left_out = clean(extract(document, Reading()), Reading())
    except ReadingError:
        return []
    return [*(block.text for block in article.blocks), *(left.text for left in left_out)]


def make_page(inside: str) -> str:
    return f"<title>{HEAD}</title><body><main><h1>{HEAD}</h1>{PARAGRAPHS}{inside}</main></body>"


@given(make_pages())
def test_every_text_beside_a_story_is_spoken_or_listed(inside: str) -> None:
    page = make_page(inside)
    assert find_unlisted(page, read_listed(page)) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<nav><ul><li><a href=/>Home</a></li></ul></nav>",
        "<p>The mayor<sup>[1]</sup> left<span hidden> early</span>, he said.</p>",
        "<div style='display:none'>Thank you for reading</div>",
        "<button>Share</button><select><option>English</option></select>",
        "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>",
        "<noscript>Please turn JavaScript on.</noscript><svg><title>Arrow</title></svg>",
        "<noframes><p>No frames here.</p></noframes><noembed>Nor there.</noembed>",
        "<aside>Beside it</aside><footer>Below it</footer>",
        "<p>The ship, <math><mi>x</mi><mo>=</mo><mn>4</mn></math>, left.</p>",
        "<sup>*</sup><!-- nothing --><form>Your name <input> and <b>place</b></form>",
    ],
)
def test_what_is_not_spoken_is_listed(inside: str) -> None:
    page = make_page(inside)
    assert find_unlisted(page, read_listed(page)) == []


def test_what_stands_in_for_frames_is_not_spoken() -> None:
    page = make_page("<noframes><p>No frames here.</p></noframes>")
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    assert not [block for block in article.blocks if "frames" in block.text]


def test_a_text_that_is_lost_is_found() -> None:
    page = make_page("<p>Home</p><p>Home</p>")
    listed = [HEAD, *STORY, "Home"]
    assert find_unlisted(page, listed) == ["home"]
    assert "home" in list_texts(page)


def test_a_text_with_parts_taken_out_is_accounted_for_by_its_pieces():
    page = "<p>In [3], the ferry \\(x = 1\\) was late.</p><p>It came.</p>"
    parts = ["[3]", "\\(x = 1\\)"]
    assert find_unlisted(page, ["In, the ferry was late.", "It came.", *parts]) == []
    assert find_unlisted(page, ["In, the ferry was late.", "It came.", parts[1]]) != []
    assert find_unlisted(page, ["the ferry was late.", "It came.", *parts]) != []
