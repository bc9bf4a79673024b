"""Names of units beside a number: those of CLDR, and what people say instead of them."""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.amounts.quantities import UNITS
from audiopress.text.vocabulary import any_of

__all__ = ["UNIT", "name_unit"]

_MORE_UNITS = {
    "km/h": "speed-kilometer-per-hour",
    "km/u": "speed-kilometer-per-hour",
    "m/s": "speed-meter-per-second",
    "Hz": "frequency-hertz",
    "kHz": "frequency-kilohertz",
    "MHz": "frequency-megahertz",
    "GHz": "frequency-gigahertz",
    "hPa": "pressure-hectopascal",
    "TB": "digital-terabyte",
    "Ko": "digital-kilobyte",
    "Mo": "digital-megabyte",
    "Go": "digital-gigabyte",
    "To": "digital-terabyte",
    "TWh": "energy-kilowatt-hour",
    "GWh": "energy-kilowatt-hour",
    "MWh": "energy-kilowatt-hour",
    "Std": "duration-hour",
    "Min": "duration-minute",
    "Sek": "duration-second",
}
"""Units beside a number alone, by their names in CLDR."""

_NO_UNITS = frozenset("ANJ")
"""Units that beside a number alone are more often something else: "Gate 5 A"."""

_ALL = {unit: name for unit, name in (UNITS | _MORE_UNITS).items() if unit not in _NO_UNITS}
"""All units that stand beside a number."""

_MULTIPLES = {"MWh": ("kilo", "mega"), "GWh": ("kilo", "giga"), "TWh": ("kilo", "tera")}
"""What is put in place of what in the name of the kilowatt hour: CLDR has no larger one."""

_OWN_NAMES = {
    "de": {"h": "Stunde/Stunden"},
    "fr": {"km/h": "kilomètre heure/kilomètres heure"},
    "es": {"kg": "kilo/kilos", "GB": "giga/gigas", "MB": "mega/megas"},
    "it": {"kg": "chilo/chili", "t": "tonnellata/tonnellate"},
    "pt": {"kg": "quilo/quilos", "t": "tonelada/toneladas"},
    "nl": {"h": "uur/uur", "t": "ton/ton", "s": "seconde/seconden"},
}
"""What is said more often than the name in CLDR, for one and for more."""

_WRITTEN = any_of(map(re.escape, sorted(_ALL, key=lambda unit: (-len(unit), unit))))
"""Matches a unit, the longest first."""

UNIT = rf"(?:{_WRITTEN}(?:(?<=Std)\.|(?<=[Mm]in)\.|(?<=Sek)\.)?)"
"""Matches a unit with the stop of those that are short forms."""


@cache
def name_unit(unit: str, language: str, *, one: bool) -> str:
    """Return "kilomètres" for "km": what is said behind a number, without the number."""
    own = _OWN_NAMES[language].get(unit)
    if own:
        return own.partition("/")[0 if one else 2]
    from babel.units import format_unit  # noqa: PLC0415 - few texts need it

    said = format_unit(1 if one else 2, _ALL[unit], "long", locale=language)
    name = re.sub(r"^\d+\s*", "", said)
    small, large = _MULTIPLES.get(unit, ("", ""))
    return _enlarge(name, small, large) if small else name


def _enlarge(name: str, small: str, large: str) -> str:
    """Return the megawatt hour for the kilowatt hour."""
    said = re.sub(rf"^(?:{small}|quilo|chilo)", large, name, flags=re.IGNORECASE)
    return said.capitalize() if name[0].isupper() else said
