"""Letters and figures together: AK-47, MH370, F-16s, H.264, 401(k).

Here belongs what is one name made of letters and figures. ``FIRST`` holds names that would be
taken for numbers with a sign; ``FORMS`` come when those are said, and take what is left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    THREE_DIGITS,
    say_amount,
    say_cardinal,
    say_code,
    say_digits,
)
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FIRST", "FORMS", "SERIES"]

_SHORTEST_WORD = 3
"""Letters in capitals that may be said as a word, if there is a vowel: "NATO 2", but "AK 47"."""


def _say_code(match: re.Match[str], _variety: Variety) -> str:
    """Say "MH370" figure by figure, "A320" in pairs: two letters make a flight of it."""
    head, number, tail = match["head"], match["number"], match["tail"]
    is_flight = len(head) > 1 and len(number) == THREE_DIGITS and head.isupper()
    words = say_digits(number) if is_flight else say_code(number)
    return f"{_spell(head)} {words}{' ' + tail if tail else ''}"


def _spell(head: str) -> str:
    """Return capitals letter by letter, unless they can be said as a word."""
    is_word = len(head) >= _SHORTEST_WORD and re.search(r"[AEIOUY]", head)
    return " ".join(head) if head.isupper() and not is_word else head


def _say_mixed(match: re.Match[str], _variety: Variety) -> str:
    parts = re.findall(r"\d+|[A-Za-z]+", match[0])
    return " ".join(say_code(part) if part.isdecimal() else part for part in parts)


def _make_plural(words: str) -> str:
    """Return the plural of a number in words."""
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith("x") else "s")


def _say_several(match: re.Match[str], _variety: Variety) -> str:
    """Say several of a code ("F-16s"); behind "in" a short number with s is of seconds."""
    head, number = match["head"], match["number"]
    if not head and len(number) < THREE_DIGITS and match["in"]:
        return f"{match['in']}{say_cardinal(int(number))} seconds"
    letters = head.rstrip("- ")
    link = " " if len(head) > len(letters) or letters else ""
    return f"{match['in'] or ''}{_spell(letters)}{link}{_make_plural(say_code(number))}"


def _say_behind_point(match: re.Match[str], _variety: Variety) -> str:
    """Say "X.509" without the point, as a name; "BA.2" with it."""
    number = match["number"]
    # Three figures are the number of a standard (H.264), fewer that of a version (BA.2).
    words = " point ".join(say_digits(part) for part in number.split("."))
    link = " " if number.isdecimal() and len(number) == THREE_DIGITS else " point "
    return " ".join(match["head"]) + link + words


def _say_pointed(match: re.Match[str], _variety: Variety) -> str:
    return f"{_spell(match['head'])} {say_amount(match['number'])}"


def _say_product(match: re.Match[str], variety: Variety) -> str:
    """Say the number of a product in pairs; Americans count those of Boeing."""
    head, number = match["head"], match["number"]
    # A reference of the corpus counts it; "seven thirty seven" is the more usual (decision 0104).
    if head == "Boeing" and not variety.british:
        return f"{head} {say_cardinal(int(number))}"
    return f"{head} {say_code(number)}"


# Names with points or brackets, which versions and decimals would cut.
FIRST: tuple[SpokenForm, ...] = (
    spoken_form(
        "401k",
        r"\b(?P<n>40[13])\(?(?P<k>k|b)\)?\b\)?",
        lambda match, _: f"{say_code(match['n'])} {match['k']}",
        ("us:a 401(k) plan", "a four oh one k plan"),
        needs="4",
    ),
    spoken_form(
        "lineage",
        r"(?<![\w.])(?P<head>[A-Z]{1,3})(?P<numbers>(?:\.\d{1,3}){3,5})\b(?![.,]?\d)",
        lambda match, _: f"{' '.join(match['head'])} {say_digits(match['numbers'])}",
        ("the B.1.1.7 variant", "the B one one seven variant"),
        ("B.1.617.2 and others", "B one six one seven two and others"),
    ),
    spoken_form(
        "decimal and a letter",
        r"(?<![\w.,$£€#/-])(?P<number>\d{1,4}\.\d{1,4})(?P<letter>[A-Z])\b(?![.'’/-]\w)",
        lambda match, _: f"{say_amount(match['number'])} {match['letter']}",
        ("a 1.6T engine", "a one point six T engine"),
    ),
    spoken_form(
        "agent", r"(?<![\w.,])007\b", "double oh seven", ("007", "double oh seven"), needs="7"
    ),
)
# An aircraft before scores, which fall as its numbers may: "787-9".
SERIES: tuple[SpokenForm, ...] = (
    spoken_form(
        "aircraft and its series",
        r"(?<![\w.,$£€#/-])(?P<number>7[0-9]7)-(?P<series>[1-9]00|[1-9]|10)(?P<tail>[A-Z]{0,3}s?)\b"
        r"(?![-/\w]|[.,]\d)",
        lambda match, _: (
            f"{say_code(match['number'])} {say_code(match['series'])}"
            f"{' ' * bool(match['tail'])}{' '.join(match['tail']).replace(' s', 's')}"
        ),
        ("a Boeing 737-800", "a Boeing seven thirty seven eight hundred"),
        (
            "two 777-300ERs and a 787-9",
            "two seven seventy seven three hundred E Rs and a seven eighty seven nine",
        ),
        ("us:from 797 to 800", "from seven hundred ninety seven to eight hundred"),
        needs="7",
    ),
)
# What is told by a word or a plural first, then codes from the plainest to any mixture.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "American highway",
        r"\bUS (?P<number>\d{2,3})"
        r"(?=\s(?:north|south|east|west|near|in|at|between|and|just|from)\w*\b"
        r"|[,.;](?!\d)|$)",
        lambda match, _: f"US {say_code(match['number'])}",
        ("us:Take U.S. 101 north.", "Take US one oh one north."),
        needs="U",
    ),
    spoken_form(
        "year of a product",
        r"\b(?P<head>iPhone|iOS|Windows|Boeing|Airbus|Flight|Route|Highway|Interstate|Xbox)\s"
        r"(?P<number>\d{3})\b",
        _say_product,
        ("Boeing 737", "Boeing seven thirty seven"),
        ("Windows 95", "Windows ninety five"),
    ),
    spoken_form(
        "several of a code",
        # letters before it, or "in", behind which the s are seconds
        r"(?P<in>\b(?:in|within|after|every)\s)?(?<![\w.,$£€])"
        r"(?P<head>(?:[A-Za-z]{1,6}[- ]?(?=\d))?)"
        r"(?P<number>\d{1,4})s\b(?![’'-]\w)",
        _say_several,
        ("F-16s and 747s", "F sixteens and seven forty sevens"),
        ("the under-21s", "the under twenty ones"),
        ("rested in 15s", "rested in fifteen seconds"),
        ("Year 7s", "Year sevens"),
        needs="s",
    ),
    spoken_form(
        "code behind a point",
        r"(?<![\w.])(?P<head>[A-Z]{1,4})\.(?P<number>\d{1,3}(?:\.\d{1,2})?)\b(?![.,]?\d)",
        _say_behind_point,
        ("H.264 video", "H two six four video"),
        ("Omicron BA.2", "Omicron B A point two"),
    ),
    spoken_form(
        "code with a point",
        r"\b(?P<head>[A-Za-z]{1,6})-?(?P<number>\d{1,3}\.\d{1,3})\b(?![.,]?\d)",
        _say_pointed,
        ("v2.1", "version two point one"),
        ("PM2.5 levels", "P M two point five levels"),
        ("GPT-3.5", "G P T three point five"),
        needs=".",
    ),
    spoken_form(
        "code",
        # up to ten letters, a hyphen or none, up to five figures, and letters behind them
        r"\b(?P<head>[A-Za-z]{1,10})-?(?P<number>\d{1,5})(?P<tail>[A-Za-z]{0,3})\b(?![.,]\d)",
        _say_code,
        ("Covid-19", "Covid nineteen"),
        ("Flight MH370", "Flight M H three seven zero"),
        ("an AK-47", "an A K forty seven"),
        ("the A320", "the A three twenty"),
        ("BBC2", "B B C two"),
    ),
    spoken_form(
        "mixed code",
        r"\b(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{3,}\b",
        _say_mixed,
        ("B2A23C", "B two A twenty three C"),
    ),
)
