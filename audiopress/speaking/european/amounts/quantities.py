"""Units per unit, currencies, powers and mathematical signs in six languages.

The names of units and currencies are those of CLDR (babel); numbers stay figures, which are said
afterwards: "35,2 µg/m³" is written "35,2 Mikrogramm pro Kubikmeter" here.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.words.symbol_words import WORDS
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["UNITS", "say_quantities"]

UNITS = {
    "µg": "mass-microgram",
    "μg": "mass-microgram",
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "t": "mass-tonne",
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "km": "length-kilometer",
    "cm²": "area-square-centimeter",
    "m²": "area-square-meter",
    "m2": "area-square-meter",
    "km²": "area-square-kilometer",
    "km2": "area-square-kilometer",
    "ha": "area-hectare",
    "cm³": "volume-cubic-centimeter",
    "m³": "volume-cubic-meter",
    "m3": "volume-cubic-meter",
    "ml": "volume-milliliter",
    "dl": "volume-deciliter",
    "l": "volume-liter",
    "L": "volume-liter",
    "s": "duration-second",
    "min": "duration-minute",
    "h": "duration-hour",
    "J": "energy-joule",
    "kJ": "energy-kilojoule",
    "kcal": "energy-kilocalorie",
    "kWh": "energy-kilowatt-hour",
    "W": "power-watt",
    "kW": "power-kilowatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "V": "electric-volt",
    "A": "electric-ampere",
    "N": "force-newton",
    "kB": "digital-kilobyte",
    "MB": "digital-megabyte",
    "GB": "digital-gigabyte",
    "Mbit": "digital-megabit",
    "Gbit": "digital-gigabit",
}
"""Units as they are written, by their names in CLDR."""

_UNITS_BY_THEMSELVES = frozenset(("km/h", "m/s"))
"""What has a name of its own in CLDR: "chilometri orari" (`units.py`)."""

_NO_UNITS = {"nl": frozenset(("t/m", "m/V"))}
"""What is no unit per unit in a language, but a word: Dutch "t/m" is "tot en met"."""

_NUMBER = r"(?:\d{1,3}(?:[.\u202f ]\d{3}){1,6}|\d+)(?:,\d+)?"
"""Matches a number as these languages write it: "1.600", "2,5"."""

_UNIT = any_of(map(re.escape, sorted(UNITS, key=lambda unit: (-len(unit), unit))))
"""Matches a unit, the longest first."""

_PER_UNIT = compile_late(
    rf"(?<![\w.,/])(?P<number>{_NUMBER})\s?(?P<unit>{_UNIT})/"
    rf"(?:(?P<times>[1-9]\d{{0,3}}) ?)?(?P<per>{_UNIT})(?![\w²³/])"
)
"""Matches so much per something: "35,2 µg/m³"."""

_CODES = {"zł": "PLN", "Kč": "CZK", "Ft": "HUF", "₴": "UAH", "₺": "TRY", "₹": "INR", "₩": "KRW",
          "₽": "RUB", "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN",
          "元": "CNY", "₸": "KZT"}  # fmt: skip
"""Signs of currencies by their codes."""

_NAMED_CODES = any_of(
    "AED", "AUD", "BGN", "CAD", "CNY", "CZK", "DKK", "HKD", "HUF", "IDR",
    "ILS", "INR", "ISK", "KRW", "MXN", "MYR", "NOK", "NZD", "PLN", "RON", "RSD", "RUB",
    "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "VND", "ZAR",
)  # fmt: skip
"""Matches a code of ISO 4217 that is told to be one by the number beside it."""

_COIN = rf"(?:{any_of(map(re.escape, _CODES))}|{_NAMED_CODES})"
"""Matches a currency."""

_MONEY_BEHIND = compile_late(rf"(?<![\w.,])(?P<number>{_NUMBER})\s?(?P<coin>{_COIN})(?![\w/$])")
"""Matches an amount with its currency behind it."""

_MONEY_BEFORE = compile_late(rf"(?<![\w$])(?P<coin>{_COIN})\s?(?P<number>{_NUMBER})(?![\w.,]*\d)")
"""Matches an amount with its currency before it."""

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡ"
"""Figures, signs and letters that Unicode has raised."""

_POWER = compile_late(
    r"(?:(?<![\w.,])(?P<base>\d{1,4}(?:,\d{1,3})?"
    r"|(?!(?:[ckdm]?m|ft|in)[²³])(?:[a-zA-Zα-ω]\d?){1,4})"
    r"|(?<=\)))"
    rf"(?:\^[({{]?(?P<plain>[^()\s{{}}]{{1,24}})[)}}]|\^(?P<bare>[-−]?(?:\d{{1,3}}|[a-z]))"
    rf"|(?P<raised>[{_SMALL}]{{1,12}}))(?!\w)"
)
"""Matches a power of a number or of letters: "10⁹", "x^2", "mc²", "2ⁿ"."""

_RAISED = str.maketrans(f"{_SMALL}−", "0123456789-+abcdefghijklmnoprstuvwxyzβγδθφχ-")
"""Raised figures, signs and letters to plain ones."""

_EXPONENT_SIGN = compile_late(r"\s?([-−–+*/·])\s?")
"""Matches a sign within an exponent."""

_EXPONENT_FACTORS = compile_late(r"(?<=[\da-zα-ω])(?=[a-zα-ω])")
"""Matches between two factors of an exponent."""

_PLUS = ("plus", "plus", "más", "più", "mais", "plus")
"""What a plus is called, in the order of ``_LANGUAGES``."""

_OVER = ("durch", "sur", "entre", "fratto", "sobre", "gedeeld door")
"""What the bar of a fraction is called."""

_PLACE = compile_late(r"(?<![\w.,])(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s?°\s?(?P<point>[NSEWO])\b")
"""Matches degrees of a place: "22,01°N"."""

_FORMULA = compile_late(r"\^|[a-z]²|[a-z]³|=|√")
"""Matches what a formula has and a sentence with a dash has not."""

_MINUS = compile_late(r"(?<=[\w)²³])\s[-−–]\s(?=\d*[a-zA-Z]{0,3}(?![a-zA-Z]))|−\s?(?=\d)")
"""Matches the minus of a formula: "x^2 - 4ac"; the long one is no dash anywhere."""

_FACTORS = compile_late(r"(?<![\w.,])(?P<number>\d+)(?P<letters>[a-z]{1,3})(?!\w)")
"""Matches a number times letters: "4ac"."""

_ARROW = compile_late(r"(?<=[\w)%])\s?→\s?(?=[\w(£$€])")
"""Matches an arrow from one thing to another."""

_BOTH_WAYS = compile_late(r"(?<=[\w)])\s?↔\s?(?=[\w(])")
"""Matches an arrow with two heads."""

_SIGNS = {
    "±": ("plus minus", "plus ou moins", "más menos", "più o meno", "mais ou menos", "plus-minus"),
    "≥": ("mindestens", "au moins", "al menos", "almeno", "pelo menos", "minstens"),
    "≤": ("höchstens", "au plus", "como máximo", "al massimo", "no máximo", "hoogstens"),
    "≠": ("ungleich", "différent de", "distinto de", "diverso da", "diferente de", "ongelijk aan"),
    "√": (
        "Wurzel aus",
        "racine carrée de",
        "raíz cuadrada de",
        "radice quadrata di",
        "raiz quadrada de",
        "wortel van",
    ),
    "÷": (
        "geteilt durch",
        "divisé par",
        "dividido entre",
        "diviso",
        "dividido por",
        "gedeeld door",
    ),
    "‰": ("Promille", "pour mille", "por mil", "per mille", "por mil", "promille"),
    "∞": ("unendlich", "infini", "infinito", "infinito", "infinito", "oneindig"),
    "=": ("gleich", "égale", "igual a", "uguale a", "igual a", "is"),
    "π": ("Pi", "pi", "pi", "pi greco", "pi", "pi"),
}
"""Mathematical signs, in the order of ``_LANGUAGES``."""

_LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
"""The order of the words below and above."""

_POWERS = (
    ("hoch {}", "puissance {}", "elevado a {}", "elevato a {}", "elevado a {}", "tot de macht {}"),
    (
        "hoch minus {}",
        "puissance moins {}",
        "elevado a menos {}",
        "elevato a meno {}",
        "elevado a menos {}",
        "tot de macht min {}",
    ),
)
"""How a power is said, and a negative one."""

_SQUARES = {"2": ("Quadrat", "au carré", "al cuadrado", "al quadrato", "ao quadrado", "kwadraat"),
            "3": ("hoch 3", "au cube", "al cubo", "al cubo", "ao cubo",
                  "tot de derde")}  # fmt: skip
"""Powers of a letter that have a word of their own."""

_POINTS = {
    "N": ("Grad Nord", "degrés nord", "grados norte", "gradi nord", "graus norte", "graden noord"),
    "S": ("Grad Süd", "degrés sud", "grados sur", "gradi sud", "graus sul", "graden zuid"),
    "E": ("Grad Ost", "degrés est", "grados este", "gradi est", "graus leste", "graden oost"),
    "O": ("Grad Ost", "degrés ouest", "grados oeste", "gradi ovest", "graus oeste", "graden oost"),
    "W": ("Grad West", "degrés ouest", "grados oeste", "gradi ovest", "graus oeste", "graden west"),
}
"""Points of the compass; an O is east in German and Dutch alone."""

_TO = ("zu", "vers", "a", "a", "para", "naar")
"""What an arrow is called."""

_AND = ("und", "et", "y", "e", "e", "en")
"""What an arrow with two heads is called."""

_LESS = ("minus", "moins", "menos", "meno", "menos", "min")
"""What a minus is called."""


def say_quantities(text: str, language: str) -> str:
    """Return ``text`` with compound units, currencies, powers and signs in words."""
    at = _LANGUAGES.index(language)
    text = _PER_UNIT.sub(lambda match: _say_per_unit(match, language), text)
    text = _MONEY_BEHIND.sub(lambda match: _say_money(match, language), text)
    text = _MONEY_BEFORE.sub(lambda match: _say_money(match, language), text)
    text = _PLACE.sub(lambda match: f"{match['degrees']} {_POINTS[match['point']][at]}", text)
    # Before powers are words, by which a formula is told.
    if _FORMULA.search(text):
        text = _MINUS.sub(f" {_LESS[at]} ", text)
        text = _FACTORS.sub(_part_factors, text)
    text = _POWER.sub(lambda match: _say_power(match, at), text)
    text = re.sub(r"(?<!\w)([CF])#(?!\w)", r"\1 sharp", text)
    text = _ARROW.sub(f" {_TO[at]} ", text)
    text = _BOTH_WAYS.sub(f" {_AND[at]} ", text)
    for sign, words in _SIGNS.items():
        if sign in text:
            # A formula has spaces around its "="; an address has none.
            pattern = rf"(?<=\w)\s{sign}\s(?=[\w-])" if sign == "=" else rf"\s?{sign}\s?"
            text = re.sub(pattern, f" {words[at]} ", text)
    return " ".join(text.split())


def _part_factors(match: re.Match[str]) -> str:
    if match["letters"] in UNITS:
        return match[0]
    return f"{match['number']} {' '.join(match['letters'])}"


def _say_per_unit(match: re.Match[str], language: str) -> str:
    written = f"{match['unit']}/{match['per']}"
    if written in _UNITS_BY_THEMSELVES or written in _NO_UNITS.get(language, ()):
        return match[0]
    # In French what is below two is one.
    small = float(match["number"].translate({44: ".", 46: "", 32: "", 0x202F: ""}))
    limit = 2 if language == "fr" else 1
    one = small < limit if language == "fr" else small == limit
    if match["times"]:
        # "6,5 l/100 km": the number says how many of it, and `units.py` names both.
        per = WORDS[language].per
        return f"{match['number']} {match['unit']} {per} {match['times']} {match['per']}"
    return f"{match['number']} {_name_unit(match['unit'], match['per'], language, one=one)}"


@cache
def _name_unit(unit: str, per: str, language: str, *, one: bool) -> str:
    """Return "Mikrogramm pro Kubikmeter", without its number."""
    from babel.units import format_compound_unit  # noqa: PLC0415 - few texts need it

    words = format_compound_unit(
        1 if one else 2, UNITS[unit], denominator_unit=UNITS[per], locale=language
    )
    return re.sub(r"^\s*\d+\s*", "", words or f"{unit}/{per}")


def _say_money(match: re.Match[str], language: str) -> str:
    return f"{match['number']} {_name_currency(match['coin'], language, match['number'] == '1')}"


@cache
def _name_currency(coin: str, language: str, one: bool) -> str:
    from babel.numbers import get_currency_name  # noqa: PLC0415 - few texts need it

    return get_currency_name(_CODES.get(coin, coin), 1 if one else 2, locale=language)


def _say_power(match: re.Match[str], at: int) -> str:
    power = (match["plain"] or match["bare"] or match["raised"]).translate(_RAISED)
    base = match["base"] or ""
    letters = base if base[:1].isdigit() else " ".join(base)
    if letters[:1].isalpha() and power in _SQUARES:
        return f"{letters} {_SQUARES[power][at]}"
    words = _POWERS[power.startswith("-")][at].format(_say_exponent(power.lstrip("-"), at))
    return f"{letters} {words}"


def _say_exponent(power: str, at: int) -> str:
    signs = {"+": _PLUS[at], "/": _OVER[at], "*": "×", "·": "×"}
    factors = _EXPONENT_FACTORS.sub(" ", power)
    return _EXPONENT_SIGN.sub(lambda sign: f" {signs.get(sign[1], _LESS[at])} ", factors)
