"""The recipe by which an edition is built: read it from top to bottom.

::

    fetch, read, identify, plan     sources -> one order an article    `Planner.make_orders`
    speak                           what is missing, by workers        `SpeechQueue`
    bind, ship                      an article as soon as it is whole  `Publication.publish`
    feed                            every ten seconds, and at the end  `Publication.publish_show`

One article that fails is named and the others go on; with ``strict`` one failure publishes nothing.
Stopped at any point, the next run goes on from what is cached.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError
from audiopress.press.build_account import BuildAccount
from audiopress.press.corrections.former_voices import note_former_voices
from audiopress.press.corrections.known_voices import fill_in_makings
from audiopress.press.edition.newer_exports import note_newer_exports
from audiopress.press.edition.notes import note_passed_by
from audiopress.press.edition.open_edition import open_edition
from audiopress.press.edition.planning.planner import Planner
from audiopress.press.edition.publishing.publication import Publication
from audiopress.press.edition.publishing.retention import expire_articles
from audiopress.press.edition.publishing.show_files import PublishedFeed
from audiopress.press.edition.publishing.signatures import needs_signature
from audiopress.press.edition.related_records import open_promises
from audiopress.press.former_places import keep_former_places
from audiopress.press.ledgers.held_ledger import take_ledger_notes
from audiopress.press.report import Outcome, Report
from audiopress.press.speech_queue import SpeechQueue
from audiopress.press.steps.plan import make_typical_line
from audiopress.press.steps.shared import PASSED_BY, forget_shared, is_passed_by
from audiopress.press.steps.speak import WorkerPools
from audiopress.press.sync.memory import WaitingArticle, remember_round, wait_for_turn
from audiopress.press.verify.results import note_verified
from audiopress.press.verify.verifier import Verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.model import Document
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.report import BuildProgress
    from audiopress.press.speech_queue import ArticleWork, Speakers
    from audiopress.press.steps.speak import SpeechJob
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["FEED_EVERY", "BuildRun"]

FEED_EVERY = 10.0
"""Seconds between two feeds of a long build: nobody looks more often, and with a feed go the pages
that list all episodes, each written and made durable."""


def _open_speakers(settings: Settings, cache: Cache, patience: float) -> Speakers:
    """Return who speaks: processes of this machine, or the workers of a scheduler."""
    if not settings.scheduler:
        return WorkerPools(settings.jobs, patience)
    from audiopress.press.cluster.speakers import open_cluster  # noqa: PLC0415 - for few editions

    return open_cluster(settings, cache, patience)


class BuildRun:
    """One build of one edition."""

    def __init__(
        self,
        settings: Settings,
        *,
        strict: bool,
        watch: Callable[[BuildProgress], None],
        patience: float,
        listener: Listener | None = None,
    ) -> None:
        """Open what it needs; raises as `build`. Who makes one holds the ledger."""
        self._settings = settings
        self._strict = strict
        self._account = BuildAccount(watch)
        self._edition = edition = open_edition(settings, now=datetime.now(UTC))
        self._pools = _open_speakers(settings, edition.cache, patience)
        # Other machines ask for it themselves, and give it.
        self._shared = None if settings.scheduler else edition.shared
        self._planner = Planner(edition, before_reading=self._load_voice)
        self._verifier = Verifier(edition, listener) if listener else None
        self._queue = SpeechQueue(
            self._pools,
            edition.cache,
            watch=self._account.count_line,
            more=self._ask_for_takes,
            shared=self._shared,
        )
        self._publication = Publication(edition)
        self._voice_loads = False
        self._dealt_with: list[Order] = []
        self._held_back: list[ArticleWork] = []
        self._published = 0
        self._feed: PublishedFeed | None = None
        self._feed_at = time.monotonic()
        self._interrupted = False
        self._notes: list[str] = []

    # -- the recipe ----------------------------------------------------------------------------

    def build(self, sources: Sequence[str | Document], asked: Sequence[str] = ()) -> None:
        """Plan, speak, publish; Ctrl-C leaves what is done published."""

        def speak() -> None:
            with open_promises(self._edition, sources) as promised:
                self._planner.read_from(promised)
                self._plan(sources)
            self._speak()

        self._carry_out(speak)
        # The last: a build that is killed before has told nothing.
        if self._planner.told is not None:
            # One that was stopped has shown nothing of it, so the next one tells it.
            if not self._interrupted:
                self._planner.remember()
            named = [each if isinstance(each, str) else each.uri for each in sources]
            self._remember(asked or named)

    def join_again(self) -> None:
        """Make joined editions of what is published, and name them in their feeds."""
        self._carry_out(lambda: None)

    def _carry_out(self, speak: Callable[[], None]) -> None:
        """Speak, join and publish; Ctrl-C leaves what is done published."""
        with self._pools:
            try:
                speak()
                self._join()
                self._pools.close()  # workers end while the rest is published
            except KeyboardInterrupt:
                self._interrupted = True
                # A paragraph can take minutes, and Ctrl-C is to be quick.
                self._pools.abandon()
            # Also after Ctrl-C: what is whole by now is published, and the feed names it.
            self._publish_held_back()
            self._publish_feed()
        self._finish_sharing()
        self._notes += keep_former_places(self._settings, self._edition.now)
        # A run that made nothing looks for nothing: to walk a large cache takes longer than it.
        if self._published or self._queue.jobs:
            self._publication.remove_strays()

    def _finish_sharing(self) -> None:
        """Wait until others have what was spoken: after all is published, so that nobody waits."""
        self._edition.shared.finish(hurry=self._interrupted)
        self._notes += [*self._edition.shared.notes, *take_ledger_notes()]
        if not self._interrupted:
            self._notes += forget_shared(self._settings, self._edition.cache)
        if is_passed_by(self._settings) and self._queue.jobs:
            self._notes.append(PASSED_BY)

    def tell_hubs(self) -> None:
        """Let the hubs of WebSub know what has changed, where it is served already."""
        if self._interrupted or self._is_spoilt():
            return
        from audiopress.press.hub import note_hubs  # noqa: PLC0415 - few editions have a hub

        self._notes += note_hubs(self._settings, self._edition.cache)

    def _remember(self, sources: Sequence[str]) -> None:
        """Keep for ``audiopress status`` what could not be published, and since when."""
        orders, outcomes = self._dealt_with, self._account.outcomes
        remember_round(
            self._settings,
            self._edition.cache,
            now=self._edition.now,
            outcomes=outcomes,
            names={
                *(name for order in orders for name in (order.id, order.uri)),
                *(name for order in orders for name in order.registered.record.aliases),
                *(each.uri for each in self._planner.passed_by),
                *(each.id for each in outcomes),
            },
            waiting=[
                WaitingArticle(
                    id=item.record.id,
                    uri=item.manuscript.uri,
                    title=item.manuscript.article.title,
                    until=item.record.published,
                )
                for item in self._planner.waiting
            ]
            + [wait_for_turn(item) for item in self._planner.unasked],
            sources=sources,
            whole=not self._interrupted,
        )

    def _plan(self, sources: Sequence[str | Document]) -> None:
        """Fetch, read, identify and plan: afterwards every article has an outcome or work to do."""
        orders, refused, notes = self._planner.make_orders(sources)
        self._notes += [
            *notes,
            *note_newer_exports(self._settings, sources),
            *note_passed_by(self._planner.passed_by, self._planner.told),
        ]
        self._account.refused += [
            Outcome(id=item.uri, title=item.uri, status="failed", error=item.error)
            for item in refused
        ]
        self._account.refused += [
            Outcome(id=item.uri, title=item.uri, status="waiting") for item in self._planner.unasked
        ]
        self._notes += note_former_voices(
            self._edition, [(order.registered.record, order.passages) for order in orders]
        )
        fill_in_makings(self._edition, orders)
        self._dealt_with = orders
        self._prepare_signing(orders)
        for order in orders:
            self._account.enter(order)

    def _prepare_signing(self, orders: Sequence[Order]) -> None:
        """Read certificate and key before anything is spoken, where anything is to be signed."""
        retag = self._settings.retag
        signs = self._edition.signatory.signs
        if signs and any(needs_signature(order, retag=retag) for order in orders):
            self._edition.signatory.prepare()

    def _load_voice(self) -> None:
        """Let a worker load the voice while a new page is read: it will probably be needed."""
        if not self._voice_loads:
            self._voice_loads = True
            with contextlib.suppress(Exception):  # the article it concerns will say so
                self._pools.load(make_typical_line(self._settings.cast))

    def _speak(self) -> None:
        """Speak what is missing and publish every article as soon as it is whole."""
        if self._verifier:
            self._verifier.prepare(self._account.works.values())
        self._queue.put(self._account.works.values())
        self._account.widen(self._queue)
        if self._queue.jobs:
            # While the workers speak the first lines.
            self._publication.prepare()
            self._publication.look_ahead()
        elif self._verifier is None:
            # A voice may be loading for a page that changed without new words: do not wait for it.
            self._pools.abandon()
        for ended in self._queue.finish():
            for work in ended:
                self._end(work)
            if self._is_feed_due():
                self._publish_feed()

    def _join(self) -> None:
        """Make the editions that are joined from what is published by now."""
        if not self._settings.joined or self._is_spoilt():
            return
        # Held back until it was known that nothing failed: an edition is made of what is there.
        self._publish_held_back()
        from audiopress.press.joined.editions import JoinedEditions  # noqa: PLC0415 - for these

        editions = JoinedEditions(self._edition, self._planner.reader)
        orders = editions.make_orders()
        self._prepare_signing([joined.order for joined in orders])
        queue = SpeechQueue(
            self._pools, self._edition.cache, watch=self._account.count_line, shared=self._shared
        )
        works = [self._account.enter(joined.order, joined.ready) for joined in orders]
        queue.put([work for work in works if work])
        self._account.widen(queue)
        for ended in queue.finish():
            for work in ended:
                self._finish_joined(work)
        editions.retire_old()
        self._account.refused += [
            Outcome(id=choice.id, title=choice.title, status="failed", error=error)
            for choice, error in editions.failed
        ]
        self._notes += editions.notes

    def _finish_joined(self, work: ArticleWork) -> None:
        if work.error is None:
            self._publish(work)
        else:
            self._account.fail(work, work.error)

    def _is_feed_due(self) -> bool:
        waited = time.monotonic() - self._feed_at
        # Without jobs there is one round only, which the last feed follows. With `strict` it is
        # known only at the end whether anything may be published.
        return bool(self._queue.jobs) and waited > FEED_EVERY and not self._strict

    def _end(self, work: ArticleWork) -> None:
        """Publish an article whose segments are all ready, or say why it has failed."""
        if work.error is not None:
            self._account.fail(work, work.error)
        # What is whole now may not be published yet: another article may still fail.
        elif self._strict:
            self._held_back.append(work)
        else:
            self._publish(work)

    def _publish(self, work: ArticleWork) -> None:
        order = work.order
        try:
            outcome = self._publication.publish(order, work.ready)
        # Such as frames that were damaged between being made and being bound.
        except AudiopressError as error:
            self._account.fail(work, error)
            return
        heard = self._verifier.results.get(order.id) if self._verifier else None
        self._published += 1
        self._account.end(work, replace(outcome, verified=heard))

    def _publish_held_back(self) -> None:
        """With ``strict``, publish now what is finished, unless anything failed."""
        if self._strict and not self._is_spoilt():
            for work in self._held_back:
                self._publish(work)
            self._held_back = []

    def _publish_feed(self) -> None:
        """Write what stands around the episodes, the feed last of all."""
        self._feed_at = time.monotonic()
        if not self._is_spoilt():
            expire_articles(self._settings, self._edition.ledger)
        # Asked also when nothing may be written: the report names the feed and its episodes anyway.
        self._feed = self._publish_show(write=not self._is_spoilt())

    def _publish_show(self, *, write: bool) -> PublishedFeed:
        return self._publication.publish_show(write=write)

    def _is_spoilt(self) -> bool:
        """Whether nothing may be published: with ``strict``, when anything failed."""
        return self._strict and (self._account.has_failures or self._interrupted)

    def _ask_for_takes(self, work: ArticleWork) -> list[SpeechJob]:
        """Return what is to be spoken again of an article that is whole, if anybody listens."""
        jobs = self._verifier.ask(work) if self._verifier else []
        self._account.add_lines(jobs)
        return jobs

    def report(self) -> Report:
        """Return what was done."""
        feed = self._feed or PublishedFeed(url="", items=0)
        self._account.count_left()
        outcomes = self._account.outcomes
        heard = note_verified(one.verified for one in outcomes if one.verified)
        more = [note for other in feed.others for note in other.notes if note not in feed.notes]
        return Report(
            outcomes=outcomes,
            notes=(*self._notes, *heard, *self._publication.notes, *feed.notes, *more),
            cpu_seconds=self._account.cpu_seconds,
            feed_url=feed.url,
            feed_items=feed.items,
            interrupted=self._interrupted,
            lost=self._planner.missing,
            left_out=self._planner.count_left_out(),
            waits_until=min(
                (each.record.published for each in self._planner.waiting), default=None
            ),
        )
