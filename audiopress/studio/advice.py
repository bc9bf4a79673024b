"""What a person is told to do: an editor in words of the window, the rest as for whoever set it up.

Notes and errors are those of the commands, and many name a command or a setting. Who works in the
window has no terminal, and needs to know whom to ask.
"""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

from audiopress.studio.settings.setting_words import say_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SortedNotes", "add_plain_words", "address_hint", "sort_notes"]

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


_PLAIN = {
    r"IPA": "IPA: phonetic signs, as in dictionaries, such as [[ˈtaɪmaɪstə]]",  # noqa: RUF001
    r"lexicons?": "a lexicon: a list of words and how they are said, as the page Words has it",
    r"guids?": "a guid: what podcast apps know an episode by, such as urn:uuid:4b9c5f6d-...",
    r"enclosures?": "an enclosure: the sound file of an episode, as a feed names it",
    r"front matter": "front matter: lines at the head of a file, such as date: 2026-03-14",
    r"standfirst": "a standfirst: the lead below a headline",
    r"canonical": "a canonical address: the one that a page itself says is its own",
    r"slugs?": "a slug: a headline in small letters, as addresses have it: the-late-ferry",
    r"id3": "ID3: what an MP3 says of itself, such as its title",
    r"websub|hubs?": "a hub: a service that tells podcast apps of a new episode at once",
}
"""Words of the trade that notes and errors have, and what is said of them to an editor."""

_TERMS = {re.compile(rf"(?<![\w/.\-=\"]){term}(?![\w/=\-]|\.\w)", re.IGNORECASE): words
          for term, words in _PLAIN.items()}  # fmt: skip
"""The same, as they stand in a sentence and in no name of a file, an option or a setting."""


class SortedNotes(NamedTuple):
    """Notes for who works in the window, and those for who looks after the edition."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def sort_notes(notes: Iterable[str]) -> SortedNotes:
    """Return notes by whom they are for, each once; an editor's in plain words."""
    told = tuple(dict.fromkeys(map(say_settings, notes)))
    others = tuple(note for note in told if _TECHNICAL.search(note))
    own = (note for note in told if note not in others)
    return SortedNotes(tuple(map(add_plain_words, own)), others)


def add_plain_words(text: str) -> str:
    """Return a text, and behind it what its words of the trade mean."""
    found = [words for term, words in _TERMS.items() if term.search(text)]
    return f"{text} ({'; '.join(found)})" if found else text


def address_hint(hint: str) -> str:
    """Return what to do; what names a command or a setting with whom to ask for it.

    Settings that the window has are called as there.
    """
    hint = say_settings(hint)
    if not _TECHNICAL.search(hint):
        return hint
    # The pip of another Python would install it where nothing here looks.
    program = f"{shlex.quote(sys.executable)} -m pip "
    return f"{_ASK}{hint.replace('python -m pip ', program)}"
