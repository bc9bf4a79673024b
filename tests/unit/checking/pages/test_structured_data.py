"""What pages say of themselves to search engines, whatever stands there."""

from __future__ import annotations

import pytest
from lxml import html

from audiopress.checking.pages.structured_data import list_data, read_data


def make_page(*texts: str) -> html.HtmlElement:
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return html.document_fromstring(f"<html><head>{scripts}</head><body><p>a</p></body></html>")


def test_each_record_is_read_in_its_place() -> None:
    page = make_page('{"name": "a"}', "[", '{"name": "b"}')
    assert list_data(page) == [{"name": "a"}, {}, {"name": "b"}]
    assert read_data(page) == {"name": "a"}
    assert (list_data(make_page()), read_data(make_page())) == ([], {})


@pytest.mark.parametrize("text", ["", "[]", "null", '{"name": ', "[" * 200_000])
def test_what_is_no_record_is_an_empty_one(text: str) -> None:
    assert read_data(make_page(text)) == {}
    assert list_data(make_page(text)) == [{}]
