"""What is to be done for each article of an edition: nothing, or to speak what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, VoiceError
from audiopress.model import Refused
from audiopress.press.corrections.former_voices import (
    explain_lost_sound,
    is_sound_lost,
    is_update_wanted,
)
from audiopress.press.edition.planning.inputs import ArticleInputs
from audiopress.press.edition.planning.order import (
    Order,
    describe_held,
    describe_published,
    describe_withdrawn,
)
from audiopress.press.edition.planning.passages import choose_passages
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.planning.review import is_held_back
from audiopress.press.edition.publishing.held import is_ready
from audiopress.press.edition.voices.missing_voices import explain_lacking, explain_missing
from audiopress.press.purge import forget_facts, is_purged
from audiopress.press.steps.read import forget_forms, forget_reading
from audiopress.press.steps.ship import is_complete, is_home_of
from audiopress.press.steps.speak import make_jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.report import Outcome
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.plan import Passage
    from audiopress.store.ledger import Record

__all__ = ["OrderMaker"]


class OrderMaker:
    """Orders of one edition; what all of its articles share is made once."""

    def __init__(self, edition: OpenEdition) -> None:
        """Read nothing yet."""
        self._edition = edition
        self._inputs = ArticleInputs(edition)

    def check_show(self) -> None:
        """Raise `ConfigError` where artwork or music of the main show cannot be had."""
        self._inputs.check_show()

    def order_all(self, articles: Sequence[RegisteredArticle]) -> tuple[list[Order], list[Refused]]:
        """Return the orders, newest first, and the articles of which none can be made."""
        orders: list[Order] = []
        refused: list[Refused] = []
        # Sorted twice, for sorting is stable: by date, those of one moment always in one order.
        articles = sorted(articles, key=lambda registered: registered.record.id)
        for registered in sorted(
            articles, key=lambda registered: registered.record.published, reverse=True
        ):
            try:
                orders.append(self._make_order(registered))
            except AudiopressError as error:
                # Most often the cause, where there is one: the engine tells one way on of two.
                missing = self._explain_missing(registered)
                refused.append(Refused(uri=registered.manuscript.uri, error=missing or error))
        return orders, refused

    def _make_order(self, registered: RegisteredArticle) -> Order:
        inputs = self._inputs.digest(registered)
        if registered.record.state == "withdrawn":
            self._forget_purged(registered)
            withdrawn = describe_withdrawn(registered.record)
            return Order(registered=registered, inputs=inputs, unchanged=withdrawn)
        unchanged = self._find_unchanged(registered, inputs)
        if unchanged is not None:
            return Order(registered=registered, inputs=inputs, unchanged=unchanged)
        settings = self._edition.settings
        chosen = choose_passages(self._edition, registered)
        passages = chosen.passages
        if is_sound_lost(self._edition, passages):
            lost = explain_lost_sound(self._edition, registered.record, passages)
            if lost:
                raise lost
            kept = describe_published(
                registered.record, "unchanged", len(passages), self._edition.settings
            )
            return Order(registered=registered, inputs=inputs, passages=passages, unchanged=kept)
        self._check_speaker(registered, passages)
        return Order(
            registered=registered,
            inputs=inputs,
            recipe=chosen.recipe,
            passages=passages,
            kept=chosen.kept,
            jobs=make_jobs(passages, settings.sound, settings.cache),
        )

    def _forget_purged(self, registered: RegisteredArticle) -> None:
        """Remove from the cache what was read of an article that was purged, only to know it."""
        record, cache = registered.record, self._edition.cache
        if self._edition.keep and is_purged(record):
            forget_reading(cache, registered.manuscript.digest)
            forget_forms(cache, registered.manuscript.uri)
            forget_facts(cache, (record.id, *record.aliases))

    def _find_unchanged(self, registered: RegisteredArticle, inputs: str) -> Outcome | None:
        """Return the outcome of an article of which nothing must be touched, or ``None``."""
        settings, versions = self._edition.settings, registered.record.versions
        receipt = find_receipt(self._edition.cache, registered.record.id)
        if receipt is None or receipt.inputs != inputs:
            return None
        if not versions or registered.record.held:
            return self._find_held(registered.record, len(receipt.past))
        # Whether its tag is that of today only its bytes can say; and a build that kept the voices
        # of before has seen those of today, too: its inputs are no other.
        if settings.retag or is_update_wanted(settings, registered.record):
            return None
        # The receipt lies in the cache, the version in the ledger: another machine may have built
        # the edition since.
        last = versions[-1]
        if receipt.key != last.key or not is_complete(settings.output, receipt.files):
            return None
        # A branch that is built into the same folder may have had another article of this name.
        if not is_home_of(settings.output, last):
            return None
        return describe_published(registered.record, "unchanged", len(receipt.past), settings)

    def _find_held(self, record: Record, segments: int) -> Outcome | None:
        """Return the outcome of an article that goes on waiting for a release, and is whole."""
        settings, cache = self._edition.settings, self._edition.cache
        held = is_held_back(settings, record) and is_ready(settings, cache, record)
        if record.held is None or not held:
            return None
        return describe_held(record, record.held.episode, segments)

    def _check_speaker(self, registered: RegisteredArticle, passages: Sequence[Passage]) -> None:
        """Refuse an article that has to be spoken by who is not here; raises `VoiceError`.

        Here and not by the engine: a plan would promise what a build then cannot do.
        """
        find_segment = self._edition.cache.find_segment
        speakers = {item.utterance.voice for item in passages if find_segment(item.key) is None}
        for name in sorted(speakers):
            lacking = explain_lacking(registered.manuscript, name, self._edition.settings.cast)
            if lacking:
                raise lacking
        missing = self._explain_missing(registered)
        if missing and registered.manuscript.language_voice in speakers:
            raise missing

    def _explain_missing(self, registered: RegisteredArticle) -> VoiceError | None:
        """Return the error on who speaks an article by the ledger and is not here, or nothing."""
        manuscript = registered.manuscript
        return explain_missing(manuscript, manuscript.language_voice, self._edition.settings.cast)
