# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Measures, temperatures, percentages, and what "m" means.

Meters and liters are spelled the American way in both varieties: they sound alike, and one
spelling is one segment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.money import SCALE, scale_word
from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    is_one,
    say_amount,
    say_cardinal,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.speaking.english.symbols.signs import POINTS

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_METRE = {"k": "kilo", "c": "centi", "m": "milli", "": "", "µ": "micro", "μ": "micro", "n": "nano"}
# what is written, and the singular and plural that are said
_UNITS: dict[str, tuple[str, str]] = {
    "kg": ("kilogram", "kilograms"), "kgs": ("kilogram", "kilograms"), "KG": ("kilogram", "kilograms"),
    "g": ("gram", "grams"), "mg": ("milligram", "milligrams"), "µg": ("microgram", "micrograms"),
    "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "oz": ("ounce", "ounces"),
    "fl oz": ("fluid ounce", "fluid ounces"),
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "ins": ("inch", "inches"),
    "yd": ("yard", "yards"), "yds": ("yard", "yards"), "mi": ("mile", "miles"),
    "nm": ("nanometer", "nanometers"), "st": ("stone", "stone"),
    "sqft": ("square foot", "square feet"), "sqm": ("square meter", "square meters"),
    "ft2": ("square foot", "square feet"), "ft²": ("square foot", "square feet"),
    "ha": ("hectare", "hectares"), "hectare": ("hectare", "hectares"), "ac": ("acre", "acres"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour", "kilometers per hour"),
    "kmh": ("kilometer per hour", "kilometers per hour"),
    "km/h": ("kilometer per hour", "kilometers per hour"),
    "mi/h": ("mile per hour", "miles per hour"),
    "m/s": ("meter per second", "meters per second"), "ft/s": ("foot per second", "feet per second"),
    "g/km": ("gram per kilometer", "grams per kilometer"),
    "g/cm3": ("gram per cc", "grams per cc"),
    "mg/l": ("milligram per liter", "milligrams per liter"),
    "mpg": ("mile per gallon", "miles per gallon"), "rpm": ("R P M", "R P M"), "bpm": ("B P M", "B P M"),
    "W": ("watt", "watts"), "kW": ("kilowatt", "kilowatts"), "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"), "TW": ("terawatt", "terawatts"),
    "Wh": ("watt hour", "watt hours"), "kWh": ("kilowatt hour", "kilowatt hours"),
    "MWh": ("megawatt hour", "megawatt hours"), "GWh": ("gigawatt hour", "gigawatt hours"),
    "TWh": ("terawatt hour", "terawatt hours"), "mAh": ("milliamp hour", "milliamp hours"),
    "V": ("volt", "volts"), "kV": ("kilovolt", "kilovolts"), "hp": ("horsepower", "horsepower"),
    "bhp": ("brake horsepower", "brake horsepower"), "Nm": ("newton meter", "newton meters"),
    "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"), "THz": ("terahertz", "terahertz"),
    "KB": ("kilobyte", "kilobytes"), "kB": ("kilobyte", "kilobytes"), "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"), "TB": ("terabyte", "terabytes"), "PB": ("petabyte", "petabytes"),
    "Mbps": ("megabit per second", "megabits per second"), "Gbps": ("gigabit per second", "gigabits per second"),
    "kbps": ("kilobit per second", "kilobits per second"), "MB/s": ("megabyte per second", "megabytes per second"),
    "MP": ("megapixel", "megapixels"), "dB": ("decibel", "decibels"), "kcal": ("kilocalorie", "kilocalories"),
    "kJ": ("kilojoule", "kilojoules"), "kPa": ("kilopascal", "kilopascals"), "hPa": ("hectopascal", "hectopascals"),
    "mb": ("millibar", "millibars"), "cc": ("C C", "C C"), "ppm": ("part per million", "parts per million"),
    "l": ("liter", "liters"), "L": ("liter", "liters"), "ml": ("milliliter", "milliliters"),
    "mL": ("milliliter", "milliliters"), "cl": ("centiliter", "centiliters"), "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "tbsp": ("tablespoon", "tablespoons"), "tbsps": ("tablespoon", "tablespoons"), "tbs": ("tablespoon", "tablespoons"),
    "Tbsp": ("tablespoon", "tablespoons"), "Tsp": ("teaspoon", "teaspoons"), "TBSP": ("tablespoon", "tablespoons"),
    "tsp": ("teaspoon", "teaspoons"), "tsps": ("teaspoon", "teaspoons"),
    "Gb": ("gigabit", "gigabits"), "Gbit/s": ("gigabit per second", "gigabits per second"),
    "Mb/s": ("megabit per second", "megabits per second"), "Gb/s": ("gigabit per second", "gigabits per second"),
    "kg/m²": ("kilogram per square meter", "kilograms per square meter"),
    "kg/m2": ("kilogram per square meter", "kilograms per square meter"),
    "m/s²": ("meter per second squared", "meters per second squared"),
    "mg/dL": ("milligram per deciliter", "milligrams per deciliter"), "L/min": ("liter per minute", "liters per minute"),
    "ng/mL": ("nanogram per milliliter", "nanograms per milliliter"), "mg/kg": ("milligram per kilogram", "milligrams per kilogram"),
    "gal": ("gallon", "gallons"), "pt": ("pint", "pints"), "bbl": ("barrel", "barrels"),
    "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "h": ("hour", "hours"),
    "min": ("minute", "minutes"), "mins": ("minute", "minutes"), "sec": ("second", "seconds"),
    "secs": ("second", "seconds"), "ms": ("millisecond", "milliseconds"),
    "yr": ("year", "years"), "yrs": ("year", "years"), "wk": ("week", "weeks"), "wks": ("week", "weeks"), "bpd": ("barrel per day", "barrels per day"), "l/100km": ("liter per hundred kilometers", "liters per hundred kilometers"), "mos": ("month", "months"),
    "pts": ("point", "points"), "bps": ("basis point", "basis points"), "bp": ("basis point", "basis points"), "pp": ("percentage point", "percentage points"),
    "tCO2": ("tonne of C O two", "tonnes of C O two"), "kt": ("kiloton", "kilotons"), "kts": ("knot", "knots"),
}  # fmt: skip
_POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
for _letter, _prefix in _METRE.items():
    if _letter not in ("", "n"):
        _UNITS[f"{_letter}m"] = (f"{_prefix}meter", f"{_prefix}meters")
    for _power, _word in _POWERS.items():
        _UNITS[f"{_letter}m{_power}"] = (f"{_word}{_prefix}meter", f"{_word}{_prefix}meters")
