"""The rules in their order. Earlier rules see the text first; each leaves words behind."""

from __future__ import annotations

from audiopress.speaking.english.abbreviations import references, shorthand
from audiopress.speaking.english.amounts import meters_or_millions, money, units
from audiopress.speaking.english.dates_and_times import dates, durations
from audiopress.speaking.english.names import initialisms, titles
from audiopress.speaking.english.numbers import (
    alphanumerics,
    phone_numbers,
    plain_numbers,
    rejoined,
    scores,
)
from audiopress.speaking.english.spoken_form import SpokenForm, Variety
from audiopress.speaking.english.symbols import signs, symbols

__all__ = ["SPOKEN_FORMS", "normalize_english"]

# groups, and whether they have something to say only where a figure stands
_ORDER: tuple[tuple[bool, tuple[SpokenForm, ...]], ...] = (
    (False, symbols.FIRST),
    (True, rejoined.FORMS),
    (False, shorthand.FORMS),
    (False, references.FORMS),
    (True, durations.FORMS),
    (True, dates.FORMS),
    (True, money.FORMS),
    (False, money.SIGN),
    (False, titles.FORMS),
    (False, initialisms.FORMS),
    (True, plain_numbers.ORDINALS),
    (False, signs.FORMS),
    (True, units.FORMS),
    (True, meters_or_millions.FORMS),
    (True, scores.FORMS),
    (True, phone_numbers.FORMS),
    (True, alphanumerics.FIRST),
    (True, plain_numbers.FORMS),
    (True, alphanumerics.FORMS),
    (True, plain_numbers.LAST),
    (False, symbols.LAST),
)
SPOKEN_FORMS: tuple[SpokenForm, ...] = tuple(rule for _, rules in _ORDER for rule in rules)


def normalize_english(text: str, language: str) -> str:
    """Return ``text`` as it is said; ``language`` is ``en``, ``en-GB``, ``en-US`` ..."""
    american = language.lower() in ("en-us", "en")
    variety = Variety(british=not american, day_first=not american)
    written = any(char.isnumeric() for char in text)
    for figures_only, rules in _ORDER:
        if figures_only and not written:
            continue
        for rule in rules:
            text = rule.apply(text, variety)
    return " ".join(text.split()).lstrip(", ")
