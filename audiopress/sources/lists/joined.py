"""What all lists of a run say of one article: a feed has its text, a sitemap when it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.identity import normalize_url

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.sources.lists.listed import ListedItem

__all__ = ["JoinedItem", "JoinedItems"]

_FIRST_SAID = ("title", "byline", "published", "language", "section", "tags")
"""Facts of which an article's own list counts, and then the first one that says anything."""


@dataclass(frozen=True, slots=True)
class JoinedItem:
    """An article with what every list says of it, and the list that its text stands in."""

    item: ListedItem
    listed_in: str


class JoinedItems:
    """The articles of all lists of a run, by their addresses."""

    def __init__(self) -> None:
        """Know of none."""
        self._said: dict[str, list[JoinedItem]] = {}

    def add(self, item: ListedItem, listed_in: str) -> None:
        """Take note of what one list says; an article without an address is of its list only."""
        if item.address and not item.fault:
            said = self._said.setdefault(normalize_url(item.address), [])
            said.append(JoinedItem(item, listed_in))

    def complete(self, item: ListedItem, listed_in: str) -> JoinedItem:
        """Return an article of a list with what the others say of it.

        The latest change counts, and of several texts the one of the latest change, then the
        fullest: a list that is behind the others must not hide a correction.
        """
        own = JoinedItem(item, listed_in)
        said = self._said.get(normalize_url(item.address), []) if item.address else []
        # Its own first: of equal ones it is taken.
        others = [own, *(each for each in said if each.item is not item)]
        if item.fault or len(others) == 1:
            return own
        facts = replace(item.facts, modified=_find_latest(others))
        for name in _FIRST_SAID:
            values = (getattr(each.item.facts, name) for each in others)
            facts = replace(facts, **{name: next(filter(None, values), getattr(facts, name))})
        fullest = max(others, key=lambda each: _rank_text(each.item))
        text = fullest.item.text
        why = fullest.item.facts.why if text else facts.why
        joined = replace(item, text=text, facts=replace(facts, why=why))
        return JoinedItem(joined, fullest.listed_in if text else listed_in)


def _find_latest(said: list[JoinedItem]) -> datetime | None:
    known = (each.item.facts.modified for each in said)
    return max(filter(None, known), key=_stamp, default=None)


def _rank_text(item: ListedItem) -> tuple[bool, float, int]:
    return bool(item.text), _stamp(item.facts.modified), len(item.text)


def _stamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("-inf")
