"""From written text to what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Spoken", "speakable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """``text`` is what the engine gets, ``unsure`` the pieces no rule understood."""

    text: str
    unsure: tuple[str, ...] = ()


def speakable(text: str, language: str, lexicon: Lexicon | None = None) -> Spoken:
    """Return how ``text`` is said in ``language``."""
    held: list[str] = []
    pattern = lexicon.pattern(language) if lexicon else None
    if lexicon and pattern:
        words = lexicon.replacements(language)
        text = pattern.sub(lambda match: _hold(held, words[match[0]]), text)
    if language.startswith("en") and re.search(r"\d", text):
        text = _normalizer()(text)
    for number, word in enumerate(held):
        text = text.replace(chr(0xE000 + number), word)
    return Spoken(text=text)


def _hold(held: list[str], word: str) -> str:
    held.append(word)
    return chr(0xE000 + len(held) - 1)


def _normalizer() -> Callable[[str], str]:
    import damga  # noqa: PLC0415

    return damga.TextNormalizer(lang="en").normalize  # type: ignore[no-any-return]
