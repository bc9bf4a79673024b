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
from audiopress.text.language_names import find_base, name_language, name_variety, write_tag

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


_OWN_LINE = ("text/markdown", MDX)
"""Kinds of documents that say their language in a line of their own, which is edited here."""


def describe_reading(document: Document | None, manuscript: Manuscript, language: str) -> str:
    """Return what a file was read as, of where, by whom, of when, in which language.

    A second sentence tells of another variety of ``language``, which is the show's.
    """
    kind = document.media_type if document else ""
    other = _is_other_variety(manuscript.article, language)
    said = ", ".join(_list_facts(manuscript.article, manuscript.identity.url, other=other))
    told = f"Read as {_KINDS.get(kind, 'an article')}; {said}."
    return f"{told} {_explain_variety(kind, language)}" if other else told


def _is_other_variety(article: Article, language: str) -> bool:
    """Whether an article has the language of its show as another region has it."""
    tags = [write_tag(tag) for tag in (article.language, language)]
    same = find_base(tags[0]) == find_base(tags[1])
    return same and all("-" in tag for tag in tags) and tags[0].lower() != tags[1].lower()


def _explain_variety(kind: str, language: str) -> str:
    tag = write_tag(language)
    way = (
        f"write language: {tag} between two lines of --- at the head of its text"
        if kind in _OWN_LINE
        else f"mark its text as {name_variety(tag)} ({tag}) where it was written, save it, and "
        "replace the file"
    )
    return (
        f"The show is in {name_variety(tag)}; what a file says of itself counts. To have it as "
        f"the show, {way}."
    )


def _list_facts(article: Article, url: str | None, *, other: bool) -> Iterator[str]:
    if url:
        yield f"of {url}"
    yield f"by {article.byline}" if article.byline else "no author found"
    date = article.published
    yield f"of {date.day} {date:%B %Y}" if date else "no date found"
    guessed = ", as its words look" if article.language_guessed else ""
    named = (name_variety if other else name_language)(article.language)
    yield f"in {named}{guessed}"
