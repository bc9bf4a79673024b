"""An order: one article and what must be done for it, or that nothing must."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.press.report import Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.model import Episode
    from audiopress.press.steps.bind import Break
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.plan import Passage
    from audiopress.press.steps.speak import SpeechJob
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.store.makings import KeptLine

__all__ = ["Order", "describe_held", "describe_published", "describe_withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One article and what must be done for it. ``unchanged`` is its outcome when nothing must.

    ``inputs`` is the digest of everything its files are made from, ``recipe`` that of what is heard
    and told in its episode, ``passages`` what is said, in order, and ``jobs`` the same lines to be
    made ready, each once. ``breaks`` are the places in a joined edition where an article begins;
    ``kept`` are lines that are heard as they were read before they were corrected.
    """

    registered: RegisteredArticle
    inputs: str
    recipe: str = ""
    passages: tuple[Passage, ...] = ()
    jobs: tuple[SpeechJob, ...] = ()
    unchanged: Outcome | None = None
    breaks: Mapping[int, Break] = field(default_factory=dict)
    kept: tuple[KeptLine, ...] = ()

    @property
    def id(self) -> str:
        """The article's identity."""
        return self.registered.record.id

    @property
    def title(self) -> str:
        """The article's title."""
        return self.registered.manuscript.article.title

    @property
    def uri(self) -> str:
        """Where the article came from."""
        return self.registered.manuscript.uri

    def describe(self, status: Status) -> Outcome:
        """Return an outcome that says who the article is and of how many passages."""
        record = self.registered.record
        return Outcome(
            id=record.id,
            title=self.title,
            status=status,
            slug=record.slug,
            guid=record.guid,
            segments=len(self.passages),
        )


def describe_published(
    record: Record, status: Status, segments: int, settings: Settings
) -> Outcome:
    """Return the outcome of an article whose last version, of so many segments, is published."""
    episode = record.versions[-1]
    return Outcome(
        id=record.id,
        title=episode.title,
        status=status,
        slug=record.slug,
        guid=record.guid,
        segments=segments,
        audio_seconds=episode.samples / episode.rate,
        enclosure=episode.enclosure,
        enclosure_url=settings.show.address + episode.enclosure.path,
    )


def describe_held(record: Record, held: Episode, segments: int) -> Outcome:
    """Return the outcome of an article of which a version, of so many segments, is held."""
    return Outcome(
        id=record.id,
        title=held.title,
        status="held",
        slug=record.slug,
        guid=record.guid,
        segments=segments,
        audio_seconds=held.samples / held.rate,
        fresh=False,
    )


def describe_withdrawn(record: Record) -> Outcome:
    """Return the outcome of an article that a person took back: it is read and not published."""
    return Outcome(
        id=record.id,
        title=record.title,
        status="withdrawn",
        slug=record.slug,
        guid=record.guid,
    )
