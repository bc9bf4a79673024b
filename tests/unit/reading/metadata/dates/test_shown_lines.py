"""Dates that a page shows in plain words at its head, where it says none otherwise."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, LeftOut, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.reading_pages import HEAD, STORY

TEXT = "".join(f"<p>{text}</p>" for text in STORY)


def read(head: str, *, language: str = "en-GB") -> tuple[Article, tuple[LeftOut, ...]]:
    page = (
        f"<html lang={language}><title>{HEAD}</title><body><main><h1>{HEAD}</h1>{head}{TEXT}</main>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    return clean(extract(document, Reading()), Reading())


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published 14 March 2026</p>",
        "<p>14.03.2026 | 10:15</p>",
        "<div>14.03.2026, 10:15 Uhr</div>",
        "<p>Veröffentlicht am 14. März 2026</p>",
        "<p>Stand: 14.03.2026</p>",
        "<p>March 14, 2026</p>",
        "<p>Publié le 14 mars 2026 à 10h15</p>",
        "<p>Publicado el 14 de marzo de 2026</p>",
        "<p>2026-03-14</p>",
        "<span>Posted: Mar 14, 2026 9:35 PM</span>",
        "<p>News · 14 March 2026</p>",
        "<p>Reading time: 3 min · 14 March 2026</p>",
        "<p>Berlin, 14.03.2026</p>",
        "<ul><li>14 March 2026</li></ul>",
        "<p>Published 14 March 2026, updated 16 March 2026</p>",
        "<p>Updated 16 March 2026</p><p>14 March 2026</p>",
        "<p>By Ann Example | 14 March 2026</p>",
        "<p>By Ann Example, Harbour Times, 14 March 2026</p>",
    ],
)
def test_a_line_below_the_headline_dates_the_article(line: str) -> None:
    article, _ = read(line)
    assert article.published
    assert f"{article.published:%Y-%m-%d}" == "2026-03-14"
    assert [block.text for block in article.blocks] == [HEAD, *STORY]


def test_two_elements_in_a_line_date_it_too() -> None:
    article, _ = read("<div><span>Ann Example</span> <span>Mar 14, 2026</span></div>")
    assert article.published
    assert article.published.day == 14


def test_a_line_that_only_tells_of_a_change_dates_both() -> None:
    article, _ = read("<p>Last updated: 16 March 2026</p>")
    assert article.published == article.modified
    assert article.published


def test_figures_that_may_be_two_days_are_told() -> None:
    assert read("<p>03/04/2026</p>", language="en")[0].notes
    american, _ = read("<p>03/04/2026</p>", language="en-US")
    assert american.published
    assert american.published.month == 3


@pytest.mark.parametrize(
    "line",
    [
        "<p>The light was lit on 14 March 2026 by the keeper.</p>",
        "<p>Built <b>14 March 2026</b> by the board.</p>",
        "<p>He left the town on Saturday, 14 March 2026.</p>",
        "<p>Event date: 2 May 2031</p>",
        "<h2>14 March 2026</h2>",
        "<table><tr><td>14 March 2026</td></tr></table>",
        "<aside><p>14 March 2026</p></aside>",
        '<div class="related"><p>14 March 2026</p></div>',
        "<ul><li>14 March 2026</li><li>15 March 2026</li></ul>",
        f"{TEXT}<p>14 March 2026</p>",
    ],
)
def test_another_date_is_not_the_articles(line: str) -> None:
    article, _ = read(line)
    assert article.published is None


def test_a_sentence_with_the_day_of_the_article_is_spoken() -> None:
    line = "He left the town on Saturday, 14 March 2026."
    article, _ = read(f"<p>14 March 2026</p><p>{line}</p>")
    assert line in [block.text for block in article.blocks]
