"""Units made of units: "35 µg/m³", "92.4p/kWh", "5 W m⁻²", "£/MWh", "120/80 mmHg".

Here belongs what is so much per something, with a slash or a negative power. The units are those
of `unit_table.py`; a new one there is said here too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.currencies import COINS, PER, SIGNS
from audiopress.speaking.english.amounts.scales import SCALE, find_scale
from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    is_one,
    say_amount,
    say_cardinal,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late, compile_once
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_COUNTED = {
    **UNITS,
    "m": ("meter", "meters"),
    "s": ("second", "seconds"),
    "t": ("tonne", "tonnes"),
    "p": ("penny", "pence"),
    "c": ("cent", "cents"),
    "¢": ("cent", "cents"),
    "ct": ("cent", "cents"),
}
"""What there is so much of: all units, and those that mean something else by themselves."""

_PER = {
    **PER,
    **{unit: one for unit, (one, _) in UNITS.items()},
    "m": "meter",
    "s": "second",
    "s2": "second squared",
    "s²": "second squared",
    "s^2": "second squared",
    "(s^2)": "second squared",
    "(s²)": "second squared",
    "d": "day",
    "a": "year",
    "t": "tonne",
    "mo": "month",
    "100km": "hundred kilometers",
    "100 km": "hundred kilometers",
    "100ml": "hundred milliliters",
    "100 ml": "hundred milliliters",
    "100g": "hundred grams",
    "100 g": "hundred grams",
    "capita": "capita",
}
"""Per what: one of each unit, or a hundred of some."""


def _match_one(words: dict[str, object]) -> str:
    return any_of(map(re.escape, sorted(words, key=lambda unit: (-len(unit), unit))))


_UNIT = _match_one(dict(_COUNTED))
"""Matches what there is so much of."""

_PER_UNIT = rf"\s?/\s?{_match_one(dict(_PER))}"
"""Matches what it is divided by."""

_DIVISOR = rf"(?P<unit>{_match_one(dict(_PER))})(?:[⁻−-](?P<power>[¹²³]))?"
"""Matches one unit of those that it is divided by."""

_POWERS = {"¹": "{}", "²": "square {}", "³": "cubic {}"}
"""What a negative power says of a length: "m⁻²" is per square meter."""

_POWERS_OF_OTHERS = {"¹": "{}", "²": "{} squared", "³": "{} cubed"}
"""What it says of everything else: "s⁻²" is per second squared."""

_INVERSE = rf"\s?[·⋅]?\s?{_match_one(dict(_PER))}[⁻−-][¹²³]"
"""Matches a unit with a negative power: " m⁻²"."""

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""


def _say_compound(match: re.Match[str], variety: Variety) -> str:
    number, scale = match["number"], find_scale(match["scale"])
    amount = " ".join(filter(None, (say_amount(number, british=variety.british), scale)))
    if match["first"]:
        amount = f"{say_amount(match['first'], british=variety.british)} to {amount}"
    one, many = _COUNTED[match["unit"]]
    single = (is_one(number) and not scale and not match["first"]) or match["gap"] == "-"
    if match["unit"] in ("p", "c", "¢", "ct"):
        single = number == "1"
    elif stands_before_noun(match, "a"):
        single = True
    return f"{amount} {one if single else many}{_say_divisors(match['per'])}"


def _say_divisors(text: str) -> str:
    """Return " per cubic meter", " per kilogram per day"."""
    words = ""
    for found in compile_once(_DIVISOR).finditer(text):
        one = _PER[found["unit"]]
        table = _POWERS if one.endswith("meter") else _POWERS_OF_OTHERS
        words += " per " + table[found["power"] or "¹"].format(one)
    return words


def _say_unit_alone(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "km/h", "£/MWh"; "m/m" and "h/t" are no units, so one of both needs two letters."""
    unit, per = match["unit"], match["per"].lstrip(" /")
    if unit in COINS:
        return f"{COINS[unit][1]}{_say_divisors(match['per'])}"
    sure = len(unit) > 1 or len(per) > 1 or f"{unit}/{per}" in ("m/s", "g/l", "g/L")
    number = 0 if match.string[: match.start()].endswith("per ") else 1
    return f"{_COUNTED[unit][number]}{_say_divisors(match['per'])}" if sure else None


_HIGH, _LOW = range(70, 261), range(30, 161)
"""The larger and the smaller number of a blood pressure."""

_MOST_BETWEEN = 120
"""What there is at most between the two."""

_OF_BLOOD = compile_late(
    r"\b(?:[Bb]lood|[Pp]ressures?|[Rr]eadings?|BP|[Ss]ystolic|[Dd]iastolic|mm\s?Hg)\b|[Hh]ypertens"
)
"""Matches a word near two numbers that tells of a blood pressure."""

_OF_OTHERS = compile_late(
    r"\b(?:[Tt][yi]res?|[Ss]cores?|won|lost|[Vv]otes?|[Pp]oll(?:s|ing)?|R\s?\d\d"
    r"|[Cc]ameras?|[Pp]ixels?|[Ss]creens?)\b"
)
"""Matches a word near them that tells of the size of tyres, of a game, a vote or a picture."""

