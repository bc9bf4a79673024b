"""Units whose letters stand for two things: points or pints, knots or kilotons, base pairs.

No form stands here: `measures.py` asks, with the words around the unit.
"""

from __future__ import annotations

import re

from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["NEAR", "find_unit"]

_MEASURED_IN_POINTS = (
    "advantage",
    "bold",
    "cut",
    "deficit",
    "drop",
    "fall",
    "font",
    "gain",
    "gap",
    "italic",
    "lead",
    "margin",
    "plan",
    "play",
    "print",
    "rise",
    "shot",
    "swing",
    "text",
    "type",
    "win",
)
"""What is counted in points: letters, and what is led by."""

_IN_POINTS = compile_late(rf"\s{any_of(_MEASURED_IN_POINTS)}\b")
"""Matches one of them behind "pt", which is then no pint."""

_MEASURED_IN_PAIRS = (
    "deletion",
    "DNA",
    "fragment",
    "genome",
    "insert",
    "primer",
    "region",
    "RNA",
    "sequence",
)
"""What is counted in base pairs: pieces of genes."""

_MOVES = compile_late(
    r"\b(?:winds?|gust(?:s|ed|ing)?|breezes?|gales?|speeds?|airspeed|sail(?:s|ed|ing)?|boats?"
    r"|ships?|yachts?|ferr(?:y|ies)|vessels?|aircraft|planes?|helicopters?|runway|tides?|currents?"
    r"|knots?|hurricanes?|cyclones?|storms?|cruis(?:e|es|ed|ing)|climb(?:ed|ing)?|approach)\b",
    re.IGNORECASE,
)
"""Matches what moves as many knots as stand before "kt"; else they are kilotons."""

_BURSTS = compile_late(
    r"\b(?:bombs?|yields?|TNT|nuclear|blasts?|explo\w+|warheads?|weapons?|mines?|CO2|emissions?"
    r"|copper|gold|oil|gas|coal|output|production)\b",
    re.IGNORECASE,
)
"""Matches what is told in kilotons, though something moves near by."""

NEAR = 60
"""Characters on either side in which such a word tells."""

_IN_BASE_PAIRS = compile_late(rf"\s{any_of(_MEASURED_IN_PAIRS)}")
"""Matches one of them behind "bp", which is then no basis point."""


_AT_SEA = compile_late(
    r"\b(?:yachts?|ships?|vessels?|boats?|trawlers?|lifeboats?|ferr(?:y|ies)|tankers?|sail\w*"
    r"|harbou?rs?|ports?|coast\w*|islands?|offshore|nautical|waters|territorial|seas?|flights?"
    r"|aircraft|airports?|runways?|lighthouses?|fishing|headlands?|knots|rowers?|rac(?:e|ing))\b",
    re.IGNORECASE,
)
"""Matches what is told in nautical miles, near "nm"."""

_SMALL = compile_late(
    r"\b(?:transistors?|(?:micro)?chips?|process\w*|nodes?|wavelengths?|lasers?|nano\w*"
    r"|light(?!\s(?:winds?|airs?|aircraft|breezes?|vessels?))|wide|virus(?:es)?|ultraviolet"
    r"|torque|rac(?:e|ing)\sengines?"
    r"|films?|layers?|thick\w*|semi\w+|silicon|TSMC|Intel|lithograph\w*|UV|infrared|particles?"
    r"|molecul\w*|pores?|resolution|fabs?|diameter|absor\w+|emission|spectr\w+|photons?|width)\b",
    re.IGNORECASE,
)
"""Matches what is told in nanometers (or is of a motor), though the sea is near by."""

_WAY = compile_late(r"\s(?:north|south|east|west|off\b|offshore|astern)")
"""Matches a way behind "nm", which nothing small has."""


def find_unit(unit: str, gap: str, behind: str, around: str) -> tuple[str, str]:
    """Return singular and plural of a unit, which for some hang on what is near."""
    if unit == "pt" and (gap == "-" or _IN_POINTS.match(behind)):
        return "point", "point"
    if unit == "bp" and _IN_BASE_PAIRS.match(behind):
        return "base pair", "base pairs"
    if unit == "kt" and _MOVES.search(around) and not _BURSTS.search(around):
        return "knot", "knots"
    if unit == "nm" and _is_at_sea(behind, around):
        return UNITS["nmi"]
    return UNITS[unit]


def _is_at_sea(behind: str, around: str) -> bool:
    return bool(_WAY.match(behind) or _AT_SEA.search(around)) and not _SMALL.search(around)
