"""German, French, Spanish and Italian: rules of our own, then damga says the numbers, in a guard.

What the library leaves or says wrongly is said before it: marks and addresses (`others_marks`),
short forms and Roman numerals (`others_short`), German years after 1999, regnal numerals.
Measured by `python tests/corpus/forms.py`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from audiopress.speaking.english.abbreviations.references import NUMERAL, value
from audiopress.speaking.european.abbreviations import say_abbreviations
from audiopress.speaking.european.symbols import say_symbols

__all__ = ["LANGUAGES", "normalize_european"]

LANGUAGES = ("de", "fr", "es", "it")
_WRITTEN = re.compile(r"[\d%€$£§]|\b(?:[A-Za-zÀ-ÿ]{1,5}\.|[Mm]mes?|MM|Sra?|Dra?)(?=\s|$)")
_YEAR = re.compile(r"(?<![\d.,])20(\d\d)(?![\d.,]*\d)(?!\s?[€%])")
_NUMERAL = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+)?) ([IVX]{1,5})\b(\.?)(?!\w)")
_LARGEST = 25
_KINGS = re.compile(
    r"Louis|Charles|Henri|François|Philippe|Napoléon|Jean(?:[ -]Paul)?|Benoît|Pie|Léon|"
    r"Felipe|Carlos|Juan(?: Carlos| Pablo)?|Alfonso|Fernando|Benedicto|León|Enrique|Luis|Isabel|"
    r"Elisabeth|Élisabeth"
)
_ES = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo".split()  # noqa: SIM905


def normalize_european(text: str, language: str) -> str:
    """Return ``text`` as it is said; unchanged where the library fails or knows no rule."""
    text = say_abbreviations(say_symbols(text, language), language)
    if language == "de":
        text = _YEAR.sub(lambda match: _german_year(match[1]), text)
    text = _NUMERAL.sub(lambda match: _regnal(match, language), text)
    if _WRITTEN.search(text):
        text = _normalized(text, language)
    return " ".join(text.split())


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
    name, stop = match[1], match[3]
    number = value(match[2]) if re.fullmatch(NUMERAL, match[2]) else 0
    if not _KINGS.fullmatch(name) or not 0 < number <= _LARGEST:
        return match[0]
    if language == "fr":
        return f"{name} {'premier' if number == 1 else _normalized(str(number), 'fr')}{stop}"
    if language == "es":
        word = _ES[number - 1] if number <= len(_ES) else _normalized(str(number), "es")
        if name == "Isabel":
            word = word[:-1] + "a"
        return f"{name} {word}{stop}"
    return match[0]
