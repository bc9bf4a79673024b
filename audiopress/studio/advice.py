"""What a person is told to do: an editor in words of the window, the rest as for whoever set it up.

Notes and errors are those of the commands, and many name a command or a setting. Who works in the
window has no terminal, and needs to know whom to ask.
"""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SortedNotes", "address_hint", "sort_notes"]

_TECHNICAL = re.compile(
    r"\baudiopress [a-z]+\b"  # a command
    r"|(?<![\w-])--[a-z]"  # an option
    r"|\[\[?[a-z_.]+\]"  # a table of the configuration
    r"|\w\.toml\b"
    r"|\bpip install\b"
)
"""Matches what belongs to a terminal or into the configuration."""

_ASK = "ask whoever looks after audiopress here: "
"""What stands before advice that is not for the window."""


class SortedNotes(NamedTuple):
    """Notes for who works in the window, and those for who looks after the edition."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def sort_notes(notes: Iterable[str]) -> SortedNotes:
    """Return notes by whom they are for, each once."""
    told = tuple(dict.fromkeys(notes))
    others = tuple(note for note in told if _TECHNICAL.search(note))
    return SortedNotes(tuple(note for note in told if note not in others), others)


def address_hint(hint: str) -> str:
    """Return what to do; what names a command or a setting with whom to ask for it."""
    if not _TECHNICAL.search(hint):
        return hint
    # The pip of another Python would install it where nothing here looks.
    program = f"{shlex.quote(sys.executable)} -m pip "
    return f"{_ASK}{hint.replace('python -m pip ', program)}"
