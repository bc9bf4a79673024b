"""German, French and Spanish: damga says the numbers, in a guard, with a few rules of our own.

Measured by hand on sentences of each language: dates, times, money, percentages and units come
out right; German years after 1999 and regnal numerals did not, and are said here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["LANGUAGES", "speak_other"]

LANGUAGES = ("de", "fr", "es", "it")
_WRITTEN = re.compile(r"[\d%€$£§]|\b(?:[A-Za-zÀ-ÿ]{1,5}\.|[Mm]mes?|MM|Sra?|Dra?)(?=\s|$)")
_YEAR = re.compile(r"(?<![\d.,])20(\d\d)(?![\d.,]*\d)(?!\s?[€%])")
_NUMERAL = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][a-zà-ÿ]+)?) ([IVX]{1,5})\b(\.?)(?!\w)")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LARGEST = 25
_KINGS = re.compile(
    r"Louis|Charles|Henri|François|Philippe|Napoléon|Jean(?: Paul)?|Benoît|Pie|Léon|Felipe|Carlos|"
    r"Juan(?: Carlos| Pablo)?|Alfonso|Fernando|Benedicto|León|Enrique|Luis|Isabel|"
    r"Elisabeth|Élisabeth"
)
_ES = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo".split()  # noqa: SIM905


def speak_other(text: str, language: str) -> str:
    """Return ``text`` as it is said; unchanged where the library fails or knows no rule."""
    if language == "de":
        text = _YEAR.sub(lambda match: _german_year(match[1]), text)
    text = _NUMERAL.sub(lambda match: _regnal(match, language), text)
    if not _WRITTEN.search(text):
        return text
    return _normalized(text, language)


def _normalized(text: str, language: str) -> str:
    """Return the library's words; where it fails, the text stays as it is written."""
    try:
        said: str = _normalizer(language).normalize(text)
    except Exception:  # noqa: BLE001 - a native library: what it raises is not known
        return text
    return said or text


@cache
def _normalizer(language: str) -> Any:
    import damga  # noqa: PLC0415 - only for languages without rules of our own

    return damga.TextNormalizer(lang=language)


def _german_year(short: str) -> str:
    rest = _normalized(str(int(short)), "de") if int(short) else ""
    return f"zweitausend{rest}"


def _regnal(match: re.Match[str], language: str) -> str:
    """Louis quatorze, Felipe sexto: only for names that monarchs and popes bear."""
    name, numeral, stop = match[1], match[2], match[3]
    number = _value(numeral)
    if not _KINGS.fullmatch(name) or number > _LARGEST:
        return match[0]
    if language == "fr":
        return f"{name} {'premier' if number == 1 else _normalized(str(number), 'fr')}{stop}"
    if language == "es":
        word = _ES[number - 1] if number <= len(_ES) else _normalized(str(number), "es")
        return f"{name} {word}{stop}"
    return match[0]


def _value(numeral: str) -> int:
    total = 0
    for char, following in zip(numeral, numeral[1:] + " ", strict=True):
        worth = _VALUES[char]
        total += -worth if worth < _VALUES.get(following, 0) else worth
    return total
