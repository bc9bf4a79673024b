"""Articles that went to another address: their old one leads there, or is gone.

A list names the new address only, so that the article would be spoken and subscribed to as another
one. What it says is the hint, and the old address has the last word: it is asked of such alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.identity import fold_address, is_address, normalize_url
from audiopress.model import Document, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["follow_moved", "is_page_gone"]

_GONE = (404, 410)
"""Statuses of a page that is not there any more (RFC 9110, 15.5); a server in trouble has others,
which say nothing of its pages."""

_SHARED = 0.5
"""The part of the shorter text's paragraphs that both must say: a correction keeps most of them."""

_FEWEST = 2
"""Paragraphs that both must say at least: one line alone may be the house's own."""


def follow_moved(
    manuscripts: Sequence[Manuscript],
    records: Sequence[Record],
    ask: Callable[[str], Iterable[Document | Refused]],
) -> tuple[list[Manuscript], list[str]]:
    """Return the manuscripts, those that have moved with who they were, and a note on each.

    ``ask`` fetches an old address.
    """
    known = {name for record in records for name in (record.id, *record.aliases)}
    asked = {name for item in manuscripts if not _is_of_feed(item) for name in _list_names(item)}
    # A feed that is behind the other lists has its own text of an article that has moved, whose
    # page nobody asked.
    lost = [record for record in records if _is_lost(record, asked)]
    followed: list[Manuscript] = []
    notes: list[str] = []
    for item in manuscripts:
        record = None
        if lost and item.identity.url is not None and not known & _list_names(item):
            record = _find_former(item, lost, ask)
        if record is None:
            followed.append(item)
            continue
        lost.remove(record)
        followed.append(replace(item, former=record.id))
        notes.append(f"{record.id} is at {item.uri} now: it stays the episode that it was")
    return followed, notes


def is_page_gone(outcome: Document | Refused) -> bool:
    """Whether an answer says that a page is not there any more."""
    if not isinstance(outcome, Refused):
        return False
    from audiopress.net.http import StatusError  # noqa: PLC0415 - for addresses only

    return isinstance(outcome.error, StatusError) and outcome.error.status in _GONE


def _list_names(item: Manuscript) -> set[str]:
    identity = item.identity
    names = {identity.id, identity.old_id, item.former, item.uri}
    return (names | ({normalize_url(item.uri)} if is_address(item.uri) else set())) - {""}


def _is_of_feed(item: Manuscript) -> bool:
    """Whether an article's text stood in a feed, so that its page was not asked."""
    return item.facts is not None and item.facts.text_from == "feed"


def _is_lost(record: Record, seen: set[str]) -> bool:
    """Whether no page of an article that had an address came this time."""
    return (
        record.state != "withdrawn"
        and bool(record.texts)
        and is_address(record.id)
        and not seen & {record.id, *record.aliases}
    )


def _find_former(
    item: Manuscript,
    lost: Sequence[Record],
    ask: Callable[[str], Iterable[Document | Refused]],
) -> Record | None:
    lines = {utterance.source for utterance in item.script.utterances if utterance.source}
    weighed = [(_count_shared(lines, record), record) for record in lost]
    # The most alike first; of two that are as alike the one first seen.
    for shared, record in sorted(weighed, key=lambda pair: (-pair[0], pair[1].id)):
        if not shared:
            return None
        if _leads_to(record, item, ask):
            return record
    return None


def _count_shared(lines: set[str], record: Record) -> int:
    """Return how many paragraphs both say, 0 where it is too few."""
    before = set(record.texts[-1].lines)
    shared = len(before & lines)
    enough = max(_FEWEST, _SHARED * min(len(before), len(lines)))
    return shared if shared >= enough else 0


def _leads_to(
    record: Record,
    item: Manuscript,
    ask: Callable[[str], Iterable[Document | Refused]],
) -> bool:
    """Whether the article's last address redirects to this page, or is gone."""
    last = record.versions[-1].url if record.versions else None
    here = _list_names(item)
    for outcome in ask(last or record.id):
        if not isinstance(outcome, Document):
            return is_page_gone(outcome)
        return fold_address(outcome.uri) in {
            fold_address(each) for each in here if is_address(each)
        }
    return False
