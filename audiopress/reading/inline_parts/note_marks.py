"""Marks of notes, sources and editors in a sentence: "[12, 13]", "[sic]", "[citation needed]".

What somebody put into the words of another is read: "[the mayor]", "[2024]", "boy[s]".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.author_years import find_author_years
from audiopress.reading.inline_parts.code_words import speaks_of_code
from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.reading.inline_parts.note_words import EDITING, EMPHASIS, LABELS, LOCATORS, WANTED
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_note_marks"]

_BRACKET = compile_late(r"\[\s?([^\[\]]{1,70}?)\s?\]")
"""A bracket with as many characters as the longest label of an editor has; none lies in it."""

_SIC = compile_late(r"[\[(]\s?sic\s?[!.]?\s?[\])]", re.IGNORECASE)
"""The mark that vouches for a slip in what is quoted."""

_EMPHASIS = compile_late(rf"[\[(]\s?{any_of(EMPHASIS)}\s?[\])]", re.IGNORECASE)
"""Whose the emphasis in a quotation is."""

_NUMBER = r"(?:[1-9]\d{0,2})"
"""The number of a note: no year, and no place in a row of a program, which begins at 0."""

_NUMBERS = compile_late(
    rf"{_NUMBER}[a-z]?(?:\s?[,;–—-]\s?{_NUMBER}[a-z]?){{1,30}}"
    rf"|{_NUMBER}, ?{any_of(LOCATORS)}\.? ?[\w.–-]{{1,12}}",
    re.IGNORECASE,
)
"""Several notes, or a place in one: "12, 13", "12–15", "3, p. 45"."""

_ONE_NUMBER = compile_late(rf"{_NUMBER}[a-z]?|[*†‡§]{{1,3}}")
"""One note: "3", "3a", "†"."""

_LETTER = compile_late(r"([a-km])\1?|[ivx]{2,5}", re.IGNORECASE)
"""A note with a letter or a small numeral. Letters from "l" on are endings: "boy[s]", "take[n]"."""

_ENDING = "d"
"""The one among them that is put into a quotation: "like[d]"."""

_RANGE = compile_late(
    r"\b(?:interval|range|scale|set|between|intervall|bereich|intervalle)s? $", re.IGNORECASE
)
"""What makes numbers in brackets those of a range: "in the interval [1, 5]"."""

_RANGE_WORD = 12
"""Characters of the longest such word with its space."""

_LABELLED = compile_late(
    rf"{any_of(LABELS)}\.? ?\d{{1,3}}[a-z]?|{any_of(LOCATORS)}\.? ?\d[\d–, -]{{0,11}}",
    re.IGNORECASE,
)
"""A note that says what it is: "note 3", "Anm. 2"; or where a word stands: "p. 12"."""

_GROUPED = compile_late(r"[^\W\d]{1,12}[. ]{1,2}\d{1,3}")
"""The same with a label that we do not know, which must stand at its word: "[upper 3]"."""

_KEY = compile_late(
    r"[A-Z][A-Za-z]{1,5}\+?’?\d\d[a-z]?"  # [Smi19], [KLM+19a]
    r"|-?@[\w:./-]{2,40}(?:[;,] ?(?:p{1,2}\.? ?\d{1,4}(?:[–-]\d{1,4})?|-?@[\w:./-]{2,40})){0,6}"
)
"""The key of a source: that of a bibliography, or what Pandoc writes ("@smith2019, p. 3")."""

_WANTED = compile_late(rf"(?:{any_of(WANTED)})(?: \w+ \d{{4}}| [–-] \w+)?", re.IGNORECASE)
"""What an editor asks for, perhaps with a month or a talk: "dubious – discuss"."""

_ASKING = compile_late(r"[?？]$| needed|@")
"""How a bracket ends that asks, or what is in it and in no quotation."""

_EDITING = compile_late(
    rf"{any_of(EDITING)}(?: \| {any_of(EDITING)})?",
    re.IGNORECASE,
)
"""What one may do to a section, behind its heading."""

_NAME_BEFORE = compile_late(r"[\w)](?:\[[^\[\]]{1,12}\]){0,4}$")
"""The name of a row, or a place in it that is a row itself: "rows[1]"; no mark of a sentence."""

_NAME_REACH = 60
"""Characters before a bracket in which such a name ends."""

_PAGES_BEHIND = compile_late(r":\s{0,2}\d{1,4}(?:[–-]\d{1,4})?(?=\s|[,.;)]|$)")
"""Pages behind the mark of a note, as wikis have them: "[1]:23–25"."""

_QUOTED = compile_late(r"“[^“”]*”?|„[^“”„]*[“”]?|«[^«»]*»?|\"[^\"]*\"?")
"""A quotation; one that stays open runs on to the end of the paragraph."""


_RAISED = compile_late(
    r"(?:(?<=[.,;:!?…”’\")\]])|(?<=[a-zà-ÿ]{4}))(?<!metre)(?<!meter)(?<!metres)(?<!meters)"
    r"(?<!feet)(?<!foot)(?<!inch)(?<!inches)(?<!mile)(?<!miles)(?<!yard)(?<!yards)(?<!acre)"
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?![\w\u2070-\u209f])"
)
"""A raised figure behind a mark or a word: a note's. Behind a figure or a unit it is a power."""

