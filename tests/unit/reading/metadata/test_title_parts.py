"""The headline of a ``<title>`` where no h1 says it: the site's name may stand at either end."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from tests.unit.ferry_page import PARAGRAPHS

SITE = "Skerry Gazette"
HEAD = "The second boat follows"
TAG = f'<meta property="og:site_name" content="{SITE}">'


def read(title: str, top: str = "", *, head: str = "", host: str = "news.example") -> Article:
    head += f"<title>{title}</title>"
    page = f"<html lang=en><head>{head}</head><body>{top}{PARAGRAPHS}</body></html>"
    document = Document(uri=f"https://{host}/a/1", media_type="text/html", body=page.encode())
    return extract(document, Reading())


@pytest.mark.parametrize(
    ("title", "top"),
    [
        # the words of the story
        (f"{SITE} | {HEAD}", ""),
        (f"{SITE} :: {HEAD}", ""),
        (f"{HEAD} - {SITE}", ""),
        (f"{SITE} » News » {HEAD}", ""),
        (f"Transport | {HEAD} | {SITE}", ""),
        # a line, or a picture, of the page
        (f"{SITE} | {HEAD}", f"<div class=m>{SITE}</div><div class=t>{HEAD}</div>"),
        (f"{SITE} | {HEAD}", f"<p><img src=t.gif alt='{HEAD}'></p>"),
    ],
)
def test_the_site_is_at_either_end(title: str, top: str) -> None:
    article = read(title, top)
    assert (article.title, article.notes) == (HEAD, ())


@pytest.mark.parametrize(
    ("top", "host"),
    [
        (f"<a href='/'>{SITE}</a>", "news.example"),
        (f"<a href='/'><img src=l.gif alt='{SITE}'></a>", "news.example"),
        ("<div class=t>Gone quietly</div>", "news.example"),
        ("", "www.skerry-gazette.example"),
    ],
)
def test_a_headline_of_other_words_than_the_story_is_told_from_the_site(
    top: str, host: str
) -> None:
    for title in (f"{SITE} | Gone quietly", f"Gone quietly | {SITE}"):
        assert read(title, top, host=host).title == "Gone quietly"


def test_a_part_number_is_no_other_headline() -> None:
    article = read(f"{SITE} | Gone quietly (1)", "<div class=t>Gone quietly</div>")
    assert article.title == "Gone quietly (1)"


@pytest.mark.parametrize(
    "headline",
    [
        "The ferry left - with eighty on board",
        "Calm crossing – seats were taken",
        "Ferry: year ten",
    ],
)
def test_a_headline_with_a_dash_is_left_whole_before_a_known_site(headline: str) -> None:
    assert read(f"{headline} | {SITE}", head=TAG).title == headline
    assert read(f"{SITE} | {headline}", head=TAG).title == headline


def test_where_nothing_tells_the_longer_part_is_taken_and_noted() -> None:
    for title in (f"{SITE} | Gone quite quietly away", f"Gone quite quietly away | {SITE}"):
        article = read(title)
        assert article.title == "Gone quite quietly away"
        assert "nothing on the page tells which part" in article.notes[0]


@pytest.mark.parametrize(
    ("title", "h1", "told"),
    [
        (SITE, "<h1><img src=t.gif alt='Gone quietly'></h1>", "Gone quietly"),
        ("", "<h1><picture><img src=t.gif alt='Gone quietly'></picture></h1>", "Gone quietly"),
        (SITE, "<h1><a href=/a/1><img src=t.gif alt='Gone quietly'></a></h1>", "Gone quietly"),
        ("", "<h1>★<img src=t.gif alt='Gone quietly'></h1>", "Gone quietly"),
        # the site's own
        (f"{HEAD} | {SITE}", f"<h1><img src=l.gif alt='{SITE}'></h1>", HEAD),
        (HEAD, f"<h1><a href=/><img src=l.gif alt='{SITE}'></a></h1>", HEAD),
        (HEAD, "<h1><img src=l.gif alt='news'></h1>", HEAD),
        # words count first
        (SITE, f"<h1><img src=l.gif alt='A boat'>{HEAD}</h1>", HEAD),
    ],
)
def test_a_headline_may_be_a_picture(title: str, h1: str, told: str) -> None:
    assert read(title, h1).title == told
