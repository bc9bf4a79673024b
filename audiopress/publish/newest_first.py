"""The order in which feeds and pages have episodes."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["sort_newest_first"]


class Published(Protocol):
    """What is known of an episode to find its place."""

    @property
    def guid(self) -> str:
        """What decides between two of one moment."""

    @property
    def published(self) -> datetime:
        """The date by which it stands among others."""


_Published = TypeVar("_Published", bound=Published)


def sort_newest_first(episodes: Sequence[_Published]) -> list[_Published]:
    """Return episodes from the newest to the oldest, those of one moment by their guids."""
    # Feed, pages and lists are of the same many thousand, which need be sorted only once.
    if all(_is_before(one, other) for one, other in pairwise(episodes)):
        return list(episodes)
    ordered = sorted(episodes, key=attrgetter("guid"))
    ordered.sort(key=attrgetter("published"), reverse=True)
    return ordered


def _is_before(one: Published, other: Published) -> bool:
    now, then = one.published, other.published
    return now > then or (now == then and one.guid <= other.guid)
