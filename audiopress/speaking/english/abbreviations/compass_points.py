"""Points of the compass by their letters: "NNW", "a NE wind", "5 miles SW of Leeds".

Three letters are hardly anything else, but for companies and their likes (SSE). One or two are
initials, a state or a person as often, so a wind, a way or a side has to stand beside them. A force
behind them ("SW 4 or 5") is a wind's where the weather is told of near by; else it is a score. One
letter then needs its wind right before it, or a point of more letters beside it ("Pier E 4").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
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

_POINT = rf"(?:{_THREE}|{_TWO}|[NSEW])"
"""Matches any point of the compass."""

_TURNS = r"(?:,? (?:or|to|then|veering|backing|becoming)(?: to)?|,) "
"""Matches what stands between two points of one wind: "W or NW", "S backing SE"."""

_CHAIN = rf"{_POINT}(?:{_TURNS}{_POINT}){{0,3}}"
"""Matches the points of one wind, of which no forecast has more than a few."""

_CHAINED = compile_late(rf"\b{_POINT}{_TURNS}\Z")
"""Matches in front of a point one that it goes on from."""

_BLOWN = compile_late(
    rf"\b(?:{_BLOWS}|veering|backing|becoming)[:,]? "
    r"(?:(?:is|are|was|were|will be|from|from the|to|light|fresh|strong|mainly|now) ){0,2}\Z",
    re.IGNORECASE,
)
"""Matches in front of a point the wind that comes from it: "Wind: S 4", "backing E 5"."""

_SPEED = r"(?:mph|km/h|kph|kmh|kts?|kn|knots?)"
"""Matches a unit of how fast a wind is."""

_FORCE = (
    rf"(?P<speed>\d{{1,3}}(?: ?(?:[-–]|to) ?\d{{1,3}})? ?{_SPEED}\b)"
    r"|(?P<range>\d{1,2}(?: ?[-–] ?| to | or )\d{1,2}(?![\d-]|[.,]\d))"
    r"|\d{1,2}(?![\d-]|[.,]\d| \d)"
)
"""Matches the force or speed of a wind behind its point."""

_CHANGES = (
    r"(?:,? (?:(?:and )?(?:later|soon|then|occasionally|at times|at first|perhaps|increasing"
    r"|decreasing|veering|backing|easing|becoming|gusting|expected|imminent)\b))"
)
"""Matches what is said of a wind behind its force."""

_WEATHER = compile_late(
    r"\b(?:wind(?:s|y)?|breez(?:es?|y)|gales?|gust(?:s|y|ing)?|squall(?:s|y)?|knots|Beaufort|swell"
    r"|veering|backing|cyclonic|shipping forecast|sea state|showers?|drizzle|visibility|fog)\b",
    re.IGNORECASE,
)
"""Matches what is told of together with winds."""

_A_POINT = compile_late(rf"\b{_POINT}\b")
"""Matches one point among several."""

_FINE = compile_late(r"[NSEW]{2}")
"""Matches a point of more letters than one, which is hardly the name of a pier or a vitamin."""

_NEAR = 90
"""Characters on either side of a wind in which the weather shows."""


def _say_point(letters: str) -> str:
    """Return "north-northwest" for "NNW", which is spelled the American way in both varieties."""
    words = [_POINTS[letter] for letter in letters]
    return "".join(words) if len(words) <= _COARSE else f"{words[0]}-{''.join(words[1:])}"


def _say_towards(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['blows']} {match['link'] or ''}{_say_point(match['to'])}"


def _say_wind(match: re.Match[str], _variety: Variety) -> str | None:
    """Say the points of "W or NW 4", where it is told that it is a wind."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if _CHAINED.search(before) or not (_tells_wind(match) or _BLOWN.search(before)):
        return None
    return _A_POINT.sub(lambda point: _say_point(point[0]), match["points"])


def _tells_wind(match: re.Match[str]) -> bool:
    """Whether the points and the force are a wind's, by themselves or by the weather near."""
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if not _FINE.search(match["points"]):
        return bool(match["speed"] and _WEATHER.search(near))
    # "W or NW 4 or 5" is told by its two points
    changing = match["range"] and (match["changes"] or " or " in match["points"])
    return bool(match["speed"] or changing or _WEATHER.search(near))


# With a way or a distance before them, then before what they tell of, then alone.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "wind and its force",
        rf"(?<![\w./'’-])(?P<points>{_CHAIN})"
        rf"(?= (?:force )?(?:{_FORCE})(?:$|[.,;:)](?!\d)|(?P<changes>{_CHANGES})"
        r"| (?:or|to|and|in|on|with|over|for|by|severe)\b))",
        _say_wind,
        (
            "The wind was SW 4-5, NE 6 to 7 later.",
            "The wind was southwest four to five, northeast six to seven later.",
        ),
        (
            "Dover: W or NW 4 or 5, SSW 3 later.",
            "Dover: west or northwest four or five, south-southwest three later.",
        ),
        (
            "Wind: S or SW 3-4, backing SE 5.",
            "Wind: south or southwest three to four, backing southeast five.",
        ),
        ("SE 5 to 7, occasionally gale 8", "southeast five to seven, occasionally gale eight"),
        ("NW 15-20 knots", "northwest fifteen to twenty knots"),
        ("Winds W 10-15 mph.", "Winds west ten to fifteen miles per hour."),
        ("Gales W 8, becoming N 6", "Gales west eight, becoming north six"),
        # a score, a district, a road, a vitamin, a group, a pier
        ("SW 4-5 win over Bath", "SW four to five win over Bath"),
        ("near SW4 5AB", "near S W four five AB"),
        ("Croydon, SE 4 to 5 miles away", "Croydon, S E four to five miles away"),
        ("vitamin E 5 to 10 and", "vitamin E five to ten and"),
        ("Vitamin E 5 to 10 mg in fog.", "Vitamin E five to ten milligrams in fog."),
        (
            "In group E, W 4, D 2, L 1 and gusts of wind.",
            "In group E, W four, D two, L one and gusts of wind.",
        ),
        ("The Giants (W 3, L 2) beat the wind", "The Giants (W three, L two) beat the wind"),
        ("Cross the fog to Pier E 4.", "Cross the fog to Pier E four."),
        ("Team S 4 or 5 then lost.", "Team S four or five then lost."),
        ("Section E 4 or 5 later replaced.", "Section E four or five later replaced."),
        needs="NSEW",
    ),
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
