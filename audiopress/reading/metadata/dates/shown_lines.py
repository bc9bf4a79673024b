"""The dates that a page shows at its head in plain words: "Published 14 March 2026".

For pages that have neither metadata nor a ``<time>``. A line counts that says nothing but a date,
or that beside a byline, a section's name or a place.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.tree.elements import HEADINGS, INLINE, climb
from audiopress.reading.metadata.dates.credit_lines import part_credit
from audiopress.reading.metadata.dates.date_words import find_update_word
from audiopress.reading.metadata.dates.dates import is_dateline
from audiopress.text.decode import tidy
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["list_dates", "list_line_dates", "says_date"]

_LONGEST = 120
"""Characters of the longest line with a byline and a date in it."""

_HAS_DAY = compile_late(r"\b(?:19|20)\d\d\b|\d[./]\d{1,2}[./]\d\d\b")
"""What every date has: a year, or figures parted by points or slashes."""

_PARTS = compile_late(
    r"\s+[|·•–—/]\s+|\s*[|·•]\s*"
    # "Published 3 May 2024, updated 4 May 2024"
    r"|[,;(]\s*(?=(?:last |zuletzt |mis |dernière )?[^\W\d]{6,}[^,;|]{0,12}\d)"
    # a place, a name or a house before the date: "Berlin, 14.03.2026"
    r"|(?<=[^\W\d]),\s+(?=(?:[^\W\d]{3,12}\.?,?\s)?(?:[^\W\d]{3,9}\.?\s\d|\d{1,2}[./\s]|\d{4}-))"
)
"""What stands between a date and what else a line says."""

_FIGURES = compile_late(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
"""A date in figures, which is read from its first on."""

_WORDS_BESIDE = 6
"""Words beside a date in its line, at most: a section, a place, a name; more is a sentence."""

_NO_LINE = HEADINGS | frozenset(
    ("dd", "dl", "dt", "li", "ol", "option", "script", "style", "table", "td", "th", "tr", "ul")
)
"""Elements whose date is that of what they head or list; an item counts among few others."""

_NEAREST = 3
"""Elements up from a date among which one that marks it up is looked for."""

_FEW_ITEMS = 1
"""Dates in one list that are those of the page: more are a calendar or a history."""


def says_date(element: Any) -> bool:
    """Whether an element is a short line with a date, and no text of the story."""
    if element.tag in _NO_LINE and element.tag != "li":
        return False
    if not any(True for _ in list_line_dates(element)) or _is_timed(element):
        return False
    if element.tag == "li" and not _is_among_few(element):
        return False
    return not _is_in_sentence(element)


def _is_in_sentence(element: Any) -> bool:
    """Whether an inline element stands among words that go on to the end of a sentence."""
    for inside in climb(element):
        around = inside.getparent()
        if inside.tag not in INLINE or around is None:
            return False
        words = tidy(" ".join((around.text or "", *(child.tail or "" for child in around))))
        if words[-1:] in ".!?" or len(words.split()) > _WORDS_BESIDE:
            return bool(words)
    return False


def _is_timed(element: Any) -> bool:
    """Whether a date is marked up, and judged by that."""
    if next(element.iter("time"), None) is not None:
        return True
    return any(around.tag == "time" for around in islice(climb(element), _NEAREST))


def list_line_dates(element: Any) -> Iterator[tuple[str, bool]]:
    """Yield the dates of an element that is a short line, as `list_dates` does."""
    yield from list_dates(_read_short(element))


def list_dates(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the dates of a line as they can be read, and whether each is that of a change.

    None where the line says more than a date and a few words that stand beside one.
    """
    if not 0 < len(line) <= _LONGEST or not _HAS_DAY.search(line):
        return
    parts = [line] if is_dateline(line) and not _has_two(line) else _cut(line)
    dates = [part for part in parts if _HAS_DAY.search(part) and is_dateline(part)]
    others = [part for part in parts if part not in dates]
    if sum(len(part.split()) for part in others) > _WORDS_BESIDE:
        return
    # "He left on Monday, 4 May 2026." is a sentence
    if others and line[-1:] in ".!?:":
        return
    for part in dates:
        figures = _FIGURES.search(part)
        yield part[figures.start() :] if figures else part, find_update_word(part)


def _has_two(line: str) -> bool:
    return len(_HAS_DAY.findall(line)) > 1


def _cut(line: str) -> list[str]:
    credit = part_credit(line)
    if len(credit) > 1:
        return credit
    return [bare for part in _PARTS.split(line) if (bare := part.strip(" ,;()[]"))]


def _read_short(element: Any) -> str:
    """Return the text of an element that is no longer than a line, else nothing."""
    size = 0
    parts: list[str] = []
    for text in element.itertext():
        size += len(text.strip())
        if size > _LONGEST:
            return ""
        parts.append(text)
    return tidy(" ".join(parts))


def _is_among_few(item: Any) -> bool:
    around = item.getparent()
    dated = (one for one in around.iter("li") if _HAS_DAY.search(_read_short(one)))
    # counted no further than is needed: each item asks
    return len(list(islice(dated, _FEW_ITEMS + 1))) <= _FEW_ITEMS
