"""Words and letters that multiply a number: "5bn", "5 million", "5k"; no form stands here."""

from __future__ import annotations

__all__ = ["SCALE", "find_scale"]

SCALE = (
    r"(?:\s?-?(?:(?:lakh|hundred|thousand|million)\s)?"
    # with a capital in headlines
    r"(?:[Bb]illion|[Mm]illion|[Tt]rillion|[Tt]housand|crore|lakh)s?\b"
    r"|\s?(?:bn|mn|mln|tn|trn|crs?|[bmtkBMTK])\b)"
)
"""Matches a scale behind a number of money, in full or shortened."""

_SCALES = {"k": "thousand", "m": "million", "b": "billion", "t": "trillion", "c": "crore"}
"""The first letter tells what a shortened scale stands for: "mn", "mln" and "m" are millions."""

_LONGEST_SHORT = 3
"""Letters of the longest shortened scale ("mln"); what is longer is a word already."""


def find_scale(text: str | None) -> str:
    """Return "million" for "m", "mn", "million"; nothing for nothing."""
    word = (text or "").strip(" -").lower()
    if len(word) > _LONGEST_SHORT:
        return word.removesuffix("s")
    return _SCALES.get(word[:1], "")
