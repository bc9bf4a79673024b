"""What the last builds could not publish: what failed and since when, and what waits for its date.

It lies in the cache: without it nothing is lost but since when. What is published is in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from audiopress.errors import AudiopressError
    from audiopress.model import Refused
    from audiopress.press.report import Outcome
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = [
    "Failure",
    "RoundMemory",
    "WaitingArticle",
    "forget_names",
    "recall_round",
    "remember_failed_round",
    "remember_round",
    "wait_for_turn",
]

_KIND = "last-round"
"""The kind of record in the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What fails: an article by its id, or a source by its name; ``since`` its first round.

    ``last`` is when it was last tried, ``rounds`` how often it failed in a row.
    """

    name: str
    title: str
    message: str
    where: str
    hint: str
    since: datetime
    last: datetime
    rounds: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingArticle:
    """A new article that waits for its own date, or a page until its host may be asked for it."""

    id: str
    uri: str
    title: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMemory:
    """What the last builds told. ``at`` is when the last one began, whatever its sources were.

    ``broken`` is why the last round of ``audiopress sync`` could not be done at all, if so.
    """

    at: datetime | None = None
    failures: tuple[Failure, ...] = ()
    waiting: tuple[WaitingArticle, ...] = ()
    broken: Failure | None = None


def recall_round(settings: Settings, cache: Cache) -> RoundMemory:
    """Return what is remembered of this edition; nothing where nothing is."""
    return cache.find_record(_KIND, _name_edition(settings), RoundMemory) or RoundMemory()


def remember_round(  # noqa: PLR0913 - what a round is
    settings: Settings,
    cache: Cache,
    *,
    now: datetime,
    outcomes: Iterable[Outcome],
    names: Container[str],
    waiting: Sequence[WaitingArticle],
    whole: bool,
) -> None:
    """Remember what became of a build; ``whole`` is one of all sources of the edition.

    Of another one what it had nothing to do with stays remembered: ``names`` are the ids and places
    of the articles that it dealt with.
    """
    before = recall_round(settings, cache)
    known = {each.name: each for each in before.failures}
    failures = {
        name: _make_failure(name, each.title, each.error, known.get(name), now)
        for each in outcomes
        if each.error is not None
        for name in (_make_writable(each.id),)
    }
    kept_failures = {} if whole else known
    kept_waiting = {} if whole else {each.id: each for each in before.waiting}
    told = RoundMemory(
        at=now,
        failures=tuple(
            each
            for name, each in sorted((kept_failures | failures).items())
            if name in failures or name not in names
        ),
        waiting=tuple(
            each
            for name, each in sorted((kept_waiting | {one.id: one for one in waiting}).items())
            if any(name == one.id for one in waiting) or name not in names
        ),
    )
    _keep(settings, cache, told)


def remember_failed_round(
    settings: Settings, cache: Cache, error: AudiopressError, now: datetime
) -> None:
    """Remember that a round could not be done at all; what was known of articles stays known."""
    before = recall_round(settings, cache)
    broken = _make_failure("", "", error, before.broken, now)
    _keep(settings, cache, replace(before, broken=broken))


def wait_for_turn(page: Refused) -> WaitingArticle:
    """Return what is remembered of a page that was not asked for (`NotAskedError`)."""
    until = getattr(page.error, "until", None) or datetime.now(UTC)
    return WaitingArticle(id=page.uri, uri=page.uri, title=page.uri, until=until)


def forget_names(settings: Settings, cache: Cache, names: Container[str]) -> None:
    """Remove what is remembered of an article of these names: it is purged."""
    before = recall_round(settings, cache)
    failures = tuple(each for each in before.failures if each.name not in names)
    waiting = tuple(
        each for each in before.waiting if each.id not in names and each.uri not in names
    )
    if (failures, waiting) != (before.failures, before.waiting):
        _keep(settings, cache, replace(before, failures=failures, waiting=waiting))


def _keep(settings: Settings, cache: Cache, told: RoundMemory) -> None:
    cache.put_record(_KIND, _name_edition(settings), msgspec.to_builtins(told))


def _name_edition(settings: Settings) -> str:
    # A cache may serve several editions; the ledger is what one is.
    return _make_writable(str(settings.ledger))


def _make_writable(text: str) -> str:
    """Return ``text`` as UTF-8 can hold it: a file's name may have bytes that are none of it."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _make_failure(
    name: str, title: str, error: AudiopressError, known: Failure | None, now: datetime
) -> Failure:
    return Failure(
        name=name,
        title=_make_writable(title),
        message=_make_writable(error.message),
        where=_make_writable(error.where),
        hint=_make_writable(error.hint),
        since=known.since if known else now,
        last=now,
        rounds=known.rounds + 1 if known else 1,
    )
