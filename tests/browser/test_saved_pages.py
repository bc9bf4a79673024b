"""Pages that Chromium itself has saved as one file: their story, and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.sources.documents.kinds import find_document_type

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

FIRST = "The ferry sails again on Monday — “at last”, said Zoë Fenwick, who keeps the quay."
SECOND = "It was repaired in the yard over the winter, at a price of £1.2m, said the council."
STORY = f"<article><h1>The ferry sails again</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
SHEET = ".sr { position: absolute; clip: rect(0 0 0 0) }"


def write(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry</title>{head}'
        f"</head><body>{body}</body></html>"
    )


PAGES = {
    "as it was sent": write(STORY),
    "written by a script": write(
        f"<main></main><script>document.querySelector('main').innerHTML = `{STORY}`</script>"
    ),
    "in a shadow root": write(
        "<news-story></news-story><script>customElements.define('news-story', class extends "
        "HTMLElement { connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML = "
        f"`{STORY}` }} }})</script>"
    ),
    "beside frames": write(
        f'<iframe srcdoc="<p>{SECOND.replace("yard", "ad")}</p>"></iframe>{STORY}'
        '<iframe src="/other.html"></iframe>'
    ),
    "in a frame": write('<nav><a href="/">Home</a></nav><iframe src="/framed.html"></iframe>'),
    "with a style sheet": write(
        STORY.replace("<p>", '<p class="sr">For screen readers alone.</p><p>', 1),
        f"<style>{SHEET}</style>",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_saved_by_chromium_is_read(page: Page, publisher: Site, name: str) -> None:
    publisher.pages |= {
        "saved.html": PAGES[name],
        "framed.html": write(STORY),
        "other.html": write(f"<p>{FIRST.replace('ferry', 'advertisement')}</p>"),
    }
    page.goto(publisher.url("saved.html"))
    session = page.context.new_cdp_session(page)
    saved = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode()
    kind = find_document_type(saved, "saved.mhtml")
    found = extract(Document(uri="saved.mhtml", media_type=kind, body=saved), Reading())
    article, _ = clean(found, Reading())
    assert [one.text for one in article.blocks if one.kind == "paragraph"] == [FIRST, SECOND]
    assert article.title == "The ferry sails again"
    assert article.canonical == publisher.url("saved.html")
