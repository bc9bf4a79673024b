"""What was heard, with the words put in that were to be said: so both can be weighed as wholes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from audiopress.checking.words.comparable import list_readings, list_words
from audiopress.checking.words.differences import find_differences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.words.differences import Difference

__all__ = ["reword"]

_TOKEN: Final = re.compile(r"\S+")
"""What is put in or taken out whole: a word with its signs, or a number."""


_NEIGHBOURS: Final = 2
"""Words on each side by which a run is found again: the same word may stand twice near by."""


@dataclass(frozen=True, slots=True)
class _Tokens:
    """A text in tokens: ``spans`` are where they stand, ``words`` those of each as compared."""

    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def flat(self) -> list[str]:
        """The words of all tokens."""
        return [word for words in self.words for word in words]

    @property
    def edges(self) -> list[int]:
        """The number of words before each token, and of all."""
        found = [0]
        for each in self.words:
            found.append(found[-1] + len(each))
        return found

    def cut(self, begin: int, end: int) -> tuple[int, int]:
        """Return where in the text the words from ``begin`` to ``end`` stand, both token edges."""
        if begin == end:
            first = self.edges.index(begin)
            at = self.spans[first][0] if first < len(self.spans) else len(self.text)
            return at, at
        edges = self.edges
        last = edges.index(end) - 1
        first = max(n for n, edge in enumerate(edges) if edge == begin)
        return self.spans[first][0], self.spans[last][1]


def reword(said: str, heard: str, run: Difference, language: str) -> str:
    """Return ``heard`` with the words of ``run`` as they stand in ``said``.

    "" where the run cannot be found again among the words of both texts.
    """
    own, other = _part(said, language), _part(heard, language)
    moved = _move(run, list_words(said, language), own.flat)
    runs = find_differences(own.flat, other.flat) if moved else []
    found = [each for each in runs if moved and each.meets(moved)]
    if not found:
        return ""
    spans = _widen(
        own.edges, other.edges,
        (found[0].at, found[0].place),
        (found[-1].at + len(found[-1].said), found[-1].place + len(found[-1].heard)),
    )  # fmt: skip
    if spans is None:
        return ""
    (begin, end), (start, stop) = own.cut(*spans[0]), other.cut(*spans[1])
    parts = heard[:start].rstrip(), said[begin:end], heard[stop:].lstrip()
    return " ".join(part for part in parts if part)


def _move(run: Difference, words: Sequence[str], flat: Sequence[str]) -> Difference | None:
    """Return the run with its place in ``flat``, where tokens are read one by one.

    There "CD" may be one word that in ``words`` is two, so what comes behind it has other numbers.
    ``None`` where its words, with their neighbours, do not stand there.
    """
    first, last = max(0, run.at - _NEIGHBOURS), run.at + len(run.said) + _NEIGHBOURS
    around = list(words[first:last])
    places = [n for n in range(len(flat)) if list(flat[n : n + len(around)]) == around]
    nearest = min(places, key=lambda n: abs(n - first), default=None)
    return None if nearest is None else replace(run, at=run.at - first + nearest)


def _part(text: str, language: str) -> _Tokens:
    found = [(each.span(), each.group()) for each in _TOKEN.finditer(text)]
    words = tuple(tuple(list_readings(token, language)[1]) for _, token in found)
    return _Tokens(text, tuple(span for span, _ in found), words)


def _widen(
    own: Sequence[int], other: Sequence[int], begin: tuple[int, int], end: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the words of both sides from ``begin`` to ``end``, widened to edges of tokens.

    Beside a run both sides have the same words, so what one side needs the other one gives too.
    """
    while begin[0] not in own or begin[1] not in other:
        begin = begin[0] - 1, begin[1] - 1
        if min(begin) < 0:
            return None
    while end[0] not in own or end[1] not in other:
        end = end[0] + 1, end[1] + 1
        if end[0] > own[-1] or end[1] > other[-1]:
            return None
    return (begin[0], end[0]), (begin[1], end[1])
