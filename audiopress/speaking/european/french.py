"""French ranks in Roman numerals: "XXIe siècle", "François Ier"."""

from __future__ import annotations

import re

from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, ROMAN_NUMERAL, roman_value

__all__ = ["say_french"]

_RANK = re.compile(
    rf"\b(?P<numeral>(?=[IVX]|[LCDM][IVXLCDM]){ROMAN_NUMERAL})(?P<end>er|re|e|ème)\b"
)
"""Matches "XXIe", "Ier"; "Le", "Ce", "De", "Me" are words, not the 50th, 100th, 500th, 1000th."""

_TWO_RANKS = re.compile(r"(?<=\de)[-–](?=\d{1,2}e\b)")
"""Matches the dash of "19e-20e", which is said "et"."""


_COUNTED = re.compile(
    rf"\b(?P<word>[Cc]hapitre|[Tt]ome|[Ll]ivre|[Aa]cte|[Tt]itre|[Vv]olume|[Aa]nnexe|[Pp]hase)"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is counted by numerals, said as numbers: "chapitre IV"."""


_FROM_FIRST = re.compile(r"(?<![\w.,/-])1er\s?[-–]\s?(?=\d{1,2} [a-zéû]{3,9}\b)")
"""Matches "1er-" of "1er-3 mai"."""


def say_french(text: str) -> str:
    """Return ``text`` with ranks in figures, which are said afterwards: "21e" for "XXIe"."""
    text = _FROM_FIRST.sub("1er au ", text)
    text = _COUNTED.sub(lambda match: f"{match['word']} {roman_value(match['numeral'])}", text)
    # Ranks first: the dash is looked for between figures, "XIXe-XXe" has none yet.
    return _TWO_RANKS.sub(" et ", _RANK.sub(_write_rank, text))


def _write_rank(match: re.Match[str]) -> str:
    number = roman_value(match["numeral"])
    if number == 1:
        return "première" if match["end"] == "re" else "premier"
    return f"{number}e"
