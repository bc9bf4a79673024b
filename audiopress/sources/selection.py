"""Which articles of a source are taken: how many, from when on, and which by what they are."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiopress.identity import is_address
from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo
    from zoneinfo import ZoneInfo

    from audiopress.model import SourceFacts

__all__ = [
    "CSS",
    "EVERYTHING",
    "PATTERN_KINDS",
    "ArticleSelection",
    "SelectionRun",
    "find_newest",
    "parse_age",
    "parse_since",
]

PATTERN_KINDS = ("path", "section", "tag", "author", "language", "source")
"""What a pattern may begin with (``tag:politics``); one without any is of a path."""

CSS = "css:"
"""What a pattern begins with that is a CSS selector, asked of the article's page as it came."""

_AGE = re.compile(r"(\d{1,4})\s*([hdw])")
"""A length of time: hours, days or weeks."""

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
"""What its letters stand for."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)
"""Where an article without a date stands among others: behind them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSelection:
    """What is taken of one source. ``limit`` 0 and ``since`` and ``max_age`` ``None`` are all.

    ``include`` and ``exclude`` are patterns (`PATTERN_KINDS`), in which ``*`` stands for anything.
    An article must match one of each kind that ``include`` has, and none of ``exclude``. Those that
    begin with `CSS` are asked by `explain_selectors`, of the page.
    ``min_words`` and ``max_words`` are of what would be spoken, 0 for no bound. ``archived`` takes
    what a service for reading later has as read, ``teasers`` the beginnings of what is behind a
    paywall (``None``: those at own hosts); ``skip_noindex`` leaves out what asks search engines to.
    """

    limit: int = 0
    since: datetime | None = None
    max_age: timedelta | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    min_words: int = 0
    max_words: int = 0
    archived: bool = False
    teasers: bool | None = None
    skip_noindex: bool = False

    def explain(self, uri: str, facts: SourceFacts, words: int | None = None) -> str:
        """Return why an article is not taken, or nothing.

        Without ``words`` it has not been read yet, and what is not known of it keeps nothing out.
        """
        known = words is not None
        # What was changed last before a day was published before it.
        moment = facts.published or facts.modified
        if self.since and moment and moment < self.since:
            return f"from before {self.since:%Y-%m-%d %H:%M} (since or max_age)"
        said = _list_said(uri, facts)
        for pattern in self.exclude:
            if not pattern.startswith(CSS) and _matches(pattern, said):
                return f'excluded by "{pattern}"'
        for kind in PATTERN_KINDS:
            named = (each for each in self.include if not each.startswith(CSS))
            wanted = [each for each in named if _split(each)[0] == kind]
            missed = not any(_matches(each, said) for each in wanted)
            if wanted and missed and (known or said[kind]):
                return f"not included ({', '.join(wanted)})"
        return self._explain_length(words) if words is not None else ""

    @property
    def selectors(self) -> tuple[str, ...]:
        """Its CSS selectors."""
        patterns = (*self.include, *self.exclude)
        return tuple(each.removeprefix(CSS) for each in patterns if each.startswith(CSS))

    def explain_selectors(self, found: set[str]) -> str:
        """Return why an article is not taken in whose page these of its selectors find anything."""
        for pattern in self.exclude:
            if pattern.startswith(CSS) and pattern.removeprefix(CSS) in found:
                return f'excluded by "{pattern}"'
        wanted = [each for each in self.include if each.startswith(CSS)]
        missed = wanted and not any(each.removeprefix(CSS) in found for each in wanted)
        return f"not included ({', '.join(wanted)})" if missed else ""

    def settle(self, now: datetime) -> ArticleSelection:
        """Return the same with the day that its age means ``now``."""
        if self.max_age is None:
            return self
        oldest = now - self.max_age
        return replace(self, since=max(oldest, self.since or oldest), max_age=None)

    def override(self, other: ArticleSelection) -> ArticleSelection:
        """Return what ``other`` says, and where it says nothing what this one does."""
        said = {each.name: getattr(other, each.name) for each in fields(other)}
        return replace(self, **{name: value for name, value in said.items() if value})

    def _explain_length(self, words: int) -> str:
        if words < self.min_words:
            return f"of less than {self.min_words} words (min_words)"
        if self.max_words and words > self.max_words:
            return f"of more than {self.max_words} words (max_words)"
        return ""


EVERYTHING = ArticleSelection()
"""What is taken of a source of which nothing else is said."""


def parse_since(text: str, zone: ZoneInfo) -> datetime:
    """Return a moment of a text such as ``2026-03-01``, in a zone where it names none.

    Raises:
        ValueError: in words for whoever wrote it.

    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f'since "{text}" is no date; say 2026-03-01') from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def parse_age(text: str, name: str = "max_age") -> timedelta:
    """Return a length of time of a text such as ``30d``; raises `ValueError` as `parse_since`.

    ``name`` is what the setting or option is called.
    """
    found = _AGE.fullmatch(text.strip().lower())
    if not found:
        raise ValueError(f'{name} "{text}" is no length of time; say 12h, 30d or 8w')
    return int(found[1]) * _UNITS[found[2]]


class SelectionRun:
    """One source while it is read: how many of its articles were taken so far."""

    def __init__(
        self, selection: ArticleSelection = EVERYTHING, source: str = "", zone: tzinfo = UTC
    ) -> None:
        """Begin with none.

        ``source`` is what the source is called in the settings, ``zone`` that of dates that say
        none.
        """
        self.selection = selection
        self.source = source
        self.zone = zone
        self.taken = 0

    @property
    def is_full(self) -> bool:
        """Whether no more are wanted."""
        return bool(self.selection.limit) and self.taken >= self.selection.limit


def find_newest(dates: Sequence[datetime | None], limit: int) -> set[int]:
    """Return the places of the newest ones, those without a date last, in their order."""
    order = sorted(range(len(dates)), key=lambda at: dates[at] or _EARLIEST, reverse=True)
    return set(order[:limit])


def _list_said(uri: str, facts: SourceFacts) -> dict[str, tuple[str, ...]]:
    path = unquote(urlsplit(uri).path) if is_address(uri) else uri
    return {
        "path": (path, path.lstrip("/"), uri),
        "section": (facts.section,) if facts.section else (),
        "tag": facts.tags,
        "author": _list_authors(facts.byline),
        "language": (facts.language, find_base(facts.language)) if facts.language else (),
        "source": (facts.listed_in,) if facts.listed_in else (),
    }


def _list_authors(byline: str) -> tuple[str, ...]:
    names = (name.strip() for name in byline.split(","))
    return (byline, *filter(None, names)) if byline else ()


def _split(pattern: str) -> tuple[str, str]:
    kind, colon, rest = pattern.partition(":")
    return (kind, rest) if colon and kind in PATTERN_KINDS else ("path", pattern)


def _matches(pattern: str, said: dict[str, tuple[str, ...]]) -> bool:
    kind, rest = _split(pattern)
    return _matches_any(rest.strip(), said[kind])


def _matches_any(pattern: str, texts: Iterable[str]) -> bool:
    small = pattern.lower()
    return any(fnmatch.fnmatchcase(text.lower(), small) for text in texts)
