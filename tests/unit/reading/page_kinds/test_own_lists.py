"""A box of a site's newest pages that names the page itself is no part of its story."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

STORY = "The ferry was late on Monday because of ice in the harbour, and its crew had to wait."
OTHERS = (
    "The council will vote on the new bridge in the first week of May, after the holidays.",
    "A bakery on Mill Street opened its doors again after the flood that closed it in spring.",
)


def read(main: str, path: str = "/news/ferry") -> list[str]:
    html = (
        '<html lang="en"><head><title>The ferry is late</title></head><body>'
        f"{main}<footer>All rights reserved</footer></body></html>"
    )
    uri = f"https://example.org{path}"
    document = Document(uri=uri, media_type="text/html", body=html.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    return [block.text for block in article.blocks]


def teaser(path: str, title: str, text: str) -> str:
    return f'<div class="item"><h3><a href="{path}">{title}</a></h3><p>{text}</p></div>'


NEWEST = (
    teaser("/news/ferry", "The ferry is late", STORY)
    + teaser("/news/bridge", "A vote on the bridge", OTHERS[0])
    + teaser("/news/bakery", "The bakery is open", OTHERS[1])
)
ROWS = NEWEST.replace("div", "li")


@pytest.mark.parametrize(
    "main",
    [
        f"<div><h1>The ferry is late</h1><p>{STORY}</p></div><div><h2>Newest</h2>{NEWEST}</div>",
        f"<main><h1>The ferry is late</h1><p>{STORY}</p><section>{NEWEST}</section></main>",
        f"<div><div>{NEWEST}</div><div><h1>The ferry is late</h1><p>{STORY}</p></div></div>",
        f"<main><h1>The ferry is late</h1><p>{STORY}</p><ul>{ROWS}</ul></main>",
    ],
)
def test_its_teasers_are_not_said(main: str) -> None:
    said = read(main)
    assert STORY in said
    assert not set(OTHERS) & set(said)


def test_a_headline_that_leads_to_its_own_page_is_no_teaser() -> None:
    headline = '<h2><a href="/news/ferry">The ferry is late</a></h2>'
    said = read(f"<main>{headline}<p>{STORY}</p><p>{OTHERS[0]}</p></main>")
    assert (STORY in said, OTHERS[0] in said) == (True, True)


def test_a_story_that_names_itself_in_its_text_stays() -> None:
    link = '<a href="/news/ferry">how the ferry came to be late</a>'
    paragraphs = "".join(f"<p>{text}</p>" for text in (STORY, f"Read {link} again.", *OTHERS))
    said = read(f"<main><h1>The ferry is late</h1>{paragraphs}</main>")
    assert {STORY, *OTHERS} <= set(said)
