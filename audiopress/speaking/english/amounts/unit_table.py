"""The units that stand behind a number, as a table: what is written, and what is said for it.

To add a unit, add a line (or another spelling to one); `measures.py` says it in all its forms:
"5km", "2-5lb", "a 5km run". Where the letters are a word too ("in", "h"), add them to
``UNITS_BEHIND_FIGURES`` as well.

Meters and liters are spelled the American way in both varieties: they sound alike, and one
spelling is one segment.
"""

from __future__ import annotations

import re

from audiopress.text.vocabulary import any_of

__all__ = ["UNIT", "UNITS", "UNITS_BEHIND_FIGURES"]

_TABLE = (
    # as it is written, parted by commas: said of one, said of many
    # weight
    ("kg, kgs, KG", "kilogram", "kilograms"),
    ("g", "gram", "grams"),
    ("mg", "milligram", "milligrams"),
    ("µg, μg, mcg", "microgram", "micrograms"),
    ("ng", "nanogram", "nanograms"),
    ("Mt", "megatonne", "megatonnes"),
    ("Gt", "gigatonne", "gigatonnes"),
    ("MtCO2, MtCO2e, MtCO2-eq", "megatonne of C O two", "megatonnes of C O two"),
    ("GtCO2, GtCO2e, GtCO2-eq", "gigatonne of C O two", "gigatonnes of C O two"),
    ("lb, lbs", "pound", "pounds"),
    ("oz", "ounce", "ounces"),
    ("kgf", "kilogram force", "kilograms force"),
    ("lbf", "pound force", "pounds force"),
    ("lb ft, lb-ft, lbft", "pound foot", "pound feet"),
    ("st", "stone", "stone"),
    ("kt", "kiloton", "kilotons"),
    # length and area; meters of all sizes are put together below
    ("ft", "foot", "feet"),
    ("in, ins", "inch", "inches"),
    ("yd, yds", "yard", "yards"),
    ("mi", "mile", "miles"),
    ("nm", "nanometer", "nanometers"),
    ("nmi", "nautical mile", "nautical miles"),
    ("ly", "light year", "light years"),
    ("dm", "decimeter", "decimeters"),
    ("sqft, ft2, ft²", "square foot", "square feet"),
    ("sqm", "square meter", "square meters"),
    ("ha, hectare", "hectare", "hectares"),
    ("ac", "acre", "acres"),
    # volume
    ("l, L", "liter", "liters"),
    ("ml, mL", "milliliter", "milliliters"),
    ("cl", "centiliter", "centiliters"),
    ("dl, dL", "deciliter", "deciliters"),
    ("hl, hL", "hectoliter", "hectoliters"),
    ("µl, μl, µL, μL", "microliter", "microliters"),
    ("qt", "quart", "quarts"),
    ("cc", "C C", "C C"),
    ("fl oz", "fluid ounce", "fluid ounces"),
    ("pt", "pint", "pints"),
    ("gal", "gallon", "gallons"),
    ("bbl", "barrel", "barrels"),
    ("bpd", "barrel per day", "barrels per day"),
    ("tbsp, tbsps, tbs, Tbsp, TBSP", "tablespoon", "tablespoons"),
    ("tsp, tsps, Tsp", "teaspoon", "teaspoons"),
    # time
    ("ms", "millisecond", "milliseconds"),
    ("µs, μs", "microsecond", "microseconds"),
    ("ns", "nanosecond", "nanoseconds"),
    ("sec, secs", "second", "seconds"),
    ("min, mins", "minute", "minutes"),
    ("h, hr, hrs", "hour", "hours"),
    ("wk, wks", "week", "weeks"),
    ("mos, mth, mths", "month", "months"),
    ("yr, yrs", "year", "years"),
    # speed, and what it costs
    ("mph, mi/h", "mile per hour", "miles per hour"),
    ("kph, kmh, km/h", "kilometer per hour", "kilometers per hour"),
    ("m/s", "meter per second", "meters per second"),
    ("m/s²", "meter per second squared", "meters per second squared"),
    ("ft/s", "foot per second", "feet per second"),
    ("kts", "knot", "knots"),
    ("mpg", "mile per gallon", "miles per gallon"),
    ("l/100km", "liter per hundred kilometers", "liters per hundred kilometers"),
    ("g/km", "gram per kilometer", "grams per kilometer"),
    ("rpm", "R P M", "R P M"),
    ("bpm", "B P M", "B P M"),
    # power and energy
    ("W", "watt", "watts"),
    ("kW", "kilowatt", "kilowatts"),
    ("MW", "megawatt", "megawatts"),
    ("GW", "gigawatt", "gigawatts"),
    ("TW", "terawatt", "terawatts"),
    ("Wh", "watt hour", "watt hours"),
    ("kWh", "kilowatt hour", "kilowatt hours"),
    ("MWh", "megawatt hour", "megawatt hours"),
    ("GWh", "gigawatt hour", "gigawatt hours"),
    ("TWh", "terawatt hour", "terawatt hours"),
    ("mAh", "milliamp hour", "milliamp hours"),
    ("V", "volt", "volts"),
    ("kV", "kilovolt", "kilovolts"),
    ("hp", "horsepower", "horsepower"),
    ("bhp", "brake horsepower", "brake horsepower"),
    ("Nm", "newton meter", "newton meters"),
    ("kN", "kilonewton", "kilonewtons"),
    ("kVA", "kilovolt ampere", "kilovolt amperes"),
    ("mV", "millivolt", "millivolts"),
    ("mA", "milliampere", "milliamperes"),
    ("µA, μA", "microampere", "microamperes"),
    ("A", "amp", "amps"),
    ("mW", "milliwatt", "milliwatts"),
    ("Ah", "amp hour", "amp hours"),
    ("Ω", "ohm", "ohms"),
    ("kΩ", "kilohm", "kilohms"),
    ("MJ", "megajoule", "megajoules"),
    ("GJ", "gigajoule", "gigajoules"),
    ("eV", "electronvolt", "electronvolts"),
    ("keV", "kiloelectronvolt", "kiloelectronvolts"),
    ("MeV", "megaelectronvolt", "megaelectronvolts"),
    ("GeV", "gigaelectronvolt", "gigaelectronvolts"),
    ("TeV", "teraelectronvolt", "teraelectronvolts"),
    ("kJ", "kilojoule", "kilojoules"),
    ("kcal", "kilocalorie", "kilocalories"),
    # pressure and sound
    ("kPa", "kilopascal", "kilopascals"),
    ("hPa", "hectopascal", "hectopascals"),
    ("mb", "millibar", "millibars"),
    ("mmHg", "millimeter of mercury", "millimeters of mercury"),
    ("dB", "decibel", "decibels"),
    ("Hz", "hertz", "hertz"),
    ("kHz", "kilohertz", "kilohertz"),
    ("MHz", "megahertz", "megahertz"),
    ("GHz", "gigahertz", "gigahertz"),
    ("THz", "terahertz", "terahertz"),
    # computers and pictures
    ("KB, kB", "kilobyte", "kilobytes"),
    ("MB", "megabyte", "megabytes"),
    ("GB", "gigabyte", "gigabytes"),
    ("TB", "terabyte", "terabytes"),
    ("PB", "petabyte", "petabytes"),
    ("Gb", "gigabit", "gigabits"),
    ("kbps", "kilobit per second", "kilobits per second"),
    ("Mbps, Mb/s", "megabit per second", "megabits per second"),
    ("Gbps, Gbit/s, Gb/s", "gigabit per second", "gigabits per second"),
    ("MB/s", "megabyte per second", "megabytes per second"),
    ("MP", "megapixel", "megapixels"),
    # in another measure: medicine, chemistry
    ("ppm", "part per million", "parts per million"),
    ("ppb", "part per billion", "parts per billion"),
    ("mol", "mole", "moles"),
    ("mmol", "millimole", "millimoles"),
    ("µmol, μmol", "micromole", "micromoles"),
    ("IU", "international unit", "international units"),
    ("mSv", "millisievert", "millisieverts"),
    ("µSv, μSv", "microsievert", "microsieverts"),
    ("Bq", "becquerel", "becquerels"),
    ("kBq", "kilobecquerel", "kilobecquerels"),
    ("g/cm3", "gram per cc", "grams per cc"),
    ("kg/m², kg/m2", "kilogram per square meter", "kilograms per square meter"),
    ("mg/l", "milligram per liter", "milligrams per liter"),
    ("mg/dL", "milligram per deciliter", "milligrams per deciliter"),
    ("mg/kg", "milligram per kilogram", "milligrams per kilogram"),
    ("ng/mL", "nanogram per milliliter", "nanograms per milliliter"),
    ("L/min", "liter per minute", "liters per minute"),
    ("tCO2, tCO2e, tCO2-eq", "tonne of C O two", "tonnes of C O two"),
    # points; those of a font and base pairs of genes are told in `measures.py`
    ("pts", "point", "points"),
    ("bp, bps", "basis point", "basis points"),
    ("pp, ppt, ppts", "percentage point", "percentage points"),
)

