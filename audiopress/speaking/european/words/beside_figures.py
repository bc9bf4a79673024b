"""Short words that a figure tells: "3x", "500 gr", "1/2 hora", "9h-18h", "venceu por 3x1".

They come before units and signs, which would read their letters otherwise.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.european.words.noun_gender import find_gender
from audiopress.text.lazy_regex import compile_late

__all__ = ["say_beside_figures"]

_TIMES = {"de": "mal", "fr": "fois", "es": "veces", "it": "volte", "pt": "vezes", "nl": "keer"}
"""What "x" behind a number is, in front of no other."""

_SO_MANY_TIMES = compile_late(r"(?<![\w.,/-])([2-9]|\d{2,3})\s?x(?=[,;:)]|\s(?![\dx×])|$)")
"""Matches "3x" of "3x más"; "3x4" are sides, and "5x" within a word a name."""

_GRAMS = compile_late(r"(?<=\d)\s?gr\b(?:\.(?=\s[a-zà-ÿ]))?(?!\w|/)")
"""Matches the grams of recipes, which have one letter elsewhere."""

_HALVES = {"es": ("medio", "media"), "pt": ("meio", "meia"), "it": ("mezzo", "mezza")}
"""A half of something masculine and feminine."""

_HALF = compile_late(r"(?<![\w.,/-])(?<!\d )1/2 (?!d[aeiou]\b|del\b)(?=[a-zà-ú]{3})")
"""Matches "1/2 " in front of a noun: what is behind a number counts with it."""

_SCORE = (
    r"(\b(?i:venc|perd|empat|ganh|bate|derrot|gole|vit[óo]ria|placar|resultado)\w*[^.;\d]{0,40}?\b)"
    r"(\d{1,2})\s?[x×]\s?(\d{1,2})(?![\w.,]*\d| ?(?:c?m|cent))\b"
)
"""Matches the result of a match in Portuguese, behind what was done in it."""

_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        # "gegen 20 h": a time of day, where "12 h" are hours.
        (r"\b([Uu]m|[Gg]egen|[Aa]b|[Bb]is) ([01]?\d|2[0-4])\s?h\b(?!\w|\s?\d)", r"\1 \2 Uhr"),
    ),
    "fr": (
        (r"\bav\.\s(?=[A-ZÉ][\w'’-])(?!J\.)", "avenue "),
        (r"(?<=\de\s)arr\.(?=\s[a-z]|[,;)])|(?<=\der\s)arr\.(?=\s[a-z]|[,;)])",
         "arrondissement"),
        (r"\bbât\.\s(?=[A-Z\d])", "bâtiment "),
        # "1,75 m": as one says heights, "un mètre soixante-quinze".
        (r"(?<![\w.,/-])(\d{1,2}),([1-9]\d)\s?m(?![\w²³/]|\.\w)", r"\1 m \2"),
    ),
    "es": (
        # Millions of companies' reports, behind which their currency stands.
        (r"(?<=\d)\s?MM\s?(?=[€$])", " millones "),
        (r"\$\s?(?=\d[\d.,]*(?: mil(?:lones)?(?: de)?)? pesos\b)", ""),
        (r"(?<![\w)])[-−–](\d{1,2})\s?º(?!\s?[CF]\b|\w)", r"menos \1 °"),
        (r"(?<![\w.,/-])2/3 partes\b", "dos terceras partes"),
        (r"(?<![\w.,/-])3/4 partes\b", "tres cuartas partes"),
        (r"(?<![\w.,/-])([2-4])/5 partes\b", r"\1 quintas partes"),
        (r"(?<=\dh)\s?[-–]\s?(?=\d{1,2}h\b)", " a "),
    ),
    "it": (
        (r"\b([Pp])\.\s?z?za\s(?=[A-ZÀ-Ý])", r"\1iazza "),
        (r"(?<=\dh)\s?[-–]\s?(?=\d{1,2}h\b)", " a "),
    ),
    "pt": (
        (_SCORE, r"\1\2 a \3"),
        (r"(?<=\dh)\s?[-–]\s?(?=\d{1,2}h\b)", " às "),
        (r"(?<![\w.,/-])(\d{1,2})s(\d\d)(?![\w.,]*\d)\b", r"\1 s \2"),
    ),
}  # fmt: skip
"""By language: what is written, and what is said for it, in this order."""


def say_beside_figures(text: str, language: str) -> str:
    """Return ``text`` with such words written out; its figures stay."""
    for pattern, said in _compile(language):
        text = pattern.sub(said, text)
    if language in _HALVES:
        text = _HALF.sub(lambda match: _say_half(match, language), text)
    text = _SO_MANY_TIMES.sub(rf"\1 {_TIMES[language]}", text)
    return _GRAMS.sub(" g", text)


def _say_half(match: re.Match[str], language: str) -> str:
    feminine = find_gender(match.string, match.end() - 1, language) == "f"
    return f"{_HALVES[language][feminine]} "


@cache
def _compile(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said in _RULES.get(language, ()))
