"""The dates of one article of a list: read, put into the edition's zone, and told if unread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.sources.dates.stated import UNSAID, UnclearDateError, read_stated

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from audiopress.model import SourceFacts

__all__ = ["note_unread", "place_moments", "read_moment"]

_LONGEST = 40
"""Characters of a date that are told of one that is not understood."""


def read_moment(written: str) -> tuple[datetime | None, str]:
    """Return the moment that a list states, and in words what of it is not understood."""
    try:
        return read_stated(written), ""
    except UnclearDateError as error:
        shown = " ".join(written.split())
        shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        return None, f'"{shown}", for {error}'


def note_unread(*unread: str) -> tuple[str, ...]:
    """Return a note on each date that `read_moment` did not understand."""
    told = dict.fromkeys(filter(None, unread))
    return tuple(f"a date of the feed is not understood, and is not used: {each}" for each in told)


def place_moments(facts: SourceFacts, zone: tzinfo) -> SourceFacts:
    """Return facts whose dates are of this zone where the list says none."""

    def place(moment: datetime | None) -> datetime | None:
        unsaid = moment is not None and moment.tzinfo is UNSAID
        return moment.replace(tzinfo=zone) if moment is not None and unsaid else moment

    return replace(facts, published=place(facts.published), modified=place(facts.modified))
