"""All numbers of a text in words, step by step: each step sees what those before it left."""

from __future__ import annotations

from audiopress.speaking.european.amounts.amounts import say_amounts
from audiopress.speaking.european.dates_and_times.clock_times import say_clock_times
from audiopress.speaking.european.dates_and_times.dates import write_dates
from audiopress.speaking.european.numbers.figures import say_figures, write_ranges
from audiopress.speaking.european.numbers.phone_numbers import say_phone_numbers
from audiopress.speaking.european.ranks import say_ranks
from audiopress.text.lazy_regex import compile_late

__all__ = ["say_numbers"]

_NEEDED = compile_late(r"[\d%€$£]")
"""Matches what there is anything to say of; most paragraphs have none of it."""

_STEPS = (
    write_dates,  # "03.05.2024" looks like the number of a telephone
    say_phone_numbers,  # before its groups are thousands, or its dashes ranges
    write_ranges,  # "5-10 %" is "5 to 10 %": behind dates and telephones, which have dashes
    say_clock_times,
    say_ranks,  # before amounts: in "2° posto" the sign is no degree
    say_amounts,
    say_figures,
)
"""In their order."""


def say_numbers(text: str, language: str) -> str:
    """Return ``text`` with no figure left in it, in time that grows with its length alone."""
    if not _NEEDED.search(text):
        return text
    for step in _STEPS:
        text = step(text, language)
    return text
