"""What a small "c" behind a figure is: cents ("40c a litre") or degrees ("bake at 180c").

Here belongs what is told by the words around it. Prices and heat are asked for; where neither is
near, the letter is part of a name: "section 12c", "flat 3c".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.numbers.number_words import NUMBER, is_one, say_amount
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SOLD_BY = any_of(
    *("bag", "barrel", "bottle", "bushel", "call", "can", "copy", "cup", "dozen", "egg", "gallon"),
    *("gigajoule", "head", "hour", "kg", "kilo", "kilogram(?:me)?", "kilomet(?:re|er)", "km"),
    *("kilowatt", "kWh", "lb", "lit(?:re|er)", "mile", "minute", "page", "pint", "pound", "sheet"),
    *("share", "text", "tonne", "ton", "unit", "unit of", "week", "word", "piece", "security"),
)
"""What has a price."""

_IS_PRICED = compile_late(
    rf"(?:,? (?:to|or|and) (?:{NUMBER})c)?"
    rf"\s(?:(?:an?|per|for (?:each|every)) {_SOLD_BY}\b|(?:in|on) the (?:dollar|euro|rand)\b"
    r"|(?:coins?|pieces?|stamps?|levy|levies|tax|surcharges?|refunds?|rebates?|deposits?|dividends?"
    r"|discounts?|tolls?)\b|(?:interim|final|special|fully franked|unfranked) (?:\w+ )?dividend\b)"
)
"""Matches behind a number what only money has."""

_MOVES = (
    "added", "adds?", "by", "charged?", "charges", "climbed", "closed", "cost", "costing", "costs",
    "cut", "dipped", "down", "dropped", "drops?", "eased", "fallen", "falling", "falls?", "fell",
    "gained", "gains?", "gave up", "jumped", "lost", "loses?", "paid", "pays?", "paying", "risen",
    "rises?", "rising", "rose", "saved?", "saves", "saving", "shed", "slid", "slipped", "sold for",
    "surged", "traded", "trading", "tumbled", "up", "worth",
)  # fmt: skip
"""What a price does, and what one does with it."""

_MOVED = compile_late(
    rf"\b{any_of(_MOVES)} (?:(?:by|at|to|from|of|for|just|only|about|almost|nearly|another|around"
    rf"|(?:a|an) (?:further|extra)) ){{0,2}}(?:(?:{NUMBER})c,? (?:to|at|from|or|and) )?\Z"
)
"""Matches that in front of a number."""

_MONEY = compile_late(
    r"\b(?:dollars?|cents?|euros?|rand|shares|stocks?|dividends?|lit(?:re|er)s?|petrol|diesel|fuel"
    rf"|unleaded|pric(?:ed?|es|ing)|tariffs?|coins?)\b|\dc an? {_SOLD_BY}\b",
    re.IGNORECASE,
)
"""Matches near by what is told of together with money."""

_HEAT = compile_late(
    r"\b(?:temperatures?|degrees|mercury|heat(?:ed|ing|wave)?|(?-i:highs?|lows?)|oven|bake[ds]?"
    r"|baking|roast(?:ed|ing)?|preheat(?:ed)?|fan|fridge"
    r"|freezer|thermometer|Celsius|overnight|frosts?|thermostat|boiler)\b",
    re.IGNORECASE,
)
"""Matches near by what is told of together with degrees."""

_WARMED = compile_late(
    r"(?:\b(?:above|around|about|as|at|below|between|by|dropp(?:ed|ing)|fell|from|hit|just|low"
    r"|near(?:ly|ing)?|of|or|over|reach(?:ed|es|ing)?|rose|than|to|topped|under|oven)"
    r"\s|\dc(?:[ /]| \()|(?:^|[\s/])[-−–])\Z"
)
"""Matches in front of a number what degrees have."""

_NEAR = 80
"""Characters on either side in which such words tell."""

_BEFORE, _BEHIND = 45, 30
"""Characters in front of a number and behind it in which what goes with it stands."""

_YEAR = r"(?:1[5-9]|20)\d\d"
"""Matches a year, from which no price rises: "raised from 2019 to 12c"."""

_HOTTEST = 400
"""Degrees of the hottest oven."""


def _say_small_c(match: re.Match[str], variety: Variety) -> str | None:
    if _is_money(match):
        single = is_one(match["number"]) or stands_before_noun(match, "any")
        return _say(match, variety, "cent" if single else "cents")
    if _is_heat(match):
        return _say(match, variety, f"degree{'' if is_one(match['number']) else 's'} Celsius")
    return None


def _say(match: re.Match[str], variety: Variety, unit: str) -> str:
    minus = "minus " if match["minus"] else ""
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    return f"{minus}{first}{say_amount(match['number'], british=variety.british)} {unit}"


def _is_money(match: re.Match[str]) -> bool:
    text, near = match.string, _look_near(match)
    if _IS_PRICED.match(text[match.end() : match.end() + _BEHIND]):
        return True
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _HEAT.search(near) and not _MONEY.search(near):
        return False
    return bool(_MOVED.search(before))


def _is_heat(match: re.Match[str]) -> bool:
    text = match.string
    before = text[max(0, match.start() - _BEFORE) : match.start()] + (match["minus"] or "")
    if _find_last(_MONEY, before) > _find_last(_HEAT, before):
        return False
    told = _WARMED.search(before) or text.startswith(" heat", match.end())
    number = float(match["number"].replace(",", ""))
    return bool(told and _HEAT.search(_look_near(match)) and number <= _HOTTEST)


def _find_last(pattern: re.Pattern[str], text: str) -> int:
    """Return where a pattern matches last, -1 where it does nowhere."""
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _look_near(match: re.Match[str]) -> str:
    start, end = match.span()
    return match.string[max(0, start - _NEAR) : start] + match.string[end : end + _NEAR]


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "cents or degrees",
        r"(?:(?<![\w.,)])(?P<minus>[-−–]))?(?<![\w.,$£€])"
        rf"(?:(?P<first>(?!{_YEAR}\sto\s){NUMBER})(?:c?\s?[-–]\s?|\sto\s))?"
        rf"(?P<number>{NUMBER})c(?![\w'’]|-\w|/(?!\d+c))",
        _say_small_c,
        ("rose 0.3c to 64.2c", "rose zero point three cents to sixty four point two cents"),
        ("40c a litre", "forty cents a litre"),
        ("fell 12c to $1.05", "fell twelve cents to one dollar five cents"),
        ("a 10c coin, up 1c", "a ten cent coin, up one cent"),
        ("Temperatures fell to -5c.", "Temperatures fell to minus five degrees Celsius."),
        ("Bake at 180c for an hour", "Bake at one hundred and eighty degrees Celsius for an hour"),
        ("a high of 30-32c", "a high of thirty to thirty two degrees Celsius"),
        (
            "Preheat the oven to 200c (180c fan).",
            (
                "Preheat the oven to two hundred degrees Celsius (one hundred and eighty degrees "
                "Celsius fan)."
            ),
        ),
        ("40c heat", "forty degrees Celsius heat"),
        ("to 12c or 18c a share", "to twelve cents or eighteen cents a share"),
        # part of a name
        ("Section 12c, flat 3c", "Section twelve c, flat three c"),
        ("in flat 3c the oven", "in flat three c the oven"),
        ("Temperatures are in Figs. 2c and 3c.", "Temperatures are in Figures two c and three c."),
        ("He lives at 12c, a cold flat.", "He lives at twelve c, a cold flat."),
        (
            "Police came to 12c High Street, where shares were traded.",
            "Police came to twelve c High Street, where shares were traded.",
        ),
        (
            "The dividend was raised from 2019 to 12c a share.",
            "The dividend was raised from twenty nineteen to twelve cents a share.",
        ),
        needs="c",
    ),
)
