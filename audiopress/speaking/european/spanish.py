"""Spanish ordinals in Roman numerals, and one o'clock: "II Guerra", "siglo XIX", "a la 1"."""

from __future__ import annotations

import re

from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, ROMAN_NUMERAL, roman_value

__all__ = ["say_spanish"]

_COUNTED = re.compile(
    r"\b(?P<word>siglos?|[Tt]omo|[Cc]apítulo|[Tt]ítulo|[Vv]olumen|[Aa]cto|[Ff]ase|[Pp]arte)"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals, said as numbers: "siglo XIX"."""

_RANK = re.compile(
    rf"\b(?P<numeral>(?=[IVX]){ROMAN_NUMERAL})\s"
    r"(?P<noun>[a-záéíóúñ]{4,}|Guerra|República|Congreso|Cumbre"
    r"|Edición|Feria|Premio|Asamblea|Legislatura)\b"
)
"""Matches a numeral in front of a noun, an ordinal: "II Guerra", "IV congreso"."""

_ORDINALS = (
    "primer",
    "segundo",
    "tercer",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
    "décimo",
)
"""The ordinals that are said, in front of a noun; from eleven on the number is."""

_ONE_OCLOCK = re.compile(r"\b(?P<to>a|sobre|desde|hasta) la 1(?![\d:.,]*\d)")
"""Matches "a la 1", not "a la 1:30"."""


def say_spanish(text: str) -> str:
    """Return ``text`` with Roman numerals as ordinals or figures, and one o'clock in words."""
    # The library says "a la uno".
    text = _ONE_OCLOCK.sub(r"\g<to> la una", text)
    text = _RANK.sub(_write_rank, text)
    return _COUNTED.sub(lambda match: f"{match['word']} {roman_value(match['numeral'])}", text)


def _write_rank(match: re.Match[str]) -> str:
    """Return "Segunda Guerra", "cuarto congreso", "25 aniversario": ranks end with the tenth."""
    number, noun = roman_value(match["numeral"]), match["noun"]
    if len(match["numeral"]) == 1 and match["numeral"] != "X" and noun[0].islower():
        return match[0]  # "V de", "I por": a letter
    if number > len(_ORDINALS):
        return f"{number} {noun}"
    word = _ORDINALS[number - 1]
    # The endings of what is feminine among the nouns above: Guerra, Edición, Cumbre.
    if re.search(r"(?:a|ión|bre)$", noun):
        word = {"primer": "primera", "tercer": "tercera"}.get(word, word[:-1] + "a")
    return f"{word.title() if noun[0].isupper() else word} {noun}"
