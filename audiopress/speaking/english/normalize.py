"""The rules in their order. Earlier rules see the text first; each leaves words behind."""

from __future__ import annotations

from audiopress.text.english import (
    calendar,
    codes,
    durations,
    figures,
    letters,
    marks,
    metres,
    money,
    names,
    phones,
    references,
    scores,
    shorthand,
    signs,
    torn,
    units,
)
from audiopress.text.english.rule import Rule, Variety

__all__ = ["RULES", "speak_english"]

# groups, and whether they have something to say only where a figure stands
_ORDER: tuple[tuple[bool, tuple[Rule, ...]], ...] = (
    (False, marks.FIRST),
    (True, torn.RULES),
    (False, shorthand.RULES),
    (False, references.RULES),
    (True, durations.RULES),
    (True, calendar.RULES),
    (True, money.RULES),
    (False, money.SIGN),
    (False, names.RULES),
    (False, letters.RULES),
    (True, figures.ORDINALS),
    (False, signs.RULES),
    (True, units.RULES),
    (True, metres.RULES),
    (True, scores.RULES),
    (True, phones.RULES),
    (True, codes.FIRST),
    (True, figures.RULES),
    (True, codes.RULES),
    (True, figures.LAST),
    (False, marks.LAST),
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
