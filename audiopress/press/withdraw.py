"""An article is taken out of the edition, or brought back.

The ledger says it first and the feed is derived from it; the sound goes when no feed names it. A
run that was cut off is finished by the next build.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import IdentityError, StoreError
from audiopress.press.edition.promises import Promises, read_promises
from audiopress.press.edition.publishing.held import drop_held_files
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.find_article import find_article
from audiopress.press.former_places import keep_former_places
from audiopress.press.hub import note_hubs
from audiopress.press.joined.editions import take_out
from audiopress.press.ownership import check_owner
from audiopress.press.purge import Holdings, find_holdings, is_purged, purge_cache, purge_record
from audiopress.press.steps.ship import read_published_address
from audiopress.press.sync.memory import forget_names
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.lock import lock_ledger
from audiopress.store.signatures import SignatureShelf
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["Restoration", "Withdrawal", "restore", "withdraw"]

_COMMAND = "audiopress withdraw"
"""What stands before a name in what errors propose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What became of an article that was taken back.

    ``title`` is what it was called, ``here`` whether an edition lies in the output folder, from
    which it was taken, ``held`` what ledger and cache held of it besides: with ``purge`` it is
    gone. ``notes`` are in words.
    """

    record: Record
    title: str
    here: bool
    held: Holdings
    purged: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """An article that the next build publishes again; ``purged`` says that it is spoken anew."""

    record: Record
    title: str
    purged: bool
    notes: tuple[str, ...] = ()


def withdraw(
    settings: Settings,
    name: str,
    *,
    reason: str = "",
    purge: bool = False,
    output_named: bool = False,
) -> Withdrawal:
    """Take the article out of feed and disk; a page that says so, and ``reason``, stays.

    ``name`` is anything that it is called by (`find_article`). Where no edition lies in the output
    folder, as in a fresh checkout, only the ledger says it, and the next build does the rest; a
    folder that somebody named (``output_named``) must have one. ``purge`` removes what the article
    said from ledger and cache too. Raises `IdentityError` when the ledger has no such article.
    """
    check_owner(settings, takedown=True)
    # The lock of a build: one under way would publish the article again from what it has read.
    with lock_ledger(settings.ledger, settings.cache):
        ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
        promises = read_promises(ledger, cache, keep=True)
        found = find_article(promises, settings, name, command=_COMMAND)
        # Before the ledger says it: that it is gone from another folder would not be true.
        # What was held and never published is in no folder that is deployed.
        here = bool(found.versions) and _find_edition(settings, found, output_named=output_named)
        record = replace(
            found, state="withdrawn", reason=reason or found.reason, held=None, released=""
        )
        record = purge_record(record) if purge else record
        # The ledger first: a run that is cut off here is finished by the next build, which sees it.
        ledger.save(record)
        held_by = take_out(ledger, cache, promises.records, {record.id})
        if found.held:
            drop_held_files(settings, found, promises.records)
            open_show_files(settings, cache, ledger).publish_held()
        if here:
            open_show_files(settings, cache, ledger).publish()
            keep_former_places(settings, datetime.now(UTC))
        # Of the record as it was: a purged one holds no text, and what went is to be told.
        held = find_holdings(cache, found, promises.records)
        if purge:
            purge_cache(cache, record, held)
            # They have its title, and digests of what it said.
            SignatureShelf(settings.ledger).remove_all(record.id)
            forget_names(settings, cache, {record.id, *record.aliases})
    # Without the lock, as a build does; where no edition lies no feed has changed.
    hubs = note_hubs(settings, cache) if here else []
    return Withdrawal(
        record=record,
        title=_name(found),
        here=here,
        held=held,
        purged=purge,
        notes=(*held_by, *_list_notes(promises), *hubs),
    )


def restore(settings: Settings, name: str) -> Restoration:
    """Let the article be published again by the next build, as who it was; raises as `withdraw`."""
    check_owner(settings, takedown=True)
    with lock_ledger(settings.ledger, settings.cache):
        ledger = Ledger(settings.ledger)
        promises = read_promises(ledger, Cache(settings.cache), keep=True)
        found = find_article(promises, settings, name, command=_COMMAND, back=" --restore")
        if found.state == "live":
            raise IdentityError(
                f"{found.slug} is not withdrawn",
                where=str(settings.ledger),
                hint="audiopress build, if it is not in the feed",
            )
        # Only the ledger: the sound may be gone, and the next build makes all of it again.
        record = replace(found, state="live", reason="")
        ledger.save(record)
    return Restoration(
        record=record,
        title=_name(found),
        purged=is_purged(found),
        notes=_list_notes(promises),
    )


def _name(record: Record) -> str:
    """Return what an article is called; a purged one has no title."""
    return record.title


def _list_notes(promises: Promises) -> tuple[str, ...]:
    faults = len(promises.faults)
    unread = count_things(faults, "file")
    more = f"{unread} of the ledger cannot be read: audiopress ledger check names them"
    return (*promises.notes, *((more,) if faults else ()))


def _find_edition(settings: Settings, record: Record, *, output_named: bool) -> bool:
    """Whether an edition lies in the output folder; refuse where it must be another folder.

    Raises `StoreError` rather than to say that a sound is gone which lies elsewhere.
    """
    # Pages and feed are written anew below, with the address of the settings: links would break.
    there = read_published_address(settings.output)
    if there and there != settings.show.address:
        raise StoreError(
            f"the edition in this folder is at {there}, and the settings say "
            f"{settings.show.address}",
            where=str(settings.output),
            hint=f'--site DIR where audiopress site DIR made it, else address = "{there}" under '
            "[edition] in audiopress.toml",
        )
    # Its parts may lie here before there is a feed.
    if there or os.path.isdir(settings.output / record.versions[-1].home):  # noqa: PTH112
        return True
    # A checkout has the ledger alone. An edition that nobody configured has no other place, and
    # that of a site lies where the site puts it: both go on being served.
    if settings.file is not None and not settings.site.address and not output_named:
        return False
    raise StoreError(
        f"{record.slug} is not in this output folder",
        where=str(settings.output),
        hint="name the edition's folder with -o (for an edition of audiopress site: "
        "--site DIR), or output and address under [edition]",
    )
