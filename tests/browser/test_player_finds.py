"""Where the spoken paragraphs stand in pages the player did not make."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition import Site
    from playwright.sync_api import Browser, Page

QUOTE = (
    "\u201cIt\u2019s the 3rd flood this year \u2013 and the worst,\u201d said Mr Sá, "
    "who runs the mill."
)
SHARED = Path(os.environ.get("AUDIOPRESS_SHARED") or Path(__file__).parents[2].parent / "shared")

FIND = """async ([html, quotes, removed]) => {
  const { findQuotes, rangeOf, readPage } = await import('/player/page.js');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const look = () => {
    const page = readPage(parsed.body);
    return [page, findQuotes(page, quotes)];
  };
  const [page, places] = look();
  const said = places.map((place) => place && place.pieces.map(([from, to]) =>
    rangeOf(page, from, to).toString()).join(' … '));
  const ghosts = [];
  for (const at of removed.filter((number) => places[number])) {
    const ranges = places[at].pieces.map(([from, to]) => rangeOf(page, from, to));
    const touched = page.nodes.filter((node) => ranges.some((one) => one.intersectsNode(node)));
    const before = touched.map((node) => node.data);
    ranges.forEach((range) => {
      const inside = touched.filter((node) => range.intersectsNode(node));
      const { startContainer, startOffset, endContainer, endOffset } = range;
      for (const node of inside) {
        const from = node === startContainer ? startOffset : 0;
        const to = node === endContainer ? endOffset : node.length;
        node.data = node.data.slice(0, from) + '\u2060'.repeat(to - from) + node.data.slice(to);
      }
    });
    if (look()[1][at]) ghosts.push(at);
    touched.forEach((node, number) => { node.data = before[number]; });
  }
  return { said, ghosts };
}"""


@pytest.fixture(scope="module")
def finder(browser: Browser, edition: Site) -> Iterator[Page]:
    edition.pages["blank.html"] = "<!doctype html><title>blank</title>"
    page = browser.new_page()
    page.goto(edition.url("blank.html"))
    yield page
    page.close()


def found(page: Page, body: str, *quotes: tuple[str, str, str]) -> list[str | None]:
    selectors = [dict(zip(("exact", "prefix", "suffix"), quote, strict=True)) for quote in quotes]
    return page.evaluate(FIND, [f"<!doctype html><body>{body}", selectors, []])["said"]


MARKUP = (
    QUOTE,
    '"It\'s the 3rd flood this year - and the worst," said Mr Sá, who runs the mill.',
    (
        "«It&rsquo;s the 3<sup>rd</sup> flood this year &mdash; and the worst», said Mr&nbsp;Sá, "
        "who runs the <a href=x>mi<em>ll</em></a>."
    ),
    (
        "&ldquo;It&rsquo;s the\n\t 3rd   flood this year &ndash; and&shy; the worst,&rdquo;<br>"
        "said Mr Sa\u0301, who runs the mill."
    ),
)


@pytest.mark.parametrize("markup", MARKUP)
def test_through_the_pages_own_markup(finder: Page, markup: str) -> None:
    (said,) = found(finder, f"<p>Before.</p><p>{markup}</p><p>After.</p>", (QUOTE, "Before.", ""))
    assert said is not None
    assert said.strip('«“"').startswith("It")
    assert said.rstrip(".").endswith("mill")


def test_around_what_was_put_in_between(finder: Page) -> None:
    head, tail = QUOTE[:40], QUOTE[40:]
    body = f"<p>{head}<aside>Advertisement <b>Buy a boat</b> today</aside>{tail}</p>"
    (said,) = found(finder, body, (QUOTE, "", ""))
    assert said is not None
    assert "boat" not in said
    assert "mill" in said


def test_context_and_order_decide_between_two(finder: Page) -> None:
    body = "<p>One.</p><p>He left.</p><p>Two.</p><p>He left.</p><p>Three.</p>"
    quotes = (("He left.", "Two.", "Three."), ("Three.", "He left.", ""))
    parsed = found(finder, body + "<footer>He left. Two.</footer>", *quotes)
    assert parsed == ["He left.", "Three."]
    assert found(finder, "<p>He left.</p>", ("He left.", "Two.", "Three.")) == [None]


def test_scripts_and_hidden_text_are_not_the_page(finder: Page) -> None:
    hidden = f"<script>{QUOTE}</script><noscript>{QUOTE}</noscript><div hidden>{QUOTE}</div>"
    assert found(finder, hidden, (QUOTE, "", "")) == [None]


def corpus() -> list[Path]:
    folders = (SHARED / "corpus" / name / "html" for name in ("aeb", "fundus_en", "wcxb_articles"))
    return sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir())


def selectors(path: Path) -> tuple[str, list[dict[str, str]]]:
    from audiopress.text.extract import extract  # noqa: PLC0415 - heavy, and only for a corpus

    body = gzip.decompress(path.read_bytes())
    document = Document(uri="https://news.example/story", media_type="text/html", body=body)
    article = extract(document, Reading())
    quotes = [block.selector for block in article.blocks if block.selector]
    quotes = [one for one in quotes if any(map(str.isalnum, one.exact))]  # the rest is not said
    shown = [{"exact": one.exact, "prefix": one.prefix, "suffix": one.suffix} for one in quotes]
    return body.decode("utf-8", "replace"), shown


def measure(finder: Page, pages: list[Path]) -> tuple[int, int, int, int]:
    """Paragraphs in all, those found, removed ones looked for, and those of them found."""
    total = hits = removed = ghosts = 0
    for path in pages:
        try:
            html, quotes = selectors(path)
        except ReadingError:  # a page without an article has nothing to find
            continue
        # Not the headline: pages repeat it in breadcrumbs and cards, word for word.
        gone = sorted({len(quotes) // 4, len(quotes) // 2, len(quotes) - 1} - {0, -1})
        answer = finder.evaluate(FIND, [html, quotes, gone])
        total += len(quotes)
        hits += sum(text is not None for text in answer["said"])
        removed += sum(answer["said"][at] is not None for at in gone)
        ghosts += len(answer["ghosts"])
    return total, hits, removed, ghosts


def test_on_real_pages(finder: Page) -> None:
    pages = corpus()
    if not pages:
        pytest.skip("no corpus beside the repository")
    total, hits, removed, ghosts = measure(finder, pages[::33])
    assert total > 100, "paragraphs were looked for"
    assert hits >= 0.98 * total, f"{hits} of {total}"
    assert ghosts <= 0.05 * removed, f"{ghosts} of {removed} removed paragraphs were still found"


@pytest.mark.campaign
def test_on_all_real_pages(finder: Page) -> None:
    pages = corpus()
    if not pages:
        pytest.skip("no corpus beside the repository")
    figures = dict(zip(("total", "hits", "removed", "ghosts"), measure(finder, pages), strict=True))
    print(json.dumps(figures))
    assert figures["hits"] >= 0.98 * figures["total"]
