"""Points of the compass by their letters: "NNW", "a NE wind", "5 miles SW of Leeds".

Three letters are hardly anything else, but for companies and their likes (SSE). One or two are
initials, a state or a person as often, so a wind, a way or a side has to stand beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}
"""What a letter stands for."""

_COARSE = 2
"""Letters of a point that is one word: "northwest"."""

_TWO = "(?:N[EW]|S[EW])"
"""Matches a point between two others."""

_THREE = "(?:NN[EW]|SS[EW]|E[NS]E|W[NS]W)"
"""Matches a point between one of these and its neighbour."""

_BLOWS = any_of("winds?", "breezes?", "gales?", "gusts?", "swells?", "airflow")
"""What comes from a point of the compass."""

_SIDES = any_of(
    *("coast", "corner", "edge", "end", "face", "flank", "quadrant", "quarter", "ridge"),
    *("shore", "side", "slopes?", "sector", "tip", "wall"),
)
"""What lies towards one."""

_PARTS = any_of("Africa", "Asia", "England", "Europe", "France", "London", "Scotland", "Wales")
"""Parts of the world that have a part named by a point: "SE Asia"."""

_GOES = any_of(
    *("blowing", "bearing", "course", "faces", "facing", "headed", "heading", "heads", "moved"),
    *("moving", "sailed", "sailing", "tracked", "tracking", "turned", "veered", "veering"),
)
"""What is done towards one."""

_TOWARDS = (
    rf"(?:(?<![\w-])(?P<blows>{_BLOWS}|{_GOES}) (?P<link>(?:is|was|to|from|the|from the|to the) )?"
    rf"(?:(?P<to>{_TWO}|{_THREE}))(?![\w/-]|\.\w|['’]\w))"
)
"""Matches a wind or a way with its point behind it: "winds from the NE", "heading SW"."""


def _say_point(letters: str) -> str:
    """Return "north-northwest" for "NNW", which is spelled the American way in both varieties."""
    words = [_POINTS[letter] for letter in letters]
    return "".join(words) if len(words) <= _COARSE else f"{words[0]}-{''.join(words[1:])}"


def _say_towards(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['blows']} {match['link'] or ''}{_say_point(match['to'])}"


# With a way or a distance before them, then before what they tell of, then alone.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "way by the compass",
        _TOWARDS,
        _say_towards,
        ("The ship headed NW for days", "The ship headed northwest for days"),
        ("facing SE", "facing southeast"),
        ("with winds from the SE.", "with winds from the southeast."),
        ("the heads NEC met", "the heads N E C met"),
        needs="NS",
    ),
    spoken_form(
        "distance by the compass",
        rf"(?<=\d )(?P<unit>km|mi|miles?|nmi) (?P<to>{_THREE}|{_TWO}|[NSEW])"
        r"(?= of\b|(?<=[NSEW]{2})[.,;)]|(?<=[NSEW]{2})$)",
        lambda match, _: f"{match['unit']} {_say_point(match['to'])}",
        ("5 miles SW of Leeds", "five miles southwest of Leeds"),
        ("10 km N of it", "ten kilometers north of it"),
        ("10 km W 25th", "ten kilometers W twenty fifth"),
        needs="NSEW",
    ),
    spoken_form(
        "side by the compass",
        # one letter needs an article: "Team N side"
        rf"(?<![\w./'’-])(?P<to>{_THREE}|{_TWO}|(?<=\b[Tt]he )[NSEW]|(?<=\b[Aa]n )[NSEW]"
        rf"|(?<=\b[Aa] )[NSEW])(?=[ -](?:{_BLOWS}|{_SIDES}|facing)\b)"
        rf"|(?<![\w./'’-])(?P<part>{_TWO})(?= {_PARTS}\b)",
        lambda match, _: _say_point(match["to"] or match["part"]),
        ("a strong NE wind", "a strong northeast wind"),
        ("the N face and the SW corner", "the north face and the southwest corner"),
        ("a SE-facing wall", "a southeast-facing wall"),
        ("SE Asia", "southeast Asia"),
        ("a size S edge", "a size S edge"),
        ("in Omaha, NE, on Monday", "in Omaha, Nebraska, on Monday"),
        needs="NSEW",
    ),
    spoken_form(
        "fine point of the compass",
        r"(?<![\w./'’-])(?P<to>NN[EW]|SSW|W[NS]W|(?<=[a-z] )E[NS]E(?= \d))(?![\w/-]|\.\w|['’]\w)",
        lambda match, _: _say_point(match["to"]),
        ("The wind was NNW at 20 knots", "The wind was north-northwest at twenty knots"),
        ("shares in SSE rose", "shares in S S E rose"),
        needs="NSW",
    ),
)
