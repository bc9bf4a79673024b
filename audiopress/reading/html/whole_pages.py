"""Pages all of whose text is the article's: made of a document, or the chapter of a book.

Nothing is voted for there, and nothing is a menu. What is not spoken says so in its markup: by a
mark of ours, or as books do (``epub:type``, DPUB-ARIA: https://www.w3.org/TR/epub-ssv-11/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.html.runs.unread import Unread
from audiopress.reading.html.story.element_hints import find_hints
from audiopress.reading.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.reasons import Reason

__all__ = ["MARK", "find_marked", "select_all"]

MARK = "data-left-out"
"""The attribute in which a document's page has the reason why an element is not spoken."""

_IN_BOOKS: dict[str, Reason] = {
    "annoref": "note-mark",
    "bibliography": "references",
    "biblioentry": "references",
    "biblioref": "note-mark",
    "endnote": "footnote",
    "endnotes": "footnote",
    "footnote": "footnote",
    "footnotes": "footnote",
    "index": "contents",
    "landmarks": "contents",
    "loi": "contents",
    "lot": "contents",
    "noteref": "note-mark",
    "page-list": "contents",
    "pagebreak": "running-head",
    "rearnote": "footnote",
    "rearnotes": "footnote",
    "toc": "contents",
}
"""What books call what stands beside their text; DPUB-ARIA puts ``doc-`` before most of them."""

_IN_BODY = frozenset(("body", "html"))
"""Elements that are called after the whole: who builds a chapter by its name wants it."""


def find_marked(body: Any) -> dict[Any, Unread]:
    """Return the elements that a whole page marks as not to be spoken, each with the reason."""
    found: dict[Any, Unread] = {}
    for element in body.iter("*"):
        if element.attrib and element.tag not in _IN_BODY and (reason := _read_mark(element)):
            found[element] = Unread(reason)
    return found


def _read_mark(element: Any) -> Reason | None:
    said = element.get(MARK)
    if said is not None:
        return next((reason for reason in REASONS if reason == said), None)
    names = f"{element.get('epub:type') or ''} {element.get('role') or ''}".split()
    return next(filter(None, (_IN_BOOKS.get(name.removeprefix("doc-")) for name in names)), None)


def select_all(runs: Sequence[TextRun]) -> Iterable[tuple[TextRun, frozenset[str] | Reason]]:
    """Yield every run as one of the article, with the hints of its elements."""
    for run in runs:
        yield run, find_hints(run) | {"voted"}
