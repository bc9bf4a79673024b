"""What the ledger says at the start of a run: read, and mended where a merge left two of one name.

What cannot be read costs its own article: it is refused by name, is neither built nor changed, and
what was published of it stays.
"""

from __future__ import annotations

import contextlib
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from audiopress.errors import StoreError
from audiopress.model import Refused
from audiopress.press.edition.planning.receipts import forget_receipt
from audiopress.store.collisions import Collision, TakenNames, heal, list_slugs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.read import Manuscript
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Fault, Ledger, Record

__all__ = ["PromiseReader", "Promises", "WholeLedger", "part_damaged", "read_promises"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The records, each with names of its own; ``collisions`` are healed, ``faults`` cannot be.

    ``reserved`` are names of folders that other articles have. ``is_new`` says that there are no
    articles yet.
    """

    records: tuple[Record, ...]
    collisions: tuple[Collision, ...] = ()
    faults: tuple[Fault, ...] = ()
    reserved: Container[str] = ()
    is_new: bool = False

    @property
    def notes(self) -> list[str]:
        """What was healed, in words."""
        return [collision.describe() for collision in self.collisions]

    @property
    def taken(self) -> Container[str]:
        """Every name of a folder that was promised to some article."""
        seen = list_slugs(self.records).union(*(fault.slugs for fault in self.faults))
        return TakenNames(seen, self.reserved)


def read_promises(ledger: Ledger, cache: Cache, *, keep: bool) -> Promises:
    """Return what the ledger promises; ``keep`` writes down what was healed (the lock is ours)."""
    contents = ledger.read_all()
    damaged = frozenset[str]().union(*(fault.slugs for fault in contents.faults))
    records, collisions = heal(contents.records, damaged)
    if keep:
        for collision in collisions:
            ledger.save(next(one for one in records if one.id == collision.moved.id))
            # Either may have written its page over the other's: both are looked at again.
            for record in (collision.keeper, collision.moved):
                forget_receipt(cache, record.id)
    return Promises(
        records=tuple(records),
        collisions=tuple(collisions),
        faults=contents.faults,
        is_new=all(one.joined for one in records),
    )


class PromiseReader(Protocol):
    """Reads of a ledger what the articles of a run need."""

    def read(self, manuscripts: Sequence[Manuscript], lists: Container[str] = ()) -> Promises:
        """Return what is promised of these articles, and of what they may be taken for.

        And of all that was found in ``lists``.
        """

    def list_known(self, manuscripts: Sequence[Manuscript]) -> Sequence[Record]:
        """Return the records that have a name of these articles; none of a ledger in trouble."""


class WholeLedger:
    """Reads all of it: most editions have some hundred articles."""

    def __init__(self, edition: OpenEdition) -> None:
        """Read nothing yet."""
        self._edition = edition

    def read(self, _manuscripts: Sequence[Manuscript], _lists: Container[str] = ()) -> Promises:
        """Return what the ledger promises, and write down what was healed."""
        edition = self._edition
        return read_promises(edition.ledger, edition.cache, keep=edition.keep)

    def list_known(self, _manuscripts: Sequence[Manuscript]) -> Sequence[Record]:
        """Return all records; nothing where the ledger cannot be read, which a build will say."""
        return self._records

    @functools.cached_property
    def _records(self) -> tuple[Record, ...]:
        with contextlib.suppress(StoreError):
            return self._edition.ledger.load_all()
        return ()


def part_damaged(
    manuscripts: Iterable[Manuscript], promises: Promises
) -> tuple[list[Manuscript], list[Refused]]:
    """Part the articles that may be built from those whose record cannot be read.

    Every file that cannot be read is refused once, by the article that it is about where that is
    known: taken for a new one, the article would get a second guid.
    """
    if not promises.faults:
        return list(manuscripts), []
    known = {name for record in promises.records for name in (record.id, *record.aliases)}
    left = list(promises.faults)
    going: list[Manuscript] = []
    refused: list[Refused] = []
    for item in manuscripts:
        fault = _find_fault(item, known, promises.faults)
        if fault is None:
            going.append(item)
        else:
            refused.append(Refused(uri=item.uri, error=fault.error))
            left = [other for other in left if other is not fault]
    return going, [*refused, *(Refused(uri=str(one.path), error=one.error) for one in left)]


def _find_fault(item: Manuscript, known: set[str], faults: Sequence[Fault]) -> Fault | None:
    """Return the file that is about an article no readable record is about."""
    identity = item.identity
    names = [identity.id, item.former, identity.old_id, f"file:{item.uri}", item.uri]
    given = [name for name in names if name]
    # Its own id first: a record that has it is the article's, whatever a damaged file lists.
    if identity.id in known or item.former in known or identity.old_id in known:
        return None
    return next((fault for fault in faults if any(map(fault.concerns, given))), None)
