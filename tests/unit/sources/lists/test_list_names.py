"""Addresses that name a feed or a sitemap."""

from __future__ import annotations

import pytest

from audiopress.sources.lists.list_names import is_named_as_list

SITE = "https://post.example.org"


@pytest.mark.parametrize(
    "path",
    [
        "/feed", "/feed/", "/news/rss", "/atom.xml", "/index.rdf", "/sitemap.xml", "/map.xml.gz",
        "/sitemap_index.xml", "/feed.json", "/?feed=rss2", "/news?format=feed&type=rss", "/rss.php",
    ],
)  # fmt: skip
def test_an_address_of_a_list(path: str) -> None:
    assert is_named_as_list(SITE + path)


@pytest.mark.parametrize(
    "path",
    ["/", "", "/feed-your-cat", "/rss/ferry", "/news/atom-smasher", "/a.html", "/?q=feeds", "/map"],
)
def test_an_address_of_a_page(path: str) -> None:
    assert not is_named_as_list(SITE + path)
