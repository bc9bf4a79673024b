"""What is told of an article beside its paragraphs, and would be told otherwise by a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from audiopress.text.zones import move_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["ToldChange", "list_held_changes", "list_told_changes"]

ToldName = Literal["headline", "author", "section", "address", "picture", "date"]
"""What is told beside the paragraphs, in the order in which it is listed."""

_Told: TypeAlias = "str | tuple[str, str] | None"
"""What is told now; of a date both what was and what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """What was told ``before`` and is told ``after``; nothing where it is not told at all.

    A ``date`` is that of the source: the one in the feed was promised, and stays.
    """

    what: ToldName
    before: str
    after: str


def list_told_changes(record: Record, manuscript: Manuscript) -> tuple[ToldChange, ...]:
    """Return what a build would tell otherwise of a published article than its last version does.

    Nothing of one whose last version was purged: nobody knows what it told.
    """
    article, url = manuscript.article, manuscript.identity.url
    now = (article.title, article.byline, article.section, url, article.image)
    dates = ("", "")
    # The moment of a first build is no date that a source gave; until 0.2.0 both were one.
    seen = (record.first_seen, record.first_seen.replace(microsecond=0))
    if article.published is not None and record.published not in seen:
        dates = _write_dates(record.published, article.published)
    return tuple(_list_changes(record, (*now, dates)))


def list_held_changes(record: Record) -> tuple[ToldChange, ...]:
    """Return what a release would tell otherwise of a published article."""
    if record.held is None:
        return ()
    held = record.held.episode
    now = (held.title, held.byline, held.section, held.url, held.image, ("", ""))
    return tuple(_list_changes(record, now))


def _list_changes(record: Record, now: tuple[_Told, ...]) -> Iterator[ToldChange]:
    if not record.versions or not record.versions[-1].title:
        return
    last = record.versions[-1]
    before = (last.title, last.byline, last.section, last.url, last.image)
    for what, old, new in zip(get_args(ToldName), (*before, None), now, strict=True):
        pair = new if isinstance(new, tuple) else (old or "", new or "")
        if pair[0] != pair[1]:
            yield ToldChange(what=what, before=pair[0], after=pair[1])


def _write_dates(before: datetime, after: datetime) -> tuple[str, str]:
    """Return two moments as they are told, with the hour where the day is the same."""
    local = move_moment(before, after.tzinfo or UTC)
    if local.replace(microsecond=0) == after.replace(microsecond=0):
        return "", ""
    form = "%Y-%m-%d %H:%M" if local.date() == after.date() else "%Y-%m-%d"
    return local.strftime(form), after.strftime(form)
