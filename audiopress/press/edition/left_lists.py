"""What somebody has taken out of a list of their own, and what the edition goes on having."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from audiopress.press.edition.told import ToldNotes
    from audiopress.store.ledger import Record

__all__ = ["is_of_list", "note_left_lists"]

_COMMANDED = 10
"""How many articles a proposed command takes back: some lines of a terminal."""


def is_of_list(record: Record, lists: Collection[str]) -> bool:
    """Whether what is published of an article was found in one of these lists."""
    return record.state == "live" and bool(record.versions) and record.versions[-1].source in lists


def note_left_lists(left: Sequence[Record], told: ToldNotes, *, configured: bool) -> list[str]:
    """Return a note for each list on what is published and in it no more, and how it goes.

    As ``told``: they stay on purpose, and who was told of one may leave it at that. ``configured``
    says that the lists are those of a configuration, which can have `sync` do it.
    """
    new = told.pick_new("left lists", [record.id for record in left])
    by_list: dict[str, list[str]] = {}
    for record in left:
        if record.id in new:
            by_list.setdefault(record.versions[-1].source, []).append(record.slug)
    return [_describe(name, slugs, configured) for name, slugs in by_list.items()]


def _describe(name: str, slugs: Sequence[str], configured: bool) -> str:
    place = name if is_address(name) else Path(name).name
    rest = len(slugs) - _COMMANDED
    more = f" (and {rest} more: audiopress status --all)" if rest > 0 else ""
    takes = write_command("withdraw", *slugs[:_COMMANDED])
    always = "; withdraw_missing = true under [edition] has sync do it for pages that are gone"
    return (
        f"no longer in {place}, and kept in the edition: {', '.join(slugs[:_COMMANDED])}{more}; "
        f"to take {'them' if len(slugs) > 1 else 'it'} down: {takes}{always * configured}"
    )
