"""Which article each manuscript is: what the ledger knows, what is new, who claims too much.

Pure: the ledger's records and the time are given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.errors import IdentityError
from audiopress.identity import guid_of, slug_of
from audiopress.press.read import Manuscript, Rejected
from audiopress.store.ledger import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

__all__ = ["Entry", "register"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A manuscript and the article's record, which is new and unsaved when it has no version."""

    manuscript: Manuscript
    record: Record


def register(
    manuscripts: Iterable[Manuscript], records: Sequence[Record], now: datetime
) -> tuple[list[Entry], list[Rejected], list[str]]:
    """Return the articles, those refused, and notes in words.

    One article that comes from several sources with the same text is one entry. Two texts under
    one identity are an error: the source that the ledger knows goes on, the others are named;
    where none is known, all are.
    """
    by_id = {record.id: record for record in records}
    by_id |= {alias: record for record in records for alias in record.aliases if alias not in by_id}
    taken = {record.slug for record in records}
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    ordered = sorted(manuscripts, key=lambda item: (item.identity.id, item.uri))
    notes = [f"{item.uri}: {item.identity.doubt}" for item in ordered if item.identity.doubt]
    for article_id, group in groupby(ordered, key=lambda item: item.identity.id):
        claims = list(group)
        record = by_id.get(article_id) or _moved(claims, by_id)
        chosen, refused = _settle(claims, record)
        rejected += refused
        if not chosen:
            continue
        record = record or _born(chosen[0], taken, now)
        taken.add(record.slug)
        aliases = {item.uri for item in chosen} | {article_id} | set(record.aliases)
        record = replace(record, aliases=tuple(sorted(aliases - {record.id})))
        entries.append(Entry(manuscript=chosen[0], record=record))
    return entries, rejected, notes


def _moved(claims: Sequence[Manuscript], by_id: Mapping[str, Record]) -> Record | None:
    """Return the record of the address that was asked for, when a page has moved."""
    return next((by_id[item.former] for item in claims if item.former in by_id), None)


def _settle(
    claims: list[Manuscript], record: Record | None
) -> tuple[list[Manuscript], list[Rejected]]:
    """Part the claims to one identity into those that go on and those that are refused."""
    known = {record.id, *record.aliases} if record else set()
    if len({_text(item) for item in claims}) == 1:
        keep = claims if _plausible(claims, record, known) else []
    else:
        keep = [item for item in claims if item.uri in known]
        if len({_text(item) for item in keep}) != 1:
            keep = []
    return keep, [_refused(item, claims, record) for item in claims if item not in keep]


def _plausible(claims: Sequence[Manuscript], record: Record | None, known: set[str]) -> bool:
    """Whether a text may stand under an identity that was given before.

    From a source that is known, anything is a correction. From a new one it must be the same
    article, so at least half of the shorter text's paragraphs: a file that was renamed, not a
    template that puts one canonical address on every page.
    """
    if record is None or not record.texts or any(item.uri in known for item in claims):
        return True
    if any(item.former in known for item in claims):
        return True
    before, now = set(record.texts[-1].lines), set(_text(claims[0]))
    return 2 * len(before & now) >= min(len(before), len(now))


def _text(item: Manuscript) -> tuple[str, ...]:
    return tuple(utterance.source for utterance in item.script.utterances)


def _refused(item: Manuscript, claims: Sequence[Manuscript], record: Record | None) -> Rejected:
    others = [other.uri for other in claims if other is not item]
    others += [record.slug] if record and not others else []
    error = IdentityError(
        f"says it is {item.identity.id}, and so does another text: {', '.join(others)}",
        where=item.uri,
        hint="give each its own canonical address, or an `id:` in its front matter",
    )
    return Rejected(uri=item.uri, error=error)


def _born(item: Manuscript, taken: Iterable[str], now: datetime) -> Record:
    article_id = item.identity.id
    return Record(
        id=article_id,
        guid=guid_of(article_id),
        slug=slug_of(item.article.title, article_id, set(taken)),
        first_seen=now,
        published=item.article.published or now,
    )
