"""An article that is sent: what may stand in it."""

from __future__ import annotations

import pytest

from audiopress.server.api.articles import ArticleError, make_order

URL = "https://news.example/ferry"


def test_an_address_is_enough():
    order = make_order({"url": URL}, "api")
    assert (order.url, order.media_type, order.body, order.delivery) == (URL, "", b"", None)


def test_a_text_comes_with_its_address():
    html = make_order({"url": URL, "html": "<p>caf\u00e9</p>"}, "api", delivery="k")
    assert (html.media_type, html.body) == ("text/html", "<p>caf\u00e9</p>".encode())
    assert html.delivery == "api:k"
    assert (
        make_order({"url": URL, "text": "# A", "html": None}, "api").media_type == "text/markdown"
    )


def test_two_orders_of_one_article_are_alike_and_others_are_not():
    digests = {
        make_order(fields, origin).digest
        for fields in ({"url": URL}, {"url": URL, "text": "a"}, {"url": URL, "html": "a"})
        for origin in ("api", "ghost")
    }
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, "url"),
        ({"url": 7}, "url"),
        ({"url": ""}, "url"),
        ({"url": "ferry.html"}, "url"),
        ({"url": "/etc/passwd"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": "https://u:s3cret@news.example/"}, "url"),
        ({"url": "https://a.example/\ud800"}, "url"),
        ({"url": "https://a.example/" + "a" * 2000}, "url"),
        ({"url": "http://127.0.0.1/"}, "url"),
        ({"url": "http://localhost:8000/"}, "url"),
        ({"url": "http://0x7f.1/"}, "url"),
        ({"url": "http://[::ffff:10.0.0.1]/"}, "url"),
        ({"url": "http://169.254.169.254/latest"}, "url"),
        ({"url": URL, "html": ""}, "html"),
        ({"url": URL, "text": ["a"]}, "text"),
        ({"url": URL, "text": "\ud800"}, "text"),
        ({"url": URL, "text": "a", "html": "a"}, "html"),
    ],
)
def test_what_is_no_article_is_named_by_its_field(fields, where):
    with pytest.raises(ArticleError) as caught:
        make_order(fields, "api")
    assert caught.value.where == where
    assert "s3cret" not in str(caught.value)


def test_the_own_network_is_asked_where_it_is_allowed():
    assert make_order({"url": "http://127.0.0.1/a"}, "api", allow_private=True).url
