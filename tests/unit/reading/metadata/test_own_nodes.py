"""JSON-LD of another article, which a template left on the page, is not this page's."""

from __future__ import annotations

import json

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from tests.unit.ferry_page import HEAD, PARAGRAPHS

CAT = {
    "@type": "NewsArticle",
    "headline": "Tabby cat found asleep inside tax office",
    "author": {"name": "Jane Doe"},
    "datePublished": "2019-02-01",
}
URI = "https://news.example/2024/05/03/ferry-is-back"


def read(
    *nodes: dict[str, object], title: str = HEAD, top: str = f"<h1>{HEAD}</h1>", uri: str = URI
) -> Article:
    head = "".join(
        f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in nodes
    )
    head += f"<title>{title}</title>"
    page = f"<html lang=en><head>{head}</head><body>{top}{PARAGRAPHS}</body></html>"
    return extract(Document(uri=uri, media_type="text/html", body=page.encode()), Reading())


@pytest.mark.parametrize(
    ("title", "top"),
    [
        (HEAD, f"<h1>{HEAD}</h1>"),
        (HEAD, ""),
        (f"{HEAD} | Skerry Gazette", f"<div>{HEAD}</div>"),
        ("Skerry Gazette", f"<h1>{HEAD}</h1>"),
        # a card of that article
        (HEAD, f"<h1>{HEAD}</h1><aside><h3>{CAT['headline']}</h3></aside>"),
        (HEAD, f"<h1>{HEAD}</h1><a href=/cat><b>{CAT['headline']}</b></a>"),
    ],
)
def test_that_of_another_article_is_left_out_and_named(title: str, top: str) -> None:
    other = CAT | {"url": "https://news.example/2019/tabby-cat", "description": "A tabby slept."}
    article = read(other, title=title, top=top)
    assert article.title == HEAD
    assert article.byline == ""
    assert article.published is None or article.published.year == 2024
    assert "Tabby cat found asleep inside tax office" in article.notes[0]
    assert "JSON-LD is not used" in article.notes[0]


@pytest.mark.parametrize(
    "more",
    [
        {"url": URI},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": f"{URI}/"}},
        {"@id": "/2024/05/03/ferry-is-back#article"},
        # the words of title, address and story
        {"headline": "Ferry for everybody"},
        {"headline": "Eighty passengers on board of the captain"},
        {"headline": "Calm crossing, early seats"},
        {"articleBody": "The first ferry left the harbour on Monday with eighty people on board."},
        {"description": "Its captain said that the crossing had been calm."},
        # too short to tell
        {"headline": "Gone"},
        {"headline": ""},
    ],
)
def test_that_of_the_page_is_used_however_it_is_worded(more: dict[str, object]) -> None:
    article = read(CAT | more)
    assert (article.byline, article.notes) == ("Jane Doe", ())


def test_a_headline_in_a_line_of_the_page_is_its_own() -> None:
    top = f"<div class=t>{CAT['headline']}</div>"
    assert read(CAT, title="Skerry Gazette", top=top).byline == "Jane Doe"


def test_of_two_the_own_one_is_used_though_the_other_is_fuller() -> None:
    mine = {"@type": "Article", "headline": "Boat service again", "url": URI, "author": "Ann Lee"}
    article = read(CAT | {"wordCount": 3, "keywords": "b", "section": "a"}, mine)
    assert (article.byline, article.notes) == ("Ann Lee", ())


def test_a_page_without_a_text_or_a_name_contradicts_nobody() -> None:
    assert read(CAT, title="", top="", uri="a").byline == "Jane Doe"