_TERM = compile_late(r"[(\[](?:(?![^\W\d_]{3})[^()\[\]]){1,40}[)\]]$")
"""A term in brackets, which has powers: "(a + b)"; no word stands in it."""

_LONGEST_TERM = 42
"""Characters of such a term with its brackets."""

_WIDE = compile_late(
    rf"［\s?{_NUMBER}(?:[,，、–—~-]{_NUMBER})*\s?］|〔{_NUMBER}〕|【{_NUMBER}】|\[\^[\w-]{{1,30}}\](?!:)"
)
"""Notes in the brackets of Chinese and Japanese texts, and those of Markdown: "[^note]"."""

_ANCHOR = compile_late(r"\s?[¶🔗⚓\ufe0f]{1,2}$")
"""What leads a reader of documentation to the place of a heading: nobody says it."""


def find_note_marks(text: str, *, sic: bool = False) -> Iterator[InlinePart]:
    """Yield the marks in ``text``; "[sic]" among them unless ``sic`` has it spoken."""
    if not sic:
        yield from map(_make_part, _SIC.finditer(text))
    yield from map(_make_part, _EMPHASIS.finditer(text))
    for raised in _RAISED.finditer(text):
        if not _TERM.search(text[max(0, raised.start() - _LONGEST_TERM) : raised.start()]):
            yield _make_part(raised)
    yield from map(_make_part, _WIDE.finditer(text))
    for anchor in _ANCHOR.finditer(text):
        yield InlinePart(start=anchor.start(), end=anchor.end(), reason="")
    code = speaks_of_code(text)
    quotes = [quote.span() for quote in _QUOTED.finditer(text)] if "[" in text else []
    for source in find_author_years(text):
        # somebody may have put a place and a year into the words of another
        if text[source.start] == "(" or not _is_within(quotes, source.start):
            yield source
    for found in _BRACKET.finditer(text):
        # as a program has it, "rows[1]" is no note
        if _is_labelled(text, found, quotes) or (
            _is_mark(text, found, quotes) and not (code and _is_at_name(text, found.start()))
        ):
            yield _make_part(found, _count_pages(text, found))


def _make_part(found: re.Match[str], more: int = 0) -> InlinePart:
    return InlinePart(start=found.start(), end=found.end() + more, reason="note-mark")


def _is_labelled(text: str, found: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    """Whether a bracket says of itself what it is."""
    said = found[1]
    at_word = _is_at_word(text, found.start())
    if _WANTED.fullmatch(said) or _LABELLED.fullmatch(said) or _KEY.fullmatch(said):
        # "filed for [Chapter 11] protection" is put in for the words of another
        return at_word or bool(_ASKING.search(said)) or not _is_inserted(text, found, quotes)
    if _EDITING.fullmatch(said):
        return at_word or not text[found.end() :].strip()
    return at_word and bool(_GROUPED.fullmatch(said))


def _is_mark(text: str, found: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    """Whether a bracket with numbers or letters is a note's."""
    said = found[1]
    if _NUMBERS.fullmatch(said):
        before = text[max(0, found.start() - _RANGE_WORD) : found.start()]
        return not _RANGE.search(before)
    at_word = _is_at_word(text, found.start())
    if _ONE_NUMBER.fullmatch(said):
        # what begins a paragraph is its own number: lists of sources are told by it
        return at_word or (found.start() > 0 and not _is_inserted(text, found, quotes))
    if not at_word or not _LETTER.fullmatch(said) or text[found.end() : found.end() + 1].isalpha():
        return False
    return not (said == _ENDING and _is_within(quotes, found.start()))


def _is_at_word(text: str, at: int) -> bool:
    """Whether a bracket stands right at what it notes: a word, its mark, or another bracket."""
    return at > 0 and not text[at - 1].isspace() and text[at - 1] not in "([{“„«\"'‘/"


def _is_at_name(text: str, at: int) -> bool:
    """Whether a bracket stands right at letters, as a place in a row of a program does."""
    return bool(_NAME_BEFORE.search(text[max(0, at - _NAME_REACH) : at]))


def _is_inserted(text: str, found: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    """Whether a bracket stands between two words of a quotation: "I was [24] at the time"."""
    return text[found.end() : found.end() + 1] == " " and _is_within(quotes, found.start())


def _is_within(quotes: list[tuple[int, int]], at: int) -> bool:
    before = bisect_right(quotes, (at, 0)) - 1
    return before >= 0 and at < quotes[before][1]


def _count_pages(text: str, found: re.Match[str]) -> int:
    """Return how many characters the pages behind a mark take."""
    pages = _PAGES_BEHIND.match(text, found.end())
    if pages is None or not found[1].isdigit():
        return 0
    # behind a full stop nothing is led in to, so ": 23" are pages there too
    closed = text[: found.start()].rstrip()[-1:] in (".", ",", "]")
    return len(pages[0]) if closed or not pages[0][1:2].isspace() else 0
