"""Numbers of telephones: figure by figure, in pairs where a language says pairs."""

from __future__ import annotations

import re

from audiopress.speaking.european.numbers.numerals import say_cardinal, spell_figures
from audiopress.speaking.european.words.amount_words import AMOUNTS
from audiopress.text.lazy_regex import compile_late

__all__ = ["say_phone_numbers"]

_GROUPS = r"\d{1,5}(?:[ ./-]{1,2}\d{1,9}){1,6}"
"""Matches figures in groups, as numbers of telephones are written."""

_PHONE = compile_late(
    rf"(?<![\w.,+/-])(?P<code>\+\d{{1,3}})[ ./-]?(?P<abroad>(?:\(0\) ?)?{_GROUPS}|\d{{6,12}})(?!\w)"
    r"|(?<![\w.,/-])(?<!\d )(?P<area>(?:0\d{0,4}|\(0\d{1,4}\))[ ./-]{1,3}\d{1,9}"
    r"(?:[ ./-]\d{1,9}){0,5})(?![\w/-]|,\d)"
    r"|(?P<told>\b(?:[Tt]el[.:]|[Tt]elefon[oe]?|[Tt]elefoon|[Tt]éléphone|[Tt]eléfono|[Ff]ax) ?:? ?)"
    rf"(?P<number>{_GROUPS}|\d{{5,12}}(?![/-]\d))(?!\w)"
)
"""Matches a number with the code of a country or of an area, or behind the word for telephone."""

_NO_COUNT = (
    r"(?! ?(?!(?:o|y|e|u|ou|para|en|em|desde|las|los|de lunes)\b)[a-záéíóúç%€$]|[\d,.]\d| \d)"
)
"""Matches behind figures that count nothing: in front of a noun they are a count."""

_NATIONAL = {
    "es": compile_late(
        rf"(?<![\w.,])(?<!\d )(?:[6789]\d{{2}} \d{{3}} \d{{3}}{_NO_COUNT}"
        r"|9\d \d{3} \d\d \d\d(?!\w| \d)|[6789]\d{2} \d\d \d\d \d\d(?!\w| \d))"
    ),
    "pt": compile_late(
        rf"(?<![\w.,])(?<!\d )(?:[6789]\d{{2}} \d{{3}} \d{{3}}{_NO_COUNT}"
        r"|2\d \d{3} \d\d \d\d(?!\w| \d)|\([1-9]\d\) ?9?\d{4}[- ]\d{4}(?!\w)"
        r"|9\d{4}-\d{4}(?!\w))"
    ),
    "it": compile_late(
        r"(?<![\w.,])(?<!\d )(?:3\d{2}[ /]\d{3} ?\d{4}"
        # numbers that are free or dear to call
        r"|(?:80[03]|84[08]|89[259]|199)[ /]\d{3}[ /]\d{3}(?! ?(?:euro|persone|abitanti|[€%])))"
        r"(?!\w| \d)"
    ),
}
"""Numbers without the code of an area that begins with a nought, by language.

The groups of two behind one of three are no thousands; Brazil has its area in brackets.
"""

_IN_PAIRS = ("fr", "es")
"""Languages that say two figures as one number."""

_PAIR = 2
"""Figures of a pair."""

_FEWEST = 6
"""Figures of a telephone number, at least; "0 12" is none."""


def say_phone_numbers(text: str, language: str) -> str:
    """Return ``text`` with its telephone numbers in words."""
    text = _PHONE.sub(lambda match: _say(match, language), text)
    if language in _NATIONAL:
        text = _NATIONAL[language].sub(lambda match: _say_groups(match[0], language), text)
    return text


def _say(match: re.Match[str], language: str) -> str:
    if sum(map(str.isdigit, match[0])) < _FEWEST:
        return match[0]
    if not match["code"]:
        return (match["told"] or "") + _say_groups(match["number"] or match["area"], language)
    code = match["code"].removeprefix("+")
    said = _say_group(code, language)
    # "(0)" is dialled at home alone.
    number = match["abroad"].replace("(0)", "")
    return f"{AMOUNTS[language].plus} {said}, {_say_groups(number, language)}"


def _say_groups(written: str, language: str) -> str:
    return ", ".join(_say_group(group, language) for group in re.findall(r"\d+", written))


def _say_group(figures: str, language: str) -> str:
    if language in _IN_PAIRS and len(figures) <= _PAIR:
        return say_cardinal(figures, language)
    return spell_figures(figures, language)
