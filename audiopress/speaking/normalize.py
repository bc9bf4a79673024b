"""From written text to what is said: the lexicon first, then the rules of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.speaking.english.normalize import normalize_english
from audiopress.speaking.european.normalize import LANGUAGES, normalize_european
from audiopress.speaking.unicode_forms import break_long_words, replace_unicode_forms

if TYPE_CHECKING:
    from audiopress.speaking.lexicon import LexiconWords

__all__ = ["SpokenText", "normalize_text"]

_HELD = 0xF0000
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_STRANGE = re.compile(r"[^\s\w.,;:!?¿¡'’‘\"“”„«»()\-–…/\[\]]|\d")
_OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-zªº\u00c0-\u024f\u02b0-\u02ff\u1e00-\u1eff]")
_LATIN = ("en", *LANGUAGES, "pt", "nl")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenText:
    """``text`` is what the engine gets, ``unsure`` the pieces no rule understood."""

    text: str
    unsure: tuple[str, ...] = ()


def normalize_text(text: str, language: str, words: LexiconWords | None = None) -> SpokenText:
    """Return how ``text`` is said in ``language``; words of a lexicon are not touched again."""
    held: list[str] = []
    text = break_long_words(
        replace_unicode_forms(_PRIVATE.sub("", text))
    )  # pictures of a page's own font have no name
    if words and words.pattern:
        text = words.pattern.sub(lambda match: _hold(held, words.said[match[0]]), text)
    said = _speak(text, language)
    if not any(map(str.isalnum, said)) and not held and any(map(str.isalnum, text)):
        said = text  # words in brackets, in another alphabet: better than nothing
    strange = _strange(_PRIVATE.sub("", said).split(), language)
    for number, word in enumerate(held):
        said = said.replace(chr(_HELD + number), word)
    return SpokenText(text=said, unsure=strange)


def _strange(said: list[str], language: str) -> tuple[str, ...]:
    """Return what no rule understood: signs, figures, letters that a voice does not know."""
    found = dict.fromkeys(filter(_STRANGE.search, said))
    if language.partition("-")[0].lower() in _LATIN:
        found |= dict.fromkeys(filter(_OTHER_LETTERS.search, said))
    return tuple(word for word in dict.fromkeys(said) if word in found)


def _hold(held: list[str], word: str) -> str:
    held.append(word)
    return chr(_HELD + len(held) - 1)


def _speak(text: str, language: str) -> str:
    base = language.partition("-")[0].lower()
    if base == "en":
        return normalize_english(text, language)
    return normalize_european(text, base) if base in LANGUAGES else text
