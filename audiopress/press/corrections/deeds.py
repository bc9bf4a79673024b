"""What was done to an article is noted in its record, with who did it and when."""

from __future__ import annotations

import getpass
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.store.deeds import Deed

if TYPE_CHECKING:
    from audiopress.store.deeds import DeedKind
    from audiopress.store.ledger import Record

__all__ = ["find_account", "list_deeds", "note_deed"]


def find_account() -> str:
    """Return the name of the account that this program runs as, or nothing where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have numbers alone
        return ""


def note_deed(
    record: Record,
    what: DeedKind,
    *,
    at: datetime | None = None,
    key: str = "",
    reason: str = "",
) -> Record:
    """Return the record with what was done to it now, behind all that was done before."""
    # An edition is joined anew each day, and its record forgets what it was.
    if record.joined:
        return record
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    deed = Deed(what=what, at=moment, who=find_account(), key=key, reason=reason)
    return replace(record, deeds=(*list_deeds(record), deed))


def list_deeds(record: Record) -> tuple[Deed, ...]:
    """Return what was done to an article, the oldest first.

    Of a withdrawal by a former program the record knows when it was and why, and not by whom.
    """
    known = any(one.what == "withdrawn" and one.at == record.withdrawn for one in record.deeds)
    if record.state != "withdrawn" or record.withdrawn is None or known:
        return record.deeds
    before = Deed(what="withdrawn", at=record.withdrawn, reason=record.reason)
    return tuple(sorted((*record.deeds, before), key=lambda one: one.at))
