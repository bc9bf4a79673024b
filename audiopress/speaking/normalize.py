"""From written text to what is said: the rules of the language around the words of a lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from audiopress.speaking.drawn_signs import replace_drawn_signs
from audiopress.speaking.english.normalize import say_english
from audiopress.speaking.european import LANGUAGES
from audiopress.speaking.held_words import PRIVATE, say_around_words
from audiopress.speaking.lexicon import LexiconWords
from audiopress.speaking.unicode_forms import break_long_words, replace_unicode_forms
from audiopress.speaking.unsure import find_strange_words, find_unsaid_signs

__all__ = ["SpokenText", "normalize_text"]

_NO_WORDS = LexiconWords(pattern=None, said={})
"""The words of no lexicon."""

_LATIN_LANGUAGES = ("en", *LANGUAGES, "pt", "nl")
"""Languages in whose text a letter of another alphabet is worth a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenText:
    """A text as it is said: ``text`` is what the engine gets, ``unsure`` what no rule understood.

    First the words of the written text with a figure beside a sign that nothing was said for, then
    the words of ``text`` that a voice does not know; each once, in their order.
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
    text = break_long_words(replace_drawn_signs(replace_unicode_forms(text)))
    unknown: tuple[str, ...] = ()

    def say(line: str) -> str:
        nonlocal unknown
        said, unknown = _normalize(line, language)
        return said

    held = say_around_words(text, words or _NO_WORDS, say)
    # While words are held: what a lexicon says was meant, its "[[" and IPA are nothing to look at.
    base = language.partition("-")[0].lower()
    strange = find_strange_words(
        PRIVATE.sub("", held.text),
        latin=base in _LATIN_LANGUAGES,
        figures=base == "en" or base in LANGUAGES,
    )
    pieces = (*map(held.unhide, unknown), *strange)
    return SpokenText(text=held.release(), unsure=tuple(dict.fromkeys(filter(None, pieces))))


def _normalize(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return what is said of a text, and what of it no rule understood."""
    said, unknown = _apply_rules(text, language)
    # A held word is no letter yet; a text of nothing else is said all the same.
    if any(map(str.isalnum, said)) or PRIVATE.search(said) or not any(map(str.isalnum, text)):
        return said, unknown
    return text, unknown  # words in brackets, in another alphabet: better than nothing


def _apply_rules(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    base = language.partition("-")[0].lower()
    if base == "en":
        return say_english(text, language)
    if base not in LANGUAGES:
        return text, find_unsaid_signs(text, text)
    # Twenty-seven modules with their patterns, which most editions never need.
    from audiopress.speaking.european.normalize import normalize_european  # noqa: PLC0415

    said = normalize_european(text, language)
    return said, find_unsaid_signs(text, said)
