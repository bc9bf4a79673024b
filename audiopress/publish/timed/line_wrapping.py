"""Text cut into captions of at most two lines, at the places where a reader would pause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

__all__ = ["Snippet", "cut_snippets"]

_CLOSING = r"[\"'\u201d\u2019\xbb)\]]*$"
"""Quotation marks and brackets that may follow a stop, to the word's end: ``late.")``."""

# The stops of Latin, Arabic and CJK scripts: a caption that ends here ends best.
_SENTENCE_END = re.compile(r"[.!?\u2026\u061f\u3002\uff01\uff1f]" + _CLOSING)
# Their commas, colons and dashes: the second best. A hyphen is none, it stands within words.
_CLAUSE_END = re.compile(r"[,;:\u2013\u2014\u060c\u061b\u3001\uff0c]" + _CLOSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A caption's lines and ``at``, the character of the text where it begins."""

    at: int
    lines: tuple[str, ...]


def cut_snippets(text: str, width: int) -> list[Snippet]:
    """Return ``text`` (on one line, single spaces) as captions of at most 2 x ``width``.

    A caption ends with a sentence where one ends after its first third, else with a clause, else
    where the lines are full. Only a word longer than a line is broken.
    """
    words = _split_words(text, width)
    cut: list[Snippet] = []
    while words:
        count = _count_fitting(words, width)
        if count < len(words):
            count = _find_pause([word for _, word in words[:count]])
        cut.append(
            Snippet(
                at=words[0][0], lines=_balance_lines([word for _, word in words[:count]], width)
            )
        )
        words = words[count:]
    return cut


def _split_words(text: str, width: int) -> list[tuple[int, str]]:
    return [
        (match.start() + at, match[0][at : at + width])
        for match in re.finditer(r"\S+", text)
        for at in range(0, len(match[0]), width)
    ]


def _count_fitting(words: list[tuple[int, str]], width: int) -> int:
    """Return how many words fill two lines greedily."""
    line, column = 0, -1
    for number, (_, word) in enumerate(words):
        if column + 1 + len(word) > width:
            line, column = line + 1, -1
        if line > 1:
            return number
        column += 1 + len(word)
    return len(words)


def _find_pause(words: list[str]) -> int:
    """Return after how many of ``words`` to stop: at a pause in their last two thirds, if any."""
    for pattern in (_SENTENCE_END, _CLAUSE_END):
        for count in range(len(words), len(words) // 3, -1):
            if pattern.search(words[count - 1]):
                return count
    return len(words)


def _balance_lines(words: list[str], width: int) -> tuple[str, ...]:
    """Return one line, or two of lengths as equal as the words allow."""
    whole = " ".join(words)
    if len(whole) <= width:
        return (whole,)
    # How long the first line is when it ends with each word; a blank stands behind it.
    lengths = [length - 1 for length in accumulate(len(word) + 1 for word in words[:-1])]
    fitting = [
        (abs(2 * first + 1 - len(whole)), first)
        for first in lengths
        if max(first, len(whole) - first - 1) <= width
    ]
    _, first = min(fitting)
    return whole[:first], whole[first + 1 :]
