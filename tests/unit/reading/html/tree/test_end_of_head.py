"""A page that does not say where its head ends."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.html.tree.page_tree import parse_page
from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY

NAMES = "article", "main", "section", "header", "figure", "story-text"


def say(page: str) -> list[str]:
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    return [block.text for block in clean(extract(document, Reading()), Reading())[0].blocks]


@pytest.mark.parametrize("name", NAMES)
def test_its_story_is_read_whatever_it_lies_in(name: str) -> None:
    story = f"<{name}><h1>{HEAD}</h1>{PARAGRAPHS}</{name}>"
    assert say(f"<!doctype html><html lang=en><title>{HEAD}</title>{story}") == [HEAD, *STORY]


def test_what_ends_the_head_stands_before_what_the_body_has() -> None:
    page = f"<title>{HEAD}</title><article><h1>{HEAD}</h1></article>behind it<p>the last"
    body = parse_page(page, "a.html").find("body")
    assert [text.strip() for text in body.itertext()] == [HEAD, "behind it", "the last"]


def test_what_a_page_says_of_itself_stays_in_the_head() -> None:
    page = f"<head><x-mark></x-mark><title>{HEAD}</title><meta name=author></head><body><p>text"
    tree = parse_page(page, "a.html")
    assert [each.tag for each in tree.find("head")] == ["title", "meta"]
