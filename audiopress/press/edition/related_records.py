"""Of a ledger of many thousand articles those that the articles of a run have to do with.

They are found by an index on disk and read from the ledger's own files: the same articles, or what
may be the same under another address, and of each language and voice the newest. Nobody else plays
a part in what becomes of an article; where all of them do (`may_be_parted`), all are read.
"""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.edition.promises import Promises, WholeLedger, read_promises
from audiopress.press.ledgers.former_preview import has_preview
from audiopress.store.keys import digest
from audiopress.store.ledger_index import LedgerIndex
from audiopress.store.records import Record
from audiopress.text.path_names import list_tails

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from audiopress.model import Document
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.promises import PromiseReader
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Fault

__all__ = ["RelatedRecords", "may_be_parted", "open_index", "open_promises"]

_FOLDER = "ledger-index"
"""Where indexes lie in the cache, one for each ledger: a cache may serve several editions."""

_DIGITS = 16
"""Hex digits of the digest that names an index."""


def may_be_parted(settings: Settings) -> bool:
    """Whether an article can be planned without all others: not where shows choose among them."""
    keeps = settings.show.keep or any(table.show.keep for table in settings.shows)
    return not (keeps or settings.shows or settings.sign.is_set)


@contextlib.contextmanager
def open_promises(
    edition: OpenEdition, sources: Sequence[str | Document]
) -> Iterator[PromiseReader]:
    """Give who reads of the ledger what a build of these sources needs; raises `StoreError`.

    That is all of it, unless it is large and somebody has named what is to be built: then nobody
    asks what has no source any more.
    """
    if not (sources and edition.ledger.is_large() and _may_be_looked_up(edition)):
        yield WholeLedger(edition)
        return
    with contextlib.ExitStack() as opened:
        yield _LateRecords(edition, opened)


def _may_be_looked_up(edition: OpenEdition) -> bool:
    """Whether nothing that a build tells or makes is about all records."""
    settings = edition.settings
    only_main = set(edition.ledger.list_shows()) <= {settings.show.id}
    return may_be_parted(settings) and only_main and not (settings.joined or has_preview(settings))


def _refresh_index(edition: OpenEdition) -> LedgerIndex:
    name = digest([str(edition.settings.ledger.absolute())])[:_DIGITS]
    index = LedgerIndex(edition.settings.cache / _FOLDER / f"{name}.sqlite", edition.ledger)
    index.refresh()
    return index


def open_index(edition: OpenEdition) -> LedgerIndex:
    """Return the index of an edition's ledger, up to date; raises `StoreError`."""
    index = _refresh_index(edition)
    if index.has_twins():
        # Healed where all are seen; in nearly every run there is nothing.
        read_promises(edition.ledger, edition.cache, keep=edition.keep)
        index.refresh()
    return index


class RelatedRecords:
    """Reads of a ledger what articles have to do with, by its ``index``."""

    def __init__(self, edition: OpenEdition, index: LedgerIndex) -> None:
        """Read nothing yet."""
        self._edition, self._ledger, self._index = edition, edition.ledger, index

    def read(self, manuscripts: Sequence[Manuscript], lists: Container[str] = ()) -> Promises:
        """Return what is promised of these articles, and of what they may be taken for.

        With ``lists`` all is read: what has left a list is asked of every record.
        """
        if lists:
            return WholeLedger(self._edition).read(manuscripts, lists)
        found = {*self._find(manuscripts, alike=True), *self._index.list_newest()}
        records, faults = self._load(found)
        return Promises(
            records=tuple(sorted(records, key=lambda record: (record.first_seen, record.id))),
            faults=tuple(faults),
            reserved=_PromisedSlugs(self._index),
            is_new=not self._index.has_any(),
        )

    def list_known(self, manuscripts: Sequence[Manuscript]) -> Sequence[Record]:
        """Return the records that have a name of these articles."""
        try:
            return self._load(self._find(manuscripts, alike=False))[0]
        except StoreError:  # said where the articles are planned
            return ()

    def _find(self, manuscripts: Iterable[Manuscript], *, alike: bool) -> set[str]:
        found: set[str] = set()
        for item in manuscripts:
            said = (each.source for each in item.script.utterances) if alike else ()
            found.update(self._index.find(_list_names(item), said))
        return found

    def _load(self, names: Iterable[str]) -> tuple[list[Record], list[Fault]]:
        records: list[Record] = []
        faults: list[Fault] = []
        for name in sorted({*names, *self._index.list_broken()}):
            found = self._ledger.read_file(name)
            if isinstance(found, Record):
                records.append(found)
            elif found is not None:
                faults.append(found)
        return records, faults


class _LateRecords:
    """As `RelatedRecords`, by an index that is opened when it is needed: a voice loads till then.

    The index is closed with ``opened``.
    """

    def __init__(self, edition: OpenEdition, opened: contextlib.ExitStack) -> None:
        self._edition, self._opened = edition, opened

    def read(self, manuscripts: Sequence[Manuscript], lists: Container[str] = ()) -> Promises:
        return self._reader.read(manuscripts, lists)

    def list_known(self, manuscripts: Sequence[Manuscript]) -> Sequence[Record]:
        with contextlib.suppress(StoreError):  # said where the articles are planned
            return self._reader.list_known(manuscripts)
        return ()

    @functools.cached_property
    def _reader(self) -> PromiseReader:
        # What it sees is seen once, for the feed too.
        self._edition.ledger.look_ahead()
        index = self._opened.enter_context(_refresh_index(self._edition))
        if index.has_twins():  # who sees all heals it, and says so
            return WholeLedger(self._edition)
        return RelatedRecords(self._edition, index)


class _PromisedSlugs:
    """Names of folders that the index knows."""

    def __init__(self, index: LedgerIndex) -> None:
        self._index = index

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._index.has_slug(name)


def _list_names(item: Manuscript) -> set[str]:
    """Return every name under which the ledger may have an article."""
    identity = item.identity
    names = {identity.id, identity.old_id, item.former, f"file:{item.uri}", item.uri}
    # What lies elsewhere is called by more of its path or by less.
    return names.union(f"file:{tail}" for tail in list_tails(item.place)) - {""}
