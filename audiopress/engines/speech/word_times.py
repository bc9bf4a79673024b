"""Which sounds belong to which written words.

A phonemiser takes a sentence as a whole: it joins written words ("of the" becomes one),
makes several of one ("8,000"), and weakens others ("a"). So the phonemes that were spoken are
compared with the phonemes of every written word said by itself. Words that sound the same anchor
the rest; what lies between two anchors is paired one by one or, when the numbers differ, sound by
sound.
"""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.model import Word
from audiopress.text.phoneme_marks import IPA

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Phone", "Token", "estimate_words", "find_tokens", "time_words"]

# A written word with the marks around it, up to a space, dash, dots or slash; ``[[ipa]]`` whole,
# whatever stands right before it: a quotation mark, a bracket, "pre-".
_TOKEN = re.compile(rf"(?P<ipa>{IPA.pattern})|(?:(?!{IPA.pattern})[^\s\u2014\u2013\u2026/])+")
_SPOKEN_MARKS = "&%@#*"
"""Marks that are said as words, so that they are not stripped from one: ``AT&T``, ``5%``."""

_UNHEARD = frozenset("\u02c8\u02cc\u02d0\u02d1'")
"""Marks of stress and length. They differ between a word alone and in a sentence, so they do not
count when the two are compared."""

_MATCH = 2
"""Score of two equal sounds in an alignment ..."""

_GAP = -1
"""... and of a sound without a partner. Two unequal ones score 0, so they are paired before there
are two gaps."""

_CELLS = 250_000
"""Cells of an alignment's table at most, .15 seconds of CPU; beyond it sounds are paired by their
place. That is 500 sounds against 500: over 100 words of which none is said as it is written."""

# Moves of an alignment. Of two that score the same the greater number is taken: a pair first.
_LEFT, _UP, _DIAGONAL = range(3)


@dataclass(frozen=True, slots=True)
class Token:
    """A written word: characters ``at`` to ``to`` of the text, and ``text`` itself."""

    at: int
    to: int
    text: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A phoneme symbol, a space or a punctuation mark, and when it sounds, in samples."""

    symbol: str
    start: int
    end: int


def find_tokens(text: str) -> tuple[Token, ...]:
    """Return the written words of ``text`` without the punctuation around them.

    Signs that can be spoken ("&", "£5", an emoji) belong to words or are words. ``[[ipa]]`` is
    one word with its brackets.
    """
    found = []
    for match in _TOKEN.finditer(text):
        word, at = match[0], match.start()
        if not match["ipa"]:
            bare = word.lstrip(_find_marks(word))
            at += len(word) - len(bare)
            word = bare.rstrip(_find_marks(bare))
        if word:
            found.append(Token(at, at + len(word), word))
    return tuple(found)


def _find_marks(word: str) -> str:
    """Return the characters of ``word`` that are nothing but punctuation."""
    return "".join(
        character
        for character in word
        if unicodedata.category(character)[0] in "PC" and character not in _SPOKEN_MARKS
    )


def time_words(
    phones: Sequence[Phone], written: Sequence[Token], alone: Sequence[str]
) -> tuple[Word, ...]:
    """Return when each written word is heard.

    ``alone`` holds, for each word of ``written``, its phonemes when it is said by itself. Words
    that cannot be heard are left out; times are in order and do not overlap.
    """
    parts = _list_spoken_parts(alone)
    # Nothing can be heard of any word, such as a line of signs.
    if not parts:
        return ()
    groups = _group_phones(phones)
    owners = _assign_owners([_join_sounds(group) for group in groups], parts)
    spans: dict[int, tuple[int, int]] = {}
    for group, numbers in zip(groups, owners, strict=True):
        for phone, owner in zip(group, _spread_owners(group, numbers), strict=True):
            start = spans.get(owner, (phone.start, 0))[0]
            # One word may be several groups, "8,000": from its first sound to its last.
            spans[owner] = (start, phone.end)
    return tuple(
        Word(start=start, end=end, at=written[owner].at, to=written[owner].to)
        for owner, (start, end) in sorted(spans.items())
        if end > start
    )


def estimate_words(text: str, samples: int) -> tuple[Word, ...]:
    """Return words spread over ``samples`` by their place in the text: an honest guess."""
    scale = samples / max(1, len(text))
    return tuple(
        Word(start=round(token.at * scale), end=round(token.to * scale), at=token.at, to=token.to)
        for token in find_tokens(text)
        if any(character.isalnum() for character in token.text)
    )


# -- what was spoken, what was written ---------------------------------------------------------


def _group_phones(phones: Sequence[Phone]) -> list[list[Phone]]:
    """Phonemes that are said as one word, by the spaces and marks between them."""
    groups: list[list[Phone]] = [[]]
    for phone in phones:
        if _is_sound(phone.symbol):
            groups[-1].append(phone)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if _join_sounds(group)]


def _is_sound(symbol: str) -> bool:
    return symbol in _UNHEARD or unicodedata.category(symbol[0])[0] in "LMNS"


def _join_sounds(group: Sequence[Phone]) -> str:
    return _strip_unheard("".join(phone.symbol for phone in group))


def _strip_unheard(phonemes: str) -> str:
    return "".join(symbol for symbol in phonemes if symbol not in _UNHEARD and _is_sound(symbol))


def _list_spoken_parts(alone: Sequence[str]) -> list[tuple[str, int]]:
    """Every part of every written word that is said as one, with the number of the word."""
    return [
        (bare, number)
        for number, phonemes in enumerate(alone)
        for part in phonemes.split()
        if (bare := _strip_unheard(part))
    ]


def _spread_owners(group: Sequence[Phone], numbers: Sequence[int]) -> list[int]:
    """Spread the owners over the group's unheard symbols too: a mark goes with what follows."""
    waiting, settled, heard = 0, [], 0
    for phone in group:
        bare = len(_strip_unheard(phone.symbol))
        if not bare:
            waiting += 1
            continue
        settled.extend([numbers[heard]] * (waiting + 1))
        heard, waiting = heard + bare, 0
    return settled + [settled[-1]] * waiting


