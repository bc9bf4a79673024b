"""The headline of a page: whichever its parts agree on, and nothing but it."""

from __future__ import annotations

import json

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from tests.unit.ferry_page import HEAD, PARAGRAPHS

SITE = "Harbour Radio"
SITE_TAG = f'<meta property="og:site_name" content="{SITE}">'


def read(
    body: str = "", *, title: str = "", social: str = "", data: dict[str, str] | None = None,
    head: str = "",
) -> Article:  # fmt: skip
    if title:
        head += f"<title>{title}</title>"
    if social:
        head += f'<meta property="og:title" content="{social}">'
    if data:
        node = json.dumps({"@type": "NewsArticle"} | data)
        head += f'<script type="application/ld+json">{node}</script>'
    page = f"<html lang=en><head>{head}</head><body><main>{body}{PARAGRAPHS}</main></body></html>"
    uri = "https://example.org/news/a-ferry-comes-back"
    return extract(Document(uri=uri, media_type="text/html", body=page.encode()), Reading())


def test_a_date_that_is_a_heading_in_the_headline_is_no_part_of_it() -> None:
    h1 = f"<h1>{HEAD}<h3>Posted on July 1, 2024 by ann</h3></h1>"
    assert read(h1, title=HEAD).title == HEAD


def test_a_headline_that_is_a_heading_in_the_h1_is_the_headline() -> None:
    assert read(f"<h1><h2>{HEAD}</h2></h1>", title="Example News").title == HEAD


def test_a_description_that_is_called_headline_is_none_when_all_others_agree() -> None:
    data = {"@type": "Article", "name": "Skerry Light", "headline": "lighthouse in the isles"}
    title = "Skerry Light - Harbour Encyclopedia"
    assert read("<h1>Skerry Light</h1>", title=title, data=data).title == "Skerry Light"
    assert read("", title=title, data=data).title == "Skerry Light"
    assert read("<h1><i>Skerry Light</i></h1>", title=title, data=data).title == "Skerry Light"


@pytest.mark.parametrize(
    ("h1", "title", "social", "data"),
    [
        # the site's name, as a logo or by its own name
        (f"<h1><a href='/'>{SITE}</a></h1><h2>{HEAD}</h2>", f"{HEAD} | {SITE}", "", None),
        (f"<h1>{SITE}</h1><h2>{HEAD}</h2>", f"{SITE}: {HEAD}", HEAD, None),
        (f"<h1><a href='/'><img></a></h1><h2>{HEAD}</h2>", f"{SITE} – {HEAD}", "", None),
        (f"<h1>Ann's Harbour Blog</h1><h2>{HEAD}</h2>", f"{HEAD} – Ann's Harbour Blog", "", None),
        (f"<h1>Ann's Harbour Blog</h1><h2>{HEAD}</h2>", f"Ann's Harbour Blog: {HEAD}", "", None),
        # a sign that leads to the heading itself
        (f"<h1>{HEAD}<a href='#ferry'>¶</a></h1>", "", "", None),
        # sections and sites in the title
        ("", f"{HEAD} | {SITE}", "", None),
        ("", f"{HEAD} - World news - {SITE}", "", None),
        ("", f"{SITE}: {HEAD}", "", None),
        ("", f"{HEAD} · {SITE}", f"{HEAD} · {SITE}", None),
        ("", f"{HEAD}|{SITE}", "", None),
        ("", f"{SITE} » {HEAD}", "", None),
        # escaped once too often, and with markup
        ("", HEAD.replace(" ", "&amp;#32;"), "", None),
        ("", "", f"&lt;em&gt;{HEAD}&lt;/em&gt;", None),
        ("", "", "", {"headline": f"&amp;lt;b&amp;gt;{HEAD}&amp;lt;/b&amp;gt;"}),
        # cut off
        (f"<h1>{HEAD}</h1>", SITE, "Harbour ferry returns after ni…", None),
        ("", HEAD, "Harbour ferry returns after ni...", None),
        ("", "", "Harbour ferry returns …", {"headline": HEAD}),
        # two lines, and capitals
        (f"<h1><span>Transport</span> <span>{HEAD}</span></h1>", f"{HEAD} | {SITE}", HEAD, None),
        (f"<h1><small>Transport</small><br>{HEAD}</h1>", "", HEAD, None),
        (f"<h1>{HEAD} <small>Eighty people were on board</small></h1>", HEAD, "", None),
        (f"<h1>{HEAD.upper()}</h1>", f"{HEAD} | {SITE}", "", None),
        ("<h1>Harbour ferry<br>returns after<br>nine years</h1>", "", "", None),
        # a card's headline that is a link
        (f"<h1>{HEAD}</h1><aside><h1><a href=/b>Ferry fares</a></h1></aside>", "Ferry", "", None),
    ],
)  # fmt: skip
def test_the_headline_is_all_that_is_said(
    h1: str, title: str, social: str, data: dict[str, str] | None
) -> None:
    assert read(h1, title=title, social=social, data=data, head=SITE_TAG).title == HEAD


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry returns - after nine years",
        "Ferry: nine years on",
        "What R&B owes to AT&T",
        "Ferry fares up 3/4 since May",
        "Why the <b> tag came back",
    ],
)
def test_a_headline_is_left_whole(headline: str) -> None:
    shown = headline.replace("&", "&amp;").replace("<", "&lt;")
    assert read(f"<h1>{shown}</h1>", title=f"{shown} | {SITE}").title == headline


@pytest.mark.parametrize("signs", ["🎉", "...", "?!", "—", "★★★★☆", "• • •"])
def test_a_headline_without_a_word_is_none_and_is_told(signs: str) -> None:
    h1 = f"<h1>{signs}</h1>"
    for article in (
        read(h1, title=HEAD),
        read(h1, title=f"{signs} | {SITE}", social=HEAD),
        read(h1, title=signs, data={"headline": signs, "name": HEAD}),
        read(f"{h1}<h2>{HEAD}</h2>", title=signs),
    ):
        assert article.title == HEAD
        assert f'the headline "{signs}"' in article.notes[0]
    assert read(h1, title=signs).title == "A ferry comes back"


def test_a_page_that_begins_with_a_paragraph_is_called_by_its_address() -> None:
    long = f"<p>{' '.join(['The ferry went out and came back again.'] * 6)}</p>"
    assert read(long).title == "A ferry comes back"


@pytest.mark.parametrize(
    "given",
    ["Untitled-1", "Untitled Document", "Unbenanntes Dokument", "Microsoft Word - a.doc", "a.docx"],
)
def test_what_a_program_calls_a_page_is_no_headline(given: str) -> None:
    article = read(f"<p>{HEAD}</p>", title=given)
    assert article.title == HEAD
    assert "programs write" in article.notes[0]
    assert read(f"<h1>{given}</h1>", title=given).title == given


def test_names_below_the_headline_are_the_byline_where_no_mark_says_so() -> None:
    for line, names in {
        "Von Max Muster, Berlin": "Max Muster",
        "by Ann Example": "Ann Example",
        "By Ann Example | 3 May 2024": "Ann Example",
        "By our staff": "",
    }.items():
        assert read(f"<h1>{HEAD}</h1><p>{line}</p>", title=HEAD).byline == names
