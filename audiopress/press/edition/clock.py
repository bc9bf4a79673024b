"""Notes on the machine's clock: a date that is not given comes from it, and lasts for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.steps.read import Manuscript

__all__ = ["EARLIEST", "note_clock"]

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""The first day of the year of the last release, as CHANGELOG.md has it: a clock before it is not
set. The year and not the day, for one that is weeks slow does less harm than a note each time."""

_AHEAD = timedelta(days=2)
"""How far an article's date may lie ahead: it is tomorrow east of here, and some are planned."""

_NAMED = 3
"""How many articles a note names."""


def note_clock(manuscripts: Sequence[Manuscript], now: datetime) -> list[str]:
    """Return a note where clock and dates cannot both be right; ``now`` is what the clock says."""
    notes = []
    if now < EARLIEST:
        notes.append(
            f"this machine's clock says {now:%Y-%m-%d}, before this version was made: articles "
            "without a date are dated by it, so set the clock first"
        )
    ahead = [item for item in manuscripts if (item.article.published or now) - now > _AHEAD]
    if ahead:
        latest = max(ahead, key=lambda item: item.article.published or now)
        names = ", ".join(item.uri for item in ahead[:_NAMED])
        more = f" and {len(ahead) - _NAMED} more" if len(ahead) > _NAMED else ""
        notes.append(
            f"{names}{more}: dated up to {latest.article.published:%Y-%m-%d}, which is after this "
            f"machine's clock ({now:%Y-%m-%d}): the dates stand in the feed, so see which is wrong"
        )
    return notes
