"""What the last builds could not publish: what failed and since when, and what waits for its date.

It lies in the cache: without it nothing is lost but since when. What is published is in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from audiopress.identity import fold_address, is_address
from audiopress.store.keys import digest

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

    ``last`` is when it was last tried, ``rounds`` how often it failed in a row, ``sources`` are
    digests of those that the build was of, none where they were those of the configuration.
    """

    name: str
    title: str
    message: str
    where: str
    hint: str
    since: datetime
    last: datetime
    rounds: int = 1
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingArticle:
    """A new article that waits for its own date, or a page until its host may be asked for it."""

    id: str
    uri: str
    title: str
    until: datetime
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMemory:
    """What the last builds told. ``at`` is when the last one began, whatever its sources were.

    ``address`` and ``output`` are where it put the edition: ``audiopress site`` has it in the
    site's folder, which the configuration need not name. Empty of a private show.
    ``changed`` is when a build last published something new, where that was kept.
    ``broken`` is why the last round of ``audiopress sync`` could not be done at all, if so.
    """

    at: datetime | None = None
    changed: datetime | None = None
    address: str = ""
    output: str = ""
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
    names: Iterable[str],
    waiting: Sequence[WaitingArticle],
    sources: Sequence[str],
    whole: bool,
) -> None:
    """Remember what became of a build of these ``sources``, of those of the edition if of none.

    A ``whole`` one, which was not stopped, replaces what earlier ones of the same sources told. Of
    others what it had nothing to do with stays remembered: ``names`` are the ids and places of what
    it dealt with. So does what somebody named, or sent to the service, and no other source has.
    """
    before, outcomes = recall_round(settings, cache), list(outcomes)
    known = {each.name: each for each in before.failures}
    # Not their names: one may be purged later, and is to be in no cache then.
    asked = tuple(sorted({digest([_make_writable(source)]) for source in sources}))
    failures = {
        name: replace(
            _make_failure(name, each.title, each.error, known.get(name), now), sources=asked
        )
        for each in outcomes
        if each.error is not None
        for name in (_make_writable(each.id),)
    }
    dealt = {_fold(name) for name in (*names, *failures, *(one.uri for one in waiting))}
    configured = bool(settings.sources or settings.selected)

    def stays(each: Failure | WaitingArticle, *known_as: str) -> bool:
        old = whole and _covers(asked, each.sources, configured=configured)
        if not asked and each.sources:  # nothing but what was named then has it
            old = old and _is_file_gone(settings, known_as[-1])
        return not old and dealt.isdisjoint(map(_fold, known_as))

    kept = {each.name: each for each in before.failures if stays(each, each.name)}
    kept_waiting = {each.id: each for each in before.waiting if stays(each, each.id, each.uri)}
    now_waiting = {each.id: replace(each, sources=asked) for each in waiting}
    public = not settings.show.private
    told = RoundMemory(
        at=now,
        changed=now if any(each.status == "built" for each in outcomes) else before.changed,
        address=settings.show.address if public else "",
        output=_make_writable(str(settings.output)) if public else "",
        failures=tuple(each for _, each in sorted((kept | failures).items())),
        waiting=tuple(each for _, each in sorted((kept_waiting | now_waiting).items())),
    )
    _keep(settings, cache, told)


def _covers(asked: tuple[str, ...], earlier: tuple[str, ...], *, configured: bool) -> bool:
    """Whether a round of these sources has the last word on an earlier one; of none is of all."""
    if asked and earlier:
        return set(earlier) <= set(asked)
    # An older version kept no sources: without a configuration they were named.
    return not asked or not configured


def _is_file_gone(settings: Settings, name: str) -> bool:
    """Whether what was named is a file, and there no more: nobody wants it published."""
    return not is_address(name) and not (settings.root / name.removeprefix("file:")).exists()


def _fold(name: str) -> str:
    """Return a name as it is compared: lists spell an address in several ways."""
    text = _make_writable(name)
    return fold_address(text) if is_address(text) else text


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
    """Remove what is remembered of articles of these names: they are taken back, or given up."""
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
