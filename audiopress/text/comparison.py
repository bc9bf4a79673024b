"""What two texts are compared by when they need only say the same, not be the same."""

from __future__ import annotations

import re

__all__ = ["has_words", "make_comparable"]

_OTHERS = re.compile(r"\W+")
"""Spaces and marks: two copies of one line differ in them ("Read more >", "READ MORE")."""

_DELETED = {code: None for code in range(128) if _OTHERS.match(chr(code))}
"""Those of them that are ASCII, for `str.translate`."""


def make_comparable(text: str) -> str:
    """Return the letters and figures of ``text`` in one case: two that say the same are equal.

    Not for different spellings: accents count, and so do underscores.
    """
    # a table takes letters out three times as fast as a pattern, and knows those of ASCII
    return text.lower().translate(_DELETED) if text.isascii() else _OTHERS.sub("", text.casefold())


def has_words(text: str) -> bool:
    """Whether a text has a letter or a figure: "🎉", "...", "★★★★☆" are nothing to say."""
    return any(map(str.isalnum, text))
