"""The few words pages and feeds say of themselves, in the languages we know.

A language that is not here reads English. Dates are written without a locale: the machine's
settings never change a byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Phrases", "direction", "long_date", "minutes", "phrases"]

_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One language's words. ``date`` and ``minutes`` are formats, ``months`` twelve names."""

    listen: str
    narrated: str
    narrated_long: str
    original: str
    subscribe: str
    subscribe_how: str
    feed_address: str
    open_in_app: str
    preview: str
    front: str
    all_episodes: str
    download: str
    transcript: str
    no_audio: str
    nothing_yet: str
    withdrawn: str
    withdrawn_long: str
    corrected: str
    by: str
    made_with: str
    minutes: str
    date: str
    months: tuple[str, ...]


_ENGLISH: Final = Phrases(
    listen="Listen to this article",
    narrated="AI narration",
    narrated_long="Read aloud by a synthetic voice.",
    original="Read the original article",
    subscribe="Subscribe",
    subscribe_how="Copy this address into any podcast app, under “Add by URL” or “Follow by URL”.",
    feed_address="Feed address",
    open_in_app="Open in a podcast app",
    preview="This is a preview: it has no public address yet, so it cannot be subscribed to.",
    front="All articles",
    all_episodes="Articles to listen to",
    download="Download MP3",
    transcript="Transcript",
    no_audio="Your browser cannot play this sound. You can download it instead.",
    nothing_yet="Nothing has been published yet.",
    withdrawn="This edition was withdrawn",
    withdrawn_long="The recording is no longer published here.",
    corrected="Corrected",
    by="By",
    made_with="Made with",
    minutes="{} min",
    date="{day} {month} {year}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)

_KNOWN: Final[dict[str, Phrases]] = {"en": _ENGLISH}


def phrases(language: str) -> Phrases:
    """Return the words for a BCP 47 ``language`` by its first subtag, English if unknown."""
    return _KNOWN.get(language.lower().partition("-")[0], _ENGLISH)


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr``, the value of HTML's ``dir``."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def long_date(moment: datetime, words: Phrases) -> str:
    """Return the date of ``moment`` in its own time zone, in words."""
    month = words.months[moment.month - 1]
    return words.date.format(day=moment.day, month=month, year=moment.year)


def minutes(samples: int, rate: int, words: Phrases) -> str:
    """Return a length of sound in whole minutes, never less than one."""
    return words.minutes.format(max(1, round(samples / rate / 60)))
