"""What kind of block a run is: a note, a caption, a heading."""

from __future__ import annotations

from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, read, said


def test_the_notes_at_the_foot_of_a_story_are_not_read() -> None:
    notes = "<li>1<div>The storm was the strongest since the pier was built, by all accounts.</div></li>"  # noqa: E501
    body = f"<main><h1>{HEAD}</h1>{PARAGRAPHS}<ol class='entry-footnotes'>{notes}</ol></main>"
    article, left_out = read(body)
    assert [block.text for block in article.blocks] == [HEAD, *STORY]
    assert {left.reason for left in left_out} == {"footnote"}


def test_notes_are_known_by_their_role() -> None:
    notes = f"<section role=doc-endnotes><p>{STORY[3]}</p></section>"
    body = f"<main><h1>{HEAD}</h1>{PARAGRAPHS[: PARAGRAPHS.index(STORY[3]) - 3]}{notes}</main>"
    assert said(body) == [HEAD, *STORY[:3]]


def test_a_story_in_a_figure_that_was_left_open_is_no_caption() -> None:
    table = "<figure><div><table><tr><td>80</td><td>120</td></tr></table>"
    body = f"<main><h1>{HEAD}</h1><p>{STORY[0]}</p>{table}{''.join(f'<p>{line}</p>' for line in STORY[1:])}</main>"  # noqa: E501
    assert said(body) == [HEAD, *STORY]


def test_a_line_in_a_figure_is_its_caption() -> None:
    figure = (
        "<figure><img src=a.png alt=''><p>The ferry at the pier on Monday morning.</p></figure>"
    )
    article, left_out = read(f"<main><h1>{HEAD}</h1>{PARAGRAPHS}{figure}</main>")
    assert [block.text for block in article.blocks] == [HEAD, *STORY]
    assert [left.reason for left in left_out] == ["caption"]


def test_a_heading_whose_words_lie_in_a_box_is_a_heading() -> None:
    between = f"<p>{STORY[1]}</p><h2><div>A second boat</div></h2>"
    body = f"<main><h1>{HEAD}</h1><div><p>{STORY[0]}</p>{between}<p>{STORY[2]}</p><p>{STORY[3]}</p></div></main>"  # noqa: E501
    article, _ = read(body)
    assert [(b.kind, b.level) for b in article.blocks if b.text == "A second boat"] == [
        ("heading", 2)
    ]
