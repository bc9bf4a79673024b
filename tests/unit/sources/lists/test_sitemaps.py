"""Sitemaps in the shapes of many generators."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.errors import SourceError
from audiopress.sources.lists.sitemaps import explain_listings, read_sitemap

SITE = "https://post.example.org"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def page(inner: str = "", path: str = "/ferry/") -> str:
    return f"<url><loc>{SITE}{path}</loc>{inner}</url>"


def urlset(inner: str, more: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NS} {more}>{inner}</urlset>'


NEWS_ITEM = (
    "<news:news><news:publication><news:name>The Post</news:name><news:language>en"
    "</news:language></news:publication><news:publication_date>2026-03-02T10:00:00Z"
    "</news:publication_date><news:title>The ferry is late</news:title>"
    "<news:keywords>harbour, ice</news:keywords></news:news>"
)
DAY = datetime(2026, 3, 2, tzinfo=UTC)

SHAPES = {
    "bare": (urlset(page()), None),
    "hugo": (urlset(page("<lastmod>2026-03-02T00:00:00+00:00</lastmod>")), DAY),
    "jekyll": (urlset(page("<lastmod>2026-03-02T01:00:00+01:00</lastmod>")), DAY),
    "yoast": (
        urlset(
            page(
                "<lastmod>2026-03-02T00:00:00+00:00</lastmod><image:image><image:loc>"
                f"{SITE}/a.jpg</image:loc></image:image>"
            ),
            'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
        ).replace("?>", '?><?xml-stylesheet type="text/xsl" href="//a/b.xsl"?>', 1),
        DAY,
    ),
    "ghost": (urlset(page("<lastmod>2026-03-02T00:00:00.000Z</lastmod>")), DAY),
    "drupal": (
        urlset(page("<lastmod>2026-03-02T00:00Z</lastmod><changefreq>daily</changefreq>")), DAY
    ),
    "day alone": (urlset(page("<lastmod>2026-03-02</lastmod><priority>0.5</priority>")), DAY),
    "a prefix": (
        f'<s:urlset xmlns:s="a"><s:url><s:loc>\n {SITE}/ferry/ \n</s:loc></s:url></s:urlset>',
        None,
    ),
    "no namespace": (f"<urlset>{page()}</urlset>", None),
    "alternates": (
        urlset(
            page(f'<xhtml:link rel="alternate" hreflang="de" href="{SITE}/de/"/>'),
            'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
        ),
        None,
    ),
    "upper case": (f"<URLSET><URL><LOC>{SITE}/ferry/</LOC></URL></URLSET>", None),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_the_shape_of_a_generator(name: str) -> None:
    text, modified = SHAPES[name]
    (item,) = read_sitemap(text, f"{SITE}/sitemap.xml").items
    assert (item.address, item.fault, item.facts.notes) == (f"{SITE}/ferry/", "", ())
    assert item.facts.modified == modified


def test_a_news_sitemap_tells_title_date_and_tags() -> None:
    (item,) = read_sitemap(urlset(page(NEWS_ITEM), NEWS), "a").items
    assert item.facts.title == "The ferry is late"
    assert item.facts.published == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert item.facts.tags == ("harbour", "ice")
    assert item.facts.language == "en"


def test_an_index_names_sitemaps() -> None:
    inner = "".join(f"<sitemap><loc>{SITE}/{n}.xml</loc></sitemap>" for n in (1, 2))
    found = read_sitemap(f"<sitemapindex {NS}>{inner}<sitemap/></sitemapindex>", "a")
    assert found.lists == (f"{SITE}/1.xml", f"{SITE}/2.xml")
    assert found.notes


@pytest.mark.parametrize("loc", ["/ferry/", "", "file:///etc/passwd", "mailto:a@b.example"])
def test_what_is_no_address_is_named_by_its_place(loc: str) -> None:
    (item,) = read_sitemap(urlset(f"<url><loc>{loc}</loc></url>"), "a").items
    assert (item.fault, item.place) == ("its <loc> is no http(s) address", "entry 1")


@pytest.mark.parametrize(
    "written",
    [
        "2026-3-2",
        "2026/03/02",
        "2026.3.2",
        "2026-03-02 00:00:00",
        "2026-3-2 00:00:00Z",
        "2026-03-02T00:00:00 +00:00",
        "Mon, 02 Mar 2026 00:00:00 GMT",
        "20260302",
    ],
)
def test_a_date_is_understood_as_sites_write_it(written: str) -> None:
    (item,) = read_sitemap(
        urlset(f"<url><loc>{SITE}/a</loc><lastmod>{written}</lastmod></url>"), "a"
    ).items
    assert item.facts.modified == datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["soon", "2026-13-40", "02.03.2026", "2026-3", "yesterday 10:00"]
)
def test_a_date_that_may_be_another_is_told(written: str) -> None:
    (item,) = read_sitemap(
        urlset(f"<url><loc>{SITE}/a</loc><lastmod>{written}</lastmod></url>"), "a"
    ).items
    assert item.facts.modified is None
    assert written in item.facts.notes[0]


@pytest.mark.parametrize("name", ["index.html", "index.php", "default.aspx", "index.htm"])
def test_a_folders_own_page_is_the_folder(name: str) -> None:
    found = explain_listings(
        f"{SITE}{at}" for at in ("/", "/en/one.html", "/en/two.html", f"/en/{name}")
    )
    assert set(found) == {f"{SITE}/", f"{SITE}/en/{name}"}
    assert explain_listings([f"{SITE}/{name}"]) == {f"{SITE}/{name}": "the home page of a site"}


@pytest.mark.parametrize("text", ["<urlset><url>", '<!DOCTYPE a [<!ENTITY b "c">]><urlset/>'])
def test_what_is_broken_or_a_trap_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        read_sitemap(text, "a")


def test_the_home_page_and_pages_above_others_are_no_articles() -> None:
    paths = [
        "/",
        "/blog/",
        "/blog/a/",
        "/blog/b/",
        "/the-dock/",
        "/blog/tag",
        "/2026/03/x",
        "/2026/03/y",
    ]
    found = explain_listings(f"{SITE}{path}" for path in paths)
    assert {address.removeprefix(SITE) for address in found} == {"/", "/blog/"}


NO_ARTICLES = [
    ("/tag/sea/", "list"),
    ("/en/category/north-coast/", "list"),
    ("/author/ada-fenwick", "list"),
    ("/blog/page/2/", "list"),
    ("/schlagwort/hafen", "list"),
    ("/topics/sea", "list"),
    ("/about", "once"),
    ("/contact.html", "once"),
    ("/de/impressum/", "once"),
    ("/search", "once"),
    ("/privacy-policy/", "once"),
]


@pytest.mark.parametrize(("path", "word"), NO_ARTICLES)
def test_a_page_that_is_no_article_by_its_address_is_named(path: str, word: str) -> None:
    (reason,) = explain_listings([f"{SITE}{path}"]).values()
    assert word in reason


@pytest.mark.parametrize(
    "path",
    [
        "/about-the-ferry-and-its-crew",
        "/news/about",
        "/category/north/the-ferry-sails-again",
        "/topics/why-the-ferry-sails-again",
        "/2026/03/contact",
        "/tag/",
        "/search-for-the-ferry/",
    ],
)
def test_an_article_whose_address_is_like_one_is_taken(path: str) -> None:
    assert explain_listings([f"{SITE}{path}"]) == {}


@pytest.mark.parametrize("wrapped", ["<feed>{}</feed>", "<root>\n <xml>{}</xml></root>"])
def test_a_list_in_an_element_around_it_is_read(wrapped: str) -> None:
    inner = f"<urlset {NS}>{page()}{page(path='/fog/')}</urlset>"
    found = read_sitemap(wrapped.format(inner), f"{SITE}/sitemap.xml")
    assert [each.address for each in found.items] == [f"{SITE}/ferry/", f"{SITE}/fog/"]
    index = f"<sitemapindex {NS}><sitemap><loc>{SITE}/a.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(wrapped.format(index), f"{SITE}/sitemap.xml").lists == (f"{SITE}/a.xml",)
