"""Which items stand in which document of a feed: the live one, and archive pages (RFC 5005).

At most `LIVE_ITEMS` items stand in ``feed.xml``. Older ones lie in archive pages of `PAGE_ITEMS`,
filled from the oldest, so that a new item rewrites ``feed.xml`` alone and, once in `PAGE_ITEMS`
times, adds a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from audiopress.model import Episode

__all__ = ["LIVE_ITEMS", "PAGE_ITEMS", "FeedPage", "cut_pages"]

LIVE_ITEMS: Final = 300
"""Items of ``feed.xml`` at most: every app fetches the whole file again and again."""

PAGE_ITEMS: Final = 100
"""Items of an archive page: it is full once and for ever, so only its size matters, not how often
it is fetched. The live feed has 201 to 300 once there is a page (decision 0160)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """One document of the feed: its name, its items newest first, the older page's name.

    ``offsets`` are those of the dates: two dates may be equal and yet be written differently.
    """

    name: str
    episodes: tuple[Episode, ...]
    changed: datetime | None
    older: str | None
    archive: bool
    offsets: tuple[timedelta | None, ...]


def cut_pages(episodes: Sequence[Episode], folder: str) -> list[FeedPage]:
    """Cut full pages off the oldest end until the rest fits the live feed, which comes last."""
    count = -(-max(0, len(episodes) - LIVE_ITEMS) // PAGE_ITEMS)
    pages: list[FeedPage] = []
    rest = list(episodes)
    older = None
    for number in range(1, count + 1):
        rest, cut = rest[:-PAGE_ITEMS], rest[-PAGE_ITEMS:]
        name = f"{folder}feed-{number}.xml"
        pages.append(_make_page(name, cut, _find_newest_change(cut), older, archive=True))
        older = name
    return [
        *pages,
        _make_page(f"{folder}feed.xml", rest, _find_newest_change(episodes), older, archive=False),
    ]


def _make_page(
    name: str,
    episodes: Sequence[Episode],
    changed: datetime | None,
    older: str | None,
    *,
    archive: bool,
) -> FeedPage:
    dates = [one.published for one in episodes] + ([changed] if changed else [])
    return FeedPage(
        name=name,
        episodes=tuple(episodes),
        changed=changed,
        older=older,
        archive=archive,
        offsets=tuple(date.utcoffset() for date in dates),
    )


def _find_newest_change(episodes: Sequence[Episode]) -> datetime | None:
    return max((max(one.changed, one.published) for one in episodes), default=None)
