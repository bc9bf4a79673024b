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


@pytest.mark.parametrize(
    "command",
    [
        "<p><code>pip install --user ferry</code></p>",
        "<div class=example><p><code> https://ferry.example/~crew/a.html </code></p></div>",
        "<p class=code># ferry start<br></p>",
        "<p><kbd>cd ferry</kbd><br><kbd>./start && echo {up}</kbd></p>",
        "<div><tt>/usr/bin/ferry -f quay.conf</tt></div>",
        "<p><code>git clone https://ferry.example/crew/quay.git</code></p>",
        "<p><code>sudo apt-get install -y rope sail oar</code></p>",
        "<p class=code># start the ferry and wait for the tide to turn</p>",
        "<p class=code>git commit -m 'the ferry leaves the quay at noon and comes back'</p>",
        "<p class=code>SELECT name FROM crew WHERE age = 5</p>",
    ],
)
def test_a_paragraph_that_is_code_from_end_to_end_is_a_listing(command: str) -> None:
    said, left_out = read(command)
    assert said == read("")[0]
    assert {reason for _, reason in left_out} == {"code"}


@pytest.mark.parametrize(
    "told",
    [
        "<p><code>Dear Max, I owe you $5 and a boat. Yours, Jo.</code></p>",
        "<p>Whoever types <code>ferry --start</code> has to wait for the tide.</p>",
        "<p class=code>The crew lives by a code: of honour, and of [almost] nothing else.</p>",
        "<ul><li><code>ferry-start</code></li><li><code>ferry_stop</code></li></ul>",
        "<p><code>Nobody in the harbour knew</code></p>",
        "<p class=code>He (the spy) wrote x = 5 on it</p>",
        "<p><tt>Dear Ann; I am well = fine</tt></p>",
        "<p><tt>and then he said to her that all was well = fine</tt></p>",
    ],
)
def test_a_paragraph_with_code_in_it_or_set_like_code_is_told(told: str) -> None:
    said, left_out = read(told)
    assert len(said) > len(read("")[0]), left_out
