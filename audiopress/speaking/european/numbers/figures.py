"""What is left of figures when amounts, dates and ranks are words: nothing stays a figure.

Fractions, ranges, versions, numbers in groups, and every number that stands by itself.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.numbers.numerals import say_cardinal, say_ordinal
from audiopress.speaking.european.numbers.written_numbers import NUMBER, say_number
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.speaking.european.words.noun_gender import find_gender
from audiopress.speaking.european.words.symbol_words import WORDS
from audiopress.text.lazy_regex import compile_late

__all__ = ["say_figures", "write_ranges"]

_GROUPS = compile_late(r"(?<![\w.,/-])\d+(?:[-–]\d+){2,}(?![\w/])")
"""Matches numbers that a dash parts twice: a formation, the number of a book."""

_SCORE_FIGURES = 2
"""Figures that a score has at most."""

_YEAR_FIGURES = 4
"""Figures of a year."""

_RANGE = compile_late(
    rf"(?<![\w.,:/–-])(?P<first>{NUMBER}) ?[-–] ?(?P<last>{NUMBER})(?![\w:/–]|[.,]\d|-\d)"
)
"""Matches "10-15", "1914–1918"; also a score, which most languages say alike."""

_NAMED = compile_late(
    r"\b(?:[LRDA]\.? |[Aa]rt(?:icle|ikel|ículo|icolo|igo)s? |(?:[Nn]um[eé]ro|[Nn]úmero|[Nn]ummer"
    r"|Boeing|Airbus|Tupolev|Tupolew|Antonov|Antonow|Embraer) )$"
)
"""Matches at the end what bears a number of two parts: a law, a file, an aeroplane."""

_LOOKS_BACK = 20
"""Characters before a number in which that is looked for."""

_SIGN = compile_late(r"(?<![\w)\]%.])(?:(?P<minus>[-−–])|(?P<plus>\+) ?)(?=\d)")
"""Matches the sign of a number."""

_BETWEEN = compile_late(r"(?<=\d) ?(?P<sign>[+−]) ?(?=\d)")
"""Matches a sign between two numbers."""

_FRACTION = compile_late(r"(?<![\w.,/-])(?P<above>\d{1,2})/(?P<below>\d{1,3})(?![\w/]|[.,]\d)")
"""Matches "3/4"."""

_PARTS = {
    "de": ("halb", "Drittel/Drittel", "Viertel/Viertel"),
    "fr": ("demi/demis", "tiers/tiers", "quart/quarts"),
    "es": ("medio/medios", "tercio/tercios", "cuarto/cuartos"),
    "it": ("mezzo/mezzi", "terzo/terzi", "quarto/quarti"),
    "pt": ("meio/meios", "terço/terços", "quarto/quartos"),
    "nl": ("half/halve", "derde/derde", "kwart/kwart"),
}
"""A half, a third and a quarter, one and more."""

_HIGHEST_PART = 10
"""Parts of a fraction that are said by a word; of more, each number is said by itself."""

_LARGE_PARTS = (12, 15, 16, 20, 25, 32, 50, 100)
"""And the few others that people say."""

_YEARS = compile_late(
    r"(?<![\w.,/-])(?P<first>(?:1[5-9]|20)\d\d)/(?P<last>\d{2}|\d{4})(?![\w/]|[.,]\d)"
)
"""Matches a season: "2023/24"."""

_QUARTER = compile_late(r"(?<=\b[QT] [1-4])/(?=(?:19|20)\d\d(?!\d))")
"""Matches the slash of "Q 3/2024", whose letter and figure were parted before."""

_ALL_DAY = compile_late(r"(?<![\w.,/])24/7(?![\w/])")
"""Matches what is no fraction and has no word for its slash: all day, all week."""

_SLASH = compile_late(r"(?<=\d)/(?=\d)")
"""Matches a slash between two other numbers."""

_DOTS = compile_late(r"\d+(?:\.\d+)+")
"""Matches what has points and is no thousand: a version, an address of a machine."""

_JOINED = compile_late(
    r"(?P<number>\d+(?:,\d+)?)-?(?P<end>(?:jährig|fach|stündig|tägig|köpfig|prozentig|malig)\w*"
    r"|er[ns]?\b(?:-(?=[A-ZÄÖÜ]))?)"
)
"""Matches German figures that are a word with what follows: "15-jährige", "3fach", "80er-"."""

_HALF = compile_late(r"(?P<whole>\d+)\s?(?P<sign>[½¼¾⅓⅔⅛])")
"""Matches German mixed numbers, which are one word: "zweieinhalb"."""

_HALVES = {"½": "einhalb", "¼": "einviertel", "¾": "dreiviertel", "⅓": "eindrittel",
           "⅔": "zweidrittel", "⅛": "einachtel"}  # fmt: skip
"""What is joined to a German number."""

_PLAIN = compile_late(NUMBER)
"""Matches any number that is left."""


_MONEY = compile_late(r" (?:[Ee]uro|[Dd]ollar|Franken|Pfund|Prozent|Meter|Kilometer|Liter)\b")
"""Matches what makes a number of four figures an amount, not a year."""


def write_ranges(text: str, language: str) -> str:
    """Return ``text`` with the dashes of ranges and the signs of numbers in words."""
    text = _GROUPS.sub(lambda match: re.sub(r"[-–]", " ", match[0]), text)
    text = _RANGE.sub(lambda match: _write_range(match, language), text)
    words = AMOUNTS[language]
    text = _SIGN.sub(lambda m: f"{words.minus if m['minus'] else words.plus} ", text)
    return _BETWEEN.sub(lambda m: f" {words.plus if m['sign'] == '+' else words.minus} ", text)


def say_figures(text: str, language: str) -> str:
    """Return ``text`` with all its figures in words."""
    if language == "de":
        text = _JOINED.sub(_join, text)
        text = _HALF.sub(lambda m: f"{say_cardinal(m['whole'], 'de')}{_HALVES[m['sign']]}", text)
    text = _YEARS.sub(r"\g<first> \g<last>", _QUARTER.sub(" ", text))
    text = text if language == "fr" else _ALL_DAY.sub("24 7", text)
    text = _FRACTION.sub(lambda match: _say_fraction(match, language), text)
    text = _SLASH.sub(f" {_SLASHES.get(language) or WORDS[language].slash} ", text)
    text = _DOTS.sub(lambda match: _say_dots(match, language), text)
    return _PLAIN.sub(lambda match: _say_plain(match, language), text)


_SLASHES = {"fr": "sur"}
"""What a slash between numbers is called where it is not called by its name."""


def _write_range(match: re.Match[str], language: str) -> str:
    to = AMOUNTS[language].to
    first, last = match["first"], match["last"]
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    if _NAMED.search(before):
        # A blank in front of three figures would part thousands.
        return f"{first}{',' if len(last) > _SCORE_FIGURES else ''} {last}"
    if language == "nl" and (_is_score(first, last) or _stands_with_scores(match)):
        to = ""
    if language == "it" and min(len(first), len(last)) == _YEAR_FIGURES:
        to = "al"  # "1915-1918": from one year to another; of smaller numbers nothing is said
    return " ".join(filter(None, (first, to, last)))


_SCORED = compile_late(r"(?:\d[-–]\d(?: \(\d+\))?, |\b(?:met|werd|stand|eindstand) )$")
"""Matches at the end a score, or a word behind which one stands."""

_FURTHER = compile_late(r", \d[-–]\d\b")
"""Matches another score."""

_NOTHING_COUNTED = compile_late(r"(?! ?%| (?!(?:en|van|tegen|bij|in|op|door|na|voor)\b)[a-z])")
"""Matches where no noun follows: "met 2-3 dagen" is a range."""


def _stands_with_scores(match: re.Match[str]) -> bool:
    """Whether two figures that go upwards are a score too: "verloor met 2-3", "6-4, 3-6"."""
    text, end = match.string, match.end()
    if len(match["first"] + match["last"]) > _SCORE_FIGURES or not _NOTHING_COUNTED.match(
        text, end
    ):
        return False
    before = text[max(0, match.start() - _LOOKS_BACK) : match.start()]
    return bool(match["first"] == "0" or _SCORED.search(before) or _FURTHER.match(text, end))


def _is_score(first: str, last: str) -> bool:
    """Whether small numbers are a score: a range goes upwards."""
    small = max(len(first), len(last)) <= _SCORE_FIGURES
    return small and int(last) <= int(first)


def _say_fraction(match: re.Match[str], language: str) -> str:
    above, below = int(match["above"]), int(match["below"])
    if not 0 < above < below or not (below <= _HIGHEST_PART or below in _LARGE_PARTS):
        return match[0]
    number = say_cardinal(match["above"], language, "m")
    return f"{number} {_name_part(above, below, language)}"


@cache
def _name_part(above: int, below: int, language: str) -> str:
    if below <= len(_PARTS[language]) + 1:
        one, _, many = _PARTS[language][below - 2].partition("/")
        return many if above > 1 and many else one
    rank = say_ordinal(below, language)
    if language == "de":
        return rank.removesuffix("te").removesuffix("s").capitalize() + (
            "stel" if below >= 20 else "tel"  # noqa: PLR2004 - the tens have an s
        )
    if language == "es" and below > _HIGHEST_PART:
        return f"{say_cardinal(str(below), 'es')}avo{'s' if above > 1 else ''}"
    if language == "pt" and below > _HIGHEST_PART:
        return f"{say_cardinal(str(below), 'pt')} avos"
    if above == 1 or language == "nl":
        return rank
    return rank[:-1] + "i" if language == "it" else rank + "s"


def _say_dots(match: re.Match[str], language: str) -> str:
    if _PLAIN.fullmatch(match[0]):
        return match[0]
    dot = f" {WORDS[language].dot} "
    said = (say_cardinal(part, language) for part in match[0].split("."))
    return _pad(dot.join(said), match)


def _join(match: re.Match[str]) -> str:
    number = say_number(match["number"], "de", "m")
    end = match["end"]
    return f"{number}{end.removesuffix('-')}{' ' if end.endswith('-') else ''}"


def _say_plain(match: re.Match[str], language: str) -> str:
    text, end = match.string, match.end()
    gender = find_gender(text, end, language)
    return _pad(say_number(match[0], language, gender, amount=bool(_MONEY.match(text, end))), match)


def _pad(said: str, match: re.Match[str]) -> str:
    """Return words with a space where a letter stands beside the figures: "5a"."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    left = " " if before.isalpha() else ""
    return f"{left}{said}{' ' if after.isalpha() else ''}"
