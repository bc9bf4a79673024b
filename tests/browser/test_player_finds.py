"""Where the spoken paragraphs stand in pages the player did not make."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from finding import Figures, Readings, corpus, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition import Site
    from playwright.sync_api import Browser, Page

QUOTE = (
    "\u201cIt\u2019s the 3rd flood this year \u2013 and the worst,\u201d said Mr Sá, "
    "who runs the mill."
)
SHARED = Path(os.environ.get("AUDIOPRESS_SHARED") or Path(__file__).parents[2].parent / "shared")

FIND = """async ([html, quotes]) => {
  const { findQuotes, rangeOf, readPage } = await import('/source/quotes.js');
  const page = readPage(new DOMParser().parseFromString(html, 'text/html').body);
  return findQuotes(page, quotes).map((place) => place && place.pieces.map(([from, to]) =>
    rangeOf(page, from, to).toString()).join(' … '));
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
    return page.evaluate(FIND, [f"<!doctype html><body>{body}", selectors])


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


BEFORE, AFTER = (
    "The harbour had been closed since the autumn.",
    "Nobody knows what June will bring.",
)
EDITS = (
    ("Eleven boats went out.", "Twelve boats went out."),
    ("A town without ships", "A city without ships"),
    ("Food came by train, and the library lent sledges as well as books, two to each family.",
     "Food came by lorry, and the library lent sledges as well as books, three to each family."),
    ("The council will decide in June whether to buy a ship for 4 million.",
     "The council will decide whether to buy an ice-breaker for 4.2 million."),
    ("Nobody here has seen a winter like it, said the master, Eva Holm.",
     "Nobody here has ever seen such a winter, said the harbour master, Eva Holm."),
    ("On the first day eleven boats came back with cod and with news of the world.",
     "On the first day eleven boats came back with cod, with herring, and with news of the world."),
)  # fmt: skip


@pytest.mark.parametrize(("spoken", "shown"), EDITS)
def test_a_paragraph_that_was_edited_since(finder: Page, spoken: str, shown: str) -> None:
    body = f"<p>{BEFORE}</p><p>{shown}</p><p>{AFTER}</p>"
    (said,) = found(finder, body, (spoken, BEFORE, AFTER))
    assert said is not None
    assert len(said.replace(" … ", "")) > 0.6 * len(spoken)


@pytest.mark.parametrize(
    "shown",
    [
        "The swimmers have to wait until August.",
        "Boats are for sale at the pier.",
        "",
        "A quite different paragraph has been put in this very place by the editors of the page.",
    ],
)
def test_another_paragraph_in_its_place_is_not_it(finder: Page, shown: str) -> None:
    body = f"<p>{BEFORE}</p><p>{shown}</p><p>{AFTER}</p>"
    assert found(finder, body, ("Eleven boats went out.", BEFORE, AFTER)) == [None]


def test_context_and_order_decide_between_two(finder: Page) -> None:
    body = "<p>One.</p><p>He left.</p><p>Two.</p><p>He left.</p><p>Three.</p>"
    quotes = (("He left.", "Two.", "Three."), ("Three.", "He left.", ""))
    parsed = found(finder, body + "<footer>He left. Two.</footer>", *quotes)
    assert parsed == ["He left.", "Three."]
    assert found(finder, "<p>He left.</p>", ("He left.", "Two.", "Three.")) == [None]


def test_scripts_and_hidden_text_are_not_the_page(finder: Page) -> None:
    hidden = f"<script>{QUOTE}</script><noscript>{QUOTE}</noscript><div hidden>{QUOTE}</div>"
    hidden += f"<span style='display: none'>{QUOTE}</span>"
    assert found(finder, hidden, (QUOTE, "", "")) == [None]


def test_a_short_text_needs_what_stood_beside_it(finder: Page) -> None:
    """A breadcrumb that repeats the headline is not the headline, once that is gone."""
    crumb = "<nav>Home, News, The harbour opens</nav><p>Boats are back. The ice has gone.</p>"
    quote = ("The harbour opens", "Home, News, The harbour opens", "Boats are back.")
    both = crumb.replace("</nav>", "</nav><h1>The harbour opens</h1>")
    assert found(finder, both, quote) == ["The harbour opens"]
    assert found(finder, crumb, quote) == [None]
    advert = "<aside>Buy a boat, a big one, today and tomorrow and on Sunday</aside>"
    assert found(finder, both.replace("</h1>", f"</h1>{advert}"), quote) == ["The harbour opens"]


@pytest.fixture(scope="module")
def figures(finder: Page, tmp_path_factory: pytest.TempPathFactory, request) -> Figures:
    paths = corpus(SHARED)
    if not paths:
        pytest.skip("no corpus beside the repository")
    readings = Readings(tmp_path_factory.mktemp("readings"))
    return measure(finder, readings, paths[:: request.param], every=request.param)


@pytest.mark.parametrize(
    "figures", [33, pytest.param(1, marks=pytest.mark.campaign)], indirect=True
)
def test_on_real_pages(figures: Figures) -> None:
    """Sampled in the test command; the campaign takes every page and removes every paragraph."""
    print(figures.line())
    assert figures.paragraphs > 100, "paragraphs were looked for"
    assert figures.found >= 0.98 * figures.paragraphs, figures.examples
    assert figures.wrong <= 0.0005 * figures.paragraphs, figures.examples
    assert figures.ghosts <= 0.0001 * figures.removed, figures.examples
    assert figures.copied <= 0.01 * figures.removed, figures.examples