for _short, _word in (("sq", "square"), ("cu", "cubic")):
    for _base in ("ft", "km", "mi", "yd", "yds", "in", "cm"):
        _UNITS[f"{_short} {_base}"] = (f"{_word} {_UNITS[_base][0]}", f"{_word} {_UNITS[_base][1]}")
    _UNITS[f"{_short} m"] = (f"{_word} meter", f"{_word} meters")
_UNITS["KM"] = _UNITS["km"]
_ANY = "|".join(sorted(map(re.escape, _UNITS), key=lambda unit: (-len(unit), unit)))
# units that are also words or letters count only directly behind a figure
_GLUED = {"in", "st", "h", "l", "L", "V", "W", "g", "MP", "ms", "pp", "ac", "mi", "hp", "ins", "gal", "kt", "nm", "PB"}  # fmt: skip
_SMALL_WORDS = (" of ", " and ", " or ", " to ", " in ", " at ", " for ", " per ")
_RARE = {"s": "seconds", "t": "tonnes", "kn": "knots"}
_PLAIN = rf"(?P<number>{NUMBER})"
_POINTED = re.compile(
    r"\s(?:font|type|text|print|bold|italic|lead|deficit|gap|margin|advantage|swing|rise|fall|drop|gain|win|cut|play|shot|plan)\b"
)
"""What is counted in points: letters, and what is led by."""
_OF_GENES = re.compile(r"\s(?:DNA|RNA|fragment|sequence|deletion|insert|region|primer|genome)")
_FREE = r"(?<![\w.,/$£€])"


def _measure(match: re.Match[str], variety: Variety) -> str | None:
    number, unit = match["number"], match["unit"]
    rest = match.string[match.end() :][:5]
    power = unit in ("W", "V") and (
        rest in ("", ".") or rest[:1] in ",;)" or rest.startswith(_SMALL_WORDS)
    )
    if unit in _GLUED and match["gap"].isspace() and not power:
        return None
    behind = match.string[match.end() :][:12]
    one, many = _UNITS[unit]
    if unit == "pt" and re.match(r"\s\d", behind):
        return None  # "Part 2 pt 3"
    if unit == "pt" and (match["gap"] == "-" or _POINTED.match(behind)):
        one = many = "point"
    if unit == "bp" and _OF_GENES.match(behind):
        one, many = "base pair", "base pairs"
    scale = scale_word(match["scale"])
    said = " ".join(filter(None, (say_amount(number, british=variety.british), scale)))
    single = (
        (is_one(number) and not scale)
        or match["gap"] == "-"
        or stands_before_noun(match, "a" if match["gap"] else "any")
    )
    return f"{said} {one if single else many}"


