"""Lengths with marks or with a full stop: "5ft 10in", "6.5 in (165 mm)", "9-in. nail".

Here belongs what is told to be feet and inches by more than its letters, because "in" is a word
and a mark may close a quotation. All other units stand in `unit_table.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.speaking.english.amounts.words_beside_amounts import (
    NO_NOUNS,
    NO_PLURALS,
    PARTICIPLES,
)
from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    is_one,
    say_amount,
    say_cardinal,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_PLAIN = rf"(?P<number>{NUMBER})"
"""Matches the number itself."""

_NO_INCHES = compile_late(r'(?<!\d)"')
"""Matches a quotation mark behind no figure."""

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_AFTER = 30
"""Characters behind inches in which the thing shows that they belong to."""

_SIZED = ("thick", "wide", "long", "deep", "high", "tall", "across", "apart", "diameter", "below")
"""What is said of a size behind it."""

_THING = compile_late(
    rf"\A\s(?!{any_of(NO_NOUNS, NO_PLURALS, PARTICIPLES, _SIZED)}\b)[a-z]+(?<!ly)\s"
    rf"(?!{any_of(NO_NOUNS, NO_PLURALS)}\b)[a-z]+(?<![siu])s\b"
)
"""Matches behind inches a word and a plural that it goes with: "16″ alloy wheels"."""


def _say_stopped(match: re.Match[str], variety: Variety) -> str:
    """Say a unit with a full stop, which ends the sentence where nothing follows."""
    one, many = UNITS[match["unit"]]
    single = is_one(match["number"]) or match["gap"] == "-" or stands_before_noun(match, "a")
    ends = "" if match.string[match.end() :].strip() else "."
    return f"{say_amount(match['number'], british=variety.british)} {one if single else many}{ends}"


def _say_feet(match: re.Match[str], _variety: Variety) -> str:
    feet, inches = match["feet"], match["inches"] or match["inches2"]
    if match["word"] in ("'", "’", "′") and not inches:
        return f"{say_cardinal(int(feet))} {'foot' if feet == '1' else 'feet'}"
    last = f" {say_amount(inches)}" if inches else ""
    single = inches == "1" or stands_before_noun(match, "any")
    unit = f" {'inch' if single else 'inches'}" if inches and match["mark"] == "in" else ""
    return f"{say_cardinal(int(feet))} foot{last}{unit}"


def _say_first(match: re.Match[str], variety: Variety) -> str:
    """Return the number in front of another ("4 x 6 in"), with its link, or nothing."""
    if not match["first"]:
        return ""
    link = "by" if match["link"] in ("x", "×") else "to"
    return f"{say_amount(match['first'], british=variety.british)} {link}"


def _say_inches_behind_space(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    words = (
        _say_first(match, variety),
        say_amount(number, british=variety.british),
        "inch" if is_one(number) else "inches",
    )
    return " ".join(filter(None, words))


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether a quotation is open, so that a mark closes it: an odd number of marks in front.

    Those behind a figure are inches, and count neither way.
    """
    return len(_NO_INCHES.findall(match.string[: match.start()])) % 2 == 1


def _say_inches_range(match: re.Match[str], variety: Variety) -> str | None:
    if _is_quoted(match):
        return None
    first = say_amount(match["first"], british=variety.british)
    return f"{first} to {say_amount(match['number'], british=variety.british)} inches"


def _say_inches(match: re.Match[str], _variety: Variety) -> str | None:
    """Say inches, unless the mark closes a quotation."""
    if match[0].endswith('"') and _is_quoted(match):
        return None
    single = match["number"] == "1" or _is_before_thing(match)
    return f"{say_amount(match['number'])} {'inch' if single else 'inches'}"


def _is_before_thing(match: re.Match[str]) -> bool:
    """Whether inches belong to a thing behind them: "a 7″ single", "16″ alloy wheels"."""
    behind = match.string[match.end() : match.end() + _AFTER]
    joined = match.string[: match.start()].endswith((" a ", "A ")) or match.start() == len("a ")
    return (
        stands_before_noun(match, "any")
        or bool(_THING.match(behind))
        or (joined and bool(re.match(r"\s(?:and|or)\sa\s\d", behind)))
    )


def _say_fraction_of_an_inch(match: re.Match[str], _variety: Variety) -> str | None:
    """Leave the fraction in figures for `fractions.py`, with the unit behind it."""
    if match["mark"] == '"' and _is_quoted(match):
        return None
    is_before_noun = stands_before_noun(match, "a")
    if match["word"] and not match["stop"] and match["gap"] == " " and not is_before_noun:
        return None  # "a rise of 3/4 in a year"
    number = f"{match['whole'] or ''}{match['part']}"
    ends = "." if match["stop"] and not match.string[match.end() :].strip() else ""
    if is_before_noun or match["gap"] == "-" or (not match["gap"] and _is_before_thing(match)):
        return f"{number} inch{ends}"
    if match["whole"]:
        return f"{number} inches{ends}"
    return f"{number} {'an' if match['part'] in ('1/2', '½') else 'of an'} inch{ends}"


