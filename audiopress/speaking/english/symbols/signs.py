"""Signs beside figures: places on the globe, marks out of ten, more and less, powers.

Here belongs a sign that means something because of the number beside it. What is said wherever it
stands comes last, in `leftover_signs.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import NUMBER, say_amount, say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "PLACES", "POINTS_OF_THE_COMPASS"]

POINTS_OF_THE_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
"""What the letter behind degrees stands for."""

_BEFORE_NUMBERS = {
    "±": "plus or minus ",
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
    "√": "the square root of ",
}
"""Signs in front of a number with nothing to compare it to: "fell <5%"."""

_BETWEEN_TWO = {
    "≤": " is at most ",
    "≥": " is at least ",
    "±": " plus or minus ",
    "≠": " is not ",
}
"""The same between two things: "x ≤ 5"."""

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""


def _say_place(match: re.Match[str], variety: Variety) -> str:
    """Say degrees with minutes and seconds of arc, and the point of the compass."""
    degrees = say_amount(match["d"], british=variety.british)
    words = [f"{degrees} {_inflect(match['d'], 'degree')}"]
    for name, word in (("m", "minute"), ("s", "second")):
        if match[name]:
            words.append(f"{say_amount(match[name])} {_inflect(match[name], word)}")
    return f"{' '.join(words)} {POINTS_OF_THE_COMPASS[match['point']]}"


def _inflect(number: str, word: str) -> str:
    """Return the word, in the plural unless there is one."""
    return word if number == "1" else word + "s"


def _say_marks(match: re.Match[str], variety: Variety) -> str:
    """Say "4.5/5", and "4/5" in front of stars."""
    # With a decimal marks are sure; whole ones need the word "stars" behind, and may be a fraction.
    if match["a"]:
        marks, most = say_amount(match["a"], british=variety.british), match["b"]
    else:
        marks, most = say_cardinal(int(match["c"])), match["e"]
    return f"{marks} out of {say_cardinal(int(most))}"


def _say_area(match: re.Match[str], _variety: Variety) -> str:
    size = {"": "", "k": "kilo", "c": "centi", "m": "milli"}[match["unit"][:-1]]
    return f"{'square' if match['power'] == '²' else 'cubic'} {size}meters"


# Of its own, since a time would take "22.01" away from its degrees.
PLACES: tuple[SpokenForm, ...] = (
    spoken_form(
        "place on the globe",
        rf"{_FREE}(?P<d>\d{{1,3}}(?:\.\d+)?)\s?°\s?(?:(?P<m>\d{{1,2}}(?:\.\d+)?)\s?[′'’]\s?"
        r"(?:(?P<s>\d{1,2}(?:\.\d+)?)\s?(?:[″\"”]|[′'’]{2})\s?)?)?(?P<point>[NSEW])\b",
        _say_place,
        ("at 33° 51′ S", "at thirty three degrees fifty one minutes south"),
        ("at 20°N", "at twenty degrees north"),
        (
            "at 22.01°N, 95.92°E",
            "at twenty two point zero one degrees north, ninety five point nine two degrees east",
        ),
        # no point of the compass
        ("33° of it", "thirty three degrees of it"),
        needs="°",
    ),
)
# Marks before the signs in them; a sign without a number last.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "section sign",
        r"§§?\s?(?=\d)",
        "section ",
        ("§ 3 and §§5", "section three and section five"),
        needs="§",
    ),
    spoken_form(
        "marks",
        rf"{_FREE}(?:(?P<a>\d\.\d)/(?P<b>5|10)|(?P<c>\d)/(?P<e>5)(?=\sstars?\b))(?![\w/.])",
        _say_marks,
        ("rated 4.5/5", "rated four point five out of five"),
        ("4/5 stars", "four out of five stars"),
        ("4/5 of it", "four fifths of it"),
        needs="/",
    ),
    spoken_form(
        "at most, between two",
        r"(?:(?<=[\w)])|(?<=[\w)]) )(?P<sign>[≤≥±≠])(?: (?=[\w-])|(?<=\w.)(?=[\w-]))",
        lambda match, _: _BETWEEN_TWO[match["sign"]],
        ("x ≤ 5", "x is at most five"),
        needs="≤≥±≠",
    ),
    spoken_form(
        "more and less",
        rf"(?<![\w.,)\d])(?<![\d)] )(?P<sign>[±<>≤≥√])\s?(?={NUMBER}|[£$€])",
        lambda match, _: _BEFORE_NUMBERS[match["sign"]],
        ("fell <5% in May", "fell less than five percent in May"),
        ("aged ≥65", "aged at least sixty five"),
        ("±3 points", "plus or minus three points"),
        needs="±<>≤≥√",
    ),
    spoken_form(
        "per thousand",
        r"\s?‰",
        " per thousand",
        ("5‰ of them", "five per thousand of them"),
        needs="‰",
    ),
    spoken_form("pi", r"π", "pi", ("times π", "times pi")),
    spoken_form("infinity", r"∞", "infinity", ("up to ∞", "up to infinity")),
    spoken_form(
        "times behind a figure",
        r"(?<=\d)\s?×(?!\s?\d)",
        " times",
        ("3× faster", "three times faster"),
        # between two numbers: an operator
        ("3 × 4", "three times four"),
        needs="×",
    ),
    spoken_form(
        "square meters alone",
        r"(?<![\w.,/])(?<!\d )(?P<unit>[kcm]?m)(?P<power>[²³])(?!\w)",
        _say_area,
        ("(m²)", "(square meters)"),
        ("of x², m³ and km²", "of x squared, cubic meters and square kilometers"),
        needs="²³",
    ),
    spoken_form(
        "degrees alone",
        r"(?<![\d] )(?<!\d)°\s?(?P<scale>[CF])\b",
        lambda match, _: {"C": "degrees Celsius", "F": "degrees Fahrenheit"}[match["scale"]],
        ("in °C", "in degrees Celsius"),
        needs="°",
    ),
)