# -- pairing -----------------------------------------------------------------------------------


def _assign_owners(spoken: Sequence[str], parts: Sequence[tuple[str, int]]) -> list[list[int]]:
    """For every symbol of every spoken word, the number of the written word it is of."""
    written = [bare for bare, _ in parts]
    # By default words that come often are passed over in texts of 200 words and more.
    matcher = difflib.SequenceMatcher(None, spoken, written, autojunk=False)
    owners: list[list[int]] = []
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        # Written and not heard: such a word has no time.
        if i1 == i2:
            continue
        # As many words on both sides: weakened forms, "a" or "the", pair by their place.
        if i2 - i1 == j2 - j1:
            pairs = zip(spoken[i1:i2], parts[j1:j2], strict=True)
            owners.extend([number] * len(word) for word, (_, number) in pairs)
        else:
            # A stretch with nothing written takes its neighbour along, so that nothing is lost.
            near = parts[j1:j2] or parts[max(0, j1 - 1) : j1] or parts[:1]
            owners.extend(_assign_by_sound(spoken[i1:i2], near))
    return owners


def _assign_by_sound(spoken: Sequence[str], parts: Sequence[tuple[str, int]]) -> list[list[int]]:
    """Share the sounds of ``spoken`` out among ``parts``, in order."""
    first = "".join(spoken)
    second = "".join(bare for bare, _ in parts)
    numbers = [number for bare, number in parts for _ in bare] or [0]
    if len(first) * len(second) > _CELLS:
        places = [i * len(second) // len(first) for i in range(len(first))]
    else:
        places = _align(first, second)
    flat = [numbers[min(place, len(numbers) - 1)] for place in places]
    ends = list(itertools.accumulate(map(len, spoken)))
    return [flat[end - len(word) : end] for word, end in zip(spoken, ends, strict=True)]


def _align(first: str, second: str) -> list[int]:
    """For every character of ``first`` the one of ``second`` it goes with, in rising order.

    Global alignment by Needleman and Wunsch (J. Mol. Biol. 48, 1970).
    """
    # Only two rows of scores are kept, but all moves: these are what the way back needs.
    above = [column * _GAP for column in range(len(second) + 1)]
    moves: list[list[int]] = []
    for row, symbol in enumerate(first, start=1):
        scores, line = [row * _GAP], [_UP]
        for column, other in enumerate(second, start=1):
            best, move = max(
                (above[column - 1] + _MATCH * (symbol == other), _DIAGONAL),
                (above[column] + _GAP, _UP),
                (scores[-1] + _GAP, _LEFT),
            )
            scores.append(best)
            line.append(move)
        above = scores
        moves.append(line)
    return _trace_back(moves, len(second))


def _trace_back(moves: Sequence[Sequence[int]], column: int) -> list[int]:
    places: list[int] = []
    row = len(moves)
    # Until the first row: what is left in the other direction has no sound to place.
    while row:
        move = moves[row - 1][column]
        if move != _LEFT:
            places.append(max(0, column - 1))
            row -= 1
        if move != _UP:
            column -= 1
    return places[::-1]
