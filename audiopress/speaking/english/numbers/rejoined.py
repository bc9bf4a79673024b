"""Numbers that are written apart or in another country's way: they are put together first.

Here belongs what later forms would take for two numbers or for none: "1 000 000", "5-1/2",
"2,50,000", "$-2.3m". A form here writes figures again, seldom words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.dates_and_times.calendar_names import MONTHS
from audiopress.speaking.english.numbers.number_words import say_code
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
"""The side of a road, a capital behind its number: "I-35W"."""

_AREAS = {"sq": "square", "cu": "cubic"}
"""What stands in front of a unit of area or of volume."""

_SPACES = " \u00a0\u2009\u202f"
"""Spaces that part thousands: the usual, no-break, thin and narrow no-break one."""


def _join_thousands(match: re.Match[str], _variety: Variety) -> str:
    return re.sub(r"\D", ",", match[0])


def _join_thousands_of(whole: str) -> str:
    return re.sub(r"\D", ",", whole)


def _write_area(match: re.Match[str], _variety: Variety) -> str:
    """Write "sq. ft." as the table of units has it ("sq ft"); whole words are said here."""
    if match["s2"]:
        return f"{_AREAS[match['s2']]} {match['unit2']}"
    # "40sq ft": the table has units behind a figure, and this one begins with a word.
    gap = " " if match.string[match.start() - 1 : match.start()].isdecimal() else ""
    # At the end of the text the unit's full stop is the sentence's too.
    ends = match[0].endswith(".") and not match.string[match.end() :].strip()
    return f"{gap}{match['s']} {match['unit']}" + ("." if ends else "")


# In no order of their own: each looks for its own way of writing.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "fraction behind a hyphen",
        # both parts are small: dates have larger ones
        r"(?<![\w.,/-])(?P<n>\d{1,3})-(?=[1-9]/[1-9]\d?(?![\d/]))",
        r"\g<n> ",
        ("a 5-1/2-inch nail", "a five and one half-inch nail"),
        needs="/",
    ),
    spoken_form(
        "thousands of other countries",
        # apostrophes, or points with a comma before the decimals
        r"(?<![\w.,'’])"
        r"(?P<whole>\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:\.\d{3}){2}|\d{1,3}(?:\.\d{3})+(?=,\d))"
        r"(?:,(?P<part>\d{1,2}))?(?![\w'’]|[.,]\d)",
        lambda match, _: (
            _join_thousands_of(match["whole"]) + (f".{match['part']}" if match["part"] else "")
        ),
        ("1'000'000 people", "one million people"),
        ("1.000.000,50 of it", "one million point five zero of it"),
        ("10.0.0 of it", "ten dot zero dot zero of it"),
        needs="'’.",
    ),
    spoken_form(
        "square and cubic",
        # a short unit, or a whole word behind "sq."
        r"(?:\b|(?<=\d))(?P<s>sq|cu)\.?[ -]?"
        r"(?P<unit>ft|mi|yds?|km|m|in|cm)\b\.?"
        r"(?=\s[a-z]|[,;)]|\.|$|-)"
        r"|\b(?P<s2>sq|cu)\.?\s"
        r"(?P<unit2>miles?|feet|foot|yards?|inch|inches|metres?|meters?|kilometres?"
        r"|kilometers?)\b",
        _write_area,
        ("3 sq. ft. of it", "three square feet of it"),
        ("40 sq miles", "forty square miles"),
        ("2 cu m", "two cubic meters"),
        needs="cq",
    ),
    spoken_form(
        "side of an interstate",
        r"\b(?P<n>(?:I|Route|Rte?\.?|Highway|Hwy\.?|US|Exit)[ -]\d{1,3})(?P<side>[NSEW])\b",
        lambda match, _: f"{match['n']} {_SIDES[match['side']]}",
        ("on I-35W", "on I thirty five West"),
        ("on Route 9W.", "on Route nine West."),
        needs="ENSW",
    ),
    spoken_form(
        "two temperatures",
        r"(?<![\w.,])(?P<n>\d{2,3})\s?°?\s?(?P<s>[CF])\s?(?P<link>[/-])\s?"
        r"(?=\d{2,3}\s?°?\s?[CF]\b)",
        lambda match, _: f"{match['n']}°{match['s']}{' to ' if match['link'] == '-' else ', '}",
        (
            "at 180C/350F",
            "at one hundred and eighty degrees Celsius, three hundred and fifty degrees Fahrenheit",
        ),
        needs="CF",
    ),
    spoken_form(
        "settings of an oven",
        # before heat, of which a slash behind it makes a code
        r"(?P<before>(?:\d\s?°?\s?[CFcf]|\b[Ff]an(?:\s(?:oven\s)?\d{3}\s?°?\s?[CcFf]?)?"
        r"|\bconvection|\b[Gg]as(?:\s[Mm]ark)?\s[1-9])\)?)\s?/\s?"
        r"(?=[Ff]an\b|[Gg]as\s(?:[Mm]ark\s)?[1-9½¼]|\d{3}\s?°?\s?[CF]\b)",
        r"\g<before>, ",
        (
            "at 200C/180C fan/gas 6.",
            "at two hundred degrees Celsius, one hundred and eighty degrees Celsius fan, gas six.",
        ),
        ("gas mark 4/180C", "gas mark four, one hundred and eighty degrees Celsius"),
        ("at fan 200°C/Gas Mark 7", "at fan two hundred degrees Celsius, Gas Mark seven"),
        ("(200C fan)/gas 6", "(two hundred degrees Celsius fan), gas six"),
        ("a fan/gas unit", "a fan slash gas unit"),
        needs="/",
    ),
    spoken_form(
        "hashtag of a figure",
        # Before the sign of a number, by which it would be "number five G".
        r"(?<![\w&])#(?=\d+[A-Za-z]{1,2}\b)",
        "hashtag ",
        ("#5G", "hashtag five G"),
        needs="#",
    ),
    spoken_form(
        "torn year",
        # only behind a day and a month, and at the end of the phrase
        rf"(?P<before>\b\d{{1,2}}(?:st|nd|rd|th)? {any_of(MONTHS)},? )"
        r"(?P<high>1[5-9]|20) (?P<low>\d\d)(?=\s*(?:[,;)]|\.(?!\d)|$))(?!,\d)",
        r"\g<before>\g<high>\g<low>",
        ("on 31 March 19 21, they", "on the thirty first of March nineteen twenty one, they"),
        needs="12",
    ),
    spoken_form(
        "thousands with spaces",
        # three groups with any space, or two with one that does not break
        rf"(?<![\w.,+/-])(?<!\d[{_SPACES}])(?:[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}}){{2,4}}"
        rf"|[1-9]\d{{0,2}}[\u00a0\u2009\u202f]\d{{3}})(?![\w/-]|[.,]\d|[{_SPACES}]\d)",
        _join_thousands,
        ("some 1 000 000 birds", "some one million birds"),
        ("some 10\u202f000 birds", "some ten thousand birds"),
        # four figures in front: two numbers
        ("in 2019 300 came", "in twenty nineteen three hundred came"),
    ),
    spoken_form(
        "so many in one",
        r"(?<![\w.,-])(?P<a>\d{1,3})-(?:in|IN)-(?P<b>\d)\b",
        r"\g<a> in \g<b>",
        ("a 20-in-1 tool", "a twenty in one tool"),
        needs="-",
    ),
    spoken_form(
        "lines of a picture",
        r"\b(?P<a>480|720|1080|1440|2160)[pi]\b",
        lambda match, _: f"{say_code(match['a'])} {match[0][-1]}",
        ("in 1080p", "in ten eighty p"),
        needs="4678",
    ),
    spoken_form(
        "three sides",
        r"(?<![\w.,])(?P<a>\d+(?:\.\d+)?)\s?[x×]\s?(?=\d+(?:\.\d+)?\s?[x×]\s?\d)",
        r"\g<a> by ",
        (
            "60x63x113.5cm",
            "sixty by sixty three by one hundred and thirteen point five centimeters",
        ),
        needs="x×",
    ),
    spoken_form(
        "sign and code of the dollar",
        r"(?<!\w)\$(?P<a>\d[\d,.]*) USD\b",
        r"US$\g<a>",
        ("$700 USD", "seven hundred U S dollars"),
        needs="$",
    ),
    spoken_form(
        "minus behind the sign",
        r"(?P<c>[£$€])[-−](?=\d)",
        r"-\g<c>",
        ("$-2.3m", "minus two point three million dollars"),
        needs="$£€",
    ),
    spoken_form(
        "more and less of money",
        r"(?<![\w.,)])(?P<sign>[<>≤≥±])\s?(?=[£$€]\s?\d)",
        lambda match, _: {
            "<": "less than ",
            ">": "more than ",
            "≤": "at most ",
            "≥": "at least ",
            "±": "plus or minus ",
        }[match["sign"]],
        ("<£10 a day", "less than ten pounds a day"),
        needs="<>±≤≥",
    ),
    spoken_form(
        "unit at a fraction",
        r"(?<=[1-9]/[1-9])(?=(?:oz|lbs?|tsp|tbsp|ft|mi|pt)\b)",
        " ",
        ("1/2oz of", "one half ounce of"),
        needs="/",
    ),
    spoken_form(
        "about",
        r"(?<!\w)[~≈]\s?(?=[\d£$€])",
        "about ",
        ("~50 people", "about fifty people"),
        ("~1%/year", "about one percent per year"),
        # no figure behind
        ("in ~/home", "in ~/home"),
        needs="~≈",
    ),
    spoken_form(
        "percent per",
        r"(?<=%)/(?=[a-z])",
        " per ",
        ("2%/month", "two percent per month"),
        needs="/",
    ),
    spoken_form(
        "Indian thousands",
        r"(?<![\w.,])[1-9]\d?(?:,\d\d)+,\d{3}(?![\w]|,\d)",
        lambda match, _: match[0].replace(",", ""),
        ("Rs. 2,50,000", "two hundred and fifty thousand rupees"),
        needs=",",
    ),
    spoken_form(
        "thousands with points",
        # Of noughts alone: other figures between points may be a version.
        r"(?<![\w.,])[1-9]\d{0,2}(?:\.000){2,4}(?![\w]|[.,]\d)",
        _join_thousands,
        ("some 1.000.000 birds", "some one million birds"),
        # the last group is too short
        ("version 1.000.1", "version one dot zero dot one"),
        needs="0",
    ),
)
