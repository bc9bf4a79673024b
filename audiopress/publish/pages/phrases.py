"""The few words pages and feeds say of themselves, in the languages of ``phrases.toml``.

Dates are written without a locale: the machine's settings never change a byte.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Show

__all__ = [
    "Phrases",
    "find_direction",
    "find_phrases",
    "find_show_phrases",
    "format_length",
    "format_locale",
    "format_long_date",
]

_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages of the Arabic, Hebrew and Thaana scripts, by their ISO 639-1 codes."""

_TERRITORY: Final = 2
"""Letters of a territory in a language tag (ISO 3166-1)."""

_TERRITORIES: Final = {
    **{tag: tag.upper() for tag in (
        "bg", "de", "es", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv", "mk", "mt", "nl",
        "pl", "ro", "ru", "sk", "th", "tr")},
    "ar": "SA", "bn": "BD", "ca": "ES", "cs": "CZ", "cy": "GB", "da": "DK", "el": "GR",
    "en": "US", "et": "EE", "eu": "ES", "fa": "IR", "ga": "IE", "gl": "ES", "he": "IL",
    "hi": "IN", "ja": "JP", "ko": "KR", "ms": "MY", "nb": "NO", "nn": "NO", "no": "NO",
    "ps": "AF", "pt": "BR", "sl": "SI", "sq": "AL", "sr": "RS", "sv": "SE", "sw": "KE",
    "ta": "IN", "te": "IN", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
"""The territory of a language by itself: the likely one of CLDR (likelySubtags)."""

_SECONDS: Final = 60
"""Seconds of a minute: pages say a length in whole minutes, for a listener asks no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One language's words; ``date`` and ``minutes`` are formats, ``months`` twelve names."""

    listen: str
    narrated: str
    narrated_long: str
    original: str
    subscribe: str
    subscribe_how: str
    open_app: str
    scan: str
    feed: str
    preview: str
    preview_mark: str
    front: str
    older: str
    newer: str
    download: str
    transcript: str
    no_audio: str
    nothing_yet: str
    search: str
    found: str
    found_nothing: str
    search_failed: str
    withdrawn: str
    withdrawn_from: str
    withdrawn_long: str
    moved: str
    moved_long: str
    corrected: str
    minutes: str
    date: str
    months: str


def find_phrases(language: str) -> Phrases:
    """Return the words for a BCP 47 ``language`` by its first subtag, English if unknown."""
    book = _load_phrases()
    return book.get(language.lower().partition("-")[0], book["en"])


def find_show_phrases(show: Show, language: str) -> Phrases:
    """Return the words for a ``language``; of the voice a show speaks in its own, in its own."""
    words = find_phrases(language)
    if clean_text(show.narration) and words is find_phrases(show.language):
        return replace(words, narrated_long=clean_text(show.narration))
    return words


@cache
def _load_phrases() -> dict[str, Phrases]:
    path = files("audiopress.publish.pages") / "templates" / "phrases.toml"
    languages = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: Phrases(**words) for language, words in languages.items()}


def find_direction(language: str) -> str:
    """Return ``rtl`` or ``ltr``, the value of HTML's ``dir``."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def format_long_date(moment: datetime, words: Phrases) -> str:
    """Return the date of ``moment`` in its own time zone, in words."""
    month = words.months.split()[moment.month - 1]
    return words.date.format(day=moment.day, month=month, year=moment.year)


def format_locale(language: str) -> str:
    """Return a language as Open Graph has it, with a territory: ``en_GB``.

    Where the tag names none, it is the one that most of its speakers would expect. Nothing where
    no such territory is known.
    """
    primary, *rest = language.split("-")
    named = next((part.upper() for part in rest if len(part) == _TERRITORY and part.isalpha()), "")
    territory = named or _TERRITORIES.get(primary.lower(), "")
    return f"{primary.lower()}_{territory}" if territory else ""


def format_length(samples: int, rate: int, words: Phrases) -> str:
    """Return a length of sound in whole minutes, never less than one."""
    return words.minutes.format(max(1, round(samples / rate / _SECONDS)))
