r"""JSON-LD as sites write it, halves of letters and broken ends included."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from tests.unit.ferry_page import HEAD, PARAGRAPHS

FULL = (
    '{"@type":"NewsArticle","headline":"x","author":{"name":"Jane Doe"},'
    '"datePublished":"2024-05-03"'
)


def read(*scripts: str) -> Article:
    blocks = "".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)
    page = (
        f"<html lang=en><head><title>{HEAD}</title>{blocks}</head><body><h1>{HEAD}</h1>{PARAGRAPHS}"
    )
    uri = "https://example.org/a"
    return extract(Document(uri=uri, media_type="text/html", body=page.encode()), Reading())


@pytest.mark.parametrize(
    "script",
    [
        FULL + "}",
        "\ufeff" + FULL + "};",
        FULL + ',"keywords":["a","b",],}',
        "/* made by a plug-in */ " + FULL + ', // the tags\n "keywords":"a // b /* c */"}',
        "<!--\n" + FULL + "}\n-->",
        "//<![CDATA[\n" + FULL + "}\n//]]>",
        "/*<![CDATA[*/" + FULL + "}/*]]>*/",
        FULL.replace('"', "&quot;") + "}",
        "[" + FULL + "}]",
        '{"@graph":[{"@type":"WebPage"},' + FULL + "}]}",
        '{"@type":"WebSite","name":"Harbour Radio"}\n' + FULL + "}",
        FULL + r',"description":"half an emoji \ud83d"}',
        FULL + r',"description":"a quote that isn\'t one, and a \x escape"}',
        FULL + ',"description":"a \x00 and a \x07\n in it"}',
        FULL + ',"image":undefined,"wordCount":NaN}',
        FULL.replace('"NewsArticle"', '["Thing","NewsArticle"]') + "}",
    ],
)
def test_it_is_read_whatever_stands_around_it(script: str) -> None:
    article = read(script)
    assert (article.byline, f"{article.published:%Y-%m-%d}") == ("Jane Doe", "2024-05-03")
    assert article.notes == ()


@pytest.mark.parametrize(
    "end",
    [
        ',"description":"cut off in the mid',
        ',"description":"a "quoted" word"}',
        ',"keywords":["a","b"',
        ',"publisher":{"@type":"Organization","name":"Harbour',
        ",description:1}",
        "",
    ],
)
def test_what_is_broken_is_read_up_to_there_and_told(end: str) -> None:
    article = read(FULL + ',"wordCount":3' + end)
    assert (article.byline, f"{article.published:%Y-%m-%d}") == ("Jane Doe", "2024-05-03")
    assert "JSON-LD of the page is broken" in article.notes[0]


def test_a_broken_script_about_something_else_is_nobodys_loss() -> None:
    assert read('{"@type":"BreadcrumbList","itemListElement":[').notes == ()


@pytest.mark.parametrize("key", ["name", "headline", "articleSection", "description"])
def test_half_a_letter_reaches_no_file(key: str) -> None:
    article = read(
        rf'{{"@type":"Article","{key}":"Ferry \ud83d","image":"/a\udc00.jpg",'
        r'"author":"Jane \ud83d Doe"}'
    )
    said = (article.title, article.byline, article.section, article.standfirst, article.image or "")
    for text in said:
        text.encode()
    assert article.byline == "Jane Doe"


def test_of_several_articles_the_one_with_the_headline_is_meant() -> None:
    other = FULL.replace("Jane Doe", "John Roe") + ',"section":"a","wordCount":3,"keywords":"b"}'
    mine = f'{{"@type":"Article","headline":"{HEAD}","author":{{"name":"Ann Lee"}}}}'
    assert read(f"[{other},{mine}]").byline == "Ann Lee"
    assert read(other, mine).byline == "Ann Lee"
