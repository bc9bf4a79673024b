"""Pages of errors that a server sends as if they were the article: "200 OK", and no article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.model import Document

__all__ = ["looks_like_error_page"]

_SIGNS = (
    re.compile(
        rb"""<meta[^>]{0,200}\bog:type["'][^>]{0,200}\bcontent\s*=\s*["']?article""",
        re.IGNORECASE,
    ),
    re.compile(rb'"@type"\s*:\s*\[?\s*"[A-Za-z]{0,30}(?:Article|BlogPosting)"'),
    re.compile(rb"<article\b", re.IGNORECASE),
    re.compile(rb"""<link[^>]{0,300}\brel\s*=\s*["']?canonical""", re.IGNORECASE),
    re.compile(rb"\barticle:published_time\b|\bitemprop=[\"']?articleBody", re.IGNORECASE),
    re.compile(rb"<time\b", re.IGNORECASE),
)
"""What a page says of itself that is an article; in the bytes, for it is asked of every page that
has changed. A page of an error has none, or the canonical address alone."""

_PARAGRAPH = re.compile(rb"<p[\s>]", re.IGNORECASE)
"""The beginning of a paragraph."""

_FEW = 3
"""Paragraphs of an error's page: one that says sorry, one that leads home, one of the footer."""

_MUCH = 2
"""How many times as many paragraphs an article had that is a likely loss."""


def looks_like_error_page(before: Document, now: Document) -> bool:
    """Whether a page has lost all that made it an article, and most of its text.

    ``before`` is the page as it was fetched last. By words it could not be told: an article may be
    about errors, and each site has its own.
    """
    if before.media_type != "text/html" or now.media_type != "text/html":
        return False
    had, has = (sum(bool(sign.search(page.body)) for sign in _SIGNS) for page in (before, now))
    text_before, text_now = (len(_PARAGRAPH.findall(page.body)) for page in (before, now))
    # What was short all along is not measured by its length.
    lost_text = text_now <= _FEW and text_before >= _MUCH * max(text_now, 1)
    return lost_text and has < had and has <= 1
