"""Which characters of the source a spoken word comes from: for word highlighting."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from audiopress.text.phoneme_marks import IPA

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_source_spans"]

_TOKEN = re.compile(rf"{IPA.pattern}|\w+(?:['’]\w+)*|[^\w\s]")
"""Matches a phoneme in double brackets, a word with its apostrophes ("don't"), or one mark."""


def find_source_spans(
    source: str, spoken: str, words: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int] | None, ...]:
    """Return for each character span of ``spoken`` the span of ``source`` it says.

    Tokens that both have map one to one; a spoken stretch that replaces a written one
    ("three hundred" for "300") maps to all of it; what has no counterpart is ``None``.
    """
    written = [match.span() for match in _TOKEN.finditer(source)]
    said = [match.span() for match in _TOKEN.finditer(spoken)]
    tokens = _SpokenTokens(
        starts=[start for start, _ in said],
        ends=[end for _, end in said],
        partner=_pair_tokens(
            [source[start:end].casefold() for start, end in written],
            [spoken[start:end].casefold() for start, end in said],
        ),
    )
    return tuple(_find_span(word, tokens, written) for word in words)


def _pair_tokens(written: list[str], said: list[str]) -> list[tuple[int, int] | None]:
    """Return for each spoken token the written tokens it stands for, end exclusive, or ``None``."""
    partner: list[tuple[int, int] | None] = [None] * len(said)
    # autojunk would ignore words that are frequent, and "the" has to find its place too
    matcher = SequenceMatcher(None, written, said, autojunk=False)
    for tag, from_, to, start, end in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(to - from_):
                partner[start + offset] = (from_ + offset, from_ + offset + 1)
        # "insert" has nothing written to point to, "delete" nothing said: neither is mapped.
        elif tag == "replace":
            for at in range(start, end):
                partner[at] = (from_, to)
    return partner


@dataclass(frozen=True, slots=True, kw_only=True)
class _SpokenTokens:
    """The spoken tokens: where each starts and ends, and the written tokens it stands for."""

    starts: list[int]
    ends: list[int]
    partner: list[tuple[int, int] | None]


def _find_span(
    word: tuple[int, int], said: _SpokenTokens, written: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return from the first to the last written token that the spoken word stands for."""
    # Tokens stand in order and apart, so those that a word touches are neighbours.
    first, behind = bisect_right(said.ends, word[0]), bisect_left(said.starts, word[1])
    touched = [found for found in said.partner[first:behind] if found]
    if not touched:
        return None
    return written[min(touched)[0]][0], written[max(last for _, last in touched) - 1][1]
