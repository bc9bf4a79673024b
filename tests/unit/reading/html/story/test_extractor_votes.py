"""A vote finds its sentence in the page, however that writes it."""

from __future__ import annotations

import pytest

from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, read


def test_a_sentence_that_was_encoded_twice_is_found_in_its_page() -> None:
    twice = STORY[0].replace("the harbour", "the island\u2019s harbour").encode().decode("cp1252")
    article, _ = read(f"<main><h1>{HEAD}</h1><p>{twice}</p>{PARAGRAPHS}</main>")
    block = article.blocks[1]
    assert "island\u2019s" in block.text
    assert "voted" in block.hints
    assert block.selector is not None
    assert block.selector.exact == twice


FAILURES = [
    lambda *_, **__: None,
    lambda *_, **__: "",
    lambda *_, **__: 1 / 0,
    lambda *_, **__: "Something else that stands in no page at all.",
]


@pytest.mark.parametrize("extract", FAILURES)
@pytest.mark.parametrize("wrap", ["{}", "<article>{}</article>", "<main><div>{}</div></main>"])
def test_a_story_is_read_without_the_extractor(
    extract: object, wrap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trafilatura.extract", extract)
    menu = "<nav><ul><li><a href=/>Home</a></ul></nav>"
    letter = "<aside class=newsletter><p>All the ferries of the week in one letter.</p></aside>"
    body = wrap.format(f"<h1>{HEAD}</h1>{PARAGRAPHS}{letter}")
    article, _ = read(f"{menu}{body}<footer><p>All rights reserved by the post.</p></footer>")
    assert [block.text for block in article.blocks] == [HEAD, *STORY]


@pytest.mark.parametrize(
    "line", ["<span>word </span>", "<b><i>word </i></b>", "<a href=/>word</a> "]
)
def test_the_extractor_is_asked_of_no_line_in_thousands_of_pieces(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("trafilatura.extract", lambda tree, **_: asked.append(tree) or "")
    read(f"<main><h1>{HEAD}</h1><p>{line * 4_000}</p>{PARAGRAPHS}</main>")
    read(f"<main><h1>{HEAD}</h1><p>{line * 5_001}</p>{PARAGRAPHS}</main>")
    assert len(asked) == (0 if line.startswith("<b>") else 1)


def test_a_story_beside_such_a_line_is_read() -> None:
    article, _ = read(f"<main><h1>{HEAD}</h1>{PARAGRAPHS}<p>{'<i>a</i> ' * 5_001}</p></main>")
    assert {HEAD, *STORY} <= {block.text for block in article.blocks}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The sea was at 10<sup>o</sup>C then.", "The sea was at 10°C then."),
        ("It took 12<sup>1</sup>/<sub>2</sub> hours.", "It took 12 1/2 hours."),
        ("Ham is at $4<sup>99</sup> a pound.", "Ham is at $4.99 a pound."),
        ("The depth is <math><mi>h</mi></math> at noon.", "The depth is h at noon."),
        (
            "The depth is <math><mi>h</mi><mo>=</mo><mn>4</mn></math> at noon.",
            "The depth is at noon.",
        ),
    ],
)
def test_a_sentence_that_is_said_otherwise_than_it_stands_there_is_voted(line, said) -> None:
    article, _ = read(f"<main><h1>{HEAD}</h1>{PARAGRAPHS}<p>{line}</p></main>")
    assert article.blocks[-1].text == said
    assert "voted" in article.blocks[-1].hints


def test_the_lines_of_a_short_stanza_are_voted_together() -> None:
    stanza = "Row, row,<br>row the boat,<br>to the quay"
    article, _ = read(f"<main><h1>{HEAD}</h1><p>{stanza}</p>{PARAGRAPHS}</main>")
    assert article.blocks[1].text == "Row, row, row the boat, to the quay"
    assert "voted" in article.blocks[1].hints


def test_a_long_paragraph_is_read_though_it_ends_in_no_mark() -> None:
    line = "The keeper came home<sup>12</sup> " * 40
    article, _ = read(f"<h1>{HEAD}</h1><p>{line}</p>")
    assert article.blocks[-1].text == " ".join(["The keeper came home"] * 40)
    article, _ = read(f"<h1>{HEAD}</h1><p>{'<i>The</i> keeper came home<sup>1</sup> ' * 5_001}</p>")
    assert "voted" in article.blocks[-1].hints
