"""Measures: "5km", "2-5lb", "38.36 km²", "587.2/km²", and the formulas "CO2" and "H2O".

Here belongs what has a unit of `unit_table.py` behind a number. A new unit is a line of that
table; a form of its own is needed only where the unit is said unlike the others.

Meters and liters are spelled the American way in both varieties: they sound alike, and one
spelling is one segment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.electric_units import (
    ELECTRIC,
    is_current,
    is_electric,
)
from audiopress.speaking.english.amounts.measured_things import belongs_to_thing
from audiopress.speaking.english.amounts.scales import SCALE, find_scale
from audiopress.speaking.english.amounts.unit_table import UNIT, UNITS, UNITS_BEHIND_FIGURES
from audiopress.speaking.english.amounts.units_of_two import NEAR, find_unit
from audiopress.speaking.english.numbers.number_words import NUMBER, is_one, say_amount
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SMALL_WORDS = (" of ", " and ", " or ", " to ", " in ", " at ", " for ", " per ")
"""What follows a W or a V that is a unit though a space stands before it: "400 W of power"."""

_LOOK_AT = 5
"""Characters behind a unit in which a mark or one of the small words shows, the longest of five."""

_LOOK_AT_NOUN = 12
"""Characters behind a unit in which a noun shows that tells points from pints."""

_ALSO_WORDS = ("in", "ins", "st", "ac", "PB", "Mt")
"""Units that are a word or a name wherever a space stands before them: "5 in total"."""

_NUMBERED_PART = re.compile(
    r"\b(?:[Ss]ections?|[Pp]aragraphs?|[Pp]arts?|[Rr]ules?|[Tt]ables?|[Ff]igures?|[Aa]rticles?"
    r"|[Cc]lauses?|[Ii]tems?|[Gg]rades?|[Pp]ages?|[Cc]hapters?|[Ss]chedules?|[Nn]o\.?|number"
    r"|[Ff]lats?|[Rr]ooms?|[Ss]eats?|[Gg]ates?|[Rr]outes?|[Uu]nits?|[Aa]nnex|[Ll]evels?) ?\Z"
)
"""Matches what has parts with letters, up to its number."""

_LOOK_BACK = 14
"""Characters in front of the number in which such a word shows."""

_RARE = {"s": "seconds", "t": "tonnes", "kn": "knots"}
"""Units of one letter that count only where the number is told to be measured: "22.34 s"."""

_PLAIN = rf"(?P<number>{NUMBER})"
"""Matches the number itself."""

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""


def _say_measure(match: re.Match[str], variety: Variety) -> str | None:
    number, unit = match["number"], match["unit"]
    if unit == "A" and (match["scale"] or _is_part(match) or not is_current(match)):
        return None
    if unit in UNITS_BEHIND_FIGURES and match["gap"].isspace() and not _is_unit(match):
        return None
    behind = match.string[match.end() :][:_LOOK_AT_NOUN]
    if unit == "pt" and re.match(r"\s\d", behind):
        return None  # "Part 2 pt 3"
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    one, many = find_unit(unit, match["gap"], behind, around)
    scale = find_scale(match["scale"])
    words = " ".join(filter(None, (say_amount(number, british=variety.british), scale)))
    single = (is_one(number) and not scale) or match["gap"] == "-" or belongs_to_thing(match)
    return f"{words} {one if single else many}"


def _is_unit(match: re.Match[str]) -> bool:
    """Whether letters behind a space are a unit ("400 W.", "500 g flour") and no name or word.

    "45 W 25th St" is the west of a street, "section 5 g" a part of a law.
    """
    unit, rest = match["unit"], match.string[match.end() :][:_LOOK_AT]
    if unit in _ALSO_WORDS or _is_part(match):
        return False
    ends = rest in ("", ".") or rest[:1] in ",;)" or rest.startswith(_SMALL_WORDS)
    named = bool(re.match(r"\s(?:[a-z]{2}|[AD]C\b)", rest))
    if ends or not named or unit not in ELECTRIC:
        return ends or named
    return is_electric(match) or (unit != "A" and stands_before_noun(match, "the"))


def _is_part(match: re.Match[str]) -> bool:
    """Whether a number is that of a part: "section 5 g", "flat 16A"."""
    start = match.start()
    return bool(_NUMBERED_PART.search(match.string[max(0, start - _LOOK_BACK) : start]))


def _say_range(match: re.Match[str], variety: Variety) -> str | None:
    unit = match["unit"]
    if unit == "A" and not is_current(match):
        return None
    if unit in UNITS_BEHIND_FIGURES and match["gap"] and not _is_rising(match):
        return None
    first = say_amount(match["first"], british=variety.british)
    last = say_amount(match["number"], british=variety.british)
    link = "by" if match["link"].strip() in ("x", "×") else "to"
    single = match["gap"] == "-" or belongs_to_thing(match)
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    # The singular stands first in the pair, so False takes it.
    return f"{first} {link} {last} {find_unit(unit, '', '', around)[not single]}"


def _is_rising(match: re.Match[str]) -> bool:
    """Whether "100-240 V" is a range of an electric measure; "won 3-0 V" is none."""
    first, last = (float(match[name].replace(",", "")) for name in ("first", "number"))
    rising = first < last or match["link"].strip() in ("x", "×")
    return match["unit"] in ELECTRIC and rising and _is_unit(match)


def _say_rare(match: re.Match[str], variety: Variety) -> str:
    unit = _RARE[match["unit"]]
    # "a 40t lorry" is one of forty tonnes.
    single = unit == "tonnes" and stands_before_noun(match, "any")
    words = say_amount(match["number"], british=variety.british)
    return f"{words} {unit.removesuffix('s') if single else unit}"


def _say_per(match: re.Match[str], variety: Variety) -> str:
    one = UNITS[match["unit"]][0]
    return f"{say_amount(match['number'], british=variety.british)} per {one}"


def _say_behind_fraction(match: re.Match[str], _variety: Variety) -> str:
    """Say the unit of "1/2 oz." in the singular, of "2¼lb" in the plural."""
    if match["unit"]:
        return UNITS[match["unit"]][0]
    has_whole = match.string[match.start() - 2 : match.start() - 1].isdecimal()
    return f" {UNITS[match['many']][has_whole]}"


# Units that follow no plain number first, then ranges, then single measures.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "unit after a fraction",
        r"(?<=\d/\d )(?P<unit>oz|lbs?|kg|km|cm|ft|tsp|tbsp|mi|pt)\b\.?"
        r"|(?<=[½¼¾⅓⅔⅛⅜])[ -]?(?P<many>oz|lbs?|kg|km|cm|ft|in|tsp|tbsp|mi|pt)\b\.?(?!\w)",
        _say_behind_fraction,
        ("1/2 oz. of", "one half ounce of"),
        ("2¼lb of", "two and a quarter pounds of"),
        ("½ tsp of", "half teaspoon of"),
        needs="/¼½¾⅓⅔⅛⅜",
    ),
    spoken_form(
        "seconds, tonnes and knots",
        rf"{_FREE}"
        r"(?P<number>\d+\.\d+(?=\s?s\b)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=\s?t\b)"
        r"|\d+(?:\.\d+)?(?=t(?:\s(?:of|a|an|per|in|at|on|to|and|or|by|was|were|were?)\b"
        r"|[.,;)]?(?:\s|$)))|\d[\d.]*(?=\skn\b))"
        r"\s?(?P<unit>s|t|kn)\b(?!['’/.]\w)",
        _say_rare,
        ("in 22.34 s", "in twenty two point three four seconds"),
        ("3,450 t", "three thousand four hundred and fifty tonnes"),
        ("carried 65,000t a day", "carried sixty five thousand tonnes a day"),
        (
            "a load of 500t and 2.5t of it",
            "a load of five hundred tonnes and two point five tonnes of it",
        ),
        ("the 40t lorry, 1,200t.", "the forty tonne lorry, one thousand two hundred tonnes."),
        ("32.5 kn (60 km/h)", "thirty two point five knots (sixty kilometers per hour)"),
    ),
    spoken_form(
        "unit alone",
        r"(?<=[a-z] )(?<!sq )(?<!cu )"
        r"(?P<unit>lbs|kg|km|mph|cm|kWh|MW|(?:sq|cu) (?:ft|km|mi|yd|m))"
        r"\b(?!\.\w)",
        # "per" and "a" take one of it, which stands first in the pair.
        lambda match, _: UNITS[match["unit"]][
            not match.string[: match.start()].endswith(("per ", " a "))
        ],
        ("20 per sq km", "twenty per square kilometer"),
        ("50kg in lbs", "fifty kilograms in pounds"),
        # not of the units that nobody takes for a word
        ("weigh it in st", "weigh it in st"),
    ),
    spoken_form(
        "C O two",
        r"\b(?P<t>t)?CO(?:2|₂)(?P<e>e)?\b",
        "C O two",
        ("CO2 emissions", "C O two emissions"),
        needs="O",
    ),
    spoken_form("H two O", r"\bH(?:2|₂)O\b", "H two O", ("H2O", "H two O"), needs="O"),
    spoken_form(
        "minus of a measure",
        # Not of a range or a list: nothing but a blank or a bracket stands before it.
        rf"(?:(?<=[\s(])|(?<=^))(?<!\d\s)[-−–](?={NUMBER}\s?{UNIT}(?![\w²³/-]))",
        "minus ",
        ("rates fell (-25bps)", "rates fell (minus twenty five basis points)"),
        ("at -40m below", "at minus forty meters below"),
        ("from 5 -10 kg", "from five to ten kilograms"),
        needs="-−–",
    ),
    spoken_form(
        "measured range",
        rf"{_FREE}(?P<first>{NUMBER})\s?{UNIT}?"
        rf"(?P<link>\s?[-–—]\s?|\sto\s|\s?[x×]\s?){_PLAIN}"
        rf"(?P<gap>[\s-]?)(?P<unit>{UNIT})(?![\w²³/])",
        _say_range,
        ("2-5lb", "two to five pounds"),
        ("5km-10km", "five to ten kilometers"),
        (
            "plugs into 100-240 V mains",
            "plugs into one hundred to two hundred and forty volt mains",
        ),
        ("a breeze of 5-10kt", "a breeze of five to ten knots"),
    ),
    spoken_form(
        "measure",
        # "million" may stand between; no second unit behind a slash
        rf"{_FREE}{_PLAIN}(?P<scale>{SCALE})?"
        rf"(?P<gap>[\s-]?)(?P<unit>{UNIT})"
        # The unit's full stop goes where the sentence does not end with it.
        r"(?:\.(?=\s[a-z]|[,;)]))?(?![\w²³]|/\w|['’]\w)",
        _say_measure,
        (
            "the 42.195 km course, 42 km course",
            "the forty two point one nine five kilometer course, forty two kilometer course",
        ),
        (
            "a 2 l bottle, 750 ml bottle",
            "a two liter bottle, seven hundred and fifty milliliter bottle",
        ),
        (
            "70 mph winds and 60 mph speed limits",
            "seventy mile per hour winds and sixty mile per hour speed limits",
        ),
        (
            "a 3.5 kg (7.7 lb) bag",
            "a three point five kilogram (seven point seven pounds) bag",
        ),
        ("He ran 42.195 km.", "He ran forty two point one nine five kilometers."),
        ("the 10 km north of it", "the ten kilometers north of it"),
        ("the 5 km walked by pupils", "the five kilometers walked by pupils"),
        ("Another 50 MW Hornsea farm", "Another fifty megawatt Hornsea farm"),
        ("Another 15 min BBC show", "Another fifteen minute BBC show"),
        ("200g oats, 2kg potatoes", "two hundred grams oats, two kilograms potatoes"),
        ("winds of 10kt gusting 25kt", "winds of ten knots gusting twenty five knots"),
        ("The yacht made 12kt.", "The yacht made twelve knots."),
        ("the ship's bomb of 15kt", "the ship's bomb of fifteen kilotons"),
        ("a 7 nm transistor, the sea", "a seven nanometer transistor, the sea"),
        ("The yacht lay 7 nm off", "The yacht lay seven nautical miles off"),
        (
            "A virus 100 nm wide, in coastal waters",
            "A virus one hundred nanometers wide, in coastal waters",
        ),
        ("Nanoplastics of 100 nm in the sea", "Nanoplastics of one hundred nanometers in the sea"),
        ("Laser of 5 nm from the ship", "Laser of five nanometers from the ship"),
        ("torque of 9 nm in the racing engine", "torque of nine nanometers in the racing engine"),
        ("5nm ahead of its rival", "five nanometers ahead of its rival"),
        ("50 nm out of the stack", "fifty nanometers out of the stack"),
        ("a thrust of 500 kgf", "a thrust of five hundred kilograms force"),
        ("for 6 mths, a 3-mth ban", "for six months, a three month ban"),
        ("a 25bp cut", "a twenty five basis point cut"),
        ("Add 2 pt of milk", "Add two pints of milk"),
        ("a 12pt font, a 3pt lead", "a twelve point font, a three point lead"),
        ("It makes 400 W.", "It makes four hundred watts."),
        ("a 230 V, 16 A socket", "a two hundred and thirty volts, sixteen amp socket"),
        ("runs on 12 V batteries", "runs on twelve volt batteries"),
        ("flat 16A has a charger", "flat sixteen A has a charger"),
        ("got 4 A grades", "got four A grades"),
        (
            "500 g flour, 2 l milk and 3 mi away",
            "five hundred grams flour, two liters milk and three miles away",
        ),
        ("under section 5 g it", "under section five g it"),
        ("at 45 W 25th St.", "at forty five West twenty fifth Street."),
        ("60km/h", "sixty kilometers per hour"),
        ("a 5km run", "a five kilometer run"),
        ("a new 20mph limit", "a new twenty mile per hour limit"),
        ("a 12-oz. can", "a twelve ounce can"),
        ("its 50kg sacks", "its fifty kilogram sacks"),
        ("50cm of snow", "fifty centimeters of snow"),
        ("38.36 km²", "thirty eight point three six square kilometers"),
        ("100 million kg", "one hundred million kilograms"),
        # behind a space the word
        ("in 5 in total", "in five in total"),
    ),
    spoken_form(
        "measure per unit",
        rf"{_FREE}{_PLAIN}\s?/\s?(?P<unit>{UNIT})(?![\w²³])",
        _say_per,
        ("587.2/km²", "five hundred and eighty seven point two per square kilometer"),
        needs="/",
    ),
)
