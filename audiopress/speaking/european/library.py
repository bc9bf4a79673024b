"""damga, which says the numbers of European languages: in a guard, piece by piece, within a bound.

The library takes time that grows with the square of its text and cannot be interrupted within a
call. So a long text is handed to it in pieces, which are cut where a sentence ends, and pieces
without anything that it has a word for are not handed over at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

__all__ = ["ask_library"]

_NEEDS_LIBRARY = re.compile(r"[\d%€$£§]|\b(?:[A-Za-zÀ-ÿ]{1,5}\.|[Mm]mes?|MM|Sra?|Dra?)(?=\s|$)")
"""Matches what the library may have a word for: figures, signs, titles; else it is not asked."""

_WHOLE = 400
"""Characters of a text that is handed over whole: a paragraph of two or three sentences."""

_LONGEST_PIECE = 200
"""Characters of a piece of a longer text; one sentence of news has about 150."""

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{6}[.!?])\s|(?<=[^\W\d_]{6}[.!?]['\"”“»)])\s|(?<=[!?])\s")
"""Matches the space behind a sentence; a short word or a figure may have its own full stop."""

_LOOSE_SPACE = re.compile(r"(?<=[^\W\d_]{3})\s(?=[^\W\d_]{3})")
"""Matches a space between two words, neither of which is a figure, a sign or a short form."""

_COSTLY = re.compile(r"[\d%€$£§.]")
"""Matches the characters that take the library long: about half a millisecond each."""

_COSTLY_IN_ANY_TEXT = 500
"""Costly characters for which the library is asked in any text: a quarter of a second's work."""

_COSTLY_SHARE = 80
"""One in so many characters more may be costly, so that the time grows as the text does."""

_PIECES_KEPT = 1024
"""Answers that are kept: numerals and years come again and again in one article."""


def ask_library(text: str, language: str) -> str:
    """Return ``text`` with the numbers in words, as far as the library knows them.

    Where it fails, and in a text with more figures than anybody listens to, they stay as they are
    written: engines read figures too.
    """
    if not _NEEDS_LIBRARY.search(text):
        return text
    pieces = _cut(text)
    allowed = _COSTLY_IN_ANY_TEXT + len(text) // _COSTLY_SHARE
    # A piece of this text that was asked before costs nothing: a row that repeats itself is said
    # to its end. (Of this text alone, or what is said would depend on what was said before.)
    answers: dict[str, str] = {}
    for piece in pieces:
        if piece not in answers:
            asks = allowed > 0 and _NEEDS_LIBRARY.search(piece)
            answers[piece] = _ask(piece, language) if asks else piece
            allowed -= len(_COSTLY.findall(piece))
    return " ".join(answers[piece] for piece in pieces)


def _cut(text: str) -> list[str]:
    """Return the sentences of a long text, and of a long sentence parts of it."""
    if len(text) <= _WHOLE:
        return [text]
    return [part for sentence in _SENTENCE_END.split(text) for part in _cut_sentence(sentence)]


def _cut_sentence(sentence: str) -> list[str]:
    """Return parts of bounded length, parted between two plain words where there are such."""
    parts: list[str] = []
    start = 0
    while len(sentence) - start > _LONGEST_PIECE:
        end = start + _LONGEST_PIECE
        loose = [found.start() for found in _LOOSE_SPACE.finditer(sentence, start + 1, end)]
        at = loose[-1] if loose else sentence.rfind(" ", start + 1, end)
        if at < 0:
            break  # a word of that length: `break_long_words` leaves none
        parts.append(sentence[start:at])
        start = at + 1
    return [*parts, sentence[start:]]


@lru_cache(maxsize=_PIECES_KEPT)
def _ask(piece: str, language: str) -> str:
    """Return the library's words for a piece, and the piece where it fails."""
    try:
        words: str = _load_normalizer(language).normalize(piece)
    except Exception:  # noqa: BLE001 - a native library: what it raises is not known
        return piece
    # Never nothing for something.
    return words or piece


@cache
def _load_normalizer(language: str) -> Any:
    import damga  # noqa: PLC0415 - only for languages without rules of our own

    return damga.TextNormalizer(lang=language)
