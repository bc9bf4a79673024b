"""Short forms that the article itself explains: "World Health Organization (WHO)".

The explanation says that a short form stands for initials, so it is said letter by letter,
unless it is long enough and has the vowels to be a word of its own (UNESCO).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.lexicon import Lexicon, LexiconEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["collect_acronyms"]

_EXPLAINED = re.compile(r"(?<![\w’'&-])((?:[\w’'&-]++ ){1,9})\(([A-Z]{2,6})\)")
"""Matches up to nine words and two to six capitals in brackets: "World Health Organization (WHO)".

The words are taken whole and not given back (``++``): a long line would else be tried from every
letter of it.
"""

_SMALL_WORDS = frozenset(
    (
        "and",
        "de",
        "du",
        "et",
        "for",
        "in",
        "la",
        "of",
        "on",
        "the",
        "to",
        "und",
    )
)
"""Words that give no letter: "Department for Work and Pensions (DWP)"."""

_SHORTEST_WORD = 4
"""Letters from which initials with a vowel are said as a word: UNESCO, but I M F."""


def collect_acronyms(texts: Iterable[str]) -> Lexicon:
    """Return a lexicon of the short forms that the texts explain and that are said as letters."""
    found: dict[str, None] = {}
    for text in texts:
        for match in _EXPLAINED.finditer(text):
            if _stands_for(match[2], match[1].split()) and not _is_word(match[2]):
                found[match[2]] = None
    return Lexicon(
        entries=tuple(LexiconEntry(grapheme=form, alias=" ".join(form)) for form in found)
    )


def _stands_for(form: str, words: list[str]) -> bool:
    """Whether the last words before the bracket begin with the letters."""
    letters = [
        part[0].upper()
        for word in words
        if word.lower() not in _SMALL_WORDS
        # Either half gives a letter: "Non-Governmental Organisation (NGO)".
        for part in word.split("-")
        if part
    ]
    # Of nine words taken the first may belong to the sentence: "he told the World Health ...".
    return "".join(letters).endswith(form)


def _is_word(form: str) -> bool:
    return len(form) >= _SHORTEST_WORD and bool(re.search(r"[AEIOU]", form))