_SIZES = {
    "k": "kilo",
    "c": "centi",
    "m": "milli",
    "": "",
    "µ": "micro",  # the micro sign
    "μ": "micro",  # the Greek letter, which looks the same
    "n": "nano",
}
"""What may stand in front of meters that are squared or cubed, and in front of most others."""

_POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
"""What stands behind a meter for an area or a volume: "38 km²"."""

_AREAS = {"sq": "square", "cu": "cubic"}
"""What stands in front of a unit for an area or a volume: "40 sq km"."""

_UNITS_OF_AREAS = ("ft", "km", "mi", "yd", "yds", "in", "cm")
"""Units that are squared and cubed with "sq" and "cu", besides the meter."""

_NO_UNITS_ALONE = ("", "n")
"""Sizes of meters that are no unit here: "5m" may be millions, and "nm" is in the table."""


def _list_units() -> dict[str, tuple[str, str]]:
    """Return all units, as they are written, with their singular and plural."""
    units = {written: (one, many) for column, one, many in _TABLE for written in column.split(", ")}
    for letter, size in _SIZES.items():
        if letter not in _NO_UNITS_ALONE:
            units[f"{letter}m"] = (f"{size}meter", f"{size}meters")
        for power, word in _POWERS.items():
            units[f"{letter}m{power}"] = (f"{word}{size}meter", f"{word}{size}meters")
    # The meter is not among the units of the table, since "5m" may be millions.
    for short, word in _AREAS.items():
        for base in _UNITS_OF_AREAS:
            one, many = units[base]
            units[f"{short} {base}"] = (f"{word} {one}", f"{word} {many}")
        units[f"{short} m"] = (f"{word} meter", f"{word} meters")
    units["KM"] = units["km"]
    return units


UNITS = _list_units()
"""What is said for a unit, of one and of many, by what is written."""

UNIT = any_of(sorted(map(re.escape, UNITS), key=lambda unit: (-len(unit), unit)))
"""Matches a unit; the longest first, so that "km/h" is not "km"."""

UNITS_BEHIND_FIGURES = frozenset(
    (
        "A",
        "ac",
        "g",
        "gal",
        "h",
        "hp",
        "in",
        "ins",
        "kt",
        "L",
        "l",
        "mi",
        "MP",
        "ms",
        "Mt",
        "nm",
        "qt",
        "PB",
        "pp",
        "st",
        "V",
        "W",
    )
)
"""Units that are also words, letters or names: they count only directly behind a figure.

"5in" is a measure, "5 in" mostly is not.
"""
