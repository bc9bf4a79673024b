"""Which words English has, by the lexicons of the voices: of both varieties, with endings."""

from __future__ import annotations

import functools
import re

from audiopress.engines.english.text_part import read_words

__all__ = ["is_english_word"]

_ENDINGS = re.compile(r"(?:['’]s?|s|es|d|ed|r|er|ing|ly)$")
"""Endings that English puts to a word; lexicons have the word without."""

_SHORTEST = 2
"""Letters that must be left of a word without its ending."""


def is_english_word(word: str) -> bool:
    """Whether a word, as it is written or in small letters, is in a lexicon."""
    return any(form in _list_words() for form in _list_forms(word))


def _list_forms(word: str) -> list[str]:
    """Return what a word may stand under: itself, and without an ending."""
    forms = [word]
    if ending := _ENDINGS.search(word):
        stem = word[: ending.start()]
        # Stopped of stop, driving of drive, tries of try.
        forms += [stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"]
    kept = [form for form in forms if len(form) >= _SHORTEST]
    return [*kept, *(form.lower() for form in kept)]


@functools.cache
def _list_words() -> frozenset[str]:
    return read_words()
