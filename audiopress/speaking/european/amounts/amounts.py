"""Amounts: shares, money, units and degrees with their numbers in words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from audiopress.speaking.european.amounts.units import UNIT, name_unit
from audiopress.speaking.european.numbers.numerals import say_cardinal
from audiopress.speaking.european.numbers.written_numbers import NUMBER, is_one, say_number
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.speaking.european.words.noun_gender import find_gender
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.european.words.amount_words import AmountWords, Coin

__all__ = ["say_amounts", "say_of"]

_CENTS = 2
"""Decimals of an amount of money that are its hundredths."""

_HEAD = r"(?<![\w.,/])"
"""Matches where a number begins, and not amid one."""

_DEGREES = compile_late(rf"{_HEAD}(?P<number>{NUMBER})\s?°(?:\s?(?P<scale>[CFK])\b)?")
"""Matches "20 °C", "20°"."""

_SCALES = {"C": "", "K": " Kelvin", "F": " Fahrenheit"}
"""What is said behind degrees: of Celsius nothing, as in every forecast."""

_SMALL_CAPITALS = compile_late(r"\d [A-Z]")
"""Matches one figure and one capital letter: "5 W" is more often a name than a unit."""

_THOUSANDS = ("Tausend", "mille", "mil", "mila", "duizend")
"""Scales behind which a noun stands without "of"."""

_ROUND_MILLION = compile_late(
    r"(?:[mb]ill[oó]n(?:es)?|[mb]illions?|milliards?|[mb]ilion[ei]|miliard[oi]"
    r"|(?:[mb]|tr)ilh(?:ão|ões)|bili(?:ão|ões)|trill(?:ón|ones))$"
)
"""Matches at the end a million or more, which is a noun itself where "of" stands behind it."""

_MILLIONS_OF = compile_late(
    rf"{_HEAD}(?P<number>(?:\d{{1,3}}[. ]){{0,3}}\d{{1,3}}(?:[. ]000){{2}}|[1-9]\d{{0,2}}0{{6}}) "
    r"(?P<noun>euros?|d[óo]lares|dollars?|dollari|libras|livres|sterline|reais|pesos|francs"
    r"|habitants?|habitantes|abitanti|personas|personnes|persone|pessoas)\b"
)
"""Matches a round million in figures and what it counts: "2.000.000 euros"."""

_ELIDES = compile_late(r"[aeiouyéh]")
"""Matches the beginning of a word before which French "de" is "d'"."""


def say_amounts(text: str, language: str) -> str:
    """Return ``text`` with its amounts in words; numbers without a sign or unit stay figures."""
    percent = _compile_percent()
    words = AMOUNTS[language]
    if AMOUNTS[language].of:
        text = _MILLIONS_OF.sub(lambda match: _say_millions(match, language), text)
    text = percent.sub(lambda m: f"{_say_amount(m['number'], language)} {words.percent}", text)
    for pattern in _compile_money(language):
        text = pattern.sub(lambda match: _say_money(match, language), text)
    text = _compile_scales(language).sub(lambda match: _say_scale(match, language), text)
    text = _compile_units().sub(lambda match: _say_unit(match, language), text)
    text = _DEGREES.sub(lambda match: _say_degrees(match, language), text)
    return _compile_signs(language).sub(lambda match: _name_sign(match, language), text)


@cache
def _compile_percent() -> re.Pattern[str]:
    return re.compile(rf"{_HEAD}(?P<number>{NUMBER})\s?%(?![\w%])")


@cache
def _compile_units() -> re.Pattern[str]:
    return re.compile(rf"{_HEAD}(?P<number>{NUMBER})\s?(?P<unit>{UNIT})(?![\w/²³'’]|\.\w)")


@cache
def _compile_money(language: str) -> tuple[re.Pattern[str], ...]:
    """Money with its sign before, and behind; its name counts as a sign in some languages."""
    words = AMOUNTS[language]
    coin = any_of(re.escape(sign) for sign in sorted(words.coins, key=len, reverse=True))
    scale = rf"(?:\s?(?P<scale>{any_of(words.scales)}|{words.scale_words}\b))?"
    patterns = [
        rf"(?<![\w$])(?P<coin>{coin})\s?(?P<number>{NUMBER})(?![\w.,]*\d){scale}(?!\w)",
        rf"{_HEAD}(?P<number>{NUMBER}){scale}\s?(?P<coin>{coin})(?!\w)",
    ]
    if words.said_as_money:
        # With cents alone: what else has its name is said as it is written.
        patterns.append(
            rf"{_HEAD}(?P<number>{_WITH_CENTS})(?P<scale>(?!))? (?P<coin>{words.said_as_money})\b"
        )
    return tuple(map(re.compile, patterns))


_WITH_CENTS = NUMBER.removesuffix(r"(?:,\d+)?") + r",\d\d"
"""Matches a number with two decimals."""


@cache
def _compile_scales(language: str) -> re.Pattern[str]:
    scale = any_of(AMOUNTS[language].scales)
    return re.compile(rf"{_HEAD}(?P<number>{NUMBER})\s?(?P<scale>{scale})(?!\w)")


@cache
def _compile_signs(language: str) -> re.Pattern[str]:
    del language
    return re.compile(r"\s?(?P<sign>[€£%]|(?<!\w)\$(?!\w))")


def _name_sign(match: re.Match[str], language: str) -> str:
    """Name a sign that stands alone: "in %"; behind a scale in words, "Millionen €"."""
    words = AMOUNTS[language]
    name = words.percent if match["sign"] == "%" else words.coins[match["sign"]].many
    return f" {name} "


def _say_amount(number: str, language: str, noun: str = "") -> str:
    gender = find_gender(f" {noun}", 0, language)
    return say_number(number, language, gender, amount=True)


def _name_scale(written: str, number: str, language: str) -> str:
    """Return "Millionen" for "Mio."; a scale in words as it is."""
    for pattern, (one, many) in AMOUNTS[language].scales.items():
        if re.match(pattern, written + "€"):
            return one if is_one(number, language) else many
    return written


def _say_scale(match: re.Match[str], language: str) -> str:
    scale = _name_scale(match["scale"], match["number"], language)
    number = _say_amount(match["number"], language, scale)
    # A stop of a short form that ends the text is the sentence's too.
    ends = match["scale"].endswith(".") and match.end() == len(match.string)
    return f"{number} {scale}{'.' if ends else ''}"


def _find_coin(written: str, words: AmountWords) -> Coin:
    named = {name: coin for coin in words.coins.values() for name in (coin.one, coin.many)}
    return words.coins.get(written) or named[written]


def _say_money(match: re.Match[str], language: str) -> str:
    """Return "drei Millionen Euro", "ein Euro fünfzig", "fünf Euro"."""
    words = AMOUNTS[language]
    number, coin = match["number"], _find_coin(match["coin"], words)
    if match["scale"]:
        scale = _name_scale(match["scale"], number, language)
        return f"{_say_amount(number, language, scale)} {scale} {_say_of(scale, coin, language)}"
    whole, _, cents = number.partition(",")
    if len(cents) == _CENTS:
        return _say_cents(whole, cents, coin, language)
    name = coin.one if is_one(number, language) else coin.many
    return _join(_say_amount(number, language, name), name, language)


def _join(said: str, noun: str, language: str) -> str:
    """Return an amount and its noun; a round million counts by "of": "un millón de euros"."""
    return f"{said} {say_of(said, language, noun)}{noun}"


def say_of(said: str, language: str, noun: str) -> str:
    """Return what stands between a number in words and its noun: "de " behind a round million."""
    of = AMOUNTS[language].of if _ROUND_MILLION.search(said) else ""
    return "de " if of == "d'" and not _ELIDES.match(noun) else of


def _say_millions(match: re.Match[str], language: str) -> str:
    return _join(_say_amount(match["number"], language, match["noun"]), match["noun"], language)


def _say_of(scale: str, coin: Coin, language: str) -> str:
    of = "" if scale in _THOUSANDS else AMOUNTS[language].of
    if of == "d'" and not _ELIDES.match(coin.many):
        of = "de "
    return of + coin.many


def _say_cents(whole: str, cents: str, coin: Coin, language: str) -> str:
    words = AMOUNTS[language]
    name = coin.one if is_one(whole, language) else coin.many
    said = _join(_say_amount(whole, language, name), name, language)
    count = str(int(cents))
    if count == "0":
        return said
    cent = coin.cent if count == "1" else coin.cents
    if whole == "0":
        return f"{_say_amount(count, language, cent)} {cent}"
    if words.names_cents:
        return f"{said}{words.between}{_say_amount(count, language, cent)} {cent}"
    return f"{said}{words.between}{say_cardinal(count, language)}"


def _say_unit(match: re.Match[str], language: str) -> str:
    if _SMALL_CAPITALS.fullmatch(match[0]):
        return match[0]
    one = is_one(match["number"], language)
    name = name_unit(match["unit"].rstrip("."), language, one=one)
    ends = match["unit"].endswith(".") and match.end() == len(match.string)
    said = _join(_say_amount(match["number"], language, name), name, language)
    return f"{said}{'.' if ends else ''}"


def _say_degrees(match: re.Match[str], language: str) -> str:
    one, many = AMOUNTS[language].grade
    grade = one if is_one(match["number"], language) else many
    return (
        f"{_say_amount(match['number'], language, grade)} {grade}{_SCALES[match['scale'] or 'C']}"
    )
