"""Published articles whose own pages answered a run that they are not there any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.identity import fold_address, is_address
from audiopress.press.edition.planning.moved import is_page_gone
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from audiopress.model import Refused
    from audiopress.store.ledger import Record

__all__ = ["note_gone_pages"]

_NAMED = 10
"""How many articles a note names, as many as a proposed command takes back."""


def note_gone_pages(
    refused: Iterable[Refused], records: Sequence[Record], seen: Collection[str] = ()
) -> list[str]:
    """Return a note on what stays published though its page was asked and is gone, or none.

    Only of pages that the run asked for anyway. That a feed names an article no more is no sign,
    and one whose id was ``seen`` in this run has moved: its former address may be gone.
    """
    gone = {fold_address(item.uri) for item in refused if is_page_gone(item)}
    live = (each for each in records if each.state == "live" and each.versions) if gone else ()
    left = (each for each in live if each.id not in seen)
    slugs = [each.slug for each in left if gone & _list_addresses(each)]
    if not slugs:
        return []
    one = len(slugs) == 1
    rest = f" (and {len(slugs) - _NAMED} more)" if len(slugs) > _NAMED else ""
    said = (
        "1 published article is not at its source any more (its page answers"
        if one
        else f"{len(slugs)} published articles are not at their source any more (their pages answer"
    )
    named, takes = ", ".join(slugs[:_NAMED]), write_command("withdraw", *slugs[:_NAMED])
    return [f"{said} 404 or 410): {named}{rest}; to take {'it' if one else 'them'} back: {takes}"]


def _list_addresses(record: Record) -> set[str]:
    names = (record.id, *record.aliases, record.versions[-1].url or "")
    return {fold_address(name) for name in names if is_address(name)}
