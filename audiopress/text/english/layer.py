"""The rules in their order. Earlier rules see the text first; each leaves words behind."""

from __future__ import annotations

from audiopress.text.english import calendar, figures, marks, money, names, units
from audiopress.text.english.rule import Rule, Variety

__all__ = ["RULES", "speak_english"]

RULES: tuple[Rule, ...] = (
    *marks.FIRST,
    *calendar.RULES,
    *money.RULES,
    *names.RULES,
    *figures.ORDINALS,
    *units.RULES,
    *figures.RULES,
    *marks.LAST,
)


def speak_english(text: str, language: str) -> str:
    """Return ``text`` as it is said; ``language`` is ``en``, ``en-GB``, ``en-US`` ..."""
    american = language.lower() in ("en-us", "en")
    variety = Variety(british=not american, day_first=not american)
    for rule in RULES:
        text = rule.apply(text, variety)
    return " ".join(text.split()).lstrip(", ")
