"""Dutch Roman numerals and joined numbers: "Lodewijk XIV", "hoofdstuk IV", "15-jarige"."""

from __future__ import annotations

from audiopress.speaking.european.numbers.numerals import say_cardinal, say_ordinal
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["say_dutch"]

_MONARCH = compile_late(
    r"\b(?P<name>"
    + any_of("Lodewijk", "Willem", "Karel", "Hendrik", "Filips", "Frederik", "Napoleon", "Leopold",
             "Johannes(?: Paulus)?", "Paulus", "Pius", "Leo", "Benedictus", "Elizabeth",
             "Catharina", "Margaretha", "Albert", "George", "Eduard", "Nicolaas", "Boudewijn",
             "Gregorius", "Clemens", "Maximiliaan", "Jacobus", "Peter", "Alexander", "Charles")
    + rf")\s(?P<numeral>{PLAIN_NUMERAL})\b(?!\s(?:speelt|wint|verliest|tegen|kreeg))"
)  # fmt: skip
"""Matches a name that kings and popes bear, and its numeral; the club "Willem II" plays."""

_COUNTED = compile_late(
    rf"\b(?P<word>[Hh]oofdstuk|[Dd]eel|[Bb]oek|[Tt]itel|[Ff]ase|[Ww]illem|WO)"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals, said as numbers: "hoofdstuk IV", "WO II"."""

_RANK = rf"{PLAIN_NUMERAL}(?:de|ste|e)"
"""Matches a rank in Roman numerals: "XXe"."""

_CENTURY = compile_late(
    rf"\b(?P<numeral>{PLAIN_NUMERAL})(?:de|ste|e)"
    rf"(?=(?:,? (?:(?:en|of|tot) )?{_RANK}){{0,3}}[ -][Ee]euw)"
)
"""Matches the numerals of "de XXe eeuw", "de XIXe en XXe eeuw"."""

_JOINED = compile_late(r"(?<![\w.,])(?P<number>\d+)(?P<end>(?:jarig|daags|koppig|voudig)\w*)")
"""Matches figures that are a word with what follows: "15-jarige", its hyphen gone."""

_DECADE = compile_late(r"(?<![\w.,])(?P<number>\d+)['’]?ers?\b")
"""Matches "tachtigers" in figures."""


def say_dutch(text: str) -> str:
    """Return ``text`` with Roman numerals and joined numbers in words."""
    text = _MONARCH.sub(
        lambda m: f"{m['name']} de {say_ordinal(roman_value(m['numeral']), 'nl')}", text
    )
    text = _CENTURY.sub(lambda m: say_ordinal(roman_value(m["numeral"]), "nl"), text)
    text = _COUNTED.sub(lambda m: f"{m['word']} {roman_value(m['numeral'])}", text)
    text = _JOINED.sub(lambda m: f"{say_cardinal(m['number'], 'nl')}{m['end']}", text)
    return _DECADE.sub(lambda m: f"{say_cardinal(m['number'], 'nl')}ers", text)
