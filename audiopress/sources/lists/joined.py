"""What all lists of a run say of one article: a feed has its text, a sitemap when it changed.

What a feed said of an article stays known when it has left the feed, which shows the newest only:
an article that did not change would be spoken again without its author.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from audiopress.identity import fold_address, is_address
from audiopress.model import SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from audiopress.sources.crawling.kept_pages import PageMemory
    from audiopress.sources.lists.listed import ListedItem

__all__ = ["LISTED_FACTS", "JoinedItem", "JoinedItems", "share_facts"]

_FIRST_SAID = ("title", "byline", "published", "language", "section", "tags")
"""Facts of which an article's own list counts, and then the first one that says anything."""

_REMEMBERED = (*_FIRST_SAID, "modified")
"""Facts that are remembered; not what was wrong with a list, which may be mended by now."""

LISTED_FACTS = "listed-facts"
"""The kind of record in the cache: what lists have said of an article, by its address."""


@dataclass(frozen=True, slots=True)
class JoinedItem:
    """An article with what every list says of it, and the list that its text stands in."""

    item: ListedItem
    listed_in: str


class JoinedItems:
    """The articles of all lists of a run, by their addresses."""

    def __init__(self, memory: PageMemory | None = None) -> None:
        """Know of none but by ``memory``, which has what lists said in runs before."""
        self._memory = memory
        self._said: dict[str, list[JoinedItem]] = {}

    def add(self, item: ListedItem, listed_in: str) -> None:
        """Take note of what one list says; an article without an address is of its list only."""
        if item.address and not item.fault:
            said = self._said.setdefault(fold_address(item.address), [])
            said.append(JoinedItem(item, listed_in))

    def complete(self, item: ListedItem, listed_in: str) -> JoinedItem:
        """Return an article of a list with what the others say of it.

        The latest change counts, and of several texts the one of the latest change, then the
        fullest: a list that is behind the others must not hide a correction.
        """
        joined = self._join(item, listed_in)
        if item.fault or not item.address or self._memory is None:
            return joined
        facts = self._remember(self._memory, fold_address(item.address), joined.item.facts)
        return JoinedItem(replace(joined.item, facts=facts), joined.listed_in)

    def learn(self, address: str, *, byline: str, published: datetime | None) -> None:
        """Remember what an article's own page says, for a day when a feed has its text alone."""
        if self._memory is None or not is_address(address):
            return
        name = fold_address(address)
        before = self._memory.find_record(LISTED_FACTS, name, SourceFacts) or SourceFacts()
        known = replace(
            before, byline=before.byline or byline, published=before.published or published
        )
        if known != before:
            self._memory.put_record(LISTED_FACTS, name, msgspec.to_builtins(known))

    def _remember(self, memory: PageMemory, name: str, facts: SourceFacts) -> SourceFacts:
        """Return the facts with what no list says today and one has said; keep them all."""
        before = memory.find_record(LISTED_FACTS, name, SourceFacts) or SourceFacts()
        if facts.unread_date and not facts.published:
            # It had another date before, and may have been put off since.
            before = replace(before, published=None)
        known = {field: getattr(facts, field) or getattr(before, field) for field in _REMEMBERED}
        if any(known.values()) and SourceFacts(**known) != before:
            memory.put_record(LISTED_FACTS, name, msgspec.to_builtins(SourceFacts(**known)))
        return replace(facts, **known)

    def _join(self, item: ListedItem, listed_in: str) -> JoinedItem:
        own = JoinedItem(item, listed_in)
        said = self._said.get(fold_address(item.address), []) if item.address else []
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


def share_facts(memory: PageMemory, names: Iterable[str], facts: SourceFacts) -> SourceFacts:
    """Return facts with what lists have said of the article under any of its addresses.

    All of it is remembered under each of them; the first that says anything counts.
    """
    keys = list(dict.fromkeys(fold_address(name) for name in names if is_address(name)))
    if len(keys) < 2:  # noqa: PLR2004 - who has one address has nothing to share
        return facts
    before = [memory.find_record(LISTED_FACTS, key, SourceFacts) or SourceFacts() for key in keys]
    said = [facts, *before]
    known = {
        field: next(filter(None, (getattr(each, field) for each in said)), getattr(facts, field))
        for field in _REMEMBERED
    }
    shared = SourceFacts(**known)
    for key, was in zip(keys, before, strict=True):
        if was != shared:
            memory.put_record(LISTED_FACTS, key, msgspec.to_builtins(shared))
    return replace(facts, **known)


def _find_latest(said: list[JoinedItem]) -> datetime | None:
    known = (each.item.facts.modified for each in said)
    return max(filter(None, known), key=_stamp, default=None)


def _rank_text(item: ListedItem) -> tuple[bool, float, int]:
    return bool(item.text), _stamp(item.facts.modified), len(item.text)


def _stamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("-inf")
