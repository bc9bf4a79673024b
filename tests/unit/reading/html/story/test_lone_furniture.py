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
        (
            "<section class='newsletter-box'><p>The harbour's week, on each Friday.</p>"
            "<input type='email'></section>"
        ),
        (
            "<div class='cookie-banner'><h2>Your privacy</h2><div class='cookie-content'>"
            "<p>Your choices hold for this device, and for a year.</p></div></div>"
        ),
        "<div><p>Wir und unsere 182 Partner verwenden auf diesem Gerät Cookies und mehr.</p></div>",
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
        f'<div class="post category-privacy tag-gdpr hentry"><h2>A bridge closes</h2>{FLASH}</div>',
        f'<div class="post kategorie-datenschutz tag-privacy hentry">{FLASH}</div>',
        f'<div class="category-privacy tag-gdpr">{FLASH}</div>',
        f'<div class="privacy"><h2>A bridge closes</h2>{FLASH}</div>',
        f'<div class="newsletter-issue">{FLASH}</div>',
        f'<div class="newsletter-content">{FLASH}<input name="q"></div>',
        f'<div class="newsletter">{FLASH}</div>',
        f'<div class="after-login">{FLASH}</div>',
        f'<div class="story-popup">{FLASH}</div>',
        f'<div class="entry"><div class="popup">{FLASH}</div></div>',
        (
            "<main><p>The firm said its website uses a tool that stores cookies, and a judge fined "
            "it.</p></main>"
        ),
        "<p>The baker sold a thousand cookies on Monday, and she will bake as many today.</p>",
    ],
)
def test_a_news_flash_stays_an_article(body: str) -> None:
    assert any(len(text) > 30 for text in read(body)[0])
