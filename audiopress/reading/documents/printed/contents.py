"""Tables of contents of printed pages: from their heading to their last line with a page's number.

Between lines that lead to a number stand others: titles of chapters, without dots, and the first
lines of titles that take two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.reading.documents.printed.paragraphs import PrintedParagraph

__all__ = ["find_contents"]

_CONTENTS = re.compile(
    r"(?:\d{1,2} )?(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|"
    r"índice|indice|sommario|inhoud)",
    re.IGNORECASE,
)
"""The heading above a table of contents."""

_LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]*$|…\s*\d+$")
"""How a line of a table of contents ends."""

_SENTENCE = re.compile(r"[^\s.][.!?:][\"”’»)]*$")
"""How a paragraph of the text ends; dots that lead to a number are no end."""

_STATED = re.compile(r"[^\s.]\.[\"”’»)]*$")
"""How a sentence ends that is no question: titles in a table of contents may be questions."""

_PROSE_LINES = 3
"""Lines of a paragraph without a number that is no title in a table of contents."""

_PROSE_WORDS = 8
"""Words of a sentence that is none."""


def find_contents(paragraphs: Sequence[PrintedParagraph]) -> set[int]:
    """Return which paragraphs are a table of contents, its heading too, by their places."""
    found = {at for at, each in enumerate(paragraphs) if _is_entries(each)}
    for at, each in enumerate(paragraphs):
        if at not in found and each.kind == "heading" and _CONTENTS.fullmatch(each.text):
            end = _find_end(paragraphs, at, found)
            # a chapter may be called so and have a text of its own
            found.update(range(at, end + 1) if end > at else ())
    return found


def _find_end(paragraphs: Sequence[PrintedParagraph], start: int, entries: set[int]) -> int:
    """Return the last paragraph of a table of contents that begins at ``start``."""
    last, page = start, paragraphs[start].lines[0].page
    for at in range(start + 1, len(paragraphs)):
        each = paragraphs[at]
        if _is_prose(each) or each.lines[0].page > page + 1:
            break
        if at in entries or any(_LEADERS.search(line.text) for line in each.lines):
            last, page = at, each.lines[-1].page
    return last


def _is_entries(paragraph: PrintedParagraph) -> bool:
    """Whether most lines of a paragraph lead to a number."""
    ends = sum(bool(_LEADERS.search(line.text)) for line in paragraph.lines)
    return ends * 2 > len(paragraph.lines)


def _is_prose(paragraph: PrintedParagraph) -> bool:
    if any(_LEADERS.search(line.text) for line in paragraph.lines):
        return False
    if len(paragraph.lines) >= _PROSE_LINES:
        return bool(_SENTENCE.search(paragraph.text))
    return len(paragraph.text.split()) >= _PROSE_WORDS and bool(_STATED.search(paragraph.text))
