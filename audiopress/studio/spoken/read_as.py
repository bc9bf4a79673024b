"""What a file was read as, and what was found in it, in words: a mistake is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.model.media_types import (
    DOCX,
    EPUB,
    MAIL,
    MDX,
    NOTEBOOK,
    ODT,
    PDF,
    RST,
    SAFARI_PAGE,
    WEB_ARCHIVE,
)
from audiopress.text.language_names import name_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Article, Document
    from audiopress.press.steps.read import Manuscript

__all__ = ["describe_reading"]

_KINDS = {
    DOCX: "a Word document",
    EPUB: "a book (EPUB)",
    MAIL: "an e-mail",
    MDX: "Markdown with components (MDX)",
    NOTEBOOK: "a notebook",
    ODT: "an OpenDocument text",
    PDF: "a PDF: its letters, in the order in which they stand on the page",
    RST: "reStructuredText",
    SAFARI_PAGE: "a page that Safari has saved",
    WEB_ARCHIVE: "a page that was saved with its pictures",
    "text/html": "a web page",
    "text/markdown": "Markdown",
    "text/plain": "plain text",
}
"""What the window calls the kinds of documents."""


def describe_reading(document: Document | None, manuscript: Manuscript) -> str:
    """Return a sentence: what a file was read as, of where, by whom, of when, in which language."""
    kind = _KINDS.get(document.media_type, "") if document else ""
    said = ", ".join(_list_facts(manuscript.article, manuscript.identity.url))
    return f"Read as {kind or 'an article'}; {said}."


def _list_facts(article: Article, url: str | None) -> Iterator[str]:
    if url:
        yield f"of {url}"
    yield f"by {article.byline}" if article.byline else "no author found"
    date = article.published
    yield f"of {date.day} {date:%B %Y}" if date else "no date found"
    guessed = ", as its words look" if article.language_guessed else ""
    yield f"in {name_language(article.language)}{guessed}"
