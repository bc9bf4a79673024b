"""Sitemaps of public test data: what stands in each, and what is read of it.

Each is named by repository, path and the first digits of the commit. Of crawler-commons
(Apache-2.0) there are excerpts; of the others only how they are written, with the addresses that
were in them or like those.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from audiopress.sources.lists import kinds
from audiopress.sources.lists.sitemaps import explain_listings, read_sitemap

NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
GOOGLE = "http://www.google.com/schemas"
CC = "crawler-commons/crawler-commons src/test/resources/sitemaps/"
PAPER = "http://www.hebdenbridgetimes.co.uk"
BLOG = "https://shinpaideshou.wordpress.com/2017/04"
TOPICS = ("political science", "policy", "research fellow", "Johns Hopkins")


@dataclass(frozen=True)
class Read:
    """What is to be read: the addresses, and of the first one what its sitemap says."""

    addresses: tuple[str, ...] = ()
    modified: datetime | None = None
    published: datetime | None = None
    title: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    lists: int = 0
    no_articles: int = 0


def urlset(inner: str, more: str = "", space: str = NS) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}" {more}>{inner}</urlset>'
    )


def pages(*addresses: str, more: str = "") -> str:
    return "".join(f"<url>\n<loc>{each}</loc>{more}</url>\n" for each in addresses)


LANGUAGES = tuple(f"http://www.example.com/{each}/" for each in ("english", "deutsch", "schweiz"))
CATALOG = "http://www.example.com/catalog?item="
SITEMAPS = {
    f"{CC}hebdenbridgetimes-articles-sitemap.xml 10076db": (
        urlset(
            f"<url><loc>{PAPER}/news/local/video-tour-1-7242580</loc><mobile:mobile/><changefreq>"
            "daily</changefreq><lastmod>2015-05-03T18:51:50+01:00</lastmod><image:image><image:loc>"
            f"{PAPER}/webimage/1.7242578!/image/417104257.jpg</image:loc><image:title>Nutclough"
            "</image:title></image:image><video:video><video:title>VIDEO - Tour</video:title>"
            "<video:publication_date>2015-05-03T18:44:05+01:00</video:publication_date>"
            f"</video:video></url><url><loc>{PAPER}/sport/local-sport/fax-1-7242483</loc></url>",
            f'xmlns:video="{GOOGLE}/sitemap-video/1.1" xmlns:image="{GOOGLE}/sitemap-image/1.1" '
            f'xmlns:mobile="{GOOGLE}/sitemap-mobile/1.0"',
        ),
        # A video's title and date are not the article's.
        Read(
            (
                f"{PAPER}/news/local/video-tour-1-7242580",
                f"{PAPER}/sport/local-sport/fax-1-7242483",
            ),
            modified=datetime(2015, 5, 3, 17, 51, 50, tzinfo=UTC),
        ),
    ),
    f"{CC}extension/shinpaideshou-news-sitemap.xml 0519d14": (
        urlset(
            f"<url><loc>{BLOG}/25/job-opening-reischauer-policy-research-fellow/</loc><news:news>"
            "<news:publication><news:name>What can I do with a B.A.?</news:name><news:language>en"
            "</news:language></news:publication><news:publication_date>2017-04-25T10:00:36+00:00"
            "</news:publication_date><news:title>Job Opening: Reischauer Policy Research Fellow"
            f"</news:title><news:keywords>{', '.join(TOPICS)}</news:keywords></news:news></url>",
            f'xmlns:news="{GOOGLE}/sitemap-news/0.9" xmlns:xsi="http://www.w3.org/2001/XMLSchema-'
            f'instance" xsi:schemaLocation="{NS} {NS}/sitemap.xsd"',
        ).replace("<urlset", '<!-- generator="wordpress.com" -->\n<urlset', 1),
        Read(
            (f"{BLOG}/25/job-opening-reischauer-policy-research-fellow/",),
            published=datetime(2017, 4, 25, 10, 0, 36, tzinfo=UTC),
            title="Job Opening: Reischauer Policy Research Fellow",
            tags=TOPICS,
            language="en",
        ),
    ),
    f"{CC}sitemap.badns.xml abb96ea": (
        urlset(
            "<url>\n\t<loc>http://www.example.com/1</loc></url><url>\n\t<loc>\n\t\t"
            "http://www.example.com/2\n\t</loc><changefreq>\n daily\n</changefreq></url>",
            space=f"{GOOGLE}/sitemap/0.9",
        ),
        Read(("http://www.example.com/1", "http://www.example.com/2")),
    ),
    f"{CC}sitemap.index.xml 96bc1bb": (
        (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{NS}">\n<sitemap>\n'
            "https://example.com/sitemap.jss?portalCode=10260&amp;lang=en\n</sitemap>\n<sitemap>\n"
            "https://example.com/sitemap.jss?portalCode=2&amp;lang=en\n</sitemap>\n</sitemapindex>"
        ),
        Read(lists=2),
    ),
    f"{CC}extension/sitemap-news.xml 075c4b7": (
        urlset(
            "<!-- example --><url><loc>http://www.example.org/business/article55.html</loc>"
            "<news:news><news:publication><news:name>The Example Times</news:name><news:language>en"
            "</news:language></news:publication><news:genres>PressRelease, Blog</news:genres>"
            "<news:publication_date>2008-12-23</news:publication_date><news:title>Companies A, B in"
            " Merger Talks</news:title><news:keywords>business, merger</news:keywords>"
            "<news:stock_tickers>NASDAQ:A</news:stock_tickers></news:news></url>"
            "<url><loc>http://www.example.org/empty_news_name.html</loc><news:news>"
            "<news:publication><news:name></news:name></news:publication></news:news></url>",
            f'xmlns:news="{GOOGLE}/sitemap-news/0.9"',
        ),
        Read(
            (
                "http://www.example.org/business/article55.html",
                "http://www.example.org/empty_news_name.html",
            ),
            published=datetime(2008, 12, 23, tzinfo=UTC),
            title="Companies A, B in Merger Talks",
            tags=("business", "merger"),
            language="en",
        ),
    ),
    f"{CC}extension/sitemap-links.xml 0519d14": (
        urlset(
            pages(
                *LANGUAGES,
                more="".join(
                    f'<xhtml:link rel="alternate" hreflang="de" href="{each}" />'
                    for each in LANGUAGES
                ),
            ),
            'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
        ),
        Read(LANGUAGES),
    ),
    f"{CC}extension/sitemap-mobile.xml abb96ea": (
        urlset(
            pages("http://www.example.com/mobile-friendly-1/", more="<mobile:mobile/>")
            + pages("http://www.example.com/no-mobile/"),
            f'xmlns:mobile="{GOOGLE}/sitemap-mobile/1.0"',
        ),
        Read(("http://www.example.com/mobile-friendly-1/", "http://www.example.com/no-mobile/")),
    ),
    f"{CC}extension/pagemaps-sitemap.xml 2a4e32c": (
        urlset(
            f'<url><loc>http://www.example.com/foo</loc><PageMap xmlns="{GOOGLE}/sitemap-pagemap/1.'
            '0"><DataObject type="image"><Attribute name="image_src">http://www.example.com/foo.gif'
            "</Attribute></DataObject></PageMap></url>",
            f'xmlns:content="{GOOGLE}/sitemap-content/1.0"',
        ),
        Read(("http://www.example.com/foo",)),
    ),
    f"{CC}sitemap-images.xml 2ebb7a8, its pictures first": (
        urlset(
            "<url><image:image><image:loc>http://example.com/image.jpg</image:loc><image:title>"
            "Example photo</image:title></image:image><loc>http://www.example.com/images/some_image"
            "_landing_page.html</loc></url>",
            f'xmlns:image="{GOOGLE}/sitemap-image/1.1"',
        ),
        Read(("http://www.example.com/images/some_image_landing_page.html",)),
    ),
    "ain/indeks tests/fixtures/sitemap.xml e0b8c9d": (
        urlset(
            pages("https://example.com/", more="<lastmod>2026-07-01</lastmod>")
            + pages("https://example.com/about", "https://example.com/contact")
        ),
        Read(
            ("https://example.com/", "https://example.com/about", "https://example.com/contact"),
            modified=datetime(2026, 7, 1, tzinfo=UTC),
            no_articles=3,
        ),
    ),
    "amgedr/webchk test/sitemap.xml 93dbff7": (
        (
            f'<urlset\n xmlns="{NS}"\n xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
            f"{pages('https://httpstat.us:443/200', 'https://httpstat.us/200')}</urlset>"
        ),
        Read(("https://httpstat.us:443/200", "https://httpstat.us/200")),
    ),
    "lukaswhite/sitemap tests/fixtures/sitemap.xml f3e83b0": (
        urlset(
            "<url><loc>http://www.example.com</loc><lastmod>2018-11-20T10:20:00+00:00</lastmod>"
            '<xthml:link rel="alternate" href="http://www.example.com/de" hreflang="de"/></url>'
            + pages("http://www.example.com/about"),
            'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
        ).replace(
            "?>\n", '?>\n<?xml-stylesheet type="text/xsl" href="a.xsl"?>\n<!--1--><!--2-->', 1
        ),
        Read(
            ("http://www.example.com", "http://www.example.com/about"),
            modified=datetime(2018, 11, 20, 10, 20, tzinfo=UTC),
            no_articles=2,
        ),
    ),
    "notnews/top_news tests/fixtures/sitemap.xml 9050445": (
        (
            f"<?xml version='1.0' encoding='utf-8'?>\n<ns0:urlset xmlns:ns0=\"{NS}\">\n <ns0:url>\n"
            "<ns0:loc>https://www.cnn.com/2026/09/10/style/roman-mosaic</ns0:loc>\n</ns0:url>"
            "</ns0:urlset>"
        ),
        Read(("https://www.cnn.com/2026/09/10/style/roman-mosaic",)),
    ),
    "Hexlet/hexlet-sicp tests/fixtures/sitemap.xml 2ffedb4": (
        urlset("\n", 'xmlns:xhtml="http://www.w3.org/1999/xhtml"', f"{NS}/sitemap.xsd"),
        Read(),
    ),
    "portrino/codeception-sitemap-module tests/fixtures/sitemap.xml ab01e58": (
        urlset(
            f"\n\n<url>\n\n<loc>{CATALOG}12&amp;desc=hawaii</loc>\n\n<lastmod>2004-12-23"
            f"</lastmod></url>{pages(f'{CATALOG}73&amp;desc=new_zealand')}"
        ),
        Read(
            (f"{CATALOG}12&desc=hawaii", f"{CATALOG}73&desc=new_zealand"),
            modified=datetime(2004, 12, 23, tzinfo=UTC),
        ),
    ),
}


@pytest.mark.parametrize("name", SITEMAPS)
def test_what_is_read_of_a_public_sitemap(name: str) -> None:
    text, read = SITEMAPS[name]
    assert kinds.find_collection(text.encode()) == kinds.SITEMAP
    found = read_sitemap(text, "https://example.com/sitemap.xml")
    assert tuple(item.address for item in found.items) == read.addresses
    assert not any(item.fault or item.facts.notes for item in found.items)
    assert (len(found.lists), found.notes) == (read.lists, ())
    assert len(explain_listings(read.addresses)) == read.no_articles
    for item in found.items[:1]:
        facts = item.facts
        assert (facts.modified, facts.published) == (read.modified, read.published)
        assert (facts.title, facts.tags, facts.language) == (read.title, read.tags, read.language)
