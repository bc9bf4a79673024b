# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Short words that count things: volumes, figures, lives, Roman numerals behind a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal, say_ordinal
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "NUMERAL", "STATES", "value"]

NUMERAL = r"(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# the word that a short form in front of a figure stands for
_PARTS = {
    "vol": "volume", "vols": "volumes", "fig": "figure", "figs": "figures", "sec": "section",
    "secs": "sections", "art": "article", "arts": "articles", "ch": "chapter", "chap": "chapter",
    "eq": "equation", "par": "paragraph", "para": "paragraph", "paras": "paragraphs",
    "app": "appendix", "tab": "table", "ver": "version", "ed": "edition", "pt": "part",
    "ep": "episode", "eps": "episodes",
}  # fmt: skip
_DOTTED = frozenset(("art", "arts", "ed", "app", "tab", "par", "sec", "secs", "pt", "ver"))
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
    "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_ALSO_WORDS = ("IN", "ME", "OR", "OK", "HI", "OH", "AL", "ID", "LA", "DE")
_LIVES = {"b": "born", "d": "died", "ca": "circa", "fl": "flourished", "r": "reigned"}


def value(text: str) -> int:
    """Return what a Roman numeral is worth."""
    total = 0
    for char, following in zip(text, text[1:] + " ", strict=True):
        worth = _VALUES[char]
        total += -worth if worth < _VALUES.get(following, 0) else worth
    return total


def _part(match: re.Match[str], _variety: Variety) -> str | None:
    short = match["short"]
    if short.lower() in _DOTTED and not match["stop"]:
        return None
    word = _PARTS[short.lower()]
    number = match["numeral"]
    said = f"{word.title() if short[0].isupper() else word} "
    return said + (say_cardinal(value(number)) if number else "")


def _century(match: re.Match[str], _variety: Variety) -> str:
    return f"{say_ordinal(value(match['numeral']))} {match['word']}"


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "part with a number",
        rf"\b(?P<short>{'|'.join((*_PARTS, *map(str.title, _PARTS), 'VOL'))})\b(?P<stop>\.?)\s?"
        rf"(?:(?P<numeral>(?=[IVXLCDM]+\b){NUMERAL})\b(?!['’.]\w)|(?=\d{{1,3}}(?!\d)))",
        _part,
        ("vol. III", "volume three"),
        ("Vol 3", "Volume three"),
        ("(Fig. 3)", "(Figure three)"),
        ("Det Ch Insp Ali", "Detective Chief Inspector Ali"),
        ("Art. 5", "Article five"),
        ("the art 5 people made", "the art five people made"),
    ),
    spoken_form(
        "volume",
        r"(?<!-)\b(?P<v>[Vv])ol\b(?![-.'’])",
        r"\g<v>olume",
        ("(see vol", "(see volume"),
        ("a vol-au-vent", "a vol-au-vent"),
    ),
    spoken_form(
        "life",
        r"(?:(?<=[\s(])|^)(?P<short>b|d|ca|fl|r)\.\s?(?=(?:c\.\s?)?1?\d{3}\b|\d{1,2} [A-Z][a-z]+ \d{4})",
        lambda match, _: _LIVES[match["short"]] + " ",
        ("(b. 1920)", "(born nineteen twenty)"),
        ("(d. 3 June 1999)", "(died the third of June nineteen ninety nine)"),
        ("built ca. 1700", "built circa seventeen hundred"),
    ),
    spoken_form("circa", r"\bc\.\s?(?=\d{3,4}\b|\d{1,3},\d{3}|[£$€]\d)", "circa ", ("c. 500 BC", "circa five hundred B C")),
    spoken_form("feet behind a fraction", r"(?<=\d/\d )ft\b\.?|(?<=[½¼¾] )ft\b\.?", "feet", ("5 1/2 ft. deep", "five and one half feet deep"), needs="/½¼¾"),
    spoken_form("inches behind a fraction", r"(?<=\d/\d )in\.|(?<=[½¼¾] )in\.", "inches", ("3/4 in. thick", "three quarters inches thick"), needs="/½¼¾"),
    spoken_form(
        "state behind a town",
        rf"(?<=[a-z], )(?P<state>{'|'.join(STATES)})\b(?=\s\d{{5}}\b|[,;)]|\.?\s*$|(?<!\b(?:{'|'.join(_ALSO_WORDS)}))\s)",
        lambda match, _: STATES[match["state"]],
        ("Springfield, MO 65807", "Springfield, Missouri six five eight zero seven"),
        ("in Portland, OR", "in Portland, Oregon"),
        ("in Allentown, PA for a day", "in Allentown, Pennsylvania for a day"),
        ("Well, OK then", "Well, OK then"),
    ),
    spoken_form("estimate", r"(?<=\b\d{4} )est\.", "estimate", ("(2010 est.)", "(twenty ten estimate)")),
    spoken_form(
        "century",
        rf"\b(?P<numeral>{NUMERAL})(?:th)?\s(?P<word>[Cc]entur(?:y|ies))\b",
        _century,
        ("the XXI century", "the twenty first century"),
    ),
    spoken_form(
        "world wars",
        r"\bWW\s?(?P<number>III|II|I|1|2|3)\b",
        lambda match, _: "World War " + {1: "one", 2: "two", 3: "three"}[
            int(match["number"]) if match["number"].isdecimal() else len(match["number"])
        ],
        ("a WWII bomb", "a World War two bomb"),
    ),
    spoken_form(
        "weekdays",
        r"\b(?P<a>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?\s?[-–]\s?(?P<b>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?",
        lambda match, _: f"{_day(match['a'])} to {_day(match['b'])}",
        ("open Mon.-Fri.", "open Monday to Friday"),
    ),
    spoken_form(
        "degree",
        r"\b(?P<a>Ph|M|B|D)\.?\s?(?P<b>D|Sc|Phil|Ed|Litt)(?P<stop>\.)",
        lambda match, _: f"{match['a']}{match['b']}" + ("." if ends_sentence(match) else ""),
        ("a Ph.D. in law", "a PhD in law"),
        ("with a Ph.D. The", "with a PhD. The"),
    ),
    spoken_form("also known as", r"\b[Aa]\.?k\.?a\b\.?", "also known as", ("a.k.a. Bob", "also known as Bob")),
)  # fmt: skip


def _day(short: str) -> str:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return next(name for name in names if name.startswith(short[:3]))
