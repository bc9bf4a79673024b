"""What is wrong with a ledger, and what of it can be healed without changing what was published."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.edition.promises import read_promises
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.lock import lock_ledger

if TYPE_CHECKING:
    from audiopress.settings import Settings
    from audiopress.store.collisions import Collision

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
    heal = heal and os.path.isdir(folder)  # noqa: PTH112 - it takes any name
    with lock_ledger(folder, settings.cache) if heal else nullcontext():
        ledger = Ledger(folder)
        promises = read_promises(ledger, Cache(settings.cache), keep=heal)
        return LedgerFindings(
            articles=len(promises.records),
            collisions=promises.collisions,
            errors=(*(fault.error for fault in promises.faults), *_check_show(ledger, settings)),
        )


def _check_show(ledger: Ledger, settings: Settings) -> list[StoreError]:
    try:
        ledger.load_show(settings.show.id)
    except StoreError as error:
        return [error]
    return []
