"""From a document to an article: what it says, block by block, before anything is judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.model.media_types import WHOLE_PAGE
from audiopress.reading.documents.read import DOCUMENTS, read_document_article
from audiopress.reading.formats.markdown import read_markdown
from audiopress.reading.formats.plain_text import read_plain_text
from audiopress.reading.formats.told_markdown import is_markdown, is_page, part_lines
from audiopress.reading.metadata.listed_facts import add_facts
from audiopress.reading.page_kinds.server_notices import explain_notice
from audiopress.text.decode import decode_with_notes
from audiopress.text.rubbish import find_rubbish

if TYPE_CHECKING:
    from audiopress.model import Article, Document, Reading

__all__ = ["MOST_BLOCKS", "MOST_BYTES", "MOST_CHARACTERS", "extract"]

MOST_BYTES = 20_000_000
"""Bytes of a document: ten times the largest of the 395 pages that we measure by (1.8 MB).

A larger one is a fault or an attack, and its tree takes memory that the other builders need.
"""

MOST_CHARACTERS = 1_000_000
"""Characters that are spoken of one document: some eighteen hours at the pace of a newsreader."""

MOST_BLOCKS = 10_000
"""Paragraphs of a document: as many as `MOST_CHARACTERS` hold where each is a line. The pages that
we measure by have 1,200 texts at most, menus included. Each is judged by some hundred rules."""


def extract(document: Document, reading: Reading) -> Article:
    """Return what ``document`` says: blocks in reading order with selectors, and metadata.

    Reads ``text/html`` (and XHTML), ``text/markdown``, ``text/plain``, and the documents of
    `audiopress.reading.documents`; plain text that is Markdown or a page by its signs is read as
    that. Nothing is left out for what it says: that is cleaning's to do. Raises `ReadingError` for
    other types, for documents beyond the limits, and where there is nothing to speak.
    """
    # before it is decoded and parsed, since the tree is what takes the memory
    if len(document.body) > MOST_BYTES and document.media_type not in DOCUMENTS:
        raise ReadingError(
            f"the document has {len(document.body)} bytes, more than {MOST_BYTES}",
            where=document.uri,
            hint="split it into several articles",
        )
    article = _read_article(document, reading)
    if article.claims != "article" and "://" in document.uri:
        article = replace(article, notice=explain_notice(article, document.facts))
    article = add_facts(article, document.facts) if document.facts else article
    # counted before cleaning: what is left out by it is a text that was found
    said = sum(len(block.text) for block in article.blocks)
    if said == 0 and not article.passed_over:
        raise _find_nothing(document, broken_off=article.broken_off)
    _refuse_length(document, "characters", said, MOST_CHARACTERS)
    _refuse_length(document, "paragraphs", len(article.blocks), MOST_BLOCKS)
    return article


def _read_article(document: Document, reading: Reading) -> Article:
    # without its parameters: the charset is a field of the document's own
    kind = document.media_type.partition(";")[0].strip().lower()
    if kind in DOCUMENTS:
        return read_document_article(document, kind, reading)
    decoded = decode_with_notes(document.body, document.charset)
    if why := find_rubbish(decoded.text):
        raise ReadingError(
            f"what is there is no text: {why}",
            where=document.uri,
            hint="save it as UTF-8 (iconv -f ENCODING -t UTF-8 FILE), or mend its charset",
        )
    article = _read_by_type(document, kind, decoded.text, reading)
    return replace(article, notes=decoded.notes + article.notes)


def _refuse_length(document: Document, what: str, count: int, most: int) -> None:
    """Raise `ReadingError` for an article that has more of something than can be spoken."""
    if count > most:
        raise ReadingError(
            f"the article has {count} {what}, more than {most}",
            where=document.uri,
            hint="split it into several articles",
        )


def _find_nothing(document: Document, *, broken_off: bool) -> ReadingError:
    """Return the error on a document without any text."""
    if broken_off:
        return ReadingError(
            "the page breaks off before its text begins",
            where=document.uri,
            hint="open the page in a browser, save it again, and build that file",
        )
    if "html" in document.media_type.lower():
        return ReadingError(
            "the page holds no text",
            where=document.uri,
            hint="a page made by JavaScript has none: save it from a browser, and build that file",
        )
    return ReadingError(
        "the file holds no text to speak",
        where=document.uri,
        hint="write a headline and a paragraph into it",
    )


def _read_by_type(document: Document, kind: str, text: str, reading: Reading) -> Article:
    plain = kind == "text/plain"
    if kind in ("text/html", "application/xhtml+xml", WHOLE_PAGE) or (plain and is_page(text)):
        from audiopress.reading.formats.html import read_html  # noqa: PLC0415 - a second of imports

        return read_html(text, document.uri, reading, whole=kind == WHOLE_PAGE)
    if kind in ("text/markdown", "text/x-markdown"):
        return read_markdown(text, document.uri, reading)
    if plain and is_markdown(text):
        return read_markdown(part_lines(text), document.uri, reading)
    if plain:
        return read_plain_text(text, document.uri, reading)
    raise ReadingError(
        f"cannot read {kind or 'a document without a type'}",
        where=document.uri,
        hint="give an .html, .md or .txt file, or the address of a page",
    )
