"""What a document is, told by its shape."""

from __future__ import annotations

import gzip

import pytest

from audiopress.errors import SourceError
from audiopress.sources.lists import kinds

URL = "https://post.example.org/ferry/"

ITEM = f'<li><a href="{URL}">The ferry</a></li>\n'

PILES = f"<h1>Unread</h1>\n<ol>\n{ITEM}{ITEM}</ol>\n<h1>Archive</h1>\n<ol>\n{ITEM}</ol>\n"

LISTS = [
    ('<?xml version="1.0"?>\n<!-- by us -->\n<rss version="2.0"></rss>', kinds.FEED),
    ('\ufeff<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><feed xmlns="a"/>', kinds.FEED),
    ('<rdf:RDF xmlns:rdf="a"></rdf:RDF>', kinds.FEED),
    ('<!DOCTYPE rss [<!ENTITY nbsp "x">]><rss/>', kinds.FEED),
    ("<urlset></urlset>", kinds.SITEMAP),
    ('<sm:sitemapindex xmlns:sm="a"></sm:sitemapindex>', kinds.SITEMAP),
    ('<?xml version="1.0"?>\n<feed>\n <urlset xmlns="a"></urlset></feed>', kinds.SITEMAP),
    ("<opml version='2.0'></opml>", kinds.OPML),
    ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>", kinds.BOOKMARKS),
    (f'<html><ul><li><a href="{URL}" time_added="1700000000">F</a>', kinds.BOOKMARKS),
    (
        f"<!DOCTYPE html>\n<html><head><title>Export</title></head>\n<body>\n{PILES}",
        kinds.BOOKMARKS,
    ),
    (PILES, kinds.BOOKMARKS),
    (PILES * 200, kinds.BOOKMARKS),
    (f"<html><h2>Read</h2><ul><li><a class='x' href={URL}>F</a></ul></html>", kinds.BOOKMARKS),
    (f"<html lang=en><body><ol>{ITEM}</ol></body></html>", kinds.BOOKMARKS),
    ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', kinds.JSON_FEED),
    (f'[{{"url": "{URL}"}}]', kinds.JSON_EXPORT),
    (f"# mine\n{URL}\n\n{URL}?a=1\n", kinds.ADDRESSES),
    (f"- [The ferry]({URL})\n- <{URL}2>\n", kinds.ADDRESSES),
    (f"{URL}", kinds.ADDRESSES),
    (f"The ferry\t{URL}\n", kinds.ADDRESSES),
    (f"# for Monday\n{URL}   # the bridge\n{URL}2 // later\n", kinds.ADDRESSES),
    (f"The ferry: {URL}\nThe ice - {URL}2\n{URL}3 (the school)\n", kinds.ADDRESSES),
    (f"He said so at {URL} on Monday.\nAnd more.\n", ""),
    ("www.example.org/ferry\npost.example.org/ice?a=1\n", kinds.ADDRESSES),
    (f"The ferry\n{URL}\n", kinds.ADDRESSES),
    (f"The ferry\n{URL}\n\nThe ice\n{URL}2\n\nThe school\n{URL}3\n", kinds.ADDRESSES),
    (f"{URL}\nThe ferry, and what became of it\n{URL}2\n", kinds.ADDRESSES),
    (f"{URL}\n{URL}2\n{URL}3\nWhat is left of the ferry\n", kinds.ADDRESSES),
    (f"<{URL}>\n<{URL}2>\n", kinds.ADDRESSES),
    (f"Read this, please: {URL}\n", kinds.ADDRESSES),
    (f"Bread story {URL}\n", kinds.ADDRESSES),
    (f"{URL} Bread story   # for Saturday\n", kinds.ADDRESSES),
    (f"Bread story {URL}\nIce {URL}2\nThe ferry\n{URL}3\n", kinds.ADDRESSES),
    (f"The owls\t{URL}\n{URL}2   Bread\n{URL}3\nhallo\n", kinds.ADDRESSES),
    (f"Ferry\n{URL} # late\n\n{URL}2\nIce {URL}3\n", kinds.ADDRESSES),
    (f"url\n{URL}\n{URL}2 # late\n", kinds.ADDRESSES),
    (f"Monday\n<{URL}>\n", kinds.ADDRESSES),
    (f"{URL}\nlocalhost/a/3\n{URL}2\n", kinds.ADDRESSES),
    (f"Two\n1. {URL}\n2. {URL}2\n", kinds.ADDRESSES),
    (f"{URL}, {URL}2\n", kinds.ADDRESSES),
    (f"{URL},{URL}2; {URL}3\nThe rest\n", kinds.ADDRESSES),
    (f"[The ferry]({URL})\n[Ice]({URL}2)\n", kinds.ADDRESSES),
    (f"- [ ] {URL}\n- [x] {URL}2\n", kinds.ADDRESSES),
    (f"[ ] {URL}\n", kinds.ADDRESSES),
    (f"* {URL}\nThe ferry\n* {URL}2\n", kinds.ADDRESSES),
    (f"Zug f\xe4hrt\n{URL}\n2. Mai\n", kinds.ADDRESSES),
    (f"{URL}\nIt is about the old ferry.\n{URL}2\n{URL}3\nOf ice.\n", kinds.ADDRESSES),
    (f"URL,Title\n{URL},The ferry\n", kinds.TABLE),
    (f"url\n{URL}\n{URL}2\n", kinds.TABLE),
    (f"URL\r\n{URL}\r\n", kinds.TABLE),
    (f"Adresse\n{URL}\n{URL}2\n", kinds.TABLE),
    (f"url,\n{URL},\n", kinds.TABLE),
    (f"Titel;Adresse\nThe ferry;{URL}\nIce;{URL}2\n", kinds.TABLE),
    (f'"Lien"\t"Titre"\n"{URL}"\t"The ferry"\n', kinds.TABLE),
    (f"Datum|Titel|Seite\n1. Mai|Ice|{URL}\n2. Mai|Ice|{URL}2\n", kinds.TABLE),
    (f"title;url\nThe ferry;{URL}\n", kinds.TABLE),
    (f'"The ferry","{URL}"\n"Ice","{URL}2"\n', kinds.TABLE),
]

