"""Roman numerals behind a name: "King Charles III", "World War II", "Rocky IV", "in MMXXIV".

Here belongs what a numeral means because of the word before it: an ordinal behind those who bear
a name ("the third"), a number behind what is counted ("four").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.names.numbered_words import (
    COUNTED,
    FAMILY_NAMES,
    LETTERED,
    REGNAL_NAMES,
    REIGNED,
    SMALL_COUNTED,
)
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_ordinal, say_year
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SMALL_NUMERAL = r"(?:X{0,3}(?:IX|IV|V?I{0,3})|XL|L|XLV|LX)"
"""Matches the numerals that anybody bears, up to sixty; a C or M behind a name is an initial."""


def _say_ranked(match: re.Match[str], _variety: Variety) -> str:
    """Say who is the third of a name; "'s" stays with the numeral."""
    return f"{match['name']} the {say_ordinal(roman_value(match['numeral']))}{match['own'] or ''}"


def _say_counted(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['name']} {say_cardinal(roman_value(match['numeral']))}"


# Monarchs before anything counted; a lone I needs more than a name ("Elizabeth I was").
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "regnal numeral",
        # an I alone stands in the next form: it may be the word
        r"\b(?!Malcolm X\b)"
        r"(?P<name>(?:(?:King|Queen|Pope|Prince|Princess|Emperor|Empress|Tsar|Czar"
        r"|Kaiser|Sultan|Shah|Duke)\s)?"
        rf"{any_of(REGNAL_NAMES)})"
        rf"\s(?P<numeral>(?=[IVX]){_SMALL_NUMERAL})"
        r"(?P<own>['’]s)?(?!\w)(?!['’]\w)(?<!\sI)",
        _say_ranked,
        ("King Charles III", "King Charles the third"),
        ("George V and George VI", "George the fifth and George the sixth"),
        # a letter he chose
        ("Malcolm X spoke", "Malcolm X spoke"),
        needs="IVX",
    ),
    spoken_form(
        "first of the name",
        # the end of a phrase, or a word that no "I" has behind it
        rf"\b(?P<name>(?:(?:King|Queen|Pope|Emperor|Empress|Tsar|Prince)\s)?{any_of(REGNAL_NAMES)})"
        r"\s(?P<numeral>I)(?P<own>['’]s)?"
        rf"(?=\s*[,.;:)]|--|\s*$|\s{any_of(REIGNED)}\b)",
        _say_ranked,
        ("Elizabeth I was", "Elizabeth the first was"),
        # the word, by what follows
        ("when Elizabeth I know", "when Elizabeth I know"),
        needs="I",
    ),
    spoken_form(
        "title with a numeral",
        r"\b(?P<name>(?:King|Queen|Pope|Emperor|Tsar|Sultan)\s[A-Z][a-z]+)"
        rf"\s(?P<numeral>(?=[IVX]){_SMALL_NUMERAL})"
        r"(?P<own>['’]s)?(?!\w)",
        _say_ranked,
        ("King Vajiralongkorn X", "King Vajiralongkorn the tenth"),
        needs="IVX",
    ),
    spoken_form(
        "counted numeral",
        # "Group I" and "Zone X" may be one of the letters
        rf"\b(?!{any_of(LETTERED)}\s[IVX]\b)"
        rf"(?P<name>{any_of(COUNTED)})\s(?P<numeral>{PLAIN_NUMERAL})(?!\w|['’]\w)",
        _say_counted,
        ("World War II", "World War two"),
        ("Chapter IV", "Chapter four"),
        ("Super Bowl XLVIII", "Super Bowl forty eight"),
        ("Type I, Group II", "Type one, Group two"),
        # letters: of no number, or behind what has letters
        ("In Group C, Part D and Class M", "In Group C, Part D and Class M"),
        ("Group I and Category X", "Group I and Category X"),
        needs="IVXLCDM",
    ),
    spoken_form(
        "third of a family",
        # an initial between two names, or a first name of Americans
        r"\b(?P<name>[A-Z][a-z]+\s[A-Z]\.?\s[A-Z][a-z]+"
        rf"|{any_of(FAMILY_NAMES)}\s(?:[A-Z][a-z]+\s)?[A-Z][a-z]+)"
        r",?\s(?P<numeral>II|III|IV|V)"
        r"(?P<own>['’]s)?(?!\w|['’]\w)",
        _say_ranked,
        ("John D. Rockefeller III gave", "John D Rockefeller the third gave"),
        ("Robert Griffin III's pass", "Robert Griffin the third's pass"),
        needs="IV",
    ),
    spoken_form(
        "small word with a numeral",
        rf"\b(?P<name>{any_of(SMALL_COUNTED)})"
        r"\s(?P<numeral>(?=[IVX]{2,}\b|[VX]\b)(?:X{0,3}(?:IX|IV|V?I{0,3})))"
        r"(?!\w|['’.]\w)",
        _say_counted,
        ("a type II error", "a type two error"),
        ("the part I played", "the part I played"),
        needs="IVX",
    ),
    spoken_form(
        "numeral after a name",
        # not behind a small word, which begins a sentence and no name
        r"\b(?!(?:The|An|This|That|Her|His|Their|Its|My|Your|Some|No|When|On|In|By|With)\b)"
        r"(?P<name>[A-Z][a-z]+)\s"
        r"(?P<numeral>II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX)"
        # Of what an apostrophe joins only "'s" may follow.
        r"(?!\w|['’][a-rt-z])",
        _say_counted,
        ("Rocky IV", "Rocky four"),
        ("The IV drip", "The IV drip"),
        needs="IVX",
    ),
    spoken_form(
        "numeral after a model",
        r"(?<![\w-])(?P<name>[A-Z]{1,3}\d{1,3}[A-Z]?)\s(?P<numeral>II|III|IV)(?!\w|['’][a-rt-z])",
        _say_counted,
        ("the R5 II takes", "the R five two takes"),
        ("an A7R III", "an A seven R three"),
        needs="I",
    ),
    spoken_form(
        "year in numerals",
        r"\b(?P<numeral>M{1,2}(?=[CDXLVI]{2})(?:CM|CD|D?C{0,3})"
        r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b",
        lambda match, variety: say_year(roman_value(match["numeral"]), british=variety.british),
        ("in MMXXIV", "in twenty twenty four"),
        needs="M",
    ),
)
