"""A list of many thousand addresses is built, a stretch at a time.

The next stretch is fetched and read while the one before it is spoken, so that no machine waits. Of
what came to its end only a count stays in memory. Everything else is a build (`BuildRun`): the same
steps, the same order of publishing, the feed last; stopped at any point, the next run goes on.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.identity import normalize_url
from audiopress.press.backfill.addresses import choose_left, write_stretch
from audiopress.press.backfill.budget import BudgetWatch, HoursBudget
from audiopress.press.backfill.feed_process import publish_apart
from audiopress.press.backfill.led_addresses import DoneAddresses, remember_led
from audiopress.press.backfill.left_edition import find_left, remember_left
from audiopress.press.backfill.tally import Tally
from audiopress.press.build import prepare_build
from audiopress.press.build_run import FEED_EVERY, BuildRun
from audiopress.press.edition.planning.planner import Planner
from audiopress.press.edition.related_records import RelatedRecords, may_be_parted, open_index
from audiopress.press.steps.speak import PATIENCE
from audiopress.press.sync.memory import remember_round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audiopress.model import Document
    from audiopress.press.backfill.addresses import ListedAddress
    from audiopress.press.edition.publishing.show_files import PublishedFeed
    from audiopress.press.report import Outcome
    from audiopress.press.speech_queue import ArticleWork
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings
    from audiopress.store.ledger_index import LedgerIndex

__all__ = ["BackfillReport", "backfill"]

STRETCH = 200
"""Addresses that are read at a time. While fewer articles than this wait to be spoken the next ones
are read: some minutes of work for fifty processors, and some tens of megabytes."""

_FEED_SHARE = 20
"""How many times as long as the last feed took nobody writes another one: with 100,000 episodes it
takes seconds, and the machine has other things to do."""

APART = 2000
"""Articles from which on a process of its own writes the feed: ten megabytes, and a second for it
to begin."""

_LOOK_EVERY = 5.0
"""Seconds after which somebody who watches hears how it goes, though nothing has come to an end."""


_MOST_NOTES = 200
"""Notes that are kept for the end: more than anybody reads, and they are not to fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackfillReport:
    """What a backfill has done. ``failed`` are the outcomes of what failed, each with its error.

    ``stopped`` says what was used up before its list was (`BudgetWatch.name_least`), or that nobody
    was left to speak ("workers").
    """

    tally: Tally
    failed: tuple[Outcome, ...]
    notes: tuple[str, ...]
    wall_seconds: float
    feed_items: int
    interrupted: bool
    stopped: str


_NO_END = HoursBudget()
"""Of a run that ends when its list does."""


def backfill(  # noqa: PLR0913 - what of a run is no setting
    settings: Settings,
    listed: Iterable[tuple[int, str]],
    name: str,
    *,
    budget: HoursBudget = _NO_END,
    tell: Callable[[Tally], None] = lambda _: None,
    patience: float = PATIENCE,
    listener: Listener | None = None,
) -> BackfillReport:
    """Build what is not published yet of the addresses of the list ``name``.

    What goes beyond the ``budget`` is not begun. ``tell`` is called whenever something came to its
    end. Raises as `audiopress.press.build.build`.
    """
    started = time.monotonic()
    with prepare_build(settings) as prepared:
        run = _BackfillRun(prepared, patience=patience, listener=listener, tell=tell)
        run.fill(listed, name, BudgetWatch(budget, started))
    run.tell_hubs()
    return run.describe(time.monotonic() - started)