# "9-in. nail" before "5ft 10in", of which the inches would be left alone; a bare mark last.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "fraction of an inch",
        r"(?<![\w.,\"“/])(?P<whole>\d{1,3}[\s-]?)??"
        r"(?P<part>(?<!\d)[1-9]\d?/(?:2|3|4|8|16|32|64)|[½¼¾⅓⅔⅛⅜⅝⅞])(?P<gap>[\s-]?)"
        r"(?:(?P<mark>[\"″])(?=\s[a-z×]|\s?$|[,.;:)])(?!\s*[\"”])"
        r"|in\b(?P<stop>\.?)"
        rf"(?=\s*(?:[;,)×]|$)|\s(?:[x×]\s|{any_of(_SIZED)}\b|(?P<word>[a-z]))|(?<=\.)\s[a-z(]))",
        _say_fraction_of_an_inch,
        ("cut 3/4″ off", "cut three quarters of an inch off"),
        ("3/4 in. thick", "three quarters of an inch thick"),
        ('a 2 1/2" pipe', "a two and one half inch pipe"),
        ("it is ½ in wide.", "it is half an inch wide."),
        ("a 3/4 in bolt", "a three quarters inch bolt"),
        ("1/2in of rain", "half an inch of rain"),
        ("a rise of 3/4 in May", "a rise of three quarters in May"),
        ('He said "2 1/2" and', 'He said "two and one half" and'),
        needs="/½¼¾⅓⅔⅛⅜⅝⅞",
    ),
    spoken_form(
        "unit with a full stop",
        rf"{_FREE}(?P<number>{NUMBER})(?P<gap>[ -])"
        # before a small letter or a point of the compass: another capital begins a sentence
        r"(?P<unit>in|mi|gal|ft)\.(?=\s(?:[a-z]|[NSEW]{1,3}\b)|[,;)]|\s?$)"
        r"(?!\sin\b)",
        _say_stopped,
        ("2 in. of rain", "two inches of rain"),
        ("a 9-in. nail", "a nine inch nail"),
        ("15 mi. south", "fifteen miles south"),
        ("15 mi. NW of town", "fifteen miles NW of town"),
        ("It is 1,333 ft. deep.", "It is one thousand three hundred and thirty three feet deep."),
        # the sentence ends, so it may be a word
        ("2 in. The rest", "two in. The rest"),
    ),
    spoken_form(
        "feet and inches",
        # with a unit or a mark behind the inches, or bare in the height of a person
        r"(?<![\w.])(?P<feet>\d{1,2})\s?"
        r"(?P<word>ft|['’′])\s?"
        r"(?:(?P<inches>\d{1,2}(?:\.\d)?)\s?(?P<mark>in|[\"”″]|'')"
        r"|(?<=\b[4-7]['’′])(?P<inches2>\d|1[01])(?P<bare>)(?![\d'’/]))(?!\w)",
        _say_feet,
        ("5ft 10in", "five foot ten inches"),
        ("5'10\"", "five foot ten"),
        ("a 5ft 4in frame", "a five foot four inch frame"),
        ("He is 6'2.", "He is six foot two."),
        needs="'f’′",
    ),
    spoken_form(
        "feet of a size",
        r"(?<![\w.'’])(?P<feet>\d{1,3})['’′][-\s]?(?=(?:tall|high|deep|wide|long)\b)",
        lambda match, _: f"{say_cardinal(int(match['feet']))} foot ",
        ("a 6'-tall man, 12' deep", "a six foot tall man, twelve foot deep"),
        needs="'’′",
    ),
    spoken_form(
        "inches with a space",
        rf"{_FREE}(?:(?P<first>{NUMBER})\s?(?P<link>[-–x×]|to)\s?)?{_PLAIN}\s(?P<unit>in)"
        r"(?=\s*(?:[;)×]|\.\s*$|$)|\s\(\d|\sx\s\d)",
        _say_inches_behind_space,
        ("6.5 in (165 mm)", "six point five inches (one hundred and sixty five millimeters)"),
        ("4 x 6 in", "four by six inches"),
        ("born 6 in May", "born six in May"),
    ),
    spoken_form(
        "from inches to inches",
        r"(?<![\w.,\"“/$£€-])(?P<first>\d{1,2}(?:\.\d)?)[\"″]?\s?(?:[-–]|to)\s?"
        r"(?P<number>\d{1,3}(?:\.\d)?)[\"″](?=\s[a-z]|$|[,.;)](?:\s|$))(?!\s*[\"”])",
        _say_inches_range,
        ('3-6" of snow', "three to six inches of snow"),
        ('a 5" gap, 10" to 12".', "a five inch gap, ten to twelve inches."),
        ('He said "in 5-6" and', 'He said "in five to six" and'),
        needs='"″',
    ),
    spoken_form(
        "inches",
        # before a small letter, a mark or the end; not before another mark
        r"(?<![\w.\"“])(?P<number>\d{1,3}(?:\.\d)?)[\"″](?=\s[a-z]|$|[,.;)](?:\s|$))(?!\s*[\"”])",
        _say_inches,
        ('16" alloy wheels', "sixteen inch alloy wheels"),
        ('a 12" and a 7″ single', "a twelve inch and a seven inch single"),
        ("a 10″ file, 10″ long", "a ten inch file, ten inches long"),
        # the mark closes a quotation
        ('He said "it was 5" and', 'He said "it was five" and'),
        needs='"″',
    ),
)
