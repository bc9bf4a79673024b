"""Which written word each phoneme belongs to.

hibari's tokens are the text itself, in order, in pieces: so where each stands can be looked up, and
nothing has to be compared by its sound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hibari.g2p.token import Tok

    from audiopress.engines.speech.word_times import Token

__all__ = ["NO_WORD", "PlacedToken", "place_tokens", "share_symbols"]

NO_WORD = -1
"""Number of a word for what belongs to none: spaces and marks."""

_SPACE = re.compile(r"\s|$")
"""Where a piece between spaces ends, or the text."""


@dataclass(frozen=True, slots=True)
class PlacedToken:
    """What was made of a piece of text that ends at ``to``.

    ``phonemes`` may end in a space. ``words`` are the numbers of the written words it is part of,
    or that are part of it: "two/three" is one token.
    """

    text: str
    to: int
    phonemes: str
    words: tuple[int, ...]


def place_tokens(tokens: Sequence[Tok], text: str, written: Sequence[Token]) -> list[PlacedToken]:
    """Return ``tokens`` with their places in ``text``, which they are but for spaces.

    ``written`` are the words of the text, which may have had other marks around them.
    """
    found = []
    at = first = 0
    for token in tokens:
        start, to = _find_place(token.text, text, at)
        while first < len(written) and written[first].to <= start:
            first += 1
        last = first
        while last < len(written) and written[last].at < to:
            last += 1
        phonemes = (token.phonemes or "") + (" " if token.whitespace else "")
        found.append(PlacedToken(text[start:to], to, phonemes, tuple(range(first, last))))
        # From space to space tokens and text go together again, whatever was left out.
        at = _find_space(text, to) if token.whitespace else to
    return found


def _find_place(piece: str, text: str, at: int) -> tuple[int, int]:
    """Return where ``piece`` starts and ends in ``text``, from ``at`` on."""
    while text[at : at + 1].isspace():
        at += 1
    # Up to the next space only, as the same piece may come again; IPA may have spaces in it.
    space = _find_space(text, at)
    start = text.find(piece, at, max(space, at + len(piece)) if " " in piece else space)
    if start >= 0:
        return start, start + len(piece)
    # An apostrophe within was left out.
    return at, space


def _find_space(text: str, at: int) -> int:
    found = _SPACE.search(text, at)
    return found.start() if found else len(text)


def share_symbols(symbols: Sequence[str], words: Sequence[int]) -> list[int]:
    """Return the number of the word that each of ``symbols`` is of; spaces and marks are of none.

    Of several words each has what stands between spaces; where their numbers differ, the symbols
    are shared out evenly.
    """
    if not words:
        return [NO_WORD] * len(symbols)
    parts = "".join(symbols).strip().count(" ") + 1
    owners, part = [], 0
    for place, symbol in enumerate(symbols):
        part += symbol == " "
        even = place * len(words) // len(symbols)
        owner = words[min(part, len(words) - 1) if parts == len(words) else even]
        # A pause behind a word is no part of it.
        owners.append(owner if symbol.isalpha() else NO_WORD)
    return owners
