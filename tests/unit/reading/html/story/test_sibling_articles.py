"""A story that is cut into several articles or tabs is read whole; other stories beside it not."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from tests.unit.reading_pages import HEAD, STORY

PIER = [
    "The harbour was built in the year 1911 by two brothers who had come from the northern isles.",
    "They laid the stones by hand, and it took them and their forty men eleven winters to finish.",
    "The town paid them in fish and in salt, and gave them the two houses above the market.",
]
FERRY = [
    "The ferry has carried its passengers over the bay since the summer of 1931, and still does.",
    "Its captain told the council that the engine would last for another winter, and not two.",
    "Nobody in the town remembers a summer without it, and nobody wishes to live through one.",
]


def make(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


OWN = f"<article><h1>{HEAD}</h1>{make(STORY)}{make(PIER)}</article>"


def read(body: str) -> tuple[list[str], list[tuple[str, str]]]:
    page = f"<html lang=en><title>{HEAD}</title><body><main>{body}</main></body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [one.text for one in article.blocks], [(one.text, one.reason) for one in left_out]


@pytest.mark.parametrize(
    "part",
    [
        f"<article><h2>Part 2: the ferry</h2>{make(FERRY)}</article>",
        f"<article>{make(FERRY)}</article>",
        f"<article class=part><h3>Chapter two</h3>{make(FERRY)}</article>",
        f'<article id=two><h2><a href="#two">The ferry</a></h2>{make(FERRY)}</article>',
        f'<article><p>{FERRY[0]}</p><p>See <a href="/b">a boat</a>.</p>{make(FERRY[1:])}</article>',
    ],
)
def test_the_next_part_of_the_story_is_read(part: str) -> None:
    spoken, _ = read(OWN + part)
    whole = " ".join(spoken)
    assert all(text in whole for text in (*STORY, *PIER))
    assert FERRY[0] in whole


@pytest.mark.parametrize(
    "card",
    [
        f"<article><h2><a href=/b>The ferry of the bay</a></h2>{make(FERRY)}</article>",
        f"<article><a href=/b><h2>The ferry of the bay</h2></a>{make(FERRY)}</article>",
        f"<article><h2>The ferry</h2><p class=byline>By Bob Sample</p>{make(FERRY)}</article>",
        f"<article><h2>The ferry</h2><time>3 May</time>{make(FERRY)}</article>",
        f"<article><h1>The ferry of the bay</h1>{make(FERRY)}</article>",
        f"<article data-url=/b><h2>The ferry</h2>{make(FERRY)}</article>",
        f"<article><h2>The ferry</h2><p>{FERRY[0]}</p></article>",
        f"<article><a href=/b><img src=b.jpg></a>{make(FERRY)}</article>",
        f"<section class=comments><article>{make(FERRY)}</article></section>",
    ],
)
def test_another_story_beside_it_is_listed(card: str) -> None:
    spoken, left_out = read(OWN + card)
    assert spoken == [HEAD, *STORY, *PIER]
    assert FERRY[0] in [text for text, _ in left_out]


TABS = "<div role=tablist><button role=tab>Pier</button><button role=tab>Ferry</button></div>"


@pytest.mark.parametrize("hides", ["hidden", 'style="display:none"', "aria-hidden=true"])
def test_a_panel_of_the_story_is_read_though_another_is_shown(hides: str) -> None:
    panels = f"<div role=tabpanel>{make(PIER)}</div><div role=tabpanel {hides}>{make(FERRY)}</div>"
    spoken, _ = read(f"<article><h1>{HEAD}</h1>{make(STORY)}{TABS}{panels}</article>")
    assert spoken == [HEAD, *STORY, *PIER, *FERRY]


@pytest.mark.parametrize(
    "panel",
    [
        f"<div role=tabpanel id=comments hidden>{make(FERRY)}</div>",
        f"<div role=tabpanel hidden><p>{FERRY[0][:60]}</p></div>",
        "<div role=tabpanel hidden>"
        + "".join(f"<p><a href=/{at}>{text}</a></p>" for at, text in enumerate(FERRY))
        + "</div>",
    ],
)
def test_a_panel_of_something_else_is_listed(panel: str) -> None:
    spoken, left_out = read(
        f"<article><h1>{HEAD}</h1>{make(STORY)}{TABS}<div role=tabpanel>{make(PIER)}</div>"
        f"{panel}</article>"
    )
    assert [text for text in spoken if text in FERRY] == []
    assert "hidden" in {reason for _, reason in left_out}
