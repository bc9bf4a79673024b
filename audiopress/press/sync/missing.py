"""Articles that have left their sources are withdrawn, where ``withdraw_missing`` asks for it.

A feed shows its newest items only, a server may be in trouble, a disk may not be mounted: that an
article is not named is never enough. Its own page has to say that it is gone (404, 410), or its
file not to be there while its source has others; and its own source has to have had it. Where most
of what a source has would go at once nothing of it does: that is a fault of the source far more
often than what somebody meant.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from audiopress.identity import is_address
from audiopress.press.edition.planning.moved import is_page_gone
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.former_places import keep_former_places
from audiopress.press.joined.editions import take_out
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.text.counts import count_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from audiopress.model import Document, Refused
    from audiopress.press.sync.listed import MissingArticle
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["foresee_withdrawn", "withdraw_missing"]

_KIND = "asked-of-missing"
"""The kind of record in the cache: when the page of an article was asked that no list names."""

_FIRST_PAUSE = timedelta(days=1)
"""How long a page that is still there is not asked again; then twice as long each time, for most
articles that scroll out of a feed stay where they are for ever."""

_MOST_ASKED = 20
"""Pages that are asked in one round: a feed that shows 20 others at once is no reason to ask for
all that the edition has."""

_ALWAYS = 3
"""Articles that may go at once however few a source has."""

_MOST = 0.5
"""The part of what a source has that may go at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """When a page was asked, and when it may be asked again."""

    at: datetime
    again: datetime


def withdraw_missing(
    settings: Settings,
    missing: Sequence[MissingArticle],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
    sure: bool = False,
) -> tuple[list[Record], list[str]]:
    """Take out of feed and disk what is gone of ``missing``, which no source named this time.

    They come back by themselves when a source has them again. ``sure`` lets most of a source go
    at once. Return what was withdrawn, and notes.
    """
    ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
    with hold_ledger(settings):
        found = _find_gone(ledger, cache, missing, ask=ask, now=now)
        for record in found.there:
            _note_asked(cache, record, now)
        doubtful = set() if sure else set(found.doubtful)
        gone = [record for record in found.gone if found.of[record.id].source not in doubtful]
        for record in gone:
            since = now.replace(microsecond=0)
            ledger.save(replace(record, state="vanished", withdrawn=since))
        held_by = take_out(ledger, cache, ledger.load_all(), {record.id for record in gone})
        if gone:
            open_show_files(settings, cache, ledger).publish()
            keep_former_places(settings, now)
    # A round makes such an edition again before it ends, so nothing is to be said of it.
    rejoined = () if settings.joined else held_by
    told = [_describe(record, found.of[record.id].source) for record in gone]
    return gone, [*told, *found.explain(doubtful), *rejoined]


def foresee_withdrawn(
    settings: Settings,
    missing: Sequence[MissingArticle],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
    sure: bool = False,
) -> tuple[list[Record], list[str]]:
    """Return what `withdraw_missing` would withdraw now, and notes; writes nothing."""
    ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
    found = _find_gone(ledger, cache, missing, ask=ask, now=now)
    doubtful = [] if sure else found.doubtful
    gone = [record for record in found.gone if found.of[record.id].source not in doubtful]
    return gone, found.explain(doubtful)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Missing:
    """What of the missing is gone, what is still there when asked, and which source had it."""

    gone: list[Record]
    there: list[Record]
    of: dict[str, MissingArticle]

    @property
    def doubtful(self) -> list[str]:
        """The sources that would lose more than one in its right mind means."""
        return [
            source
            for source, (gone, had) in self._count().items()
            if gone > max(_ALWAYS, _MOST * had)
        ]

    def explain(self, sources: Iterable[str]) -> list[str]:
        """Return a note on each of these sources, of which nothing goes."""
        counts = self._count()
        return [_explain_many(source, *counts[source]) for source in sorted(sources)]

    def _count(self) -> dict[str, tuple[int, int]]:
        """Return how many of how many articles each source would lose."""
        lost = [self.of[record.id] for record in self.gone]
        counts = Counter(each.source for each in lost)
        return {each.source: (counts[each.source], each.count) for each in lost}


def _find_gone(
    ledger: Ledger,
    cache: Cache,
    missing: Sequence[MissingArticle],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
) -> _Missing:
    of = {each.id: each for each in missing}
    records = [each for each in ledger.load_all() if each.state == "live" and each.versions]
    lost = [each for each in records if each.id in of]
    gone = [each for each in lost if each.id.startswith("file:")]
    due = [each for each in lost if is_address(each.id) and _is_due(cache, each, now)]
    there: list[Record] = []
    for record in due[:_MOST_ASKED]:
        (gone if _has_gone(record, ask) else there).append(record)
    return _Missing(gone=gone, there=there, of=of)


def _has_gone(record: Record, ask: Callable[[str], Iterable[Document | Refused]]) -> bool:
    return any(map(is_page_gone, ask(record.versions[-1].url or record.id)))


def _is_due(cache: Cache, record: Record, now: datetime) -> bool:
    asked = cache.find_record(_KIND, record.id, _Asked)
    return asked is None or asked.again <= now


def _note_asked(cache: Cache, record: Record, now: datetime) -> None:
    before = cache.find_record(_KIND, record.id, _Asked)
    pause = 2 * (before.again - before.at) if before else _FIRST_PAUSE
    cache.put_record(_KIND, record.id, msgspec.to_builtins(_Asked(at=now, again=now + pause)))


def _describe(record: Record, source: str) -> str:
    return (
        f"{record.slug} is withdrawn: no source has it ({source} had it), and "
        f"{record.versions[-1].url or record.id} is gone; it comes back when a source has it again"
    )


def _explain_many(source: str, gone: int, had: int) -> str:
    return (
        f"{source}: {count_part(gone, had, 'article')} would be withdrawn at once, which looks "
        "like trouble with a source: nothing of it was; if it is right, audiopress sync "
        "--withdraw-missing"
    )
