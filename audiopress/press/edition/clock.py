"""Notes on the machine's clock: a date that is not given comes from it, and lasts for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.identity import is_address
from audiopress.model import Refused, SourceFacts
from audiopress.press.edition.date_remedies import describe_remedies
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript

__all__ = [
    "EARLIEST",
    "note_clock",
    "note_late_dates",
    "note_undated",
    "note_undated_text",
    "note_waiting",
    "part_undated",
    "part_waiting",
]

EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""The first day of the year of the last release, as CHANGELOG.md has it: a clock before it is not
set. The year and not the day, for one that is weeks slow does less harm than a note each time."""

_AHEAD = timedelta(days=2)
"""How far an article's date may lie ahead: it is tomorrow east of here, and some are planned."""

_NAMED = 3
"""How many articles a note names."""


def note_clock(manuscripts: Sequence[Manuscript], now: datetime) -> list[str]:
    """Return a note where clock and dates cannot both be right; ``now`` is what the clock says."""
    notes = []
    if now < EARLIEST:
        notes.append(
            f"this machine's clock says {now:%Y-%m-%d}, before this version was made: articles "
            "without a date are dated by it, so set the clock first"
        )
    ahead = [item for item in manuscripts if (item.article.published or now) - now > _AHEAD]
    if ahead:
        latest = max(ahead, key=lambda item: item.article.published or now)
        notes.append(
            f"{_name_some(ahead)}: dated up to {latest.article.published:%Y-%m-%d}, which is "
            f"after this machine's clock ({now:%Y-%m-%d}): the dates stand in "
            "the feed, so see which is wrong"
        )
    return notes


def part_waiting(
    articles: Sequence[RegisteredArticle], now: datetime
) -> tuple[list[RegisteredArticle], list[RegisteredArticle]]:
    """Part the articles that may be published from new ones whose time has not come.

    A clock that is not set holds nothing back.
    """
    ready: list[RegisteredArticle] = []
    waiting: list[RegisteredArticle] = []
    for item in articles:
        waits = not item.record.versions and item.record.published > now >= EARLIEST
        (waiting if waits else ready).append(item)
    return ready, waiting


def part_undated(
    manuscripts: Sequence[Manuscript], is_published: Callable[[Manuscript], bool]
) -> tuple[list[Manuscript], list[Refused]]:
    """Part the articles that may be published from new ones whose date a list says in vain.

    It may be the day until which an article has to wait, so nothing else stands in for it.
    """
    ready, refused = [], []
    for item in manuscripts:
        if _lacks_date(item) and not is_published(item):
            refused.append(Refused(uri=item.uri, error=_explain_unread(item)))
        else:
            ready.append(item)
    return ready, refused


def _lacks_date(manuscript: Manuscript) -> bool:
    """Whether a list says a date that is not understood, and nobody says another.

    Beside the text of a feed that is one in its address, which is of the day when it was written.
    """
    facts = manuscript.facts
    if facts is None or not facts.unread_date or facts.published:
        return False
    return facts.text_from == "feed" or manuscript.article.published is None


def _explain_unread(manuscript: Manuscript) -> SourceError:
    facts = manuscript.facts or SourceFacts()
    now = ""
    if is_address(manuscript.uri):
        now = f"; if it may be heard now: {write_command('build', manuscript.uri)}"
    return SourceError(
        "its date of publication is not understood, and it may have to wait until then: "
        f"{facts.unread_date}",
        where=manuscript.where,
        hint='have the list say it as "Thu, 24 Dec 2026 06:00:00 +0100" or '
        f'"2026-12-24T06:00:00+01:00"{now}',
    )


def note_waiting(waiting: Sequence[RegisteredArticle], told: ToldNotes) -> list[str]:
    """Return a note for every article that waits, and until when; told once, as of drafts."""
    notes = [
        f"{item.manuscript.uri} waits until {item.record.published:%Y-%m-%d %H:%M %Z}, the date "
        "it gives itself, and is published by the first build after it"
        for item in waiting
    ]
    new = told.pick_new("waiting", notes)
    return [note for note in notes if note in new]


def note_undated(articles: Sequence[RegisteredArticle], root: Path) -> list[str]:
    """Return a note on new articles that no date is known of: the ledger keeps today's.

    ``root`` is the folder of their edition.
    """
    undated = [
        item.manuscript
        for item in articles
        if not item.record.versions and item.manuscript.article.published is None
    ]
    if not undated:
        return []
    count = "1 new article has" if len(undated) == 1 else f"{len(undated)} new articles have"
    told = f"{count} no date and would keep today's for ever: {_name_some(undated)}"
    return [f"{told}; {describe_remedies(undated, root)}"]


def note_undated_text(manuscript: Manuscript, root: Path) -> list[str]:
    """Return a note on an article that is only looked at, and that no date is known of."""
    if manuscript.article.published is not None:
        return []
    told = f"{manuscript.uri} has no date, and keeps the day of its first build for ever"
    return [f"{told}; {describe_remedies([manuscript], root)}"]


def note_late_dates(articles: Sequence[RegisteredArticle], told: ToldNotes) -> list[str]:
    """Return a note on each article that was published without a date and has one now.

    The feed has promised the day of its first build, and does not move it (docs/decisions/0272).
    """
    notes = {
        item.manuscript.uri: f"{item.manuscript.uri} says {_find_day(item):%Y-%m-%d} now, and was "
        f"published without a date: it keeps {item.record.published:%Y-%m-%d}, the day of its "
        "first build, in the feed and in its place among the others"
        for item in articles
        if item.record.versions and item.record.is_undated and _find_day(item)
    }
    new = told.pick_new("late dates", notes.values())
    return [note for note in notes.values() if note in new]


def _find_day(item: RegisteredArticle) -> datetime | None:
    return item.manuscript.article.published


def _name_some(manuscripts: Sequence[Manuscript]) -> str:
    more = f" and {len(manuscripts) - _NAMED} more" if len(manuscripts) > _NAMED else ""
    return ", ".join(item.uri for item in manuscripts[:_NAMED]) + more
