"""Where a sentence ends, by its phonemes and by the text that goes on behind it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Phoneme", "add_stop", "append_phonemes", "ends_sentence", "is_heard", "strip_spaces"]

_ENDS = frozenset(".!?\u2026")
"""Marks at the end of a sentence."""

_BEHIND = frozenset('"()\u201c\u201d ')
"""Phonemes that may stand behind the mark at a sentence's end: quotes, brackets, a space."""

_UNHEARD = frozenset("\u02c8\u02cc\u02d0")
"""Letters to Unicode that are no sounds: the marks of stress, and that of length."""

_CLOSE_UP = frozenset(",.;:!?)")
"""Marks that no space stands before."""

_CLOSING = "\"'\u2019\u201d)]"
"""Marks that may close a sentence behind its stop."""

_SPACES = re.compile(r"\s+")
"""What stands between two words; a line that ends there ends a sentence."""

_GAP = re.compile(rf"[{re.escape(_CLOSING)}]*(?:\s|$)")
"""What stands between two sentences: what closes the first one, then a space."""

_BEGINNING = re.compile(r"\[\[|[^\W_]")
"""With what the next sentence may begin: phonemes of the lexicon, a letter or a digit."""


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A symbol of misaki's alphabet, and the number of the written word it is part of."""

    symbol: str
    word: int


def is_heard(phonemes: str) -> bool:
    """Whether there is a sound among phonemes, and not only stress, spaces and marks."""
    return any(symbol.isalpha() and symbol not in _UNHEARD for symbol in phonemes)


def append_phonemes(sentence: list[Phoneme], more: Sequence[Phoneme]) -> None:
    """Append ``more``, without a space before a mark or behind a bracket, where a quote stood."""
    before = sentence[-2].symbol if len(sentence) > 1 else ""
    closes_up = before == "(" or (more and more[0].symbol in _CLOSE_UP)
    if closes_up and sentence and sentence[-1].symbol == " ":
        sentence.pop()
    sentence.extend(more)


def add_stop(phonemes: str, written: str, text: str, to: int) -> str:
    """Return the phonemes of ``written`` with its full stop where that ends a sentence.

    "plan B. It" has one token with a stop that is not said, as "etc." and "a.m." have; spoken
    forms leave initials and titles without. ``to`` is where ``text`` goes on.
    """
    has_stop = written.rstrip(_CLOSING).endswith(".") and _GAP.match(text, to)
    if not (has_stop and is_heard(phonemes)) or _goes_on(text, to):
        return phonemes
    bare = phonemes.rstrip()
    return phonemes if bare[-1] in _ENDS else f"{bare}.{phonemes[len(bare) :]}"


def ends_sentence(phonemes: Sequence[Phoneme], text: str, to: int) -> bool:
    """Whether a sentence ends with these phonemes; ``to`` is where ``text`` goes on."""
    spaces = _SPACES.match(text, to)
    if spaces and "\n" in spaces[0]:
        return True
    symbols = (phoneme.symbol for phoneme in reversed(phonemes))
    marks = itertools.takewhile(lambda symbol: symbol in _BEHIND | _ENDS, symbols)
    return bool(spaces) and not _ENDS.isdisjoint(marks) and not _goes_on(text, to)


def _goes_on(text: str, to: int) -> bool:
    """Whether what comes next is small: 'Why?" he asked' and "left ... and" are one sentence."""
    beginning = _BEGINNING.search(text, to)
    return beginning is not None and beginning[0].islower()


def strip_spaces(sentence: Sequence[Phoneme]) -> tuple[Phoneme, ...]:
    """Leave out the spaces at both ends."""
    heard = [number for number, phoneme in enumerate(sentence) if phoneme.symbol != " "]
    return tuple(sentence[heard[0] : heard[-1] + 1]) if heard else ()
