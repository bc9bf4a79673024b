"""The texts of a document in the order in which it has them: where what is left out stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiopress.model.media_types import PDF
from audiopress.press.steps.guarded import LARGE_PAGE
from audiopress.reading.extract import extract
from audiopress.studio.spoken.places import NoteMark
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Article, Document
    from audiopress.press.site_memory.correct_lines import CorrectedLine
    from audiopress.settings import Settings

__all__ = ["MARK", "TextOrder", "find_order", "find_text"]


MARK = "note-mark"
"""The reason for which the mark of a note is left out."""


class TextOrder(NamedTuple):
    """The texts of a document in the order in which it has them, and those that are blocks.

    ``corrected`` is what an editor has wanted of them, by the keys of lines, ``marks`` are those
    of notes.
    """

    texts: list[str]
    blocks: frozenset[str]
    corrected: dict[str, CorrectedLine]
    marks: tuple[NoteMark, ...] = ()


def find_order(
    settings: Settings, document: Document | None, corrected: dict[str, CorrectedLine]
) -> TextOrder:
    """Return the texts of a document.

    Nothing for printed pages and for what is as large as traps are: they are read in a process of
    their own, and once is enough.
    """
    if document is None or document.media_type == PDF or len(document.body) > LARGE_PAGE:
        return TextOrder([], frozenset(), {})
    article = extract(document, settings.reading)
    blocks = frozenset(make_comparable(each.text) for each in article.blocks)
    marks = tuple(
        NoteMark(block.text, each.text)
        for block in article.blocks
        for each in block.left_out
        if each.reason == MARK
    )
    return TextOrder(list(_list_texts(article)), blocks, corrected, marks)


def _list_texts(article: Article) -> Iterator[str]:
    passed = list(article.passed_over)
    for at, block in enumerate(article.blocks):
        while passed and passed[0].before <= at:
            yield passed.pop(0).left_out.text
        yield block.text
    yield from (each.left_out.text for each in passed)


def find_text(text: str, order: Sequence[str], last: int) -> int:
    """Return which text of the document this is, or is a part of; else the place of the last."""
    for same in (lambda one: one == text, lambda one: text in one):
        places = [at for at, one in enumerate(order) if same(one)]
        if places:
            return next((at for at in places if at >= last), places[0])
    return last