class _BackfillRun(BuildRun):
    """A build whose sources come a stretch at a time."""

    def __init__(
        self,
        settings: Settings,
        *,
        patience: float,
        listener: Listener | None,
        tell: Callable[[Tally], None],
    ) -> None:
        super().__init__(
            settings, strict=False, watch=lambda _: None, patience=patience, listener=listener
        )
        self._tell = tell
        self._tally = Tally(total=0)
        self._failed: list[Outcome] = []
        self._stopped = ""
        self._feed_took, self._in_feed = 0.0, 0
        self._known = 0  # articles in the ledger when it began
        self._items: int | None = None  # of a feed that need not be written
        self._left: list[ListedAddress] = []
        self._asked = 0  # how many of these are begun
        self._ended: list[str] = []  # whose records the index has not seen yet

    def fill(self, listed: Iterable[tuple[int, str]], name: str, watch: BudgetWatch) -> None:
        """Plan, speak and publish within a budget; Ctrl-C leaves what is done published."""

        def speak() -> None:
            with open_index(self._edition) as index:
                done = DoneAddresses(self._edition.cache, index)
                self._left, total = choose_left(listed, done.find)
                self._tally = Tally(total=total, before=total - len(self._left))
                self._known = index.count()
                self._items = None if self._left else find_left(self._edition, index)
                self._fill(name, watch, index)

        self._carry_out(speak)
        self._remember_left()
        self._remember_failed(name)

    def _fill(self, name: str, watch: BudgetWatch, index: LedgerIndex) -> None:
        while self._asked < len(self._left):
            room = self._count_room(watch)
            if room:
                part = self._left[self._asked : self._asked + room]
                self._begin(write_stretch(part, name), len(part), index)
            elif self._queue.is_busy:
                self._take(self._queue.take_round(_LOOK_EVERY))
            else:
                self._stopped = (
                    "workers"
                    if self._pools.is_lost
                    else watch.name_least(self._account.cpu_seconds)
                )
                break
        while self._queue.is_busy:
            self._take(self._queue.take_round(_LOOK_EVERY))

    def _count_room(self, watch: BudgetWatch) -> int:
        """Return how many addresses may be read now."""
        waiting, spent = self._queue.waiting, self._account.cpu_seconds
        if waiting >= STRETCH or (self._asked and self._pools.is_lost):
            return 0
        return watch.count_room(self._asked - waiting, waiting, spent, most=STRETCH)

    def _begin(self, part: Document, number: int, index: LedgerIndex) -> None:
        """Read a stretch and give out what is to be spoken of it."""
        begun = set(self._account.works)
        index.look_again(self._ended)
        self._ended = []
        parted = may_be_parted(self._settings)
        self._planner = Planner(
            self._edition,
            before_reading=self._load_voice,
            before=self._planner.fetcher,
            under_way=[work.order.registered for work in self._account.works.values()],
            promised=RelatedRecords(self._edition, index) if parted else None,
        )
        self._plan([part])
        remember_led(self._edition.cache, self._planner.fetcher.list_led())
        new = [work for name, work in self._account.works.items() if name not in begun]
        self._asked += number
        self._count_others(number - len(new))
        if self._verifier:
            self._verifier.prepare(new)
        self._publication.prepare()
        self._queue.put(new)
        # What is whole already needs nobody who speaks.
        self._take(self._queue.take_round(0))

    def _count_others(self, number: int) -> None:
        """Count what of a stretch needs no work: unchanged, refused, or no article at all."""
        found = self._account.take_settled()
        for outcome in found:
            self._count_end(outcome)
        self._tally.passed_by += max(0, number - len(found))
        self._notes = list(dict.fromkeys(self._notes))[:_MOST_NOTES]

    def _take(self, ended: Iterable[ArticleWork]) -> None:
        for work in ended:
            self._end(work)
            self._queue.forget(work)
            self._ended.append(work.order.id)
            self._count_end(self._account.take_outcome(work.order.id))
        self._tally.cpu_seconds = self._account.cpu_seconds
        self._tell(self._tally)
        if self._is_feed_due():
            self._publish_feed()

    def _count_end(self, outcome: Outcome) -> None:
        self._tally.add(outcome)
        if outcome.error is not None:
            self._failed.append(outcome)

    def _is_feed_due(self) -> bool:
        waited = time.monotonic() - self._feed_at
        new = self._published > self._in_feed
        return new and waited > max(FEED_EVERY, _FEED_SHARE * self._feed_took)

    def _publish_feed(self) -> None:
        if self._items is not None:  # all lies there as it was published
            return
        begun = time.monotonic()
        super()._publish_feed()
        self._publication.remove_old_pictures()
        self._feed_took = time.monotonic() - begun
        self._in_feed = self._published

    def _publish_show(self, *, write: bool) -> PublishedFeed:
        if not write or self._known + self._published < APART:
            return super()._publish_show(write=write)
        return publish_apart(self._settings, self._edition.now)

    def _remember_left(self) -> None:
        """Keep how all that is published lies here, unless there is something to say of it."""
        feed = self._feed
        # To look at every file of a large edition takes seconds. Where something was published it
        # is left to the next run, which looks anyway.
        if self._published and self._edition.ledger.is_large():
            return
        if feed and not (self._interrupted or any(each.notes for each in (feed, *feed.others))):
            with open_index(self._edition) as index:
                remember_left(self._edition, index, feed.items)

    def _remember_failed(self, name: str) -> None:
        """Keep for ``audiopress status`` what could not be published, and since when."""
        remember_round(
            self._settings,
            self._edition.cache,
            now=self._edition.now,
            outcomes=self._failed,
            names={normalize_url(each.address) for each in self._left[: self._asked]},
            waiting=(),
            sources=[f"--from-list {name}"],
            whole=not (self._interrupted or self._stopped),
        )

    def describe(self, wall_seconds: float) -> BackfillReport:
        """Return what was done."""
        notes = (*self._notes, *self._publication.notes, *(self._feed.notes if self._feed else ()))
        return BackfillReport(
            tally=self._tally,
            failed=tuple(self._failed),
            notes=tuple(dict.fromkeys(notes)),
            wall_seconds=wall_seconds,
            feed_items=self._feed.items if self._feed else self._items or 0,
            interrupted=self._interrupted,
            stopped=self._stopped,
        )