_PAIR = r"\d{2,3}/\d{2,3}(?![\w/]|[.,]\d)"
"""Matches another such pair, which belongs to the same pressure."""

_PAIR_BEHIND = compile_late(rf"\s(?:to|and|or|then)\s{_PAIR}")
"""Matches the pair that a pressure went to."""

_PAIR_IN_FRONT = compile_late(rf"\b{_PAIR}\s(?:to|and|or|then)\s\Z")
"""Matches the pair that a pressure came from."""

_ALL_ROUND = compile_late(r"\A(?:\D*\d+[05](?!\d))+\D*\Z")
"""Matches two pairs that have but round numbers: "100/80 to 90/60"."""

_NEAR = 90
"""Characters on either side of a pair in which such words show."""


def _is_pressure(match: re.Match[str]) -> bool:
    """Whether two numbers are a blood pressure, as what is near them tells."""
    high, low = int(match["a"]), int(match["b"])
    if high not in _HIGH or low not in _LOW or not 0 < high - low <= _MOST_BETWEEN:
        return False
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    behind = match.string[match.end() : match.end() + _NEAR]
    if _OF_OTHERS.search(before) or _OF_OTHERS.search(behind):
        return False
    if _OF_BLOOD.search(before) or _OF_BLOOD.search(behind):
        return True
    # Without such a word the other pair tells; round numbers are of something else.
    other = _PAIR_BEHIND.match(behind) or _PAIR_IN_FRONT.search(before)
    return other is not None and not _ALL_ROUND.search(match[0] + other[0])


def _say_pressure(match: re.Match[str], variety: Variety) -> str | None:
    if not match["unit"] and not match["before"] and not _is_pressure(match):
        return None
    high, low = (say_cardinal(int(match[end]), british=variety.british) for end in ("a", "b"))
    unit = " millimeters of mercury" if match["unit"] else ""
    return f"{match['before'] or ''}{high} over {low}{unit}"


# With a number before without one.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "blood pressure",
        r"(?P<before>\bpressure (?:of |was |is |at |reading of )?)?"
        # the unit behind it, the word in front, or else what stands near
        r"(?<![\w.,/])(?P<a>\d{2,3})/(?P<b>\d{2,3})(?P<unit>\s?mm\s?Hg\b)?"
        r"(?(unit)|(?![\w/]|[.,]\d))",
        _say_pressure,
        ("at 120/80 mmHg", "at one hundred and twenty over eighty millimeters of mercury"),
        ("a blood pressure of 140/90", "a blood pressure of one hundred and forty over ninety"),
        (
            "fell from 148/95 to 90/79",
            "fell from one hundred and forty eight over ninety five to ninety over seventy nine",
        ),
        ("us:readings near 118/76", "readings near one hundred eighteen over seventy six"),
        ("the blood of 19/20 of them", "the blood of nineteen twentieths of them"),
        ("a 20/80 split", "a twenty eighty split"),
        needs="/",
    ),
    spoken_form(
        "so much per unit",
        rf"{_FREE}(?:(?P<first>{NUMBER})\s?(?:[-–—]|to)\s?)?(?P<number>{NUMBER})"
        rf"(?P<scale>{SCALE})?(?P<gap>[\s-]?)(?P<unit>{_UNIT})"
        rf"(?P<per>(?:{_PER_UNIT}){{1,3}}|(?:{_INVERSE}){{1,3}})(?![\w²³⁻/])",
        _say_compound,
        ("held 35.2µg/m3", "held thirty five point two micrograms per cubic meter"),
        ("12-15 μg/m³ of it", "twelve to fifteen micrograms per cubic meter of it"),
        ("at 92.4p/kWh", "at ninety two point four pence per kilowatt hour"),
        ("at 12 ct/kWh", "at twelve cents per kilowatt hour"),
        ("5 GB/s and 3 L/min", "five gigabytes per second and three liters per minute"),
        ("5 W/m² of sun", "five watts per square meter of sun"),
        ("120 mg/kg/day", "one hundred and twenty milligrams per kilogram per day"),
        ("9.81 m s⁻²", "nine point eight one meters per second squared"),
        ("at 6.1 l/100km", "at six point one liters per hundred kilometers"),
        ("a 100 km/h wind", "a one hundred kilometer per hour wind"),
        # no unit behind the slash
        ("5 g/x", "five g slash x"),
        needs="/⁻",
    ),
    spoken_form(
        "unit per unit alone",
        rf"(?<![\w./])(?<!\d )(?P<unit>(?!h/t){_UNIT}|{SIGNS})(?P<per>{_PER_UNIT})(?![\w²³/])",
        _say_unit_alone,
        ("30p per kW/h", "thirty pence per kilowatt per hour"),
        ("speeds in km/h", "speeds in kilometers per hour"),
        ("prices in £/MWh", "prices in pounds per megawatt hour"),
        ("a growth m/m of it", "a growth month on month of it"),
        needs="/",
    ),
)
