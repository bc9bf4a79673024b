"""Prices and numbers whose marks differ from what the other rules read.

"12,- Euro", "5.– Franken"; "$1,234.56", which the Americas write among these languages too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re

__all__ = ["write_plain_numbers"]

_NO_CENTS = compile_late(r"(?<=\d)[.,][-–—−]{1,2}(?=[\s€$£.,;:!?)»”\"]|$)(?!\s?\d)")
"""Matches the dash in place of cents: "12,-", "5.–", not a range ("3.-5. Mai")."""

_POINT_BEHIND_COMMAS = compile_late(r"(?<![\w.,])\d{1,3}(?:,\d{3})+\.\d{1,2}(?!\w|[.,]\d)")
"""Matches "1,234.56", which can be read in one way alone."""

_DOLLARS = compile_late(r"(?<=\$)\s?\d{1,3},\d{3}(?![\w]|[.,]\d)")
"""Matches "$1,234": no price has three decimals."""

_THOUSANDS = compile_late(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\w|[.,]\d)")
"""Matches "1,234" where commas part thousands."""

_POINT_COUNTRIES = frozenset(
    ("mx", "us", "pr", "gt", "hn", "ni", "sv", "do", "pa", "pe", "cu"),
)
"""Countries of Spanish in which commas part thousands, as CLDR has it."""

_SWAPPED = str.maketrans(",.", ".,")
"""Points for commas, and the other way."""


def write_plain_numbers(text: str, language: str) -> str:
    """Return ``text`` with such numbers as Europe writes them; ``language`` may have a region."""
    text = _NO_CENTS.sub("", text)
    if "," not in text:
        return text
    text = _POINT_BEHIND_COMMAS.sub(_swap, text)
    base, _, region = language.lower().rpartition("-")
    if base.startswith(("es", "pt")) or language.lower() in ("es", "pt"):
        text = _DOLLARS.sub(_swap, text)
    return _THOUSANDS.sub(_swap, text) if base == "es" and region in _POINT_COUNTRIES else text


def _swap(found: re.Match[str]) -> str:
    return found[0].translate(_SWAPPED)