def _range(match: re.Match[str], variety: Variety) -> str | None:
    unit = match["unit"]
    if unit in _GLUED and match["gap"]:
        return None
    first = say_amount(match["first"], british=variety.british)
    last = say_amount(match["number"], british=variety.british)
    link = "by" if match["link"].strip() in ("x", "×") else "to"
    single = match["gap"] == "-" or stands_before_noun(match, "a" if match["gap"] else "any")
    return f"{first} {link} {last} {_UNITS[unit][not single]}"


def _first(match: re.Match[str], variety: Variety) -> str:
    if not match["first"]:
        return ""
    link = "by" if match["link"] in ("x", "×") else "to"
    return f"{say_amount(match['first'], british=variety.british)} {link}"


def _per(match: re.Match[str], variety: Variety) -> str:
    one = _UNITS[match["unit"]][0]
    return f"{say_amount(match['number'], british=variety.british)} per {one}"


def _percent(match: re.Match[str], variety: Variety) -> str:
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    sign = {"-": "minus ", "−": "minus ", "+": "plus ", None: ""}[match["sign"]]
    return f"{sign}{first}{say_amount(match['number'], british=variety.british)} percent"


def _degrees(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    minus = "minus " if match["minus"] else ""
    scale = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}.get(match["scale"] or "", "")
    degree = "degree" if is_one(number) else "degrees"
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    return f"{minus}{first}{say_amount(number, british=variety.british)} {degree}{scale}"


def _feet(match: re.Match[str], _variety: Variety) -> str:
    feet, inches = match["feet"], match["inches"] or match["inches2"]
    if match["word"] in ("'", "’", "′") and not inches:
        return f"{say_cardinal(int(feet))} {'foot' if feet == '1' else 'feet'}"
    last = f" {say_amount(inches)}" if inches else ""
    single = inches == "1" or stands_before_noun(match, "any")
    unit = f" {'inch' if single else 'inches'}" if inches and match["mark"] == "in" else ""
    return f"{say_cardinal(int(feet))} foot{last}{unit}"


def _stopped(match: re.Match[str], variety: Variety) -> str:
    one, many = _UNITS[match["unit"]]
    single = is_one(match["number"]) or match["gap"] == "-" or stands_before_noun(match, "a")
    ends = "" if match.string[match.end() :].strip() else "."
    return f"{say_amount(match['number'], british=variety.british)} {one if single else many}{ends}"


def _inches(match: re.Match[str], _variety: Variety) -> str | None:
    """Say inches, unless the mark closes a quotation."""
    if match[0].endswith('"') and match.string[: match.start()].count('"') % 2:
        return None
    return f"{say_amount(match['number'])} {'inch' if match['number'] == '1' else 'inches'}"


