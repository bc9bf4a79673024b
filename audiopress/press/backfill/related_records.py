"""Of a ledger of many thousand articles those that a stretch of a list has to do with.

They are found by an index on disk and read from the ledger's own files: the same articles, or what
may be the same under another address, and of each language and voice the newest. Nobody else plays
a part in what becomes of an article; where all of them do (`may_be_parted`), all are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.edition.promises import Promises, read_promises
from audiopress.store.keys import digest
from audiopress.store.ledger_index import LedgerIndex
from audiopress.store.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Fault

__all__ = ["RelatedRecords", "may_be_parted", "open_index"]

_FOLDER = "ledger-index"
"""Where indexes lie in the cache, one for each ledger: a cache may serve several editions."""

_DIGITS = 16
"""Hex digits of the digest that names an index."""


def may_be_parted(settings: Settings) -> bool:
    """Whether an article can be planned without all others: not where shows choose among them."""
    keeps = settings.show.keep or any(table.show.keep for table in settings.shows)
    return not (keeps or settings.shows or settings.sign.is_set)


def open_index(edition: OpenEdition) -> LedgerIndex:
    """Return the index of an edition's ledger, up to date; raises `StoreError`."""
    name = digest([str(edition.settings.ledger.absolute())])[:_DIGITS]
    index = LedgerIndex(edition.settings.cache / _FOLDER / f"{name}.sqlite", edition.ledger)
    index.refresh()
    if index.has_twins():
        # Healed where all are seen; in nearly every run there is nothing.
        read_promises(edition.ledger, edition.cache, keep=edition.keep)
        index.refresh()
    return index


class RelatedRecords:
    """Reads of a ledger what articles have to do with, by its ``index``."""

    def __init__(self, edition: OpenEdition, index: LedgerIndex) -> None:
        """Read nothing yet."""
        self._ledger, self._index = edition.ledger, index

    def read(self, manuscripts: Sequence[Manuscript]) -> Promises:
        """Return what is promised of these articles, and of what they may be taken for."""
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


class _PromisedSlugs:
    """Names of folders that the index knows."""

    def __init__(self, index: LedgerIndex) -> None:
        self._index = index

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._index.has_slug(name)


def _list_names(item: Manuscript) -> set[str]:
    """Return every name under which the ledger may have an article."""
    identity = item.identity
    return {identity.id, identity.old_id, item.former, f"file:{item.uri}", item.uri} - {""}
