"""Articles that have left their sources are withdrawn, where ``withdraw_missing`` asks for it.

A feed shows its newest items only, a server may be in trouble, a disk may not be mounted: that an
article is not named is never enough. Its own page has to say that it is gone (404, 410), or its
file not to be there while its folder is. Where most of an edition would go at once nothing does:
that is a fault of the source far more often than what somebody meant.
"""

from __future__ import annotations

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
"""Articles that may go at once however small the edition is."""

_MOST = 0.5
"""The part of an edition that may go at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """When a page was asked, and when it may be asked again."""

    at: datetime
    again: datetime


def withdraw_missing(
    settings: Settings,
    missing: Sequence[str],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
    sure: bool = False,
) -> tuple[list[Record], list[str]]:
    """Take out of feed and disk what is gone of ``missing``, ids that no source named this time.

    They come back by themselves when a source has them again. ``sure`` lets most of an edition go
    at once. Return what was withdrawn, and notes.
    """
    ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
    with hold_ledger(settings):
        found = _find_gone(ledger, cache, missing, ask=ask, now=now)
        for record in found.there:
            _note_asked(cache, record, now)
        if found.is_doubtful and not sure:
            return [], [_explain_many(len(found.gone), found.live)]
        gone = found.gone
        for record in gone:
            since = now.replace(microsecond=0)
            ledger.save(replace(record, state="vanished", withdrawn=since))
        held_by = take_out(ledger, cache, ledger.load_all(), {record.id for record in gone})
        if gone:
            open_show_files(settings, cache, ledger).publish()
            keep_former_places(settings, now)
    # A round makes such an edition again before it ends, so nothing is to be said of it.
    rejoined = () if settings.joined else held_by
    return gone, [*(_describe(record) for record in gone), *rejoined]


def foresee_withdrawn(
    settings: Settings,
    missing: Sequence[str],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
) -> tuple[list[Record], list[str]]:
    """Return what `withdraw_missing` would withdraw now, and notes; writes nothing."""
    ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
    found = _find_gone(ledger, cache, missing, ask=ask, now=now)
    if found.is_doubtful:
        return [], [_explain_many(len(found.gone), found.live)]
    return found.gone, []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Missing:
    """What of the missing is gone, what is still there when asked, and how many are published."""

    gone: list[Record]
    there: list[Record]
    live: int

    @property
    def is_doubtful(self) -> bool:
        """Whether more would go than a source in its right mind means."""
        return len(self.gone) > max(_ALWAYS, _MOST * self.live)


def _find_gone(
    ledger: Ledger,
    cache: Cache,
    missing: Sequence[str],
    *,
    ask: Callable[[str], Iterable[Document | Refused]],
    now: datetime,
) -> _Missing:
    records = [each for each in ledger.load_all() if each.state == "live" and each.versions]
    names = frozenset(missing)
    lost = [each for each in records if each.id in names]
    gone = [each for each in lost if each.id.startswith("file:")]
    due = [each for each in lost if is_address(each.id) and _is_due(cache, each, now)]
    there: list[Record] = []
    for record in due[:_MOST_ASKED]:
        (gone if _has_gone(record, ask) else there).append(record)
    return _Missing(gone=gone, there=there, live=len(records))


def _has_gone(record: Record, ask: Callable[[str], Iterable[Document | Refused]]) -> bool:
    return any(map(is_page_gone, ask(record.versions[-1].url or record.id)))


def _is_due(cache: Cache, record: Record, now: datetime) -> bool:
    asked = cache.find_record(_KIND, record.id, _Asked)
    return asked is None or asked.again <= now


def _note_asked(cache: Cache, record: Record, now: datetime) -> None:
    before = cache.find_record(_KIND, record.id, _Asked)
    pause = 2 * (before.again - before.at) if before else _FIRST_PAUSE
    cache.put_record(_KIND, record.id, msgspec.to_builtins(_Asked(at=now, again=now + pause)))


def _describe(record: Record) -> str:
    return (
        f"{record.slug} is withdrawn: no source has it, and {record.versions[-1].url or record.id} "
        f"is gone; it comes back when a source has it again"
    )


def _explain_many(gone: int, all_of_them: int) -> str:
    return (
        f"{count_part(gone, all_of_them, 'article')} would be withdrawn at once, which looks like "
        "trouble with a source: nothing was; if it is right, audiopress sync --withdraw-missing"
    )
