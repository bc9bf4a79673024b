"""Furniture that is all a page has is left out, and beside a story nothing changes."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FLASH = "<p>The bridge will close on Monday, the council said. Buses go round by the mill.</p>"
NOTICE = "We and our 182 partners use cookies and similar ways to keep things on your device."


def read(body: str) -> tuple[list[str], dict[str, str]]:
    page = f"<html><head><title>A bridge closes</title></head><body>{body}</body></html>"
    document = Document(uri="a.html", media_type="text/html", body=page.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [one.text for one in article.blocks], {one.text: one.reason for one in left_out}


@pytest.mark.parametrize(
    "body",
    [
        f'<div id="consent-banner"><p>{NOTICE}</p></div>',
        f"<div><p>{NOTICE}</p></div>",
        "<div class='privacyPopup'><p>Your choices hold for this device, and for a year.</p></div>",
        "<section class='newsletter-box'><p>The harbour's week, on each Friday.</p></section>",
        f"<h1>A bridge closes</h1><div class='cookie'><p>{NOTICE}</p></div>",
    ],
)
def test_it_is_no_story_for_want_of_another(body: str) -> None:
    said, left_out = read(body)
    assert [text for text in said if text != "A bridge closes"] == []
    assert "banner" in left_out.values()


@pytest.mark.parametrize(
    "body",
    [
        FLASH,
        f"<h1>A bridge closes</h1>{FLASH}",
        f'<div class="newsletter-page"><h1>A bridge closes</h1>{FLASH}</div>',
        f'<div id="site" class="cookies-not-set"><main>{FLASH}</main></div>',
        "<p>The baker sold a thousand cookies on Monday, and she will bake as many today.</p>",
    ],
)
def test_a_news_flash_stays_an_article(body: str) -> None:
    assert any(len(text) > 30 for text in read(body)[0])
