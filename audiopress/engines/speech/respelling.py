"""IPA of a lexicon in plain letters, for voices that take text alone: "[[ʃiː]]" is "shee".

It is as near as English spelling comes: a name is said better than by its foreign spelling, and
an entry for voices that say phonemes is no error for the others.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.text.phoneme_marks import IPA

if TYPE_CHECKING:
    from audiopress.model import Word

__all__ = ["place_words", "respell_phonemes"]

# The longest first: a diphthong is not two vowels.
_SPELLINGS = {
    "aɪə": "ire", "tʃ": "ch", "dʒ": "j", "eɪ": "ay", "aɪ": "y", "aʊ": "ow", "ɔɪ": "oy", "oʊ": "oh",
    "əʊ": "oh", "ɛə": "air", "ɪə": "eer", "ʊə": "oor", "ɑːɹ": "ar", "ɔːɹ": "or", "ɜːɹ": "ur",
    "ɑː": "ah", "ɔː": "aw", "ɜː": "ur", "iː": "ee", "uː": "oo", "ɑ": "ah", "ɒ": "o", "ɔ": "o",
    "ɜ": "ur", "ɚ": "er", "ə": "a", "ɐ": "a", "æ": "a", "ʌ": "u", "ɛ": "e", "e": "e", "ɪ": "i",
    "i": "ee", "ᵻ": "i", "ʊ": "oo", "u": "oo", "ʃ": "sh", "ʒ": "zh", "θ": "th", "ð": "th",
    "ŋ": "ng", "ɲ": "ny", "ɹ": "r", "ʁ": "r", "ɾ": "r", "j": "y", "x": "kh", "χ": "kh",
    "ɡ": "g", "ɣ": "g", "ʔ": "", "ɫ": "l", "ʎ": "ly", "ʂ": "sh", "ɕ": "sh", "ʐ": "zh", "ʑ": "zh",
    "ø": "ur", "œ": "ur", "y": "oo", "ɨ": "i", "β": "v", "ʋ": "v", "c": "k", "q": "k", "ħ": "h",
}  # fmt: skip

_SOUND = re.compile("|".join(map(re.escape, sorted(_SPELLINGS, key=len, reverse=True))))
"""Matches one sound of the table; other letters are those of English, or are left out."""


def respell_phonemes(text: str) -> str:
    """Return ``text`` with its IPA in plain letters, each ``[[ipa]]`` one word as before.

    One without a letter is left as it stands.
    """
    return IPA.sub(lambda match: _respell(match[1]) or match[0], text)


def place_words(words: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """Return the words of the respelled ``text`` at their places in ``text`` itself."""
    if not IPA.search(text):
        return words
    starts, ends = _list_places(text)
    return tuple(replace(word, at=starts[word.at], to=ends[word.to - 1]) for word in words)


def _list_places(text: str) -> tuple[list[int], list[int]]:
    """Return where each character of the respelled text begins and ends in ``text``.

    All those of one ``[[ipa]]`` have its brackets with all between them.
    """
    starts, ends, at = list[int](), list[int](), 0
    for match in IPA.finditer(text):
        starts += range(at, match.start())
        ends += range(at + 1, match.start() + 1)
        letters = len(_respell(match[1]) or match[0])
        starts += [match.start()] * letters
        ends += [match.end()] * letters
        at = match.end()
    return [*starts, *range(at, len(text))], [*ends, *range(at + 1, len(text) + 1)]


def _respell(ipa: str) -> str:
    # A hyphen between words: what was one word with its times stays one.
    words = ("".join(_list_letters(word)) for word in ipa.split())
    return "-".join(filter(None, words)).capitalize()


def _list_letters(word: str) -> list[str]:
    # Accents apart: a tilde makes a vowel nasal, the others are shades of a sound.
    bare = unicodedata.normalize("NFD", word).replace("\u0303", "n")
    # Stress and dots go last: what they part are two sounds, "ɪ.ə".
    spelled = _SOUND.sub(lambda match: _SPELLINGS[match[0]], bare)
    return [letter for letter in spelled if "a" <= letter <= "z"]
