"""A document of any kind to an article, by the road of pages or of Markdown."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from audiopress.model.media_types import (
    DOCX,
    MAIL,
    MDX,
    NOTEBOOK,
    ODT,
    PDF,
    RST,
    SAFARI_PAGE,
    WEB_ARCHIVE,
)
from audiopress.reading.formats.markdown import read_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.model import Article, Document, Reading
    from audiopress.reading.documents.page import DocumentPage

__all__ = ["DOCUMENTS", "read_document_article"]

_READERS = {
    DOCX: ("docx", "read_docx"),
    MAIL: ("mail", "read_mail"),
    ODT: ("odt", "read_odt"),
    PDF: ("pdf", "read_pdf"),
    RST: ("restructured_text", "read_restructured_text"),
}
"""What makes a page of each kind of document: a module beside this one, and its function."""

_WRITERS = {
    MDX: ("mdx", "write_mdx"),
    NOTEBOOK: ("notebook", "write_notebook"),
}
"""What makes Markdown of others."""

_SAVED = (SAFARI_PAGE, WEB_ARCHIVE)
"""Pages that browsers save as one file."""

DOCUMENTS = frozenset((*_READERS, *_WRITERS, *_SAVED))
"""Media types of what is made a page or Markdown before it is read."""


def read_document_article(document: Document, kind: str, reading: Reading) -> Article:
    """Return the article of a document; raises `ReadingError` where it cannot be read."""
    if kind in _SAVED:
        article: Article = _load("web_archive", "read_web_archive")(document, reading)
        return article
    if kind in _WRITERS:
        text: str = _load(*_WRITERS[kind])(document.body, document.uri)
        return read_markdown(text, document.uri, reading)
    return _read_page(_load(*_READERS[kind])(document.body, document.uri), document, reading)


def _load(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a module beside this one, which is loaded only when it is needed."""
    found: Callable[..., Any] = getattr(
        import_module(f"audiopress.reading.documents.{module}"), name
    )
    return found


def _read_page(page: DocumentPage, document: Document, reading: Reading) -> Article:
    from audiopress.reading.formats.html import read_html  # noqa: PLC0415 - a second of imports

    article = read_html(page.write(), document.uri, reading, whole=True)
    return replace(
        article,
        canonical=page.canonical or article.canonical,
        declared_id=page.declared_id or None,
        notes=(*page.notes, *article.notes),
    )
