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
from audiopress.speaking.english.spoken_form import Rule, Variety
from audiopress.speaking.english.symbols import signs, symbols

__all__ = ["RULES", "speak_english"]

# groups, and whether they have something to say only where a figure stands
_ORDER: tuple[tuple[bool, tuple[Rule, ...]], ...] = (
    (False, symbols.FIRST),
    (True, rejoined.RULES),
    (False, shorthand.RULES),
    (False, references.RULES),
    (True, durations.RULES),
    (True, dates.RULES),
    (True, money.RULES),
    (False, money.SIGN),
    (False, titles.RULES),
    (False, initialisms.RULES),
    (True, plain_numbers.ORDINALS),
    (False, signs.RULES),
    (True, units.RULES),
    (True, meters_or_millions.RULES),
    (True, scores.RULES),
    (True, phone_numbers.RULES),
    (True, alphanumerics.FIRST),
    (True, plain_numbers.RULES),
    (True, alphanumerics.RULES),
    (True, plain_numbers.LAST),
    (False, symbols.LAST),
)
RULES: tuple[Rule, ...] = tuple(rule for _, rules in _ORDER for rule in rules)


def speak_english(text: str, language: str) -> str:
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
