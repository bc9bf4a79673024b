"""Lines that say who posted an article and when, with words alone between the two."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.metadata.dates.credit_lines import part_credit
from tests.unit.reading_pages import HEAD, STORY

TEXT = "".join(f"<p>{text}</p>" for text in STORY)


def read(line: str, language: str = "en-GB") -> Article:
    page = (
        f"<html lang={language}><title>{HEAD}</title><body><main><h1>{HEAD}</h1>"
        f"<p>{line}</p>{TEXT}</main>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    return clean(extract(document, Reading()), Reading())[0]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("posted by Ann on 3 Oct 2026", "Ann"),
        ("by Ann, 3 Oct 2026", "Ann"),
        ("By Ann Example on October 3, 2026", "Ann Example"),
        ("Posted on 3 Oct 2026 by Ann Example", "Ann Example"),
        ("Posted by Ann Example in Ferries on 3 Oct 2026", "Ann Example"),
        ("Posted in Ferries on 3 Oct 2026", ""),
        ("Posted by Ann on <time datetime=2026-10-03>3 Oct</time> 2026", "Ann"),
        ("Von Ann Example am 03.10.2026", "Ann Example"),
        ("Veröffentlicht am 03.10.2026 von Ann Example", "Ann Example"),
        ("Geschrieben von Ann Example am 3. Oktober 2026", "Ann Example"),
    ],
)
def test_what_is_left_out_as_said_was_used(line: str, byline: str) -> None:
    article = read(line)
    assert article.published
    assert f"{article.published:%Y-%m-%d}" == "2026-10-03"
    assert article.byline == byline
    assert [block.text for block in article.blocks] == [HEAD, *STORY]


def test_who_changed_an_article_did_not_write_it() -> None:
    article = read("Updated by Ann Example on 3 October 2026")
    assert article.byline == ""
    assert article.modified == article.published is not None


@pytest.mark.parametrize(
    "line",
    [
        "By the river on 3 May 2024",
        "3 May 2024 in Bonn",
        "Posted by Ann on the quay",
        "By Ann Example, Harbour Times",
        "Published by the harbour board on 3 May 2024 was a list of boats.",
        "The harbour was closed by Ann on 3 May 2024",
    ],
)
def test_any_other_line_is_left_whole(line: str) -> None:
    assert part_credit(line) == [line]


GERMAN = (
    "Der Hafen war am Morgen ruhig, und die Boote, die am alten Kai lagen, waren seit dem "
    "Sturm im Winter nicht bewegt worden, sagte der Hafenmeister allen, die ihn fragten. "
)


@pytest.mark.parametrize("claimed", ["en", "en-US"])
def test_figures_are_read_by_the_language_of_a_text_that_is_not_english(claimed: str) -> None:
    page = (
        f"<html lang={claimed}><title>Der Hafen</title><body><h1>Der Hafen</h1>"
        f"<p>Von Ann Example, 12.11.2026</p><p>{GERMAN * 4}</p>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    article = extract(document, Reading())
    assert article.published
    assert f"{article.published:%Y-%m-%d}" == "2026-11-12"
