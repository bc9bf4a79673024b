"""Initials that voices take for words: the IMF is no "imf", the RAF no "raff".

Here belongs what is written in capitals without full stops. Voices name the letters of what cannot
be pronounced (BBC, FBI, GDP) and of a few that can (US, EU, AI). The rest they pronounce. Two and
three letters are initials unless they are a word, or one of the few that are said as one
(`words_in_capitals.py`); longer ones are said as words unless listed in the lexicon that is
shipped (`speaking/data/en.pls`). What a text in capitals throughout means cannot be told, so it is
left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from audiopress.speaking.english.names.words_in_capitals import ACRONYMS, SPELLED_BY_VOICES, WORDS
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_LEFT_ALONE = SPELLED_BY_VOICES | ACRONYMS | WORDS
"""What is no initials, or is spelled by the voice anyway."""

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
"""Matches a word in capitals throughout."""

_SMALL = re.compile(r"\b[A-Za-z]*[a-z][A-Za-z]*\b")
"""Matches a word with a small letter in it."""

_FEW_CAPITALS = 2
"""Words in capitals that any sentence may have: two initials make no headline."""

_TEXTS_KEPT = 64
"""Texts whose judgement is kept: the forms ask once for each match of the same paragraph."""


@lru_cache(maxsize=_TEXTS_KEPT)
def _is_shouted(text: str) -> bool:
    """Whether capitals say nothing: a third of the words, and more than two, are written so."""
    capitals = len(_CAPITALS.findall(text))
    return capitals > _FEW_CAPITALS and capitals * 2 >= len(_SMALL.findall(text))


def _spell(match: re.Match[str], _variety: Variety) -> str | None:
    word = match["word"]
    if word in _LEFT_ALONE or _is_shouted(match.string):
        return None
    return " ".join(word)


# Not after a point, an apostrophe or a hyphen, and not beside another word in capitals.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "initials that look like a word",
        # Four capitals beside it tell of a line in capitals (a look behind has a fixed width);
        # "II" and other numerals are no initials.
        r"(?<![\w.'\u2019-])(?<!\b[A-Z]{4} )(?P<word>(?=[A-Z]*[AEIOUY])(?![IVXLCDM]+\b)[A-Z]{2,3})"
        r"(?!\w|\.\w|-?\d| [A-Z]{4})",
        _spell,
        ("the IMF said", "the I M F said"),
        ("an RAF base", "an R A F base"),
        ("the WHO's plan", "the W H O's plan"),
        ("do NOT touch", "do NOT touch"),
        ("NO ENTRY FOR YOU", "NO ENTRY FOR YOU"),
        ("the II Corps", "the II Corps"),
        ("the US and the EU", "the US and the EU"),
        # four letters: a word, unless the lexicon spells it
        ("NASA said", "NASA said"),
        needs="AEIOUY",
    ),
)
