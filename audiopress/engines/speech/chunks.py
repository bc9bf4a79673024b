"""Cut phonemes into runs an engine can take, without losing one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["cut"]

_CLAUSE = frozenset(";:.!?\u2014\u2026")
_PHRASE = frozenset(",")


def cut(symbols: Sequence[str], limit: int) -> list[tuple[str, ...]]:
    """Return ``symbols`` in pieces of at most ``limit``; joined they are ``symbols`` again.

    A piece ends, as near to the middle as can be, after the mark of a clause, else after a comma,
    else after a space, else anywhere.
    """
    if len(symbols) <= limit:
        return [tuple(symbols)]
    place = _place(symbols, limit)
    return cut(symbols[:place], limit) + cut(symbols[place:], limit)


def _place(symbols: Sequence[str], limit: int) -> int:
    """Where to cut: in the middle third if a mark is there, so that no piece is a scrap."""
    middle = len(symbols) // 2
    margin = max(1, min(len(symbols) // 3, limit // 2))
    for marks in (_CLAUSE, _PHRASE):
        places = [
            place
            for place in range(margin, len(symbols) - margin)
            if symbols[place - 1] == " " and place > 1 and symbols[place - 2] in marks
        ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    spaces = [place for place in range(1, len(symbols)) if symbols[place - 1] == " "]
    return min(spaces, key=lambda place: abs(place - middle), default=middle)
