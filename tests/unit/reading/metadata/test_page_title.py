"""The headline of a page, apart from what stands in its h1 with it."""

from __future__ import annotations

from tests.unit.ferry_page import HEAD, PARAGRAPHS, read


def test_a_date_that_is_a_heading_in_the_headline_is_no_part_of_it() -> None:
    body = f"<main><h1>{HEAD}<h3>Posted on July 1, 2024 by ann</h3></h1>{PARAGRAPHS}</main>"
    article, _ = read(body)
    assert article.title == HEAD


def test_a_headline_that_is_a_heading_in_the_h1_is_the_headline() -> None:
    article, _ = read(f"<main><h1><h2>{HEAD}</h2></h1>{PARAGRAPHS}</main>", "Example News")
    assert article.title == HEAD
