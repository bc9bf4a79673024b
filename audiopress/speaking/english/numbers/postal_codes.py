"""Postal codes of Europe, figure by figure: "10117 Berlin", "1012 AB Amsterdam".

How they are told from counts and years stands in `audiopress/speaking/postal_codes.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_digits
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.speaking.postal_codes import POSTAL_CODE, say_postal_code

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm

__all__ = ["FORMS"]

FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "postal code",
        POSTAL_CODE,
        lambda match, _: say_postal_code(match, say_digits),
        ("10117 Berlin", "one zero one one seven Berlin"),
        ("at Markt 5, 06108 Halle", "at Markt five, zero six one zero eight Halle"),
        ("F-75008 Paris", "F seven five zero zero eight Paris"),
        ("CH-8001 Zürich", "C H eight zero zero one Zürich"),
        ("1012 AB Amsterdam", "one zero one two A B Amsterdam"),
        ("1050 Brussels", "one zero five zero Brussels"),
        ("112 00 Stockholm", "one one two zero zero Stockholm"),
        ("00-950 Warsaw", "zero zero nine five zero Warsaw"),
        ("1100-053 Lisboa", "one one zero zero zero five three Lisboa"),
        # so many of them, and a year
        ("20000 Londoners", "twenty thousand Londoners"),
        ("the 2024 Paris Olympics", "the twenty twenty four Paris Olympics"),
        ("the 1970 Vienna talks", "the nineteen seventy Vienna talks"),
        ("1000 Berlin schools", "one thousand Berlin schools"),
    ),
)
