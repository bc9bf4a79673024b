"""Word lists as parts of patterns: alternatives a line each, plain words in rows, joined here.

A list in rows can be read, sorted and reviewed; a pattern of five hundred characters cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["any_of", "any_word"]


def any_of(*alternatives: str | Iterable[str]) -> str:
    """Return a group that matches any of the alternatives: ``(?:one|two|three)``.

    Each is a pattern of its own, or a tuple of them, and the first that matches wins, so longer
    ones stand before those they begin with. Empty ones raise ``ValueError``: they match anything.
    """
    flat = [
        pattern
        for given in alternatives
        for pattern in ((given,) if isinstance(given, str) else given)
    ]
    if not flat or not all(flat):
        raise ValueError("an empty alternative matches everywhere")
    return f"(?:{'|'.join(flat)})"


def any_word(words: str) -> str:
    """Return a group that matches any of the words in a text: many short ones, in rows.

    Each is a pattern without a space: ``any_word("enrol join e-?mail")``.
    """
    return any_of(words.split())
