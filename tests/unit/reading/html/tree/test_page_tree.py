"""What the tree of a page is mended by: a box left open, what a heading unfolds."""

from __future__ import annotations

import pytest

from audiopress.errors import ReadingError
from audiopress.reading.formats.html import MOST_TEXT
from audiopress.reading.html.story import extractor_votes
from audiopress.reading.html.tree.page_tree import parse_page
from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, read, said
from tests.unit.growing_texts import calls_grow


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


def test_a_heading_that_opens_nothing_stays_a_button() -> None:
    button = "<h3><button aria-expanded=false>Fares</button></h3><div hidden></div>"
    body = f"<main><h1>{HEAD}</h1><div>{PARAGRAPHS}{button}{PARAGRAPHS.replace('.', ', too.')}</div></main>"  # noqa: E501
    assert "Fares" not in said(body)


UNREADABLE = {
    "a vertical tab": "\x0b",
    "a start of text": "\x02",
    "an escape": "\x1b",
    "a zero": "\0",
    "U+FFFE": "\ufffe",
    "U+FFFF": "\uffff",
    "a reference": "&#11;",
    "a reference in figures of 16": "&#x1F;",
    "a reference to zero": "&#x0;",
    "half an emoji": "&#xD800;",
    "beyond Unicode": "&#x110000;",
    "no end": "&#8",
}


@pytest.mark.parametrize("bad", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("place", ["word", "tail", "attribute", "comment", "title", "json"])
def test_what_no_xml_may_hold_costs_no_text(bad: str, place: str) -> None:
    body = f"<h1>{HEAD}</h1>{PARAGRAPHS}"
    title = HEAD
    if place == "word":
        body = body.replace("captain", f"cap{bad};tain".replace(";;", ";").replace(f"{bad};", bad))
    elif place == "tail":
        body = body.replace("</p>", f"</p>{bad} ")
    elif place == "attribute":
        body = f"<div title='a {bad} b' class='x{bad}'>{body}</div>"
    elif place == "comment":
        body = f"<!-- {bad} -->{body}"
    elif place == "title":
        title = HEAD.replace("ferry", f"fe{bad}rry") if bad[-1] != "8" else HEAD
    else:
        data = f'{{"@type": "NewsArticle", "headline": "{HEAD}", "articleSection": "a {bad} b"}}'
        body = f"<script type='application/ld+json'>{data}</script>{body}"
    assert said(body, title) == [HEAD, *STORY]


def test_a_line_end_of_a_word_processor_parts_two_sentences() -> None:
    body = f"<h1>{HEAD}</h1><p>{STORY[0]}\x0b{STORY[1]}</p><p>{STORY[2]}</p>"
    assert said(body) == [HEAD, f"{STORY[0]} {STORY[1]}", STORY[2]]


def test_a_form_feed_is_white_space() -> None:
    body = f"<h1>{HEAD}</h1>{PARAGRAPHS}".replace("a ", "a\f")
    assert said(body) == said(body.replace("\f", " "))


@pytest.mark.parametrize("depth", [1500, 100_000])
def test_a_page_that_is_nested_too_deeply_is_refused_with_the_place(depth: int) -> None:
    with pytest.raises(ReadingError, match="nested more than 1000 deep") as caught:
        read(f"<h1>{HEAD}</h1>\n{'<div>' * depth}{PARAGRAPHS}")
    assert caught.value.where == "https://example.org/a, line 2"


ATTRIBUTES = " ".join(f"a{number}" for number in range(10_001))


@pytest.mark.parametrize(
    ("body", "what", "where"),
    [
        (f"<h1>{HEAD}</h1>\n<p {ATTRIBUTES}>It came.</p>", "a tag has more than 10000", ", line 2"),
        (f"\n\n<p title='>' {ATTRIBUTES}>It came.</p>", "a tag has more than 10000", ", line 3"),
        (f"<h1>{HEAD}</h1>\n{'<p>It came.' * 50_001}", "it has more than 50000 elements", ""),
        (f"<p>{'<br>' * 50_001}</p>", "it has more than 50000 elements", ""),
    ],
)
def test_a_page_that_is_larger_than_articles_are_is_refused(
    body: str, what: str, where: str
) -> None:
    with pytest.raises(ReadingError, match=what) as caught:
        parse_page(f"<html>{body}</html>", "a.html")
    assert caught.value.where == f"a.html{where}"
    assert caught.value.hint


@pytest.mark.parametrize(
    "body",
    [
        # what is long and no row of attributes
        f"<p>{'It came <b>twice</b>. ' * 5000}</p>",
        f"<p>{'It came twice. ' * 20_000}</p>",
        f"<p title='{'It came twice. ' * 20_000}'>It came.</p>",
        f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 20_000}'><p>It came.</p>",
        f"<p {' '.join(f'a{number}' for number in range(9_999))}>It came.</p>",
    ],
)
def test_a_page_with_a_long_text_or_value_is_read(body: str) -> None:
    assert "It came" in parse_page(f"<html>{body}</html>", "a.html").text_content()


def test_a_table_is_read_in_time_that_grows_with_it() -> None:
    """All of its cells were looked through for each."""
    row = "<tr><td>The ferry with the number {} came back to the island after the winter.</td></tr>"

    def table(count: int) -> object:
        rows = "".join(map(row.format, range(count)))
        return read(f"<article><h1>{HEAD}</h1><table>{rows}</table></article>")

    assert not calls_grow(table)


@pytest.mark.parametrize("unit", ["1", "word ", "A word. ", "[", "\u6f22", "<p>A line.</p>"])
def test_a_page_of_more_text_than_is_ever_spoken_is_refused_with_its_size(unit: str) -> None:
    count = MOST_TEXT // len(unit.replace("<p>", "").replace("</p>", "")) + 1
    with pytest.raises(ReadingError, match=r"characters of text|elements"):
        read(f"<article><h1>{HEAD}</h1><p>{unit * count}</p></article>")


def test_a_row_of_headings_is_not_given_to_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts them anew for each that it takes away."""
    asked = []
    monkeypatch.setattr(extractor_votes.trafilatura, "extract", lambda *_, **__: asked.append(1))
    read(f"<article><h1>{HEAD}</h1>{''.join(PARAGRAPHS)}{'<h2>The ferry</h2>' * 6_000}</article>")
    assert asked == []
