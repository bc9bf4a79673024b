"""Dates in German, French, Spanish, Italian, Portuguese and Dutch: "Freitag, 3. Mai 2024".

The names of months and days are those of the CLDR, by Babel. To load them takes a tenth of a
second, so they are asked for a line only that has the shape of such a date and no English month.
A page in English does not pay for them: of 65,000 short texts on the pages that we measure by, two
have that shape ("CBSE 12 Result 2026"). To add a language, add it to `_LINE_WORDS`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from audiopress.reading.metadata.dates.clock_times import remove_hours
from audiopress.text.months import ENGLISH_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_foreign_date", "is_foreign_dateline", "is_foreign_label"]

_LINE_WORDS = {
    "de": frozenset(
        (
            "aktualisiert",
            "aktualisierung",
            "am",
            "datum",
            "den",
            "der",
            "erschienen",
            "erstellt",
            "geändert",
            "letzte",
            "online",
            "publiziert",
            "seit",
            "sonnabend",  # a Saturday in the north, which the CLDR does not have
            "stand",
            "uhr",
            "um",
            "veröffentlicht",
            "vom",
            "zuletzt",
        )
    ),
    "fr": frozenset(
        (
            "actualisé",
            "date",
            "dernière",
            "du",
            "h",
            "heures",
            "jour",
            "le",
            "mis",
            "mise",
            "modifié",
            "posté",
            "publié",
            "à",
        )
    ),
    "es": frozenset(
        (
            "a",
            "actualización",
            "actualizado",
            "de",
            "del",
            "el",
            "fecha",
            "h",
            "horas",
            "hs",
            "la",
            "las",
            "los",
            "publicado",
            "última",
        )
    ),
    "it": frozenset(
        (
            "aggiornamento",
            "aggiornato",
            "alle",
            "data",
            "del",
            "il",
            "l",
            "ore",
            "pubblicato",
            "ultimo",
        )
    ),
    "pt": frozenset(
        (
            "a",
            "as",
            "atualizado",
            "atualização",
            "data",
            "de",
            "dia",
            "em",
            "h",
            "no",
            "publicado",
            "às",
            "última",
        )
    ),
    "nl": frozenset(
        (
            "bijgewerkt",
            "datum",
            "gepubliceerd",
            "geplaatst",
            "gewijzigd",
            "laatst",
            "om",
            "op",
            "update",
            "uur",
        )
    ),
}
"""What a line beside a date, its weekday and its time may say and yet be a dateline only."""

_REGIONS = {"de": ("de_AT",)}
"""Regions with names of their own: a January in Vienna is "Jänner"."""

_ALL_LINE_WORDS = frozenset().union(*_LINE_WORDS.values())
"""By these a line is judged before anything is loaded."""

_DATE = re.compile(
    r"\b(?P<day>\d{1,2})(?:(?P<ordinal>\.|er|[º°ª])(?:(?<=\.)\s*|\s+)|\s+)(?:de\s+)?"
    r"(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A day, the name of its month and a year: "3. Mai 2024", "3.Mai 2024", "1er mai 2024"."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
"""A word ("sexta-feira" is one) or a figure of what is left of a line."""

_ENGLISH = frozenset(ENGLISH_MONTHS) | {month[:3] for month in ENGLISH_MONTHS} | {"sept"}
"""Months as English pages write them; some are those of other languages too ("April")."""


def find_foreign_date(text: str) -> tuple[re.Match[str], int] | None:
    """Return the first date of a text and the number of its month, or ``None``.

    The match has ``day`` and ``year``. A date with a month of English is left to those who read
    English.
    """
    for match in _DATE.finditer(text):
        for language in _LINE_WORDS if not _is_english(match) else ():
            month = _load_months(language).get(_fold(match["month"]))
            if month:
                return match, month
    return None


def is_foreign_dateline(text: str) -> bool:
    """Whether a line is dates of one language (with weekday and time) and nothing else."""
    dates = list(_DATE.finditer(text))
    # what English may have too is judged by the plain rule
    if not dates or any(map(_is_english, dates)):
        return False
    words = [_fold(word) for word in _WORD.findall(remove_hours(_DATE.sub(" ", text)))]
    # cheap first: a sentence with a date in it has many words that no dateline has
    others = [word for word in words if word not in _ALL_LINE_WORDS]
    if len(others) > len(dates):  # each may have its weekday
        return False
    return any(_is_of(language, dates, words) for language in _LINE_WORDS)


def is_foreign_label(text: str) -> bool:
    """Whether all words of a text are some that stand beside a date in one of the languages."""
    words = {_fold(word) for word in _WORD.findall(remove_hours(text))}
    return any(words <= known for known in _LINE_WORDS.values())


def _is_of(language: str, dates: list[re.Match[str]], words: list[str]) -> bool:
    """Whether a language has the months of these days, and all the words that stand beside them."""
    months = _load_months(language)
    if not all(_is_day(match, months.get(_fold(match["month"]), 0)) for match in dates):
        return False
    return set(words) <= _LINE_WORDS[language] | _load_days(language)


def _is_day(match: re.Match[str], month: int) -> bool:
    """Whether the calendar has a day: no language has a 30 February."""
    try:
        date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return False
    return True


def _is_english(match: re.Match[str]) -> bool:
    """Whether a date may be English: its month in capitals, and the day without a full stop."""
    month = match["month"]
    return month[0].isupper() and not match["ordinal"] and month.casefold() in _ENGLISH


def _fold(name: str) -> str:
    # Babel has short names with a full stop ("janv."), pages have both
    return name.casefold().rstrip(".")


@functools.cache
def _load_months(language: str) -> dict[str, int]:
    """Return the numbers of a language's months by their names, in full and cut short."""
    numbers = {_fold(name): number for number, name in _load_names(language, "months")}
    return {_strip_accents(name): number for name, number in numbers.items()} | numbers


def _strip_accents(name: str) -> str:
    """Return a name as people write it whose keys have no accents ("aout", "marco")."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", name)))


@functools.cache
def _load_days(language: str) -> frozenset[str]:
    return frozenset(_fold(name) for _number, name in _load_names(language, "days"))


def _load_names(language: str, kind: str) -> Iterator[tuple[int, str]]:
    """Yield number and name: in a date ("format") and alone, wide and abbreviated."""
    from babel import Locale  # noqa: PLC0415 - most pages are English

    for locale in (language, *_REGIONS.get(language, ())):
        names = getattr(Locale.parse(locale), kind)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from names[context][width].items()
