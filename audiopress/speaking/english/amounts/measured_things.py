"""Whether a measure tells of the thing behind it: "42 km course", "2 l bottle", "60 mph winds".

Headlines and lists leave the article out, by which `before_noun.py` knows a noun. What is sold by
weight stays a plural ("200g oats", "5 kg less"), so that a thing has to be one that has a size. No
form stands here: those of measures ask.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.electric_units import ELECTRIC, is_before_thing
from audiopress.speaking.english.amounts.words_beside_amounts import (
    NO_NOUNS,
    NO_PLURALS,
    PARTICIPLES,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from re import Match

__all__ = ["belongs_to_thing", "is_before_sized_thing"]

_WAYS = (
    "canals?", "circuits?", "commutes?", "courses?", "cycle", "descents?", "detours?", "dives?",
    "diversions?", "drives?", "freestyle", "hikes?", "hops?", "hurdles", "journeys?", "laps?",
    "loops?", "marathons?", "paths?", "pipelines?", "queues?", "races?", "radius", "railways?",
    "rides?", "roads?", "round trips?", "routes?", "runs?", "stages?", "stretch(?:es)?", "strips?",
    "swims?", "tailbacks?", "time trials?", "tracks?", "trails?", "treks?", "trips?", "tunnels?",
    "walks?", "zones?",
)  # fmt: skip
"""What is so far along."""

_SIZED = (
    "antennas?", "beams?", "boards?", "bridges?", "buffers?", "cables?", "caves?", "cliffs?",
    "columns?", "corridors?", "craters?", "dams?", "ditch(?:es)?", "drops?", "exclusion", "fall",
    "fences?", "gaps?", "guns?", "hedges?", "holes?", "lens(?:es)?", "masts?", "mountains?",
    "pillars?", "platforms?", "pipes?", "pits?", "poles?", "pools?", "posts?", "rods?",
    "rope", "screens?", "sea walls?", "shells?", "skyscrapers?", "slabs?",
    "springboard", "statues?", "telescopes?", "towers?",
    "trench(?:es)?", "trunk", "tubes?", "walls?", "waves?", "yachts?",
)  # fmt: skip
"""What is so long, high or wide."""

_FAST = ("gales?", "gusts?", "limits?", "speed limits?", "winds?")
"""What is so fast."""

_HOLD = (
    "anchors?", "bags?", "bales?", "barrels?", "barbells?", "blocks?", "bombs?", "bottles?",
    "boxes", "bundles?", "cartons?", "cylinders?", "dumbbells?", "jars?", "jugs?", "kettlebells?",
    "lorr(?:y|ies)", "mugs?", "packs?", "packets?", "parcels?", "plates?", "pots?",
    "pouch(?:es)?", "sacks?", "stones?", "tanks?", "tins?", "trucks?", "tubs?", "warheads?",
    "weights?",
)  # fmt: skip
"""What is so heavy or holds so much."""

_WORKS = (
    "batter(?:y|ies)", "capacity", "charg(?:er|ers)", "engines?", "farms?", "generators?",
    "heaters?", "lasers?", "motors?", "panels?", "plants?", "reactors?", "turbines?",
)  # fmt: skip
"""What works with so much power."""

_WORD_BETWEEN = rf"(?:(?!{any_of(NO_NOUNS, NO_PLURALS, PARTICIPLES)}\b)[a-z]+\s)?"
"""Matches the word that may stand before a thing: "10 m diving board"."""

_THING = compile_late(
    rf"\A\s{_WORD_BETWEEN}(?:{any_of(_WAYS, _SIZED, _FAST, _HOLD, _WORKS)})(?![\w-])"
    r"(?!\s(?:the|a|an|his|her|its)\b)"
)
"""Matches one of them behind a measure.

A verb, which takes something ("in 5 km walks the"), is none.
"""

_CLAUSE = compile_late(
    r"\b(?:after|within|over|beyond|past|of|for|from|last|first|next)\s\Z", re.IGNORECASE
)
"""Matches in front of a measure that may be all: "after 3 km tracks lead north"."""

_HIT = compile_late(r"\b(?:hit|hits|reach|reached|reaches|topped)\s\Z")
"""Matches in front of one what has got there: "once winds hit 60 mph gusts follow"."""

_PLURAL = compile_late(rf"\A\s{_WORD_BETWEEN}(?!{any_of(_FAST)}\b)[a-z]+s\b")
"""Matches a plural behind a measure, but of what is so fast."""

_BEFORE = 12
"""Characters in front of a measure in which that shows."""

_SIZED_THING = compile_late(rf"\A\s{_WORD_BETWEEN}{any_of(_SIZED)}(?![\w-])")
"""Matches what is so long, high or wide behind meters; races keep theirs: "100 meters hurdles"."""

_STUFF = ("g", "ml", "mL", "cl", "oz", "tbsp", "tbsps", "tsp", "tsps", "pt", "fl oz")
"""Units of what a recipe weighs or pours, of which a plural is no thing: "200g oats"."""

_KITCHEN = ("kg", "lb", "lbs", "l", "L")
"""Units that are such beside another of them."""

_RECIPE = compile_late(
    r"\d\s?(?:g|ml|tbsps?|tsps?)\b|[½¼¾]\s?(?:tsp|tbsp)|\b(?:tea|table)spoons?\b"
)
"""Matches one in a text."""

_NEAR = 80
"""Characters on either side in which it tells."""

_BEHIND = 45
"""Characters behind a measure in which its thing shows."""


def belongs_to_thing(match: Match[str]) -> bool:
    """Whether a unit is said in the singular, as the measure tells of what is behind it."""
    rest, unit = match.string[match.end() : match.end() + _BEHIND], match["unit"]
    if unit in ELECTRIC:
        return stands_before_noun(match, "any") or is_before_thing(match)
    if _THING.match(rest) and not _is_all(match, rest):
        return True
    if match["gap"]:
        return stands_before_noun(match, "a")
    return stands_before_noun(match, "the" if _is_stuff(match, unit) else "any")


def _is_all(match: Match[str], rest: str) -> bool:
    """Whether a measure ends its phrase, and what is behind it begins another."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    return bool(_HIT.search(before) or (_CLAUSE.search(before) and _PLURAL.match(rest)))


def is_before_sized_thing(match: Match[str]) -> bool:
    """Whether what is as long as the meters of a match stands right behind it: "50 m pool"."""
    return bool(_SIZED_THING.match(match.string[match.end() : match.end() + _BEHIND]))


def _is_stuff(match: Match[str], unit: str) -> bool:
    """Whether a plural behind a unit is what it weighs: flour of a recipe."""
    if unit in _STUFF or unit not in _KITCHEN:
        return unit in _STUFF
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return bool(_RECIPE.search(before + match.string[match.end() : match.end() + _NEAR]))
