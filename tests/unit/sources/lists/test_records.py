"""What records of services say of an article, whatever they call it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from audiopress.sources.lists.records import read_export, read_record

URL = "https://post.example.org/ferry/"
TEXT = (
    "<p>" + "It was late on Monday because of ice in the harbour, nobody knew why. " * 12 + "</p>"
)
DAY = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        {"author": "Ada", "publishedAt": "2026-03-01T00:00:00.000Z"},
        {"published_by": ["Ada", None, ""], "published_at": "2026-03-01T01:00:00+0100"},
        {"authors": ["Ada"], "published": "2026-03-01"},
        {"Author": "Ada", "Publication Date": "2026-03-01"},
        {"author_name": "Ada", "published_on": 1772323200},
        {"author": {"@type": "Person", "name": "Ada"}, "datePublished": "2026-03-01"},
        {"byline": "Ada", "published-date": 1772323200000},
        {"metadata": {"author": "Ada", "published": "2026-03-01"}},
        {"author": "", "meta": {"Author": "Ada", "date_published": "2026-03-01"}},
        {
            "published_by": ["Ada"],
            "published_at": {
                "date": "2026-03-01 01:00:00.000000",
                "timezone_type": 3,
                "timezone": "Europe/Berlin",
            },
        },
        {
            "published_by": ["Ada"],
            "published_at": {"date": "2026-03-01 01:00:00.000000", "timezone": "+01:00"},
        },
    ],
)
def test_author_and_date_are_found_under_any_name(said: dict[str, Any]) -> None:
    (item,) = read_export(json.dumps([{"url": URL, "content": TEXT, **said}]), "w.json").items

    assert item.facts.byline == "Ada"
    assert item.facts.published is not None
    assert item.facts.published.timestamp() == DAY.timestamp()
    assert item.text


@pytest.mark.parametrize("name", ["content", "content_html", "html_content", "htmlContent"])
def test_so_is_the_text(name: str) -> None:
    assert read_record({"url": URL, name: TEXT}, "record 1").text == TEXT


@pytest.mark.parametrize(
    "said",
    [
        {"author": "post.example.org"},
        {"author": "https://post.example.org/ada"},
        {"author": "www.post.example.org", "published_at": None},
        {"published_by": None, "created_at": "2026-03-01"},
        {"published_at": {"date": None}, "metadata": {"url": "https://other.example/"}},
    ],
)
def test_what_is_no_author_and_no_date_of_publication_is_not_taken(said: dict[str, Any]) -> None:
    item = read_record({"url": URL, "content": TEXT, **said}, "record 1")

    assert (item.address, item.facts.byline, item.facts.published) == (URL, "", None)


@pytest.mark.parametrize(
    "said",
    [
        {"time_added": "1772323200"},
        {"Timestamp": "1772323200"},
        {"Saved date": "2026-03-01 00:00:00+00:00"},
        {"savedAt": "2026-03-01T00:00:00Z"},
        {"created_at": "2026-03-01T01:00:00+0100"},
        {"created": 1772323200000},
    ],
)
def test_when_it_was_saved_is_no_date_of_an_article(said: dict[str, Any]) -> None:
    item = read_record({"url": URL, **said}, "record 1")
    assert item.facts.published is None
    assert item.facts.modified is None
    assert not item.facts.notes
    assert item.saved is not None
    assert item.saved.timestamp() == DAY.timestamp()
    both = read_record({"url": URL, "published": "2020-01-01T00:00:00Z", **said}, "record 1")
    assert both.facts.published == datetime(2020, 1, 1, tzinfo=UTC)
