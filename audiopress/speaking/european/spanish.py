"""Spanish ordinals in Roman numerals, and one o'clock: "II Guerra", "siglo XIX", "a la 1"."""

from __future__ import annotations

import re

from audiopress.speaking.european.numbers.numerals import say_cardinal
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, ROMAN_NUMERAL, roman_value
from audiopress.text.vocabulary import any_of

__all__ = ["say_spanish"]

_COUNTED = re.compile(
    r"\b(?P<word>siglos?|[Tt]omo|[Cc]apítulo|[Tt]ítulo|[Vv]olumen|[Aa]cto|[Ff]ase|[Pp]arte)"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals, said as numbers: "siglo XIX"."""

_CENTURIES = re.compile(rf"\b[Ss]iglos(?: (?:y |o |al |a |e )?{PLAIN_NUMERAL},?)+(?!\w)")
"""Matches several centuries: "siglos XV y XVI"."""

_NUMERAL = re.compile(rf"\b{PLAIN_NUMERAL}\b")
"""Matches one of their numerals."""

_RANK = re.compile(
    rf"\b(?P<numeral>(?=[IVX]){ROMAN_NUMERAL})\s"
    r"(?P<noun>[a-záéíóúñ]{4,}|Guerra|República|Congreso|Cumbre"
    r"|Edición|Feria|Premio|Asamblea|Legislatura)\b"
)
"""Matches a numeral in front of a noun, an ordinal: "II Guerra", "IV congreso"."""

_COUNTED_NOUN = re.compile(
    any_of("aniversario", "edición", "congreso", "siglo", "milenio", "cumbre", "asamblea",
           "legislatura", "jornadas?", "encuentro", "certamen", "premios?", "festival", "feria",
           "semana", "convenio", "plan", "dinastía", "semestre", "trimestre", "bienio", "trienio",
           "concurso", "torneo", "simposio", "foro", "ciclo", "maratón", "región", "zona") + "$"
)  # fmt: skip
"""Matches what one letter counts: else "V" is a letter and "X" a network."""

_ONE_THING = re.compile(r"\b(?:[Ee]l|[Ll]a|[Dd]el|[Aa]l|[Uu]na?|[Ss]u|[Ee]st[ae]|[Nn]uestr[oa])\s$")
"""Matches the article of one thing at the end, behind which a letter counts: "el X salón"."""

_NO_NOUNS = ("como", "para", "desde", "hasta", "sobre", "entre", "pero", "dice", "tiene", "está")
"""Words that stand behind a letter that counts nothing, also behind an article: "la V como"."""

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
    """Return ``text`` with Roman numerals as ordinals or numbers, and one o'clock in words."""
    text = _ONE_OCLOCK.sub(r"\g<to> la una", text)
    # Counted things first: in "En el siglo XXI todo cambia" no rank of "todo" is meant.
    text = _CENTURIES.sub(
        lambda m: _NUMERAL.sub(lambda n: say_cardinal(str(roman_value(n[0])), "es"), m[0]), text
    )
    return _RANK.sub(_write_rank, _COUNTED.sub(_write_counted, text))


def _write_counted(match: re.Match[str]) -> str:
    # In words at once: what follows is no noun that is counted ("En el siglo XXI todo ...").
    return f"{match['word']} {say_cardinal(str(roman_value(match['numeral'])), 'es')}"


def _write_rank(match: re.Match[str]) -> str:
    """Return "Segunda Guerra", "cuarto congreso", "veinte aniversario": ten ranks."""
    number, noun = roman_value(match["numeral"]), match["noun"]
    if len(match["numeral"]) == 1 and noun[0].islower() and not _is_counted(noun, match):
        return match[0]  # "V de", "X anunció": a letter
    # The endings of what is feminine among the nouns above: Guerra, Edición, Cumbre.
    feminine = re.search(r"(?:a|ión|bre)$", noun)
    if number > len(_ORDINALS):
        return f"{say_cardinal(str(number), 'es', 'f' if feminine else 'm')} {noun}"
    word = _ORDINALS[number - 1]
    if feminine:
        word = {"primer": "primera", "tercer": "tercera"}.get(word, word[:-1] + "a")
    return f"{word.title() if noun[0].isupper() else word} {noun}"


def _is_counted(noun: str, match: re.Match[str]) -> bool:
    if _COUNTED_NOUN.match(noun):
        return True
    return noun not in _NO_NOUNS and bool(_ONE_THING.search(match.string[: match.start()]))
