"""What is wrong with a ledger, and what of it can be healed without changing what was published."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.disk import is_folder
from audiopress.errors import StoreError
from audiopress.press.edition.promises import read_promises
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.signatures import SignatureShelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.settings import Settings
    from audiopress.store.collisions import Collision
    from audiopress.store.records import Record

__all__ = ["LedgerFindings", "check_ledger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFindings:
    """What was found: ``collisions`` are healed, or would be by the next build; ``errors`` stay.

    ``articles`` is how many records can be read.
    """

    articles: int
    collisions: tuple[Collision, ...] = ()
    errors: tuple[StoreError, ...] = ()


def check_ledger(settings: Settings, *, heal: bool) -> LedgerFindings:
    """Read every file of the ledger, and ``heal`` what can be healed."""
    folder = settings.ledger
    # To look needs no lock, and a folder that is not there is not made.
    heal = heal and is_folder(folder)
    with hold_ledger(settings) if heal else nullcontext():
        ledger = Ledger(folder)
        promises = read_promises(ledger, Cache(settings.cache), keep=heal)
        return LedgerFindings(
            articles=len(promises.records),
            collisions=promises.collisions,
            errors=(
                *(fault.error for fault in promises.faults),
                *_check_show(ledger, settings),
                *_check_signatures(promises.records, settings),
            ),
        )


def _check_signatures(records: Sequence[Record], settings: Settings) -> Iterator[StoreError]:
    """Yield an error for each signed version whose signature is damaged or is not there."""
    shelf = SignatureShelf(settings.ledger)
    for record in records:
        for version in record.versions:
            name = version.imprint.signature if version.imprint else ""
            try:
                if not name or shelf.find(record.id, name):
                    continue
            except StoreError as error:
                yield error
                continue
            yield StoreError(
                f"{record.title}: the signature of its version {version.key[:8]} is not kept, and "
                "where its files are lost it gets a new address",
                where=str(settings.ledger / "signatures"),
                hint="take the folder from where the ledger is kept",
            )


def _check_show(ledger: Ledger, settings: Settings) -> list[StoreError]:
    try:
        ledger.load_show(settings.show.id)
    except StoreError as error:
        return [error]
    return []
