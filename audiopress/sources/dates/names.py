"""The names of months and weekdays, in the languages of feeds that some program wrote."""

from __future__ import annotations

import functools
import unicodedata

from audiopress.text.months import ENGLISH_MONTHS

__all__ = ["find_month", "is_weekday"]

_LOCALES = ("de", "de_AT", "fr", "es", "it", "pt", "nl", "da", "nb", "sv")
"""Whose names are known besides those of English, by the CLDR."""

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""As English feeds begin them: without the CLDR, which most need not load."""

_SHORTEST = 3
"""Letters of a name that is cut short."""


def find_month(name: str) -> int:
    """Return the number of the month of this name, 0 where it is none or not the same everywhere.

    English ones may be cut short anywhere, others as the CLDR has it.
    """
    said = _fold(name)
    for number, month in enumerate(ENGLISH_MONTHS, start=1):
        if len(said) >= _SHORTEST and month.startswith(said):
            return number
    return _load_months().get(said, 0)


def is_weekday(name: str) -> bool:
    """Whether a word is the name of a day of the week, in full or cut short."""
    said = _fold(name)
    if len(said) >= _SHORTEST and any(day.startswith(said) for day in _ENGLISH_DAYS):
        return True
    return said in _load_days()


@functools.cache
def _load_months() -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for name, number in _list_names("months"):
        numbers.setdefault(name, set()).add(number)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1}


@functools.cache
def _load_days() -> frozenset[str]:
    return frozenset(name for name, _ in _list_names("days"))


def _list_names(kind: str) -> list[tuple[str, int]]:
    """Return names and numbers: in a date ("format") and alone, wide and abbreviated."""
    from babel import Locale  # noqa: PLC0415 - most feeds are English

    return [
        (_fold(name), number)
        for locale in _LOCALES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in getattr(Locale.parse(locale), kind)[context][width].items()
    ]


def _fold(name: str) -> str:
    """Return a name as those are compared: small, without accents and full stops."""
    parts = unicodedata.normalize("NFD", name.casefold()).rstrip(".")
    return "".join(each for each in parts if not unicodedata.combining(each))
