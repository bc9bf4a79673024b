"""The page that is made of an article whose text stands in its list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.model import Document, SourceFacts
from audiopress.sources.lists.listed import ListedItem, make_document

DAY = datetime(2026, 11, 3, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "title", "published", "called"),
    [
        ("<p>Hello.</p>", "", DAY, "2026-11-03"),
        ('<p><img src="a.png"></p>', "", DAY, "2026-11-03"),
        ("<p>Hello.</p>", "", None, ""),
        ("<p>Hello.</p>", "A word", DAY, "A word"),
        ("<p>Hello all.</p>", "", DAY, ""),
    ],
)
def test_a_post_of_one_word_is_called_after_its_day(
    text: str, title: str, published: datetime | None, called: str
) -> None:
    facts = SourceFacts(title=title, published=published)
    item = ListedItem(address="https://x.example/12", text=text, facts=facts)
    document = make_document(item, "feed.xml")
    assert isinstance(document, Document)
    page = document.body.decode()
    assert f"<title>{called}</title>" in page
    assert (f"<h1>{called}</h1>" in page) == bool(called)
