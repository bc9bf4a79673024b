"""Short names in the player's modules as they are sent, for what no other file can name."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import Final

__all__ = ["LITERAL", "shorten_names"]

LITERAL: Final = r"""
    '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`     # strings,
    | [ ]*(?:[(,=:!&|?;{\[]|\breturn\b)\s*       # regular expressions, which begin where a
      /(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/    # value may stand
"""
"""What of a module is sent as it is written; a verbose pattern without groups."""

_LITERALS: Final = re.compile(LITERAL, re.VERBOSE)
"""The same, to find them by: what they say is not looked through for names."""

_DECLARED: Final = re.compile(
    r"^(?:async )?(?:const|let|class|function) ([a-zA-Z]\w*)", re.MULTILINE
)
"""A name that the whole module sees, where lines are set in; exports have another word first."""

_OTHERWISE: Final = re.compile(
    r"(?<!\.)\.(?P<property>\w+)"
    r"|\b(?P<key>\w+)(?=:)"
    r"|(?<=[{,])(?P<both>\w+)(?=[,}=])"
    r"|(?<!function )\b(?P<method>\w+)(?=\([^()]*\)\{)"
)
"""A property, a key, a pair of both in one word, or a method: who reads it goes by the name."""

_WORD: Final = re.compile(r"\w+")
"""A name, or a word of what is said."""


def shorten_names(text: str, written: str) -> str:
    """Return a module with ``$a`` for each name that only it can mean.

    ``text`` has no needless blanks, ``written`` is the same as it was set in, which tells the
    module's names from those inside its functions. What also stands in a literal, or as a property,
    keeps its letters.
    """
    # Sets of words, for a search for each name takes a second in all.
    kept = {word for said in _LITERALS.findall(text) for word in _WORD.findall(said)}
    code = _LITERALS.sub("''", text)
    kept.update(found[found.lastgroup or 0] for found in _OTHERWISE.finditer(code))
    names = [name for name in dict.fromkeys(_DECLARED.findall(written)) if name not in kept]
    short = {name: _short(number) for number, name in enumerate(names)}
    either = re.compile(
        rf"(?:{LITERAL})|(?<![\w$#])(?<!(?<!\.)\.)(?P<name>[a-zA-Z]\w*)(?![\w$])", re.VERBOSE
    )
    return either.sub(lambda found: short.get(found["name"] or "", found[0]), text)


def _short(number: int) -> str:
    round_, letter = divmod(number, len(ascii_letters))
    return f"${ascii_letters[letter]}{round_ or ''}"
