"""What a log says in figures: downloads by episode, by day and by app, and how far people came."""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from audiopress.stats.downloads import count_downloads
from audiopress.stats.drop_off import find_drop_off
from audiopress.stats.log_lines import read_requests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo
    from typing import BinaryIO

    from audiopress.stats.drop_off import DropOff
    from audiopress.stats.episode_files import EpisodeFile
    from audiopress.stats.log_lines import LoggedRequest

__all__ = ["CountedDays", "EpisodeFigure", "Figures", "UnreadLines", "read_figures"]

_BROKEN: Final = (EOFError, zlib.error, gzip.BadGzipFile)
"""What a packed log raises that was cut off, as one that is still written."""


_LONGEST: Final = 1100
"""Days between the first and the last, three years, beyond which empty ones are not listed: a line
of 1970 is a clock that was not set."""


@dataclass(frozen=True, slots=True)
class EpisodeFigure:
    """An episode's downloads."""

    slug: str
    title: str
    downloads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDays:
    """Days that count, in the time zone in which they are days; without a bound, all."""

    zone: tzinfo
    since: date | None = None
    until: date | None = None

    def find_day(self, moment: datetime) -> date:
        """Return the day of a moment."""
        return moment.astimezone(self.zone).date()

    def holds(self, moment: datetime) -> bool:
        """Whether the day of a moment is between both bounds, which count too."""
        day = self.find_day(moment)
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )


@dataclass(slots=True)
class UnreadLines:
    """Lines that are no request in any format that is known: how many, and the first of them."""

    count: int = 0
    first: str = ""

    def note(self, place: str, text: str) -> None:
        """Take note of a line."""
        self.count += 1
        self.first = self.first or f"{place}: {text[:80]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is told of a log. ``left_out`` are requests that are no part of a download.

    ``span`` is the first and the last day that it has, whether they count or not.
    """

    requests: int
    downloads: int
    episodes: tuple[EpisodeFigure, ...]
    days: tuple[tuple[date, int], ...]
    apps: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    drop_off: tuple[DropOff, ...]
    unread: UnreadLines = field(default_factory=UnreadLines)
    span: tuple[date, date] | None = None


def read_figures(
    logs: Iterable[tuple[str, BinaryIO]],
    files: dict[tuple[str, str], EpisodeFile],
    period: CountedDays,
) -> Figures:
    """Return what logs, by their names, say of the episodes in ``files`` within a period."""
    unread, days = UnreadLines(), set[date]()
    counted = Counter[str]()
    found = count_downloads(_read_all(logs, period, unread, counted, days), files)
    titles = {file.slug: file.title for file in files.values()}
    titles |= {slug: file.title for (slug, key), file in files.items() if not key}
    by_episode = Counter(each.file.slug for each in found.found)
    by_day = Counter(period.find_day(each.begun) for each in found.found)
    return Figures(
        requests=counted["requests"],
        downloads=len(found.found),
        episodes=tuple(
            EpisodeFigure(slug, titles[slug], count) for slug, count in _rank(by_episode)
        ),
        days=tuple(_fill(by_day)),
        apps=tuple(_rank(Counter(each.app for each in found.found))),
        left_out=tuple(_rank(found.left_out)),
        drop_off=tuple(find_drop_off([*found.found, *found.begun])),
        unread=unread,
        span=(min(days), max(days)) if days else None,
    )


def _read_all(
    logs: Iterable[tuple[str, BinaryIO]],
    period: CountedDays,
    unread: UnreadLines,
    counted: Counter[str],
    days: set[date],
) -> Iterator[LoggedRequest]:
    for name, file in logs:

        def note(at: int, text: str, name: str = name) -> None:
            unread.note(f"{name}:{at}", text)

        try:
            for request in read_requests(file, note):
                days.add(period.find_day(request.moment))
                if period.holds(request.moment):
                    counted["requests"] += 1
                    yield request
        except _BROKEN as error:
            unread.note(name, f"its packing breaks off: {error}")


def _fill(by_day: Counter[date]) -> list[tuple[date, int]]:
    """Return each day with its downloads, also those between that have none."""
    known = sorted(by_day)
    if not known or (known[-1] - known[0]).days > _LONGEST:
        return [(day, by_day[day]) for day in known]
    days = (known[0] + timedelta(n) for n in range((known[-1] - known[0]).days + 1))
    return [(day, by_day[day]) for day in days]


def _rank(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return names with their counts, the highest first, equal ones by name."""
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))
