"""From written text to what is said: the rules of the language around the words of a lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audiopress.speaking.english.normalize import normalize_english
from audiopress.speaking.european.normalize import LANGUAGES, normalize_european
from audiopress.speaking.held_words import PRIVATE, say_around_words
from audiopress.speaking.lexicon import LexiconWords
from audiopress.speaking.unicode_forms import break_long_words, replace_unicode_forms

__all__ = ["SpokenText", "normalize_text"]

_STRANGE = re.compile(r"[^\s\w.,;:!?¿¡'’‘\"“”„«»()\-–…/\[\]]|\d")
"""Matches what ought to have become a word: a figure, or a sign that is no punctuation."""

_OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-zªº\u00c0-\u024f\u02b0-\u02ff\u1e00-\u1eff]")
"""Matches letters of other alphabets, which the voices of our languages do not know."""

_NO_WORDS = LexiconWords(pattern=None, said={})
"""The words of no lexicon."""

_LATIN_LANGUAGES = ("en", *LANGUAGES, "pt", "nl")
"""Languages in whose text a letter of another alphabet is worth a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenText:
    """A text as it is said: ``text`` is what the engine gets, ``unsure`` what no rule understood.

    The unsure pieces are words of ``text``, each once, in their order.
    """

    text: str
    unsure: tuple[str, ...] = ()


def normalize_text(text: str, language: str, words: LexiconWords | None = None) -> SpokenText:
    """Return how ``text`` is said in ``language``, a BCP 47 tag.

    What a lexicon says of a word is put in when the rules have run, so none touches it again.
    A language without rules keeps its text. Never raises, never returns nothing for something.
    """
    # Before words are held, or a page's own private character would pass for a held word.
    text = PRIVATE.sub("", text)  # pictures of a page's own font have no name
    # Characters first: one may become several ("㎢"), and a word of the lexicon is to be found
    # though the page has a soft hyphen in it.
    text = break_long_words(replace_unicode_forms(text))
    held = say_around_words(text, words or _NO_WORDS, lambda line: _normalize(line, language))
    # While words are held: what a lexicon says was meant, its "[[" and IPA are nothing to look at.
    strange = _list_strange(PRIVATE.sub("", held.text).split(), language)
    return SpokenText(text=held.release(), unsure=strange)


def _list_strange(said: list[str], language: str) -> tuple[str, ...]:
    """Return what no rule understood: signs, figures, letters that a voice does not know."""
    found = dict.fromkeys(filter(_STRANGE.search, said))
    if language.partition("-")[0].lower() in _LATIN_LANGUAGES:
        found |= dict.fromkeys(filter(_OTHER_LETTERS.search, said))
    # In the order of the text, whichever of the two patterns found them.
    return tuple(word for word in dict.fromkeys(said) if word in found)


def _normalize(text: str, language: str) -> str:
    said = _apply_rules(text, language)
    # A held word is no letter yet; a text of nothing else is said all the same.
    if any(map(str.isalnum, said)) or PRIVATE.search(said) or not any(map(str.isalnum, text)):
        return said
    return text  # words in brackets, in another alphabet: better than nothing


def _apply_rules(text: str, language: str) -> str:
    base = language.partition("-")[0].lower()
    if base == "en":
        return normalize_english(text, language)
    return normalize_european(text, base) if base in LANGUAGES else text
