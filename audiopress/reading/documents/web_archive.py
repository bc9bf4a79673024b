"""Pages that browsers save as one file (.mhtml): the page in it, read as from its address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.reading.documents.mail import parse_message, read_part

if TYPE_CHECKING:
    from email.message import EmailMessage

    from audiopress.model import Article, Document, Reading

__all__ = ["read_web_archive"]


def read_web_archive(document: Document, reading: Reading) -> Article:
    """Return the article of a saved page; raises `ReadingError` where there is none."""
    from audiopress.reading.formats.html import read_html  # noqa: PLC0415 - a second of imports

    message = parse_message(document.body, document.uri)
    page = _find_page(message)
    if page is None:
        raise ReadingError(
            "no page is in this file",
            where=document.uri,
            hint="save the page anew from a browser, as HTML",
        )
    address = _find_address(message, page)
    article = read_html(read_part(page), address or document.uri, reading)
    return replace(article, uri=document.uri, canonical=article.canonical or address or None)


def _find_page(message: EmailMessage) -> Any:
    """Return the part that is the page: the one named as the first, else the first of HTML."""
    parts = [
        part
        for part in message.walk()
        if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = str(message.get_param("start") or "").strip("<>")
    named = (
        part for part in parts if start and str(part.get("content-id") or "").strip(" <>") == start
    )
    return next(named, parts[0] if parts else None)


def _find_address(message: EmailMessage, page: Any) -> str:
    """Return where the page was saved from, nothing for what is no address of the web."""
    found = (message.get("snapshot-content-location"), page.get("content-location"))
    texts = (re.sub(r"\s+", "", str(each or "")) for each in found)
    return next((text for text in texts if text.startswith(("http://", "https://"))), "")
