"""Portuguese Roman numerals: "século XIX", "D. Pedro II", "a II Guerra Mundial"."""

from __future__ import annotations

import re

from audiopress.speaking.european.numbers.numerals import say_cardinal, say_ordinal
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["say_portuguese"]

_COUNTED = compile_late(
    r"\b(?P<word>[Ss]éculos?|[Tt]omo|[Cc]apítulo|[Tt]ítulo|[Vv]olume|[Aa]to|[Aa]cto|[Ff]ase"
    rf"|[Aa]nexo|[Pp]arte)\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals: ordinals up to the tenth, numbers beyond it."""

_CENTURIES = compile_late(rf"\b[Ss]éculos(?: (?:e |ou |ao |a )?{PLAIN_NUMERAL},?)+(?!\w)")
"""Matches several centuries: "séculos XV e XVI"."""

_NUMERAL = compile_late(rf"\b{PLAIN_NUMERAL}\b")
"""Matches one of their numerals."""

_RANK = compile_late(
    rf"\b(?P<numeral>{PLAIN_NUMERAL})\s(?P<noun>Guerra|República|Congresso|Cúpula|Cimeira|Edição"
    r"|Feira|Bienal|Exposição|Legislatura|Jornada|Encontro|Semana|Fórum|Conferência"
    r"|guerra|edição|república|congresso|encontro|semana)\b"
)
"""Matches a numeral in front of a noun that is counted so."""

_MONARCH = compile_late(
    r"\b(?P<name>"
    + any_of("João(?: Paulo)?", "Pedro", "Manuel", "Luís", "Carlos", "Henrique", "Filipe", "Felipe",
             "Afonso", "Sancho", "Dinis", "Fernando", "Sebastião", "Napoleão", "Bento", "Pio",
             "Paulo", "Leão", "Isabel", "Elizabeth", "Elisabete", "Maria", "Catarina", "Jorge",
             "Eduardo", "José", "Francisco", "Guilherme", "Nicolau", "Alexandre", "Margarida")
    + rf")\s(?P<numeral>{PLAIN_NUMERAL})\b"
)  # fmt: skip
"""Matches a name that kings and popes bear, and its numeral."""

_QUEENS = ("Isabel", "Elizabeth", "Elisabete", "Maria", "Catarina", "Margarida")
"""Names of women among them."""

_LAST_ORDINAL = 10
"""The last that is said as an ordinal: "Pio décimo", but "Luís catorze"."""

_FEMININE = compile_late(r"(?:a|ção|bienal)$", re.IGNORECASE)
"""Matches the endings of the feminine nouns above."""


def say_portuguese(text: str) -> str:
    """Return ``text`` with Roman numerals as ordinals, or as numbers beyond the tenth."""
    text = _MONARCH.sub(
        lambda m: f"{m['name']} {_say(m['numeral'], feminine=m['name'] in _QUEENS)}", text
    )
    text = _CENTURIES.sub(lambda m: _NUMERAL.sub(lambda n: _say(n[0], feminine=False), m[0]), text)
    text = _RANK.sub(_say_rank, text)
    return _COUNTED.sub(
        lambda m: f"{m['word']} {_say(m['numeral'], feminine=m['word'].endswith('arte'))}", text
    )


def _say(numeral: str, *, feminine: bool) -> str:
    number = roman_value(numeral)
    if number <= _LAST_ORDINAL:
        return say_ordinal(number, "pt", feminine=feminine)
    return say_cardinal(str(number), "pt")


def _say_rank(match: re.Match[str]) -> str:
    noun = match["noun"]
    rank = say_ordinal(roman_value(match["numeral"]), "pt", feminine=bool(_FEMININE.search(noun)))
    return f"{rank.title() if noun[0].isupper() else rank} {noun}"
