"""Pages that list other pages are told from articles, however short these are."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract

TEXTS = (
    "The ferry returned to the harbour on Monday after nine days at sea.",
    "The council will vote on the new bridge in the first week of May.",
    "A bakery on Mill Street opened its doors again after the flood.",
)
WEBSITE = '<meta property="og:type" content="website">'
ARTICLE = '<meta property="og:type" content="article">'
COLLECTION = (
    '<script type="application/ld+json">{"@graph": [{"@type": "CollectionPage", "name": "News"}, '
    '{"@type": "WebSite", "name": "The Post"}]}</script>'
)
CARDS = "".join(
    f'<article><h2><a href="/news/story-{at}">What happened on day {at} here</a></h2><p>{text}</p>'
    f'<a href="/news/story-{at}">Read more</a></article>'
    for at, text in enumerate(TEXTS)
)
ELSEWHERE = CARDS.replace("/news/", "/2026/05/")
FLAT = "".join(
    f'<h3><a href="/2026/05/story-{at}">What happened on day {at} here</a></h3><p>{text}</p>'
    for at, text in enumerate(TEXTS)
)
ROWS = "".join(
    f'<li><time>{at} May</time> <a href="/a/{at}">What happened on that day</a> {text}</li>'
    for at, text in enumerate(TEXTS)
)
BARE = "".join(f'<li><a href="/2026/{at}">What happened on day {at}</a></li>' for at in range(9))
LINKED = "".join(
    f'<a class="card" href="/w/{at}"><h3>What happened on day {at}</h3><p>{text}</p></a>'
    for at, text in enumerate(TEXTS)
)
ONE = (
    '<article><h2><a href="/news/ferry">The ferry is back at last</a></h2>'
    f"<p>{TEXTS[0]}</p></article>"
)
POSTS = "".join(
    f'<article><h2><a href="/posts/{at}">Post number {at} of ours</a></h2>'
    + f"<p>{' '.join(TEXTS)}</p>" * 4
    + "</article>"
    for at in range(4)
)
STORY = "".join(f"<p>{text}</p>" for text in TEXTS)
BRIDGES = "".join(
    f'<h2><a href="/reviews/{at}">Bridge number {at}</a></h2>' + f"<p>{' '.join(TEXTS * 3)}</p>" * 2
    for at in range(5)
)


def read(main: str, head: str = "", path: str = "/news/") -> Article:
    html = (
        f'<html lang="en"><head><title>News</title>{head}</head><body><header><a href="/">The Post'
        f'</a></header><nav><a href="/sport/">All of our sport</a></nav><main>{main}</main>'
        "</body></html>"
    )
    uri = f"https://example.org{path}"
    return extract(Document(uri=uri, media_type="text/html", body=html.encode()), Reading())


@pytest.mark.parametrize(
    ("main", "head", "path"),
    [
        (f"<h1>News</h1>{CARDS}", "", "/news/"),
        (f"<h1>News</h1>{CARDS}", WEBSITE, "/news/"),
        (f"<h1>News</h1>{ELSEWHERE}", "", "/"),
        (f"<h1>News</h1>{FLAT}", "", "/news/"),
        (f"<h1>News</h1><ul>{ROWS}</ul>", "", "/news/"),
        (f"<h1>Archive</h1><ul>{BARE}</ul>", "", "/archive"),
        (f"<h1>News</h1>{LINKED}", "", "/news/"),
        (f"<h1>News</h1>{ONE}", "", "/news/"),
        (f"<h1>News</h1>{ONE}", WEBSITE, "/harbour/"),
        (POSTS, WEBSITE, "/"),
        (POSTS, COLLECTION, "/category/ferries"),
        (f"<h1>News</h1>{ELSEWHERE}", ARTICLE + COLLECTION, "/category/ferries"),
    ],
)
def test_a_page_that_lists_others_is_named_as_that(main: str, head: str, path: str) -> None:
    assert read(main, head, path).listing.startswith("a list: it names ")


@pytest.mark.parametrize(
    ("main", "head", "path"),
    [
        (f"<h1>The ferry is back</h1><p>{TEXTS[0]}</p>", "", "/news/ferry"),
        (f"<h1>The ferry is back</h1><p>{TEXTS[0]}</p>", WEBSITE, "/news/ferry"),
        (f"<h1>The ferry is back</h1>{STORY}<aside>{CARDS}</aside>", "", "/news/ferry"),
        (f"<h1>The ferry is back</h1>{STORY}<div>{CARDS}{CARDS}</div>", WEBSITE, "/news/ferry"),
        (f"<h1>Five bridges</h1><p>{TEXTS[1]}</p>{BRIDGES}", "", "/guides/five-bridges"),
        (f"<h1>This week</h1><p>{TEXTS[1]}</p>{FLAT}", ARTICLE, "/weekly/12"),
        (f"<h1>Links</h1>{FLAT.replace('/2026', 'https://example.com/2026')}", "", "/links"),
    ],
)
def test_an_article_is_none_however_short_or_full_of_links(main: str, head: str, path: str) -> None:
    assert read(main, head, path).listing == ""


def test_a_list_says_how_many_it_names() -> None:
    assert "3 other pages" in read(f"<h1>News</h1>{CARDS}").listing
    assert "another page of its site" in read(f"<h1>News</h1>{ONE}").listing
