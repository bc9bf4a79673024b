"""When a page was published: whose date counts, what is not used, and that this is told."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from tests.unit.ferry_page import HEAD
from tests.unit.ferry_page import PARAGRAPHS as TEXT

H1 = f"<h1>{HEAD}</h1>"


def read(body: str, head: str = "", *, language: str = "en-GB", uri: str = "") -> Article:
    page = f"<html lang={language}><head><title>{HEAD}</title>{head}</head><body>{body}</body>"
    uri = uri or "https://example.org/a"
    return extract(Document(uri=uri, media_type="text/html", body=page.encode()), Reading())


def day(article: Article) -> str:
    return f"{article.published:%Y-%m-%d}" if article.published else ""


@pytest.mark.parametrize(
    "body",
    [
        f"{H1}<p>It opened on <time datetime='1911-05-01'>1 May 1911</time>.</p>{TEXT}",
        f"{H1}<p>Built <time>1 May 2011</time> by the harbour board.</p>{TEXT}",
        f"{H1}{TEXT}<p>It was lit on <time datetime='2011-05-01'>1 May</time>.</p>",
        f"{H1}{TEXT}<footer>Page made <time datetime='2011-05-01'>1 May</time></footer>",
        f"{H1}<div class=event-card><time datetime='2031-05-01'>1 May</time> Fair</div>{TEXT}",
        f"{H1}{TEXT}<ol class=comments><li>Ann <time datetime='2020-05-01'>1 May</time></ol>",
        f"<aside><time datetime='2020-05-01'>1 May</time> Fair</aside>{H1}{TEXT}",
        f"{H1}<table><tr><th>Lit<td><time datetime='1911-05-01'>1911</time></table>{TEXT}",
        (
            f"{H1}{TEXT}<article><h2>Fair</h2><time datetime='2020-05-01'>1 May</time></article>"
            "<article><h2>Fish</h2><time datetime='2020-05-02'>2 May</time></article>"
        ),
        (
            f"<div itemscope itemtype='https://schema.org/NewsArticle'>{H1}{TEXT}"
            "<div itemprop=comment itemscope itemtype='https://schema.org/Comment'>"
            "<meta itemprop=datePublished content=2020-05-01>Well said</div></div>"
        ),
        (
            f"<div itemscope itemtype='https://schema.org/NewsArticle'>{H1}"
            "<div itemprop=mentions itemscope itemtype='https://schema.org/Recipe'>"
            f"<time itemprop=datePublished datetime=2020-05-01>1 May</time></div>{TEXT}</div>"
        ),
        f"{H1}<span>Fair: <time datetime='2031-02-02'>2 Feb 2031</time></span>{TEXT}",
        f"{H1}<p><time datetime=PT5M>5 min read</time></p>{TEXT}",
    ],
)
def test_a_date_of_something_else_is_not_the_articles(body: str) -> None:
    article = read(body)
    assert day(article) == ""
    assert article.notes == ()


@pytest.mark.parametrize(
    "body",
    [
        f"{H1}<time datetime='2024-05-03'>3 May 2024</time>{TEXT}",
        f"{H1}<p>By Jane Doe, Harbour Radio | <time>3 May 2024</time></p>{TEXT}",
        f"<article><header><time>May 3, 2024</time>{H1}</header>{TEXT}</article>",
        (
            f"{H1}<p>A standfirst that says in one sentence what has happened in the harbour.</p>"
            f"<div>Published <time>3 May 2024</time>, updated <time>5 May 2024</time></div>{TEXT}"
        ),
        (f"{H1}<div>Updated <time>5 May 2024</time></div><div><time>3 May 2024</time></div>{TEXT}"),
        f"{H1}<p>Veröffentlicht am <time>3. Mai 2024</time> um 12.30 Uhr</p>{TEXT}",
        f"<small><time>3 May 2024</time></small> | 3 minute read{H1}{TEXT}",
        (
            f"<article>{H1}{TEXT}<footer>Posted on <time class='entry-date published'"
            " datetime='2024-05-03'>3 May</time></footer></article>"
        ),
        (
            f"<div itemscope itemtype='https://schema.org/NewsArticle'>{H1}"
            f"<meta itemprop=datePublished content=2024-05-03>{TEXT}</div>"
        ),
        f"{H1}<ul class=meta><li>Jane Doe<li><time datetime=2024-05-03>3 May</time></ul>{TEXT}",
        f"{H1}<span>Publicerad: <time datetime=2024-05-03>3 maj 2024</time></span>{TEXT}",
        f"{H1}<abbr class=published title='2024-05-03T10:00:00Z'>3 May</abbr>{TEXT}",
    ],
)
def test_the_date_at_the_head_is_the_articles(body: str) -> None:
    assert day(read(body)) == "2024-05-03"


META = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("stated", "language", "uri", "found"),
    [
        ("31/10/2024", "en", "", "2024-10-31"),
        ("2024/5/3", "en", "", "2024-05-03"),
        ("2024年5月3日", "ja", "", "2024-05-03"),
        ("03/05/2024", "en-GB", "", "2024-05-03"),
        ("05/03/2024", "en-US", "", "2024-05-03"),
        ("03.05.2024 10:15", "de", "", "2024-05-03"),
        ("03-05-2024", "fr", "", "2024-05-03"),
        ("05/03/2024", "en", "https://example.org/2024/05/03/ferry", "2024-05-03"),
        ("1714730400", "en", "", "2024-05-03"),
        ("1714730400000", "en", "", "2024-05-03"),
        ("2024-05-03T25:61:00Z", "en", "", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 GMT", "en", "", "2024-05-03"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_used(
    stated: str, language: str, uri: str, found: str
) -> None:
    article = read(H1 + TEXT, META.format(stated), language=language, uri=uri)
    assert day(article) == found
    assert not [note for note in article.notes if "date" in note]


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ("2024-13-45", "no day of the calendar"),
        ("31/31/2024", "no day of the calendar"),
        ("03/04/2026", "may be two days"),
        ("yesterday", "no date that we can read"),
        ("0001-01-01T00:00:00Z", "know no date"),
        ("1970-01-01", "know no date"),
        ("0000-00-00 00:00:00", "no day of the calendar"),
        ("9999-12-31", "know no date"),
    ],
)
def test_a_date_that_is_not_used_is_told(stated: str, why: str) -> None:
    # nothing in it is British or American, so that figures may mean two days
    text = "<p>The first ferry since the storm left on Monday morning with eighty people.</p>"
    article = read(H1 + text, META.format(stated), language="en")
    assert day(article) == ""
    assert stated in article.notes[0]
    assert "article:published_time" in article.notes[0]
    assert why in article.notes[0]


def test_a_date_after_the_one_that_is_used_is_not_told() -> None:
    head = META.format("2024-05-03") + '<meta name="date" content="someday">'
    assert read(H1 + TEXT, head).notes == ()


def test_a_date_long_after_the_last_change_is_none() -> None:
    head = META.format("2099-05-03") + '<meta name="lastmod" content="2024-05-03">'
    article = read(H1 + TEXT, head)
    assert (day(article), len(article.notes)) == ("", 1)


def test_a_date_from_before_the_web_is_used_and_told() -> None:
    article = read(H1 + TEXT, META.format("1911-05-01"))
    assert day(article) == "1911-05-01"
    assert "older than the web" in article.notes[0]
    assert not read(H1, META.format("1911-05-01"), uri="https://example.org/1911/05/a").notes


REFERENCE = (
    '<script type="application/ld+json">{{"@type":"{kind}","author":{{"@type":"{by}","name":"A"}},'
    '"datePublished":"2001-11-06","dateModified":"{changed}"}}</script>'
)


@pytest.mark.parametrize(
    ("kind", "by", "changed", "shown", "found"),
    [
        ("Article", "Organization", "2025-02-03", "", "2025-02-03"),
        ("TechArticle", "Organization", "2025-02-03", "", "2025-02-03"),
        ("Article", "Organization", "2002-02-03", "", "2001-11-06"),
        ("NewsArticle", "Organization", "2025-02-03", "", "2001-11-06"),
        ("BlogPosting", "Organization", "2025-02-03", "", "2001-11-06"),
        ("Recipe", "Organization", "2025-02-03", "", "2001-11-06"),
        ("Article", "Person", "2025-02-03", "", "2001-11-06"),
        ("Article", "", "2025-02-03", "", "2001-11-06"),
        ("Article", "Organization", "2025-02-03", "<p>6 November 2001</p>", "2001-11-06"),
    ],
)
def test_a_page_that_is_kept_up_is_dated_by_its_change(
    kind: str, by: str, changed: str, shown: str, found: str
) -> None:
    head = REFERENCE.format(kind=kind, by=by, changed=changed)
    assert day(read(H1 + shown + TEXT, head)) == found
