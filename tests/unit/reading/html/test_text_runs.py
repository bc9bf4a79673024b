"""Pages that are not as they should be: left open, encoded twice, headings within headings."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, LeftOut, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.text.decode import tidy

HEAD = "Harbour ferry returns after nine years"
STORY = (
    "The first ferry since the storm left the harbour on Monday morning with eighty people on board.",  # noqa: E501
    "Its captain said that the crossing had been calm and that most of the seats had been taken early.",  # noqa: E501
    "A second boat is to follow in the spring, when the pier on the island has been repaired as well.",  # noqa: E501
    "The operator expects to carry forty thousand people a year, half as many as before the storm.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)


def read(body: str, title: str = HEAD) -> tuple[Article, tuple[LeftOut, ...]]:
    html = f"<html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    return clean(extract(document, Reading()), Reading())


def said(body: str, title: str = HEAD) -> list[str]:
    return [block.text for block in read(body, title)[0].blocks]


@pytest.mark.parametrize("box", ["nav", "header", "aside", "footer"])
def test_a_box_that_was_left_open_before_main_says_nothing_of_the_story(box: str) -> None:
    body = f"<{box} class=menu><ul><li><a href=/>Home</a><main><h1>{HEAD}</h1>{PARAGRAPHS}</main>"
    assert said(body) == [HEAD, *STORY]


def test_a_menu_within_main_is_a_menu() -> None:
    menu = f"<nav><p>{STORY[0]}</p></nav>"
    assert (
        said(f"<main><h1>{HEAD}</h1>{menu}<div>{''.join(PARAGRAPHS[1:])}</div></main>").count(
            STORY[0]
        )
        <= 1
    )


def test_what_stands_before_a_list_belongs_to_a_story_that_is_mostly_a_list() -> None:
    """The page shows another headline than it tells of, so that nothing marks where it begins."""
    points = "".join(f"<li><p>{line} {line[:-1]}, too.</p></li>" for line in STORY[1:] * 2)
    body = f"<div id=menu><a href=/>Home</a></div><div class=text><p>{STORY[0]}</p><ul>{points}</ul></div>"  # noqa: E501
    assert said(body, "Ferries")[0] == STORY[0]


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


def test_a_date_that_is_a_heading_in_the_headline_is_no_part_of_it() -> None:
    body = f"<main><h1>{HEAD}<h3>Posted on July 1, 2024 by ann</h3></h1>{PARAGRAPHS}</main>"
    article, _ = read(body)
    assert article.title == HEAD


def test_a_headline_that_is_a_heading_in_the_h1_is_the_headline() -> None:
    article, _ = read(f"<main><h1><h2>{HEAD}</h2></h1>{PARAGRAPHS}</main>", "Example News")
    assert article.title == HEAD


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the harbour\u00e2\u20ac\u2122s boat", "the harbour\u2019s boat"),
        ("the harbour\u00e2\x80\x99s boat", "the harbour\u2019s boat"),
        ("\u00e2\u20ac\u0153Calm\u00e2\u20ac\x9d", "\u201cCalm\u201d"),
        ("un ch\u00e2teau", "un ch\u00e2teau"),
        ("\u00e2\u20ac5", "\u00e2\u20ac5"),
    ],
)
def test_marks_that_were_encoded_twice_are_as_they_were_meant(written: str, meant: str) -> None:
    assert tidy(written) == meant


def test_a_sentence_that_was_encoded_twice_is_found_in_its_page() -> None:
    twice = STORY[0].replace("the harbour", "the island\u2019s harbour").encode().decode("cp1252")
    article, _ = read(f"<main><h1>{HEAD}</h1><p>{twice}</p>{PARAGRAPHS}</main>")
    block = article.blocks[1]
    assert "island\u2019s" in block.text
    assert "voted" in block.hints
    assert block.selector is not None
    assert block.selector.exact == twice


def folded(heading: str, panel: str) -> str:
    button = f"<button aria-expanded=false><div><i></i></div><p>{heading}</p></button>"
    return f"<h3>{button}</h3><div hidden aria-hidden=true>{panel}</div>"


def test_what_a_heading_opens_is_read_under_it() -> None:
    fold = folded("Fares", f"<p>{STORY[2]}</p><p>{STORY[3]}</p>")
    body = f"<main><h1>{HEAD}</h1><div><p>{STORY[0]}</p><p>{STORY[1]}</p>{fold}</div></main>"
    article, _ = read(body)
    assert [block.text for block in article.blocks] == [HEAD, *STORY[:2], "Fares", *STORY[2:]]
    assert article.blocks[3].kind == "heading"


@pytest.mark.parametrize(
    "hidden",
    [
        "<button aria-expanded=false>Menu</button><div hidden>{}</div>",
        "<h3>Fares</h3><div hidden>{}</div>",
        "<h3><button aria-expanded=false>Fares</button></h3><p>Later.</p><div hidden>{}</div>",
    ],
)
def test_what_no_heading_opens_stays_hidden(hidden: str) -> None:
    body = f"<main><h1>{HEAD}</h1><div>{PARAGRAPHS}{hidden.format('<p>All fares go up in May, the operator said on Monday morning.</p>')}</div></main>"  # noqa: E501
    assert not any("All fares go up" in text for text in said(body))


def test_a_heading_whose_words_lie_in_a_box_is_a_heading() -> None:
    between = f"<p>{STORY[1]}</p><h2><div>A second boat</div></h2>"
    body = f"<main><h1>{HEAD}</h1><div><p>{STORY[0]}</p>{between}<p>{STORY[2]}</p><p>{STORY[3]}</p></div></main>"  # noqa: E501
    article, _ = read(body)
    assert [(b.kind, b.level) for b in article.blocks if b.text == "A second boat"] == [
        ("heading", 2)
    ]


def test_a_heading_that_opens_nothing_stays_a_button() -> None:
    button = "<h3><button aria-expanded=false>Fares</button></h3><div hidden></div>"
    body = f"<main><h1>{HEAD}</h1><div>{PARAGRAPHS}{button}{PARAGRAPHS.replace('.', ', too.')}</div></main>"  # noqa: E501
    assert "Fares" not in said(body)
