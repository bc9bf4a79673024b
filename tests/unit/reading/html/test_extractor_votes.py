"""A vote finds its sentence in the page, however that writes it."""

from __future__ import annotations

from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, read


def test_a_sentence_that_was_encoded_twice_is_found_in_its_page() -> None:
    twice = STORY[0].replace("the harbour", "the island\u2019s harbour").encode().decode("cp1252")
    article, _ = read(f"<main><h1>{HEAD}</h1><p>{twice}</p>{PARAGRAPHS}</main>")
    block = article.blocks[1]
    assert "island\u2019s" in block.text
    assert "voted" in block.hints
    assert block.selector is not None
    assert block.selector.exact == twice