def _place(match: re.Match[str], variety: Variety) -> str:
    """Say latitudes and longitudes: "51.5N, 0.1W"."""
    said = [
        f"{say_amount(number, british=variety.british)} {'degree' if is_one(number) else 'degrees'} "
        f"{POINTS[letter]}"
        for number, letter in re.findall(r"([\d.]+)([NSEW])", match[0])
    ]
    return (match["link"] or "").join(said)


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "latitude and longitude",
        rf"{_FREE}\d{{1,2}}(?:\.\d{{1,5}})?[NS](?P<link>[,;/]?\s?(?:and\s|by\s)?)[01]?\d{{1,2}}(?:\.\d{{1,5}})?[EW]\b(?!['’/-]\w)",
        _place,
        ("at 51.5N, 0.1W", "at fifty one point five degrees north, zero point one degrees west"),
        ("18N 66W", "eighteen degrees north sixty six degrees west"),
    ),
    spoken_form(
        "latitude",
        r"(?<!force of )(?:(?:(?<=\b(?:at|of|to)\s)(?=\d\d)|(?<=\b(?:near|from)\s)|(?<=\b(?:above|below)\s)|(?<=\blatitude\s))\d{1,3}\.\d{1,5}[NSE]|(?<=\blongitude\s)\d{1,3}\.\d{1,5}[EW])\b(?P<link>)(?!['’/-]\w)",
        _place,
        ("north of 51.5N", "north of fifty one point five degrees north"),
        ("longitude 66.5W", "longitude sixty six point five degrees west"),
    ),
    spoken_form(
        "unit with a full stop",
        rf"{_FREE}(?P<number>{NUMBER})(?P<gap>[ -])(?P<unit>in|mi|gal|ft)\.(?=\s(?:[a-z]|[NSEW]{1, 3}\b)|[,;)]|\s?$)(?!\sin\b)",
        _stopped,
        ("2 in. of rain", "two inches of rain"),
        ("a 9-in. nail", "a nine inch nail"),
        ("15 mi. south", "fifteen miles south"),
        ("It is 1,333 ft. deep.", "It is one thousand three hundred and thirty three feet deep."),
    ),
    spoken_form(
        "percent",
        rf"(?:(?<![\w.,)])(?P<sign>[-−+]))?(?<![\w.,])(?:(?P<first>{NUMBER})\s?%?\s?[-–—]\s?)?(?P<number>{NUMBER})\s?(?:%|(?:pc|pct)\b)",
        _percent,
        ("up 2.5%", "up two point five percent"),
        ("10-15% more", "ten to fifteen percent more"),
        ("a 3pc rise", "a three percent rise"),
    ),
    spoken_form(
        "temperature",
        rf"(?:(?<![\w.,])(?P<minus>[-−–]))?(?<![\w.,])(?:(?P<first>{NUMBER})\s?(?:°\s?[CF]?)?\s?[-–]\s?)?(?P<number>{NUMBER})\s?[°º˚](?:\s?(?P<scale>[CFK])\b)?",
        _degrees,
        ("21°C", "twenty one degrees Celsius"),
        ("1°C", "one degree Celsius"),
        ("a 45° angle", "a forty five degrees angle"),
    ),
    spoken_form(
        "temperature without a sign",
        r"(?<![\w.,/])(?P<minus>[-−–])?(?<![\w.,])(?:(?P<first>\d{1,3}(?:\.\d)?)[CF]?\s?[-–]\s?)?(?P<number>\d{1,3}(?:\.\d)?)(?P<scale>[CF])\b(?![-/+])",
        _degrees,
        ("-5C overnight", "minus five degrees Celsius overnight"),
        ("20-25C", "twenty to twenty five degrees Celsius"),
        ("75F", "seventy five degrees Fahrenheit"),
    ),
    spoken_form(
        "feet and inches",
        r"(?<![\w.])(?P<feet>\d{1,2})\s?(?P<word>ft|['’′])\s?(?:(?P<inches>\d{1,2}(?:\.\d)?)\s?(?P<mark>in|[\"”″]|'')|(?<=\b[4-7]['’′])(?P<inches2>\d|1[01])(?P<bare>)(?![\d'’/]))(?!\w)",
        _feet,
        ("5ft 10in", "five foot ten inches"),
        ("5'10\"", "five foot ten"),
        ("a 5ft 4in frame", "a five foot four inch frame"),
        ("He is 6'2.", "He is six foot two."),
    ),
    spoken_form(
        "inches with a space",
        rf"{_FREE}(?:(?P<first>{NUMBER})\s?(?P<link>[-–x×]|to)\s?)?{_PLAIN}\s(?P<unit>in)(?=\s*(?:[;)×]|\.\s*$|$)|\s\(\d|\sx\s\d)",
        lambda match, variety: " ".join(
            filter(
                None,
                (
                    _first(match, variety),
                    say_amount(match["number"], british=variety.british),
                    "inch" if is_one(match["number"]) else "inches",
                ),
            )
        ),
        ("6.5 in (165 mm)", "six point five inches (one hundred and sixty five millimeters)"),
        ("4 x 6 in", "four by six inches"),
    ),
    spoken_form(
        "inches",
        r"(?<![\w.\"“])(?P<number>\d{1,3}(?:\.\d)?)[\"″](?=\s[a-z]|$|[,.;)](?:\s|$))(?!\s*[\"”])",
        _inches,
        ('16" alloy wheels', "sixteen inches alloy wheels"),
        ('a 12" and a 7″ single', "a twelve inches and a seven inches single"),
    ),
    spoken_form(
        "unit after a fraction",
        r"(?<=\d/\d )(?P<unit>oz|lbs?|kg|km|cm|ft|tsp|tbsp|mi|pt)\b\.?|(?<=[½¼¾⅓⅔⅛⅜])[ -]?(?P<many>oz|lbs?|kg|km|cm|ft|in|tsp|tbsp|mi|pt)\b\.?(?!\w)",
        lambda match, _: (
            _UNITS[match["unit"]][0]
            if match["unit"]
            else f" {_UNITS[match['many']][match.string[match.start() - 2 : match.start() - 1].isdecimal()]}"
        ),
        ("1/2 oz. of", "one half ounce of"),
        ("2¼lb of", "two and a quarter pounds of"),
        ("½ tsp of", "half teaspoon of"),
    ),
    spoken_form(
        "seconds, tonnes and knots",
        rf"{_FREE}(?P<number>\d+\.\d+(?=\s?s\b)|\d{{1,3}}(?:,\d{{3}})+(?=\st\b)|\d[\d.]*(?=\skn\b))\s?(?P<unit>s|t|kn)\b(?!['’/.]\w)",
        lambda match, variety: (
            f"{say_amount(match['number'], british=variety.british)} {_RARE[match['unit']]}"
        ),
        ("in 22.34 s", "in twenty two point three four seconds"),
        ("3,450 t", "three thousand four hundred and fifty tonnes"),
        ("32.5 kn (60 km/h)", "thirty two point five knots (sixty kilometers per hour)"),
    ),
    spoken_form(
        "unit alone",
        r"(?<=[a-z] )(?<!sq )(?<!cu )(?P<unit>lbs|kg|km|mph|cm|kWh|MW|(?:sq|cu) (?:ft|km|mi|yd|m))\b(?!\.\w)",
        lambda match, _: _UNITS[match["unit"]][
            not match.string[: match.start()].endswith(("per ", " a "))
        ],
        ("20 per sq km", "twenty per square kilometer"),
        ("50kg in lbs", "fifty kilograms in pounds"),
    ),
    spoken_form(
        "C O two",
        r"\b(?P<t>t)?CO(?:2|₂)(?P<e>e)?\b",
        "C O two",
        ("CO2 emissions", "C O two emissions"),
    ),
    spoken_form("H two O", r"\bH(?:2|₂)O\b", "H two O", ("H2O", "H two O")),
    spoken_form(
        "measured range",
        rf"{_FREE}(?P<first>{NUMBER})\s?(?:{_ANY})?(?P<link>\s?[-–—]\s?|\sto\s|\s?[x×]\s?){_PLAIN}(?P<gap>[\s-]?)(?P<unit>{_ANY})(?![\w²³/])",
        _range,
        ("2-5lb", "two to five pounds"),
        ("5km-10km", "five to ten kilometers"),
    ),
    spoken_form(
        "measure",
        rf"{_FREE}{_PLAIN}(?P<scale>{SCALE})?(?P<gap>[\s-]?)(?P<unit>{_ANY})(?:\.(?=\s[a-z]|[,;)]))?(?![\w²³]|/\w|['’]\w)",
        _measure,
        ("a 25bp cut", "a twenty five basis point cut"),
        ("Add 2 pt of milk", "Add two pints of milk"),
        ("a 12pt font, a 3pt lead", "a twelve point font, a three point lead"),
        ("It makes 400 W.", "It makes four hundred watts."),
        ("at 45 W 25th St.", "at forty five West twenty fifth Street."),
        ("60km/h", "sixty kilometers per hour"),
        ("a 5km run", "a five kilometer run"),
        ("a new 20mph limit", "a new twenty mile per hour limit"),
        ("a 12-oz. can", "a twelve ounce can"),
        ("its 50kg sacks", "its fifty kilogram sacks"),
        ("50cm of snow", "fifty centimeters of snow"),
        ("38.36 km²", "thirty eight point three six square kilometers"),
        ("100 million kg", "one hundred million kilograms"),
    ),
    spoken_form(
        "measure per unit",
        rf"{_FREE}{_PLAIN}\s?/\s?(?P<unit>{_ANY})(?![\w²³])",
        _per,
        ("587.2/km²", "five hundred and eighty seven point two per square kilometer"),
    ),
)
