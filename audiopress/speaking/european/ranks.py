"""Ordinals in figures: "der 3. Platz", "2e tour", "3ª vez", "2º posto", "21e eeuw"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.european.german_ranks import say_german_ranks
from audiopress.speaking.european.numbers.numerals import say_cardinal, say_ordinal
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

__all__ = ["say_ranks"]

_HEAD = r"(?<![\w.,/-])"
"""Matches where a number begins, and not amid one."""

_FRENCH = compile_late(
    rf"{_HEAD}(?<!\d )(?P<number>\d{{1,3}}(?: \d{{3}}){{1,6}}|\d{{1,4}})"
    r"(?P<end>(?:er|re|ère|ers|res|e|ème|ième|è|nd|nde|de|d)s?)(?!\w)"
)
"""Matches "1er", "2e", "3èmes", "2nde"."""

_SPANISH = compile_late(
    rf"{_HEAD}(?P<number>\d{{1,4}})\.?(?P<end>[ºªoa]s?|er|ero|era|do|da|to|ta)(?!\w|\s?C\b)"
)
"""Matches "2º", "3.ª", "1.er"."""

_ITALIAN = compile_late(
    rf"{_HEAD}(?P<number>\d{{1,4}})\.?(?:(?P<end>[ºªoa])(?!\w)|°(?= [a-zà-ù]{{3}}))"
)
"""Matches "2º", "3ª", "1° posto"; "20°" by itself are degrees."""

_ITALIAN_BEHIND_ARTICLE = compile_late(
    r"(?:(?<=\b[IiAa]l )|(?<=\b[DdNn][ae]l ))(?P<number>\d{1,3})(?P<end>)°(?!\w|\s?[CFK]\b)"
)
"""Matches "dal 1° al 3 maggio", "il 5° è": degrees have no article of one thing before them."""

_PORTUGUESE = compile_late(
    rf"{_HEAD}(?P<number>\d{{1,4}})\.?(?P<end>[ºªoa]s?(?!\w|\s?C\b)|°(?= [a-zà-ú]{{3}}))"
)
"""Matches "2º", "3.ª"."""

_DUTCH = compile_late(rf"{_HEAD}(?P<number>\d{{1,4}})(?:e|ste|de)(?!\w)")
"""Matches "21e", "1ste", "3de"."""

_SPANISH_NOUN = compile_late(r" [a-záéíóúñ]{3}")
"""Matches a noun behind an ordinal."""

_SPANISH_FIRST = compile_late(r"(?<=prime)ro$|(?<=terce)ro$")
"""Matches what an ordinal loses before one: "vigésimo primer congreso"."""

_SPANISH_WORDS = 10
"""The last ordinal that Spanish says of a number with letters; with its sign each is said."""


def say_ranks(text: str, language: str) -> str:
    """Return ``text`` with its ordinals in words."""
    if language == "de":
        return say_german_ranks(text)
    if language == "it":
        text = _ITALIAN_BEHIND_ARTICLE.sub(_say_italian, text)
    pattern, say = _RULES[language]
    return pattern.sub(say, text)


def _say_french(match: re.Match[str]) -> str:
    number, end = int(match["number"].replace(" ", "")), match["end"]
    plural = "s" if (end.endswith("s") and number > 1) or end in ("ers", "res") else ""
    if number == 2 and end.startswith(("n", "d")):  # noqa: PLR2004 - the second has two words
        return f"second{'e' if 'de' in end else ''}{plural}"
    if (
        number == 0
        or end in ("d", "de", "ds", "des")
        or (end[:2] in ("er", "re", "èr") and number != 1)
    ):
        return match[0]
    feminine = number == 1 and not end.startswith("er")
    return say_ordinal(number, "fr", feminine=feminine) + plural


def _say_spanish(match: re.Match[str]) -> str:
    number, end = int(match["number"]), match["end"]
    if number == 0 or (number > _SPANISH_WORDS and end[0] not in "ºª"):
        return say_cardinal(str(number), "es") if end[0] in "ºª" else match[0]
    said = say_ordinal(number, "es", feminine=end[0] in "ªa" or end == "era")
    if number > _SPANISH_WORDS and _SPANISH_NOUN.match(match.string, match.end()):
        said = _SPANISH_FIRST.sub("r", said)
    return (
        said[:-1]
        if end == "er" and said in ("primero", "tercero")
        else said + "s" * (end[-1] == "s")
    )


def _say_italian(match: re.Match[str]) -> str:
    number = int(match["number"])
    if number == 0:
        return match[0]
    return say_ordinal(number, "it", feminine=(match["end"] or "") in ("ª", "a"))


def _say_portuguese(match: re.Match[str]) -> str:
    number = int(match["number"])
    if number == 0:
        return match[0]
    said = say_ordinal(number, "pt", feminine=match["end"][0] in "ªa")
    return said + "s" * match["end"].endswith("s")


def _say_dutch(match: re.Match[str]) -> str:
    return say_ordinal(int(match["number"]), "nl")


_RULES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "fr": (_FRENCH, _say_french),
    "es": (_SPANISH, _say_spanish),
    "it": (_ITALIAN, _say_italian),
    "pt": (_PORTUGUESE, _say_portuguese),
    "nl": (_DUTCH, _say_dutch),
}
"""How ranks are written and said, by language; German ones need a file of their own."""
