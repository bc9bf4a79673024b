"""Which items stand in which document of a feed: the live one, and archive pages (RFC 5005).

At most `LIVE_ITEMS` items stand in ``feed.xml``. Older ones lie in archive pages of `PAGE_ITEMS`,
filled from the oldest, so that a new item rewrites ``feed.xml`` alone and, once in `PAGE_ITEMS`
times, adds a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["LIVE_ITEMS", "PAGE_ITEMS", "Dated", "FeedPage", "cut_pages"]

LIVE_ITEMS: Final = 300
"""Items of ``feed.xml`` at most: every app fetches the whole file again and again."""

PAGE_ITEMS: Final = 100
"""Items of an archive page: it is full once and for ever, so only its size matters, not how often
it is fetched. The live feed has 201 to 300 once there is a page (decision 0160)."""


class Dated(Protocol):
    """What is known of an episode to find its place in a feed."""

    @property
    def guid(self) -> str:
        """What apps know it by."""

    @property
    def published(self) -> datetime:
        """The date by which it stands among others."""

    @property
    def changed(self) -> datetime:
        """When its newest version came to be."""


_Dated = TypeVar("_Dated", bound=Dated)
_Other = TypeVar("_Other", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage(Generic[_Dated]):
    """One document of the feed: its name, its items newest first, the older page's name."""

    name: str
    episodes: tuple[_Dated, ...]
    changed: datetime | None
    older: str | None
    archive: bool

    def with_episodes(self, episodes: Sequence[_Other]) -> FeedPage[_Other]:
        """Return the same document of the same episodes as another kind of value."""
        return FeedPage(
            name=self.name,
            episodes=tuple(episodes),
            changed=self.changed,
            older=self.older,
            archive=self.archive,
        )


def cut_pages(episodes: Sequence[_Dated], folder: str) -> list[FeedPage[_Dated]]:
    """Cut full pages off the oldest end until the rest fits the live feed, which comes last."""
    count = -(-max(0, len(episodes) - LIVE_ITEMS) // PAGE_ITEMS)
    pages: list[FeedPage[_Dated]] = []
    rest = len(episodes)
    older = None
    for number in range(1, count + 1):
        cut = tuple(episodes[rest - PAGE_ITEMS : rest])
        rest -= PAGE_ITEMS
        page = FeedPage(
            name=f"{folder}feed-{number}.xml",
            episodes=cut,
            changed=_find_newest_change(cut),
            older=older,
            archive=True,
        )
        pages.append(page)
        older = page.name
    live = FeedPage(
        name=f"{folder}feed.xml",
        episodes=tuple(episodes[:rest]),
        changed=_find_newest_change(episodes),
        older=older,
        archive=False,
    )
    return [*pages, live]


def _find_newest_change(episodes: Sequence[_Dated]) -> datetime | None:
    # Of many thousand: this takes a third of the time that pairs take.
    moments = [each.changed for each in episodes] + [each.published for each in episodes]
    return max(moments, default=None)
