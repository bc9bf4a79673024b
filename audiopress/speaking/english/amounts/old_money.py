"""Money of old Britain: "£1 10s 6d" is "one pound, ten shillings and six pence".

Here belongs what was paid in shillings, of which twelve pence made one. It comes before all other
money, which would take the pounds and leave the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import NUMBER, say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_HALF = {"": "", "½": " and a half", "¼": " and a farthing", "¾": " and three farthings"}
"""Parts of a penny."""

_PENCE = r"(?P<d>1[01]|\d)(?P<part>[½¼¾]?)\s?d\b\.?(?!['’-]?\w)"
"""Matches pence, eleven at most: "6d", "4½d."."""

_SHILLINGS = r"(?P<s>1?\d)\s?s\b\.?"
"""Matches shillings, nineteen at most: "10s", "2s."."""


def _say_old_money(match: re.Match[str], variety: Variety) -> str:
    found = match.groupdict()
    parts = []
    if found.get("pounds"):
        number = found["pounds"]
        words = say_amount(number, british=variety.british)
        parts.append(f"{words} {'pound' if number == '1' else 'pounds'}")
    if found.get("s"):
        parts.append(_count(found["s"], "shilling", "shillings"))
    if found.get("d"):
        pence = _count(found["d"], "penny", "pence")
        parts.append(pence.replace(" ", f"{_HALF[found['part'] or '']} ", 1))
    return " ".join(parts)


def _count(number: str, one: str, many: str) -> str:
    return f"{say_cardinal(int(number))} {one if number == '1' else many}"


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "pounds and shillings",
        rf"£\s?(?P<pounds>{NUMBER}),?\s{_SHILLINGS}(?:,?\s?(?:and\s)?{_PENCE})?",
        _say_old_money,
        ("cost £1 10s 6d then", "cost one pound ten shillings six pence then"),
        ("for £3 12s. 4d.", "for three pounds twelve shillings four pence"),
        ("paid £100 5s for it", "paid one hundred pounds five shillings for it"),
        # tens of pounds
        ("£10s and £20s", "ten poundss and twenty poundss"),
        needs="£",
    ),
    spoken_form(
        "shillings and pence",
        rf"(?<![\w.,£$€/-]){_SHILLINGS},?\s?(?:and\s)?{_PENCE}",
        _say_old_money,
        ("2s 6d a head", "two shillings six pence a head"),
        ("a 1s. 1½d. stamp", "a one shilling one and a half penny stamp"),
        ("it took 10s more", "it took tens more"),
        needs="d",
    ),
)
