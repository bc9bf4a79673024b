"""How clearly a recogniser hears a voice: what it takes for other words where nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audiopress.checking.words.comparable import list_numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.words.heard_paragraphs import HeardParagraph

__all__ = ["is_unclear"]

_SLIPS: Final = 0.6
"""Words of a hundred that a model may mishear of a voice that it hears clearly: right articles had
.34 in the middle (the voice heart), .5 (af_heart) and 1.9 (joe; Whisper base)."""

_ONE: Final = 1.0
"""Words that are wrong beside that: one that was dropped does not make a voice unclear."""


def is_unclear(looks: Sequence[HeardParagraph], language: str) -> bool:
    """Whether so much of what was heard differs by little that a single word tells nothing.

    ``looks`` are the paragraphs of one article in one language. What is a fault by its length does
    not count: a swapped paragraph makes no voice unclear.
    """
    numerals = list_numerals(language)
    words = sum(len(look.said) for look in looks)
    slips = sum(run.weight for look in looks for run in look.runs if not run.is_fault(numerals))
    return slips > _ONE + _SLIPS * words / 100
