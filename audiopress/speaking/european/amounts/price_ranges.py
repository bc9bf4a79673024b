"""Ranges of prices and shares: "€ 5-6 mln", "$5-$6", "R$ 5 a 6 milhões", "5%-6%".

The sign counts for both numbers, so it is put behind the last: "5-6 mln €".
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.numbers.written_numbers import NUMBER
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.text.vocabulary import any_of

__all__ = ["write_price_ranges"]

_LINKS = {"de": "bis", "fr": "à", "es": "a", "it": "a", "pt": "a", "nl": "tot|à"}
"""Words between two prices, besides a dash."""


def write_price_ranges(text: str, language: str) -> str:
    """Return ``text`` with the sign of such a range behind its last number."""
    amount, twice, link = _compile(language)
    text = twice.sub(r"\g<first>-", text)
    text = amount.sub(_put_behind, text)
    return link.sub(f" {AMOUNTS[language].to or 'a'} ", text)


def _put_behind(match: re.Match[str]) -> str:
    scale = (match["scale"] or "").strip()
    words = (match["first"], match["link"].strip(), match["last"], scale, match["coin"])
    return " ".join(filter(None, words)).replace(" - ", "-").replace(" – ", "–")


@cache
def _compile(language: str) -> tuple[re.Pattern[str], ...]:
    """Match a range with its sign before it, with it twice behind, and a dash between prices."""
    words = AMOUNTS[language]
    signs = sorted(words.coins, key=len, reverse=True)
    coin = any_of(map(re.escape, signs))
    scale = rf"(?:{any_of(words.scales)}|{words.scale_words}\b)"
    amount = (
        rf"(?<![\w$])(?P<coin>{coin})\s?(?P<first>{NUMBER})"
        rf"(?P<link>\s?[-–]\s?| (?:{_LINKS[language]}) )(?:(?P=coin)\s?)?(?P<last>{NUMBER})"
        rf"(?![\w.,/-]*\d)(?P<scale>\s?{scale})?(?!\w|\s?{coin})"
    )
    twice = (
        rf"(?<![\w.,])(?P<first>{NUMBER})\s?(?P<sign>{coin}|%)\s?[-–]\s?(?={NUMBER}\s?(?P=sign))"
    )
    # Behind the first price its figures, its sign or its scale, before the second its sign.
    link = r"(?:(?<=\d)|(?<=[€$£])|(?<=\bml[nd])|(?<=\bM(?:io|rd)\.)|(?<=\bM(?:io|rd)))"
    link += rf"\s?[-–]\s?(?={coin}\s?\d)"
    return tuple(map(re.compile, (amount, twice, link)))
