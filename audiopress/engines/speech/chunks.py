"""Cut phonemes or text into chunks an engine can take at once, without losing anything of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["cut_chunks"]

_CLAUSE = frozenset(";:.!?\u2014\u2026")
"""Marks at the end of a clause, the dash and the dots among them: a voice pauses there anyway."""

_PHRASE = frozenset(",")
"""Marks within a clause, where a pause is heard but does not disturb."""


def cut_chunks(symbols: Sequence[str], limit: int) -> list[tuple[str, ...]]:
    """Return ``symbols`` in pieces of at most ``limit``; joined they are ``symbols`` again.

    A piece ends, as near to the middle as can be, after the mark of a clause, else after a comma,
    else after a space, else anywhere.
    """
    if len(symbols) <= limit:
        return [tuple(symbols)]
    place = _choose_place(symbols, limit)
    # Halved and not cut at the limit, which would leave a scrap of a few words at the end.
    return cut_chunks(symbols[:place], limit) + cut_chunks(symbols[place:], limit)


def _choose_place(symbols: Sequence[str], limit: int) -> int:
    """Return where to cut: in the middle third if a mark is there, so that no piece is a scrap."""
    middle = len(symbols) // 2
    margin = max(1, min(len(symbols) // 3, limit // 2))
    for marks in (_CLAUSE, _PHRASE):
        places = [
            place
            for place in range(margin, len(symbols) - margin)
            # A mark and a space: the comma of "8,000" parts nothing.
            if symbols[place - 1] == " " and place > 1 and symbols[place - 2] in marks
        ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    spaces = [place for place in range(1, len(symbols)) if symbols[place - 1] == " "]
    return min(spaces, key=lambda place: abs(place - middle), default=middle)
