"""num2words, which says whole numbers: what it is asked, what it says wrongly, and its bound.

This is the one file that knows the library. Numbers of more figures than anybody says as one, and
those that begin with a nought, are said figure by figure.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

__all__ = ["say_cardinal", "say_hundreds", "say_ordinal", "spell_figures"]

_MOST_FIGURES = 15
"""Figures of a number that is said as one: up to 999 billions (of a million millions)."""

_WORDS_KEPT = 4096
"""Answers that are kept: the same years and small numbers come again and again."""

_Mends = tuple[tuple[re.Pattern[str], str], ...]


def _compile(*pairs: tuple[str, str]) -> _Mends:
    return tuple((re.compile(wrong), right) for wrong, right in pairs)


_FAULTS = {
    # Said without "ein": "hundertzehn", "tausendsechshundert", "tausendhundertzwei".
    "de": _compile((r"(?:^|(?<=tausend)|(?<= ))ein(?=hundert|tausend)", "")),
    # "quatre-vingtsième", "deux centsième", "un millionième".
    "fr": _compile((r"(?<=[tn])sième$", "ième"), (r"^un (?=mill\w+ième$)", "")),
    # "veintiuno mil", "treinta y uno millones".
    "es": _compile(
        (r"veintiuno(?= mil)", "veintiún"),
        (r"\buno(?= mil)", "un"),
        (r"\bquadrag", "cuadrag"),
        (r"décimoprimero", "undécimo"),
        (r"décimosegundo", "duodécimo"),
    ),
    "it": _compile(
        (r"^un (?=milionesim)", ""),
        (r"(?<=\w)tre$", "tré"),
        ("dicott", "diciott"),
        (r"(?<=milion[ei]) e |(?<=miliard[oi]) e ", " "),
    ),
    "pt": _compile((",", "")),
    # Within a number the accent of "one" is not written: "honderdeen"; by itself it is.
    "nl": _compile((r"(?<=\w)één", "een"), (r"^een (?=mil\w+ste$)", "")),
}
"""By language: what the library says otherwise than people do, and what they say."""

_FEMININE = {
    "de": _compile((r"^eins$", "eine")),
    "fr": _compile((r"\bun$", "une")),
    "es": _compile((r"uno$", "una"), (r"ientos\b(?!.*mill[oó]n)", "ientas")),
    "it": _compile((r"^uno$", "una")),
    "pt": _compile(
        (r"\bum$", "uma"),
        (r"\bdois(?=$| mil\b)", "duas"),
        (r"entos\b(?!.*(?:milh|bilh|trilh))", "entas"),
    ),
    "nl": (),
}
"""By language: how a number is said of something feminine; millions are masculine themselves."""

_BEFORE_NOUN = {
    "de": _compile((r"^eins$", "ein")),
    "es": _compile((r"veintiuno$", "veintiún"), (r"\buno$", "un")),
    "it": _compile((r"^uno$", "un")),
}
"""By language: what a number loses in front of a noun that is not feminine."""


def say_cardinal(figures: str, language: str, gender: str = "") -> str:
    """Return a whole number in words: "21" is "veintiuno", "veintiún" (m) or "veintiuna" (f).

    ``gender`` is that of the noun behind it, if one follows.
    """
    if len(figures) > _MOST_FIGURES or (figures[0] == "0" and len(figures) > 1):
        return spell_figures(figures, language)
    return _ask_cardinal(int(figures), language, gender)


def say_hundreds(year: int, language: str) -> str:
    """Return a year of the second thousand in hundreds: "neunzehnhundertneunzig"."""
    word = "hundert" if language == "de" else "honderd"
    rest = _ask_cardinal(year % 100, language, "") if year % 100 else ""
    return _mend(f"{_ask_cardinal(year // 100, language, '')}{word}{rest}", _FAULTS[language])


@lru_cache(maxsize=_WORDS_KEPT)
def say_ordinal(number: int, language: str, *, feminine: bool = False) -> str:
    """Return the rank of a number, below ten thousand: "zweite", "second", "vigésima primeira"."""
    said: str = _load_library()[language].to_ordinal(number)
    said = _mend(said, _FAULTS[language])
    if feminine and language in ("es", "it", "pt"):
        return " ".join(re.sub(r"o$", "a", word) for word in said.split())
    return "première" if feminine and said == "premier" else said


def spell_figures(figures: str, language: str) -> str:
    """Return every figure by its name: "null acht null null"."""
    return " ".join(_ask_cardinal(int(figure), language, "") for figure in figures)


@lru_cache(maxsize=_WORDS_KEPT)
def _ask_cardinal(number: int, language: str, gender: str) -> str:
    said: str = _load_library()[language].to_cardinal(number)
    said = _mend(said, _FAULTS[language])
    if gender == "f":
        return _mend(said, _FEMININE[language])
    return _mend(said, _BEFORE_NOUN.get(language, ())) if gender else said


def _mend(said: str, faults: _Mends) -> str:
    for wrong, right in faults:
        said = wrong.sub(right, said)
    return said


@cache
def _load_library() -> dict[str, Any]:
    from num2words import CONVERTER_CLASSES  # noqa: PLC0415 - English texts need none of it

    # More people speak Portuguese in Brazil, and its short scale is what news there counts in.
    return {**CONVERTER_CLASSES, "pt": CONVERTER_CLASSES["pt_BR"]}
