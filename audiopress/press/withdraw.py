"""Articles are taken out of the edition, or brought back.

The ledger says it first and the feed is derived from it; the sound goes when no feed names it. A
run that was cut off is finished by the next build.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.disk import is_folder
from audiopress.errors import IdentityError, StoreError
from audiopress.press.corrections.deeds import note_deed
from audiopress.press.edition.promises import Promises, read_promises
from audiopress.press.edition.publishing.held import drop_held_files
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.find_article import find_articles, refuse_names
from audiopress.press.former_places import keep_former_places
from audiopress.press.hub import note_hubs
from audiopress.press.joined.editions import take_out
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.purge import Holdings, find_holdings, is_purged, purge_cache, purge_record
from audiopress.press.steps.shared import forget_shared, owe_shared
from audiopress.press.steps.ship import read_published_address
from audiopress.press.sync.memory import forget_names
from audiopress.store.atomic_files import remove
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.signatures import SignatureShelf
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def withdraw(  # noqa: PLR0913 - what is said of a withdrawal
    settings: Settings,
    names: Sequence[str],
    *,
    reason: str = "",
    purge: bool = False,
    output_named: bool = False,
    dry_run: bool = False,
) -> list[Withdrawal]:
    """Take the articles out of feed and disk; pages that say so, and ``reason``, stay.

    A name is anything that an article is called by (`find_articles`): all of them are taken back,
    or, where one means none, nothing is. Where no edition lies in the output folder, as in a fresh
    checkout, only the ledger says it, and the next build does the rest; a folder that somebody
    named (``output_named``) must have one. ``purge`` removes what they said from ledger and cache
    too; ``dry_run`` only says what would be done. Raises `IdentityError` when the ledger has no
    such article.
    """
    check_owner(settings, takedown=True)
    # The lock of a build: one under way would publish an article again from what it has read.
    with _hold(settings, dry_run=dry_run):
        ledger, cache = Ledger(settings.ledger), Cache(settings.cache)
        promises = read_promises(ledger, cache, keep=not dry_run)
        found = find_articles(promises, settings, names, command=_COMMAND)
        # Before the ledger says it: that it is gone from another folder would not be true.
        # What was held and never published is in no folder that is deployed.
        here = {
            each.id: bool(each.versions)
            and _find_edition(settings, each, output_named=output_named)
            for each in found
        }
        gone = {each.id: _take_back(each, reason, purge=purge) for each in found}
        held_by: list[str] = []
        if not dry_run:
            # First: a run that is cut off here is finished by the next build, which sees it.
            for record in gone.values():
                ledger.save(record)
            held_by = take_out(ledger, cache, promises.records, set(gone))
            _publish_without(settings, ledger, cache, found, promises, here=any(here.values()))
        removes = purge and not dry_run
        held = _settle_holdings(settings, cache, found, gone, promises, purge=removes)
    shared = forget_shared(settings, cache) if removes else []
    # Without the lock, as a build does; where no edition lies no feed has changed.
    hubs = note_hubs(settings, cache) if any(here.values()) and not dry_run else []
    notes = (*held_by, *_list_notes(promises), *shared, *hubs)
    return [
        Withdrawal(
            record=gone[each.id],
            title=_name(each),
            here=here[each.id],
            held=held[each.id],
            purged=purge,
            # Of all of them: told once.
            notes=notes if each is found[-1] else (),
        )
        for each in found
    ]


def _hold(settings: Settings, *, dry_run: bool) -> contextlib.AbstractContextManager[None]:
    """Hold the ledger, unless it is only read: the file of the lock would be written."""
    return contextlib.nullcontext() if dry_run else hold_ledger(settings)


def _take_back(record: Record, reason: str, *, purge: bool) -> Record:
    """Return what the ledger says of an article from now on."""
    before = record.withdrawn if record.state == "withdrawn" else None
    # To the second, as people ask for it; one that is purged later was gone before.
    since = before or datetime.now(UTC).replace(microsecond=0)
    told = reason or record.reason
    noted = record if before else note_deed(record, "withdrawn", at=since, reason=told)
    gone = replace(noted, state="withdrawn", reason=told, withdrawn=since, held=None, released="")
    if not purge:
        return gone
    return purge_record(gone) if is_purged(gone) else purge_record(note_deed(gone, "purged"))


def _publish_without(  # noqa: PLR0913 - the places, and what was taken out of them
    settings: Settings,
    ledger: Ledger,
    cache: Cache,
    found: Sequence[Record],
    promises: Promises,
    *,
    here: bool,
) -> None:
    """Write pages and feeds without what was taken back, if an edition lies ``here``."""
    waiting = [each for each in found if each.held]
    for record in waiting:
        drop_held_files(settings, record, promises.records)
    if waiting:
        open_show_files(settings, cache, ledger).publish_held()
    if here:
        open_show_files(settings, cache, ledger).publish()
        keep_former_places(settings, datetime.now(UTC))


def _settle_holdings(  # noqa: PLR0913 - what was, what is, and where
    settings: Settings,
    cache: Cache,
    found: Sequence[Record],
    gone: Mapping[str, Record],
    promises: Promises,
    *,
    purge: bool,
) -> dict[str, Holdings]:
    """Return what is held of each article by its id; with ``purge`` that is removed.

    Of the record as it was: a purged one holds no text, and what went is to be told. What two of
    them say goes with the second.
    """
    held: dict[str, Holdings] = {}
    forget_names(settings, cache, {name for each in found for name in (each.id, *each.aliases)})
    for record in found:
        others = [gone[one.id] if one.id in held else one for one in promises.records]
        held[record.id] = find_holdings(settings.ledger, cache, record, others)
        if purge:
            Ledger(settings.ledger).forget_aside(record.id)
            owe_shared(settings, cache, {speech for speech, _ in held[record.id].heard})
            purge_cache(cache, gone[record.id], held[record.id])
            for path in held[record.id].corrected:
                remove(path)
            # They have its title, and digests of what it said.
            SignatureShelf(settings.ledger).remove_all(record.id)
    return held


def restore(
    settings: Settings, names: Sequence[str], *, dry_run: bool = False
) -> list[Restoration]:
    """Let the articles be published again by the next build, as who they were.

    All of them, or none; ``dry_run`` only says which. Raises as `withdraw`.
    """
    check_owner(settings, takedown=True)
    with _hold(settings, dry_run=dry_run):
        ledger = Ledger(settings.ledger)
        promises = read_promises(ledger, Cache(settings.cache), keep=not dry_run)
        found = find_articles(promises, settings, names, command=_COMMAND, back=" --restore")
        if live := [each for each in found if each.state == "live"]:
            raise refuse_names([_explain_live(settings, each) for each in live], names)
        # Only the ledger: the sound may be gone, and the next build makes all of it again.
        restored = [
            replace(note_deed(each, "restored"), state="live", reason="", withdrawn=None)
            for each in found
        ]
        for record in () if dry_run else restored:
            ledger.save(record)
    return [
        Restoration(
            record=record,
            title=_name(before),
            purged=is_purged(before),
            notes=_list_notes(promises) if before is found[-1] else (),
        )
        for before, record in zip(found, restored, strict=True)
    ]


def _explain_live(settings: Settings, record: Record) -> IdentityError:
    return IdentityError(
        f"{record.slug} is not withdrawn",
        where=str(settings.ledger),
        hint="audiopress build, if it is not in the feed",
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
    if there or is_folder(settings.output / record.versions[-1].home):
        return True
    # A checkout has the ledger alone. An edition that nobody configured has no other place, and
    # that of a site lies where the site puts it: both go on being served.
    if settings.file is not None and not settings.site.address and not output_named:
        return False
    raise StoreError(
        f"{record.slug} is not in this output folder",
        where=str(settings.output),
        hint="name the edition's folder with -o (for an edition of audiopress site DIR: "
        "--site DIR), or output and address under [edition]",
    )
