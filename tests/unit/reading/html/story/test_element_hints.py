"""What elements are called, and when that says nothing of what lies in them."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.extract import extract
from tests.unit.reading_pages import read


def test_an_id_that_is_the_slug_of_a_heading_says_nothing_of_it() -> None:
    said, _ = read(
        "<h2 id=what-social-media-does-to-sleep>What social media does to sleep</h2>"
        "<p>Nobody in the town had expected the debate to last for so many months.</p>"
    )
    assert "What social media does to sleep" in said


LABEL = "Twelve of these"


@pytest.mark.parametrize(
    "name",
    [
        "share-capital",
        "share_price",
        "shareholder",
        "social-care",
        "social-security",
        "socialist",
        "ad-hoc",
        "navy",
        "advice",
        "commentary",
        "unrelated",
        "popular-music",
        "rail-strikes",
        "related-parties",
        "follow-up",
    ],
)
def test_a_name_that_is_a_topic_is_no_box(name: str) -> None:
    heads = f'<div class="{name}"><h2>What is meant</h2><p>It came to this in the spring:</p></div>'
    said, left_out = read(heads)
    assert "It came to this in the spring:" in said, left_out


@pytest.mark.parametrize(
    "name",
    ["share-bar", "article-share", "social-links", "ad-slot", "comments", "related-stories"],
)
def test_a_name_of_a_box_is_one(name: str) -> None:
    assert LABEL not in read(f'<div class="{name}"><p>{LABEL}</p></div>')[0]


def test_a_name_made_of_the_heading_of_its_section_says_nothing() -> None:
    said, _ = read(
        '<section id="how-we-share"><h2>How we share the pier</h2>'
        "<p>It came to this in the spring:</p></section>"
    )
    assert "It came to this in the spring:" in said


@pytest.mark.parametrize("name", ["standfirst", "article-subtitle", "dek", "c-strapline"])
def test_the_standfirst_of_a_short_story_is_called_so(name: str) -> None:
    lead = "The long wait is over, and this is the standfirst alone."
    body = f"<h1>A boat</h1><p class={name}>{lead}</p><p>It came back on Monday morning, empty.</p>"
    document = Document(uri="file:a.html", media_type="text/html", body=body.encode())
    blocks = {block.text: block.hints for block in extract(document, Reading()).blocks}
    assert "standfirst" in blocks[lead]
