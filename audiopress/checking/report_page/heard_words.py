"""A paragraph as it was to be said beside what was heard of it, around the places that differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.words.heard_paragraphs import HeardParagraph

__all__ = ["BothTexts", "WordRun", "compare_texts"]

_AROUND: Final = 6
"""Words that are shown on each side of a difference: a clause, to find it in the text."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words one after another; ``differs`` is whether the other text has others in their place."""

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class BothTexts:
    """What was to be said and what was heard, in runs of words that go together."""

    meant: tuple[WordRun, ...]
    heard: tuple[WordRun, ...]


def compare_texts(paragraph: HeardParagraph) -> BothTexts:
    """Return both texts of a paragraph, shortened where they are long the same."""
    meant: list[WordRun] = []
    heard: list[WordRun] = []
    done = 0
    for run in paragraph.runs:
        same = _shorten(paragraph.said[done : max(run.at, 0)], after=bool(meant), before=True)
        for side, words in ((meant, run.said), (heard, run.heard)):
            side += [*same, WordRun(" ".join(words), differs=True)]
        done = run.at + len(run.said)
    same = _shorten(paragraph.said[done:], after=bool(meant), before=False)
    return BothTexts((*meant, *same), (*heard, *same))


def _shorten(words: Sequence[str], *, after: bool, before: bool) -> list[WordRun]:
    """Return words that are the same in both texts, those next to a difference at least."""
    shown = _AROUND * (after + before)
    if len(words) > shown:
        head = words[:_AROUND] if after else ()
        tail = words[len(words) - _AROUND :] if before else ()
        words = (*head, "…", *tail)
    return [WordRun(" ".join(words), differs=False)] if words else []
