"""Which words of a lexicon the articles have, and how they spell those that they lack.

A lexicon says a word as it is written. "Ciaran" is not "Ciarán": the entry is kept, nothing is
wrong with it, and nobody hears it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.press.lexicons.folded_text import JOINTS, fold_word, join_blanks
from audiopress.speaking.lexicon import Lexicon, parse_pls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.lexicons.folded_text import FoldedText
    from audiopress.speaking.lexicon import LexiconEntry

__all__ = ["find_spelling", "list_unused"]

_PLURALS = ("", "s", "es")
"""What a word may end with that is said by its entry too (`audiopress.speaking.lexicon`)."""

_PARTED = re.compile(r"[ '\u2018\u2019\u02bc\u00b4`.](?=[^\W_])")
"""Matches what makes two words of one: "she'll" of "shell", "to get her" of "together"."""


def find_spelling(word: str, texts: Sequence[FoldedText]) -> str:
    """Return how the texts write a word that none has as it is, the commonest first.

    Empty where one has it, and where none has anything like it: it may differ in accents, in
    capitals, and in what joins its parts. What is rather another word is left out: "us" of "US".
    """
    wanted = join_blanks(unicodedata.normalize("NFC", word))
    letters = fold_word(wanted)
    if not letters or any(_has(wanted, text) for text in texts):
        return ""
    joint = f"[{JOINTS}]*"
    pattern = re.compile(rf"(?<!\w){joint.join(map(re.escape, letters))}(?!\w)")
    found: Counter[str] = Counter()
    for text in texts:
        if _may_have(letters, text):
            matches = pattern.finditer(text.bare)
            found.update(text.written[each.start() : each.end()] for each in matches)
    likely = (form for form, _ in found.most_common() if _is_same_word(wanted, form))
    return next(likely, "")


def _has(word: str, text: FoldedText) -> bool:
    if word not in text.written:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?:['\u2019]?s)?(?!\w)", text.written))


def _may_have(letters: str, text: FoldedText) -> bool:
    """Whether a text has these letters in a row, of which the first and the last part are words."""
    parts = range(1, len(letters) + 1)
    return (
        letters in text.letters
        and any(letters[:end] in text.bare_words for end in parts)
        and any(letters[-length:] in text.bare_words for length in parts)
    )


def _is_same_word(word: str, form: str) -> bool:
    """Whether a form that has the letters of a word is likely to be meant by it."""
    if form == form.lower() and word != word.lower():
        return False  # "polish" of "Polish", "it" of "IT"
    has_parts = len(fold_word(word)) < len(word)
    return has_parts or all(form[each.end()].isupper() for each in _PARTED.finditer(form))


def list_unused(
    lexicons: Sequence[tuple[str, bytes]], texts: Sequence[FoldedText]
) -> tuple[str, ...]:
    """Return the words of lexicons, by name and bytes, that no text of their language has.

    None where there is no text, and none of a lexicon that cannot be read.
    """
    found: dict[str, bool] = {}
    for name, body in lexicons if texts else ():
        with suppress(ConfigError):
            for entry in parse_pls(body, name, []).entries:
                found[entry.grapheme] = found.get(entry.grapheme, False) or _is_used(entry, texts)
    return tuple(word for word, used in found.items() if not used)


def _is_used(entry: LexiconEntry, texts: Sequence[FoldedText]) -> bool:
    word = unicodedata.normalize("NFC", entry.grapheme)
    one = Lexicon(entries=(replace(entry, grapheme=word),))
    likely = [text for text in texts if word in text.written and _has_parts(word, text)]
    patterns = {tongue: one.select_words(tongue).pattern for tongue in {t.language for t in likely}}
    return any(
        pattern.search(text.written)
        for text in likely
        if (pattern := patterns[text.language]) is not None
    )


def _has_parts(word: str, text: FoldedText) -> bool:
    """Whether the parts of a word are words of a text, the last of which may be a plural."""
    *first, last = re.findall(r"\w+", word) or [""]
    ending = not last or any(last + plural in text.words for plural in _PLURALS)
    return ending and text.words.issuperset(first)
