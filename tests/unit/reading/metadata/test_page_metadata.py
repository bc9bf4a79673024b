"""What a page says of itself: who wrote it."""

import pytest
from lxml import html

from audiopress.reading.metadata.page_metadata import read_page_metadata

STORY = "<article><h1>Ferry returns</h1>{shown}<p>It was late on Monday, said the master.</p>"


@pytest.mark.parametrize(
    ("author", "uri", "shown", "expected"),
    [
        ("harbour.example", "https://www.harbour.example/a", "", ""),
        ("www.Harbour.example", "https://harbour.example/a", "", ""),
        ("harbour.example", "saved.html", "", ""),
        ("harbour.example", "https://harbour.example/a", "By Jane Doe", "Jane Doe"),
        ("harbour.example, Jane Doe", "https://harbour.example/a", "", "Jane Doe"),
        # Another's, and a name that only looks like one.
        ("Harbour Radio", "https://harbour.example/a", "", "Harbour Radio"),
        ("will.i.am", "https://harbour.example/a", "", "will.i.am"),
        # Addresses that somebody mistyped.
        ("Jane Doe", "http://[", "", "Jane Doe"),
    ],
)
def test_a_host_has_written_nothing(author: str, uri: str, shown: str, expected: str) -> None:
    head = f'<meta name="author" content="{author}">'
    if "://" not in uri:
        head += '<link rel="canonical" href="https://www.harbour.example/a">'
    body = STORY.format(shown=f'<p class="byline">{shown}</p>' * bool(shown))
    page = html.document_fromstring(f"<html lang=en><head>{head}</head><body>{body}</body></html>")
    assert read_page_metadata(page, uri).byline == expected
