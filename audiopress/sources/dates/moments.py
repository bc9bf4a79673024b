"""The dates of one article of a list: read, put into the edition's zone, and told if unread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.sources.dates.stated import UnclearDateError, read_stated
from audiopress.text.zones import place_moment

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
    published, modified = (place_moment(each, zone) for each in (facts.published, facts.modified))
    return replace(facts, published=published, modified=modified)
