"""Pages that a server sends in an article's place as if they were it: "200 OK", and no article.

An error's page, one of maintenance, of consent, of a login, of a check for robots. By words they
could not be told: an article may be about errors, and each site has its own. So they are told by
what they have lost of the page before: what made it an article, its headline and its text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from audiopress.identity import is_address, normalize_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Document

__all__ = ["Doubt", "count_signs", "explain_error_page", "list_headlines"]

_CLAIMS = (
    re.compile(
        rb"""<meta[^>]{0,200}\bog:type["'][^>]{0,200}\bcontent\s*=\s*["']?article""",
        re.IGNORECASE,
    ),
    re.compile(rb'"@type"\s*:\s*\[?\s*"[A-Za-z]{0,30}(?:Article|BlogPosting)"'),
    re.compile(rb"\barticle:published_time\b|\bitemprop=[\"']?articleBody", re.IGNORECASE),
)
"""How a page says that it is an article, which no page of a login or of maintenance does."""

_SIGNS = (
    *_CLAIMS,
    re.compile(rb"<article\b", re.IGNORECASE),
    re.compile(rb"""<link[^>]{0,300}\brel\s*=\s*["']?canonical""", re.IGNORECASE),
    re.compile(rb"<time\b", re.IGNORECASE),
)
"""What a page says of itself that is an article; in the bytes, for it is asked of every page that
has changed. A page of an error has none, or the canonical address alone."""

_PARAGRAPH = re.compile(
    rb"<(?:p|li)\b[^>]{0,500}>(.{0,20000}?)</(?:p|li)\s*>", re.IGNORECASE | re.DOTALL
)
"""A paragraph, or an item of a list, with its text."""

_BEGINNING = re.compile(rb"<p[\s>]", re.IGNORECASE)
"""The beginning of a paragraph."""

_HEADLINE = re.compile(rb"<(title|h1)\b[^>]{0,500}>(.{0,2000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
"""A headline, as readers or their windows see it."""

_CANONICAL = re.compile(
    rb"<link\b[^>]{0,500}\brel\s*=\s*[\"']?canonical\b[^>]{0,1000}>", re.IGNORECASE
)
"""The tag that says what a page's own address is."""

_HREF = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
"""Where a tag leads."""

_TAG = re.compile(rb"<[^<>]*>")
"""A tag, of which nobody reads a word."""

_PARTS = re.compile(r"\s[|\u2013\u2014\u00b7\u00bb-]\s")
"""What parts a headline from the name of its site, in the title of a page."""

_FEW = 3
"""Paragraphs of an error's page: one that says sorry, one that leads home, one of the footer."""

_MUCH = 2
"""How many times as many paragraphs an article had that is a likely loss."""

_REST = 0.25
"""The part of a page's words, in its paragraphs, that it has in common with any page of its site:
footers and notes on cookies. Who says no more of the article says nothing of it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why what came is not taken for what was asked for; ``passing`` if it is after some days."""

    reason: str
    passing: bool = False


def explain_error_page(before: Document, now: Document) -> Doubt | None:
    """Say why a page is not the article that ``before`` was, as it was fetched last.

    One that still has a headline or a part of the text of before may be a correction, and is
    doubted for some days only.
    """
    if before.media_type != "text/html" or now.media_type not in ("text/html", "text/plain"):
        return None
    had, has = count_signs(before), count_signs(now)
    few_signs = has <= 1 and has < had
    lost_claim = _claims(before) and not _claims(now)
    text_before, text_now = (len(_BEGINNING.findall(page.body)) for page in (before, now))
    # What was short all along is not measured by its length.
    lost_text = text_now <= _FEW and text_before >= _MUCH * max(text_now, 1)
    lost_all = few_signs or lost_claim or (lost_text and not has) or _is_elsewhere(before, now)
    why = "the server sends a page that looks like an error's in place of the article"
    if lost_all and not _says_the_same(before, now):
        return Doubt(f"{why}, with nothing of it")
    return Doubt(why, passing=True) if few_signs and lost_text else None


def count_signs(page: Document) -> int:
    """Return how many things a page says of itself that only articles say."""
    return sum(bool(sign.search(page.body)) for sign in _SIGNS)


def _claims(page: Document) -> bool:
    return any(sign.search(page.body) for sign in _CLAIMS)


def list_headlines(page: Document) -> set[str]:
    """Return what a page is called, in small letters, also without the name of its site."""
    found = {_read(words) for _, words in _HEADLINE.findall(page.body)}
    return {part for name in found for part in (name, *_PARTS.split(name)[:1])} - {""}


def _is_elsewhere(before: Document, now: Document) -> bool:
    """Whether a page is another one by its address, or by what it calls its own."""
    own = {normalize_url(each) for each in (before.uri, *_list_canonical(before))}
    there = {normalize_url(each) for each in (now.uri, *_list_canonical(now))}
    return not there <= own


def _list_canonical(page: Document) -> Iterable[str]:
    tag = _CANONICAL.search(page.body)
    href = _HREF.search(tag[0]) if tag else None
    if href is not None:
        try:
            address = urljoin(page.uri, html.unescape(href[1].decode("utf-8", "replace")))
        except ValueError:
            return
        if is_address(address):
            yield address


def _says_the_same(before: Document, now: Document) -> bool:
    """Whether a page has a headline or enough of the paragraphs of the one before."""
    if list_headlines(before) & list_headlines(now):
        return True
    said, says = _list_paragraphs(before), set(_list_paragraphs(now))
    words = sum(len(text.split()) for text in said)
    kept = sum(len(text.split()) for text in said if text in says)
    return bool(said) and kept >= _REST * words


def _list_paragraphs(page: Document) -> list[str]:
    return [text for inner in _PARAGRAPH.findall(page.body) if (text := _read(inner))]


def _read(markup: bytes) -> str:
    text = html.unescape(_TAG.sub(b" ", markup).decode("utf-8", "replace"))
    return " ".join(text.split()).casefold()
