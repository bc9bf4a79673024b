"""Which articles a joined edition holds, and which day or week it is of. Pure.

An edition holds what came since the one before: articles that no earlier edition of the same name
held, published since that one's day began (the first: since the day or week before), or first seen
since it was made. Nothing is lost where builds are late, and nothing is heard twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from audiopress.press.edition.publishing.shows import describe_facts, name_place
from audiopress.publish.pages.phrases import find_phrases, format_long_date
from audiopress.sources.selection import ArticleSelection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from zoneinfo import ZoneInfo

    from audiopress.model import Episode
    from audiopress.settings import JoinedTable
    from audiopress.store.ledger import Record

__all__ = ["JoinedChoice", "Period", "choose_members", "find_period"]

MOST = 250
"""Articles of one edition at most: a table of contents in an MP3 has 255 entries."""

_BRIDGE = 3
"""Seconds that an article costs beside its own: a pause, an ident, its title among the contents."""

_DAYS = {"daily": 1, "weekly": 7}
"""How many days a period has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The day or week of an edition: ``key`` is in its id, ``end`` is when nothing more comes in.

    ``start`` is its first moment, ``before`` that of the period before. A ``rolling`` edition has
    neither: it takes the newest, whenever they came.
    """

    key: str
    start: datetime | None = None
    before: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedChoice:
    """One edition that is due: its id and title, its articles in the order in which they are heard.

    ``published`` is the date that a new one gets, ``left`` how many articles had no room.
    """

    table: JoinedTable
    id: str
    title: str
    published: datetime
    members: tuple[Record, ...]
    left: int = 0


def find_period(table: JoinedTable, now: datetime, zone: ZoneInfo) -> Period:
    """Return the period whose edition is made ``now``: with ``at``, that which began last."""
    if table.frequency == "rolling":
        return Period(key="newest")
    local = now.astimezone(zone)
    day = local.date()
    if table.frequency == "weekly":
        day -= timedelta(days=day.weekday())
    moment = _read_time(table.at)
    length = timedelta(days=_DAYS[table.frequency])
    if table.at and local < datetime.combine(day, moment, zone):
        day -= length
    start = datetime.combine(day, moment, zone)
    week = day.isocalendar()
    key = f"{week.year}-w{week.week:02}" if table.frequency == "weekly" else day.isoformat()
    return Period(
        key=key,
        start=start,
        before=datetime.combine(day - length, moment, zone),
        end=start if table.at else None,
    )


def _read_time(text: str) -> time:
    hour, _, minute = (text or "0:00").partition(":")
    return time(int(hour), int(minute))


def choose_members(
    table: JoinedTable,
    period: Period,
    records: Sequence[Record],
    language: str,
    now: datetime,
) -> JoinedChoice:
    """Return the edition of a period, perhaps without any article; ``records`` are all."""
    edition_id = f"edition:{table.id}/{period.key}"
    earlier = [one for one in records if one.joined == table.id and one.id != edition_id]
    own = next((one for one in records if one.id == edition_id), None)
    wanted = [
        one
        for one in records
        if is_publishable(one)
        and not explain_choice(table, one.versions[-1])
        and (period.start is None or _came(one, period, earlier))
    ]
    # Sorted twice, for sorting is stable: by date, those of one moment always in one order.
    wanted.sort(key=lambda one: one.id)
    wanted.sort(key=lambda one: one.published, reverse=True)
    members = _trim(table, wanted)
    newest = members[0].published if members else now
    published = max(newest, period.start) if period.start else newest
    return JoinedChoice(
        table=table,
        id=edition_id,
        title=write_title(table, period, language),
        published=own.published if own else published,
        members=tuple(members),
        left=len(wanted) - len(members),
    )


def is_publishable(record: Record) -> bool:
    """Whether an article may be part of an edition: it is published, and is none itself."""
    return record.state == "live" and bool(record.versions) and not record.joined


def explain_choice(table: JoinedTable, episode: Episode) -> str:
    """Return why an edition does not want an article, or nothing."""
    patterns = ArticleSelection(include=table.include, exclude=table.exclude)
    return patterns.explain(name_place(episode), describe_facts(episode), episode.words)


def _came(record: Record, period: Period, earlier: Iterable[Record]) -> bool:
    """Whether an article belongs into this period's edition and was in none before."""
    held = {name for one in earlier for name in one.members}
    if record.id in held or (period.end and record.published >= period.end):
        return False
    made = [one.published for one in earlier if period.start and one.published < period.start]
    since = max(made, default=None)
    start = period.before if since is None else min(since, period.before or since)
    if start is None or record.published >= start:
        return True
    # An old article that is new here: it came after the edition before.
    seen = record.first_seen
    return since is not None and seen >= since and (period.end is None or seen < period.end)


def _trim(table: JoinedTable, wanted: Sequence[Record]) -> list[Record]:
    """Return the newest for which there is room; a long one does not keep shorter ones out."""
    room = float(table.minutes * 60)
    taken: list[Record] = []
    for record in wanted[: table.newest or MOST]:
        last = record.versions[-1]
        seconds = last.samples / last.rate + _BRIDGE
        if table.minutes and seconds > room:
            continue
        room -= seconds
        taken.append(record)
    return taken[:MOST]


def write_title(table: JoinedTable, period: Period, language: str) -> str:
    """Return the title with its day: at ``{date}``, else behind a comma; a rolling one has none."""
    if period.start is None:
        return table.title.replace("{date}", "").strip()
    day = format_long_date(period.start, find_phrases(language))
    if "{date}" in table.title:
        return table.title.replace("{date}", day)
    return f"{table.title}, {day}"
