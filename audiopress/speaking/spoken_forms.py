"""Spoken forms that are known from before: an edit has one paragraph's made anew, not sixty's."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audiopress.speaking.normalize import SpokenText, normalize_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.speaking.lexicon import LexiconWords

__all__ = ["FormTable", "SpokenForms"]

FormTable = dict[str, dict[str, tuple[str, tuple[str, ...]]]]
"""By language and words of the lexicon, as a digest, and by text: its spoken form, and what of it
no rule understood."""


class SpokenForms:
    """Says texts as `normalize_text` does, those that are ``known`` without looking again.

    ``known`` is what ``used`` was after the same rules had read an earlier version of the article.
    """

    def __init__(self, known: Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]]) -> None:
        """Say nothing yet."""
        self._known = known
        self._marked: tuple[str, LexiconWords] | None = None
        self._mark = ""
        self.used: FormTable = {}

    def say(self, text: str, language: str, words: LexiconWords) -> SpokenText:
        """Return how ``text`` is said in ``language`` with the ``words`` of a lexicon."""
        mark = self._find_mark(language, words)
        known = self._known.get(mark, {}).get(text)
        if known is None:
            form = normalize_text(text, language, words)
        else:
            form = SpokenText(text=known[0], unsure=known[1])
        self.used.setdefault(mark, {})[text] = (form.text, form.unsure)
        return form

    def _find_mark(self, language: str, words: LexiconWords) -> str:
        """Return the digest of all besides rules that shapes a form: the next line has the same."""
        marked = self._marked
        if marked is None or marked[0] != language or marked[1] is not words:
            said = "\n".join(f"{word}\t{form}" for word, form in sorted(words.said.items()))
            self._mark = hashlib.sha256(f"{language}\n{said}".encode()).hexdigest()
            self._marked = language, words
        return self._mark
