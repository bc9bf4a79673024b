"""Sources named in brackets as papers do: "(Smith et al., 2019; Doe & Roe, 2021, p. 12)".

"(Smith 2019)" by itself may as well be "(London 2012)", so it is read: only a bracket that names a
source beyond doubt is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.lazy_regex import compile_late
from audiopress.text.months import ENGLISH_MONTHS
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_author_years"]

_HAS_YEAR = compile_late(r"\d\d|n\.d\.|in press|forthcoming")
"""What each of them has, sooner asked than the whole pattern."""

_BRACKET = compile_late(r"[(\[]([^()\[\]]{4,300})[)\]]")
"""A bracket that holds no other; ten sources fill it."""

_YEAR = r"(?:(?:1[6-9]|20)\d\d|n\.d\.|in press|forthcoming)"
"""When a source came out, or will."""

_NAME = r"(?:(?:van |von |der? |den |du |la |le |ten |al-|el-){0,3})[A-ZÀ-Þ][\w'’.-]*"
"""A name, or an initial."""

_SOURCE = compile_late(
    r"(?:(?:see|see also|cf\.|e\.g\.|also|in|as in|but see|reviewed in|vgl\.|siehe|voir),? )?"
    rf"(?P<names>{_NAME}(?:,? (?:(?:and|und|et|y|e|&) )?{_NAME}){{0,7}})?"
    r"(?P<others>,? (?:et al\.?|u\. ?a\.|and others|and colleagues))?"
    rf"(?P<comma>,)? ?(?P<year>{_YEAR})(?P<letter>[a-z])?(?P<more>(?:, ?{_YEAR}?[a-z]?){{0,5}})"
    r"(?P<place>[,:] ?(?:pp?\.|S\.|ch\.|chap\.|fig\.|vol\.|§)? ?\d[\d–-]{0,9})?"
)
"""One source: who, when, where in it. Between the parts no more than a comma."""

_JOINED = " & "
"""Two authors, as style guides join them in brackets; but firms are joined so too."""

_TIMES = compile_late(
    r"\b"
    + any_of(
        *ENGLISH_MONTHS,
        "spring",
        "summer",
        "autumn",
        "winter",
    )
    + r"\b",
    re.IGNORECASE,
)
"""Times of a year: "[March 2019]" says when, and names nobody."""


def find_author_years(text: str) -> Iterator[InlinePart]:
    """Yield the brackets that name sources and nothing else."""
    for found in _BRACKET.finditer(text):
        said = found[1]
        # asked first, since most brackets of a story are words
        if not _HAS_YEAR.search(said):
            continue
        sources = [_SOURCE.fullmatch(piece.strip()) for piece in said.split(";")]
        named = [source for source in sources if source]
        if len(named) == len(sources) and _is_beyond_doubt(named, found[0][0]):
            yield InlinePart(start=found.start(), end=found.end(), reason="note-mark")


def _is_beyond_doubt(sources: list[re.Match[str]], opening: str) -> bool:
    """Whether any of the sources has what only a source has."""
    named = [one for one in sources if one["names"] and not _TIMES.search(one["names"])]
    if opening == "[":
        return bool(named)
    listed = len(named) > 1
    return any(
        one["others"]
        or one["letter"]
        or one["place"]
        or _JOINED in one["names"]
        or (listed and one["comma"])
        for one in named
    )
