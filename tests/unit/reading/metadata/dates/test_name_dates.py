"""The date in the name of a file."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract

BODIES = {
    "md": ("text/markdown", "# The old ferry\n\nThe ferry was late again on its way."),
    "txt": ("text/plain", "The old ferry\n\nThe ferry was late again on its way."),
    "html": (
        "text/html",
        "<html lang=en><body><h1>The old ferry</h1><p>The ferry was late again.</p></body></html>",
    ),
}


def read(uri: str, head: str = "") -> Article:
    kind, body = BODIES[uri.rpartition(".")[2]]
    return extract(Document(uri=uri, media_type=kind, body=(head + body).encode()), Reading())


@pytest.mark.parametrize(
    ("uri", "day"),
    [
        ("_posts/2014-03-02-old-one.md", "2014-03-02"),
        ("notes/2014-03-02_old-one.txt", "2014-03-02"),
        ("2014-03-02 old one.html", "2014-03-02"),
        ("2016-02-29-leap.md", "2016-02-29"),
        ("diary/2014-03-02.md", "2014-03-02"),
        ("20140302-old-one.md", "2014-03-02"),
        ("content/2014-03-02-old-one/index.md", "2014-03-02"),
        ("old-2014-03-02.md", ""),
        ("20140302.md", ""),
        ("2014-03-021-parts.md", ""),
        ("2014-03-02-posts/old.md", ""),
        ("https://news.example/2014-03-02-old-one.html", ""),
    ],
)
def test_a_name_dates_its_file(uri: str, day: str) -> None:
    article = read(uri)
    assert (f"{article.published:%Y-%m-%d}" if article.published else "") == day
    assert not article.notes


def test_front_matter_wins() -> None:
    article = read("2014-03-02-old-one.md", "---\ndate: 2020-01-05\n---\n")
    assert f"{article.published:%Y-%m-%d}" == "2020-01-05"


@pytest.mark.parametrize("name", ["2014-13-45-old.md", "2015-02-29-old.txt", "2014-00-10-old.html"])
def test_a_day_that_there_is_not_is_told(name: str) -> None:
    article = read(name)
    assert article.published is None
    assert name[:10] in "".join(article.notes)
