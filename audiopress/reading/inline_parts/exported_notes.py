r"""Marks of notes as wikis and exporters write them in their source, where that was published.

====================================  ==================================================
``[[#cite_note-1|[1]]]``              wikis
``[[1]](#fn1)``, ``^[1](#fn1)^``      Markdown that was made of a page
``[1]_``, ``[#name]_``                reStructuredText
``[fn:1]``, ``[fn:: text]``           Org
``footnote:[text]``                   AsciiDoc
``\footnote{text}``, ``\cite{key}``   LaTeX, also ``\ref{key}``
``((text))``, ``<ref>text</ref>``     DokuWiki, MediaWiki
====================================  ==================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.code_words import speaks_of_code
from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.reasons import Reason

__all__ = ["find_exported_notes", "is_note_link"]

_SIGN = (
    r"(?:(?:note|nb|fn|ref|anm)[ .]{0,2})?"
    r"(?:\d{1,3}[a-z]?|[a-z]|[ivx]{2,6}|[*†‡§↩↑¹²³⁰⁴-⁹]{1,4}\ufe0e?)"
)
"""What the mark itself is: a number, a letter, a numeral, a sign, perhaps with its label."""

_LABEL = rf"(?:<sup>)?[\\\[(^]{{0,5}}{_SIGN}[\\\])^]{{0,5}}(?:</sup>)?"
"""The mark in its brackets, however they were escaped."""

_ANCHOR = (
    "#_?"
    + any_of(
        "cite[_-]?(?:note|ref)",
        "sd(?:foot|end)note",
        "(?:foot|end)-?notes?",
        "fn(?:ref)?",
        "ftn(?:t|ref)?",
        "edn(?:ref)?",
        "notes?",
        "refs?",
        "[nr](?=[-_:.]?[0-9])",
    )
    + r"[^()\[\]|\s]{0,80}"
)
"""The place in a page where a note stands, or its mark."""

_AT_WORD = r"(?:(?<=[.,;:!?…”’\")\]。、])|(?<=[^\W\d_]{3}))"
"""Right at what is noted: a mark or a word. Behind a figure or a unit it may be a power."""

_KEY = r"[\w:.-]{1,60}"
"""The name of a note or of a source."""

_FORMS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("note-mark", re.compile(rf"\[\[[^\[\]|]{{0,80}}{_ANCHOR}\|\s?{_LABEL}\s?\]\]", re.IGNORECASE)),
    (
        "note-mark",
        re.compile(
            rf"\^?\[{_LABEL}\]\([^()\s#]{{0,200}}{_ANCHOR}(?: \"[^\"]{{0,80}}\")?\)\^?",
            re.IGNORECASE,
        ),
    ),
    ("note-mark", re.compile(rf"{_AT_WORD}\[\\?\[?\d{{1,3}}\\?\]?\]\(https?:[^()\s]{{1,300}}\)")),
    ("note-mark", re.compile(rf"{_AT_WORD}\^\\?\[?\d{{1,3}}\\?\]?\^")),
    ("note-mark", re.compile(r"\\\[\^?\d{1,3}\\\]")),
    (
        "note-mark",
        re.compile(
            rf"{_AT_WORD}<sup(?: [^<>]{{0,80}})?>(?:<a [^<>]{{0,120}}>)?{_LABEL}"
            r"(?:\([^()]{1,200}\))?(?:</a>)?</sup>"
        ),
    ),
    ("note-mark", re.compile(rf"\[(?:\d{{1,3}}|#{_KEY}|#|\*)\]_(?!\w)")),
    ("note-mark", re.compile(rf"\[fn:{_KEY}\]|\[\[@{_KEY}\]\]|footnoteref:\[{_KEY}\]")),
    ("footnote", re.compile(rf"\[fn:(?:{_KEY})?:\s[^\[\]]{{1,500}}\]")),
    ("footnote", re.compile(rf"footnote:(?:{_KEY})?\[[^\[\]]{{0,500}}\]")),
    (
        "note-mark",
        re.compile(
            r"\\(?:(?:text|paren|foot|auto|full)?cite[a-z]{0,6}\*?|footnotemark|footref)"
            rf"(?:\[[^\[\]]{{0,60}}\]){{0,2}}(?:\{{[^{{}}]{{1,120}}\}}|(?={_KEY}))"
        ),
    ),
    # a number that only the printed page has
    ("note-mark", re.compile(r"\\(?:eq|auto|name|page|[cC]|v)?(?:ref|label)\{[^{}]{1,80}\}")),
    ("footnote", re.compile(r"\\(?:foot|end)note\{(?:[^{}]|\{[^{}]{0,100}\}){1,500}\}")),
    ("footnote", re.compile(rf"{_AT_WORD}\(\([^()]{{3,500}}\)\)")),
    (
        "footnote",
        re.compile(r"<ref(?: [^<>]{0,100})?(?:/>|>(?:(?!</?ref\b).){0,500}</ref>)", re.IGNORECASE),
    ),
)
"""How each of them writes a mark, or a note where it is referred to."""

_LINK_LABEL = re.compile(rf"\s*{_LABEL}\s*", re.IGNORECASE)
"""The whole text of a link that is a mark."""

_LINK_NUMBER = re.compile(r"\[?\d{1,3}\]?")
"""The number of a source as a link."""

_NOTED = re.compile(rf"{_AT_WORD}$")
"""The end of a text behind which a number is a note's."""

_LINK_TARGET = re.compile(rf"[^#\s]*{_ANCHOR}", re.IGNORECASE)
"""Where such a link leads."""


def find_exported_notes(text: str) -> Iterator[InlinePart]:
    """Yield the marks in ``text``, and the notes that stand in it; none where it is about code."""
    if speaks_of_code(text):
        return
    for reason, pattern in _FORMS:
        for found in pattern.finditer(text):
            yield InlinePart(start=found.start(), end=found.end(), reason=reason)


def is_note_link(label: str, target: str, before: str) -> bool:
    """Whether a link with this text is the mark of a note, by where it leads.

    A number right at a word or its mark is one wherever it leads: to the source on another page.
    """
    if _LINK_NUMBER.fullmatch(label) and _NOTED.search(before):
        return True
    return bool(_LINK_LABEL.fullmatch(label) and _LINK_TARGET.fullmatch(target))
