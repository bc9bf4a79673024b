"""The private feed of a folder from before there was a configuration: it goes on with it.

Without a configuration the ledger lies in the cache, and so does the address that a phone has
subscribed to. A configuration of the same folder, private as well, takes all of it over: until the
next build the ledger is read where it lies, and that build moves it to the place that the file
names. A public show takes nothing, and neither does one that has promised something of its own.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.ledgers.held_ledger import add_ledger_note, hold_ledger
from audiopress.press.ledgers.ownership import locate_configuration
from audiopress.press.ledgers.pile_sources import may_be_of_pile
from audiopress.store.atomic_files import read, remove, replace_if_changed
from audiopress.store.ledger import Ledger, ShowRecord
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.press.edition.told import ToldNotes
    from audiopress.settings import Settings
    from audiopress.store.records import Record

__all__ = ["carry_pile", "follow_pile", "note_other_pile"]

_LEDGER = "ledger"
"""Where the ledger of a folder without a configuration lies in the cache."""

_SHOWS = "shows"
"""Where a ledger has the records of its shows: the last that is moved, for it has the address."""


def follow_pile(settings: Settings) -> Settings:
    """Return the settings with the ledger of the pile, where a build is yet to carry it over.

    Writes nothing. ``coming_ledger`` is then where it will be. Raises `StoreError` where the pile
    cannot be read.
    """
    if settings.coming_ledger or not settings.show.private or settings.ledger_bucket:
        return settings
    before = _find_pile(settings)
    if before is None or _is_begun(settings, before) or not _is_same(settings, before):
        return settings
    return replace(settings, ledger=before, coming_ledger=settings.ledger)


def carry_pile(settings: Settings) -> Settings:
    """Move the ledger of a pile to where the configuration has it; return settings that say so.

    A run that is cut off is finished by the next one: the record of the show, which has the
    address, is written last, and what was moved goes only then. Raises `StoreError` where somebody
    else is building, or the disk will not.
    """
    own = _settle_place(settings)
    before = _find_pile(own)
    if before is None or not own.show.private or own.ledger_bucket:
        return own
    with hold_ledger(replace(own, ledger=before)), hold_ledger(own):
        if settings.coming_ledger and not _is_begun(own, before):
            _copy(before, own)
            add_ledger_note(_tell(own))
        if _is_carried(own, before):
            _clear(before)
    return own


def _settle_place(settings: Settings) -> Settings:
    if settings.coming_ledger is None:
        return settings
    return replace(settings, ledger=settings.coming_ledger, coming_ledger=None)


def _find_pile(settings: Settings) -> Path | None:
    """Return the ledger in the cache, if it is that of a private feed and not the edition's own.

    Raises `StoreError` where that cannot be read and the edition would have to go on with it.
    """
    before = settings.cache / _LEDGER
    if settings.file is None or settings.one_file or _is_one(before, settings.ledger):
        return None
    try:
        record = Ledger(before).load_show(settings.show.id)
    except StoreError:
        # Without its address the next build would make another, and nobody would hear of it.
        if settings.show.private and not settings.ledger_bucket and not _is_begun(settings, before):
            raise
        return None
    return before if record is not None and record.secret else None


def _is_one(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _load_show(ledger: Path, settings: Settings) -> ShowRecord | None:
    with contextlib.suppress(StoreError):  # of the edition's own it is said where it is needed
        return Ledger(ledger).load_show(settings.show.id)
    return None


def _is_begun(settings: Settings, before: Path) -> bool:
    """Whether the edition has promised something itself: an address, or an episode.

    What a move that was cut off has brought is no promise of its own; of a file that cannot be read
    nobody knows what it is. Raises `StoreError` where the pile's articles cannot be read.
    """
    ledger = Ledger(settings.ledger)
    try:
        record, known = ledger.load_show(settings.show.id), ledger.read_all()
    except StoreError:
        return True
    if known.faults or (record and record.secret):
        return True
    pile = {each.id: each for each in Ledger(before).load_all()}
    own = (each for each in known.records if not _is_brought(each, pile.get(each.id)))
    return any(each.versions or each.held or each.state != "live" for each in own)


def _is_brought(record: Record, pile: Record | None) -> bool:
    """Whether a record was copied from the pile, which may have changed its own since.

    A guid follows from the id, so an edition that has published the same article by itself has the
    same one; the moment at which it was first seen is another.
    """
    if pile is None or (record.guid, record.first_seen) != (pile.guid, pile.first_seen):
        return False
    # Whoever withdraws or purges keeps the keys of the versions.
    return {one.key for one in record.versions} <= {one.key for one in pile.versions}


def _is_same(settings: Settings, before: Path) -> bool:
    names = [
        name
        for record in Ledger(before).read_all().records
        for name in (record.id, *record.aliases)
    ]
    return may_be_of_pile(settings, names)


def _is_carried(settings: Settings, before: Path) -> bool:
    """Whether the edition has the address of the pile: it may have left that one since."""
    own, pile = _load_show(settings.ledger, settings), _load_show(before, settings)
    if own is None or pile is None:
        return False
    return pile.secret in (own.secret, *(place.secret for place in own.former))


def _copy(before: Path, settings: Settings) -> None:
    for path in sorted(before.rglob("*")):
        name = path.relative_to(before)
        if path.is_file() and name.parts[0] != _SHOWS:
            replace_if_changed(settings.ledger / name, read(path) or b"")
    ledger = Ledger(settings.ledger)
    pile, own = (Ledger(each).load_show(settings.show.id) for each in (before, settings.ledger))
    if pile is None:
        raise AssertionError(before)
    # An edition that has built nothing yet may have a record, of its picture for instance.
    record = own or replace(pile, configuration=locate_configuration(settings))
    ledger.save_show(replace(record, secret=pile.secret, former=pile.former))


def _clear(before: Path) -> None:
    """Remove what was moved: a second copy would keep words that are purged from the first."""
    for path in sorted(before.iterdir(), key=lambda path: path.name == _SHOWS):
        remove(path)


def _tell(settings: Settings) -> str:
    records = Ledger(settings.ledger).read_all().records
    count = count_things(sum(bool(record.versions) for record in records), "episode")
    return (
        "the private feed from before there was a configuration goes on in "
        f"{settings.ledger.name}/: its address stays, and {count} of it"
    )


def note_other_pile(settings: Settings, told: ToldNotes) -> list[str]:
    """Return a note where a private feed of this folder is not gone on with; told once.

    Its address is not in it, for logs of builds are often public.
    """
    left = _find_pile(settings) is not None
    if not told.pick_new("pile", ["left"] if left else []):
        return []
    if settings.show.private:
        why = "this edition has another address"
        way = f"to go on with it, move {settings.ledger.name}/ away and name its articles"
    else:
        why = "this show is public, and has nothing of it"
        way = "to go on with it, private = true under [show]"
    left_there = "a private feed was made here before there was a configuration"
    return [f"{left_there}, and gets nothing new: {why}; {way}"]