ARTICLES = [
    "",
    "<html><body><p>The ferry was late.</p></body></html>",
    "<!DOCTYPE html><html lang=en><a href='https://a.example/'>a</a></html>",
    "<svg xmlns='a'></svg>",
    f"<html><body><h1>The ferry</h1><p>It was late.</p><ol>{ITEM}</ol></body></html>",
    f"<html><head><link rel=alternate href=/feed></head><body><ul>{ITEM}</ul></body></html>",
    f"<h1>The ferry</h1><ol><li>It was <a href='{URL}'>late</a></li></ol>",
    "<h1>Menu</h1><ul><li><a href='/a'>a</a></li></ul>",
    "<h1>The ferry</h1>",
    "The ferry\n\nIt was late on Monday.\n\nhttps://a.example/source\n",
    f"# The ferry\n\nIt was late, and nobody knew why.\n\nSources:\n\n{URL}\n{URL}2\n",
    f"He said so at {URL}.\n",
    f"It was late and nobody knew why, as we said last week. {URL}\n",
    f"The ferry\n\nThe whole report {URL}\n",
    "---\ntitle: The ferry\nurl: https://a.example/ferry\n---\n\nIt was late.\n",
    "Late, as ever, and https://a.example/ was down\nThe ferry, which is old, was late.\n",
    f"The ferry\n\n{'It was late again, and nobody said why. ' * 4}\n\n{URL}\n\n{URL}2\n",
    f"The ferry is late\nnobody knows\nnobody asks\nsnow falls\n{URL}\n",
    f"The ferry\n{'it was late again and ' * 20}\n{URL}\n",
    f"The ferry\n\nThe whole report: {URL}\n",
    f"\u8239\n\n\u8239\u306f\u6708\u66dc\u65e5\u306b\u9045\u308c\u307e\u3057\u305f\u3002\n\n{URL}\n",
    "{title: no json}",
    "example.org\n",
    "articles/ferry.html\narticles/ice.md\n",
    "Ferry/boat.\nIt was late.\n",
]


@pytest.mark.parametrize(("text", "kind"), LISTS)
def test_a_list_is_known_by_its_shape(text: str, kind: str) -> None:
    assert kinds.find_collection(text.encode()) == kind


@pytest.mark.parametrize("text", ARTICLES)
def test_an_article_is_no_list(text: str) -> None:
    assert kinds.find_collection(text.encode()) == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_in_other_encodings(encoding: str) -> None:
    assert kinds.find_collection("<rss version='2.0'></rss>".encode(encoding)) == kinds.FEED
    assert kinds.find_collection(f"{URL}\n".encode(encoding)) == kinds.ADDRESSES


def test_what_is_packed_is_unpacked_and_a_bomb_is_not() -> None:
    assert kinds.unpack_gzip(gzip.compress(b"<urlset/>"), 100, "a") == b"<urlset/>"
    assert kinds.unpack_gzip(b"<urlset/>", 100, "a") == b"<urlset/>"
    with pytest.raises(SourceError, match="more than 1,000 bytes"):
        kinds.unpack_gzip(gzip.compress(b"0" * 10_000_000), 1000, "a")
    for broken in (gzip.compress(b"<urlset/>")[:-9], b"\x1f\x8b\x08rubbish"):
        with pytest.raises(SourceError):
            kinds.unpack_gzip(broken, 1000, "a")


@pytest.mark.parametrize("rows", [1, 4, 40])
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("URL,Title,Selection,Folder,Timestamp,Tags", "https://news.example/{0},Alba,,Unread,1,[]"),
        ("url;title", "https://news.example/{0};Alba"),
        ("Link\tTitle", "https://news.example/{0}\tAlba"),
        ("url,added,tags", "https://news.example/{0},2026-03-01,sea"),
    ],
)
def test_a_table_whose_rows_begin_with_the_address_is_one(head: str, row: str, rows: int) -> None:
    text = "\n".join([head, *(row.format(number) for number in range(rows))])
    assert kinds.find_collection(text.encode()) == kinds.TABLE


def test_addresses_with_commas_in_them_are_no_table() -> None:
    text = "".join(f"https://news.example/{n},5,url.html\n" for n in range(6))
    assert kinds.find_collection(text.encode()) == kinds.ADDRESSES
