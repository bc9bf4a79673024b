"""Which versions wait for somebody to hear them first: ``[review]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from audiopress.press.edition.planning.versions import CHANGED, KEPT
from audiopress.press.edition.publishing.shows import (
    describe_facts,
    describe_manuscript,
    name_place,
)
from audiopress.sources.selection import ArticleSelection

if TYPE_CHECKING:
    from audiopress.model import SourceFacts
    from audiopress.press.edition.planning.versions import SettledVersion
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["foresee_hold", "is_held_back", "is_to_be_held"]


def is_held_back(settings: Settings, record: Record) -> bool:
    """Whether what is held of an article goes on waiting."""
    held, review = record.held, settings.review
    if held is None or not review.hold:
        return False
    episode = held.episode
    said = (name_place(episode), describe_facts(episode), episode.words)
    return (
        _is_reviewed(settings, said)
        and (not record.versions or review.corrections)
        and record.released != episode.recipe
    )


def is_to_be_held(
    settings: Settings,
    record: Record,
    manuscript: Manuscript,
    settled: SettledVersion,
    recipe: str,
) -> bool:
    """Whether a version that an article would get is to be heard by somebody first.

    Not one whose files are only made anew, nor the published one: an edit that was taken back.
    """
    review = settings.review
    # What is joined of several articles holds none that was not released.
    if not review.hold or record.joined or settled.is_last or record.released == recipe:
        return False
    if not _is_reviewed(settings, describe_manuscript(manuscript)):
        return False
    return not record.versions or (review.corrections and settled.reason in (CHANGED, KEPT))


def foresee_hold(  # noqa: PLR0913 - what is known of a version before it is spoken
    settings: Settings,
    record: Record,
    manuscript: Manuscript,
    recipe: str,
    reissued: str,
    *,
    settled: bool,
) -> Literal["", "new", "correction", "waits"]:
    """Return what a build would hold of an article, as far as it is known before it is spoken.

    ``waits`` is what is held already; ``reissued`` says why a published one would get a new
    address, ``settled`` that nothing would be done.
    """
    review = settings.review
    if not review.hold or record.joined or record.state != "live":
        return ""
    if settled:
        return "waits" if is_held_back(settings, record) else ""
    if record.released == recipe or not _is_reviewed(settings, describe_manuscript(manuscript)):
        return ""
    if not record.versions:
        return "new"
    return "correction" if review.corrections and reissued in (CHANGED, KEPT) else ""


def _is_reviewed(settings: Settings, said: tuple[str, SourceFacts, int]) -> bool:
    """Whether an article is one of those that ``[review]`` is about."""
    review = settings.review
    wanted = ArticleSelection(include=review.include, exclude=review.exclude)
    return not wanted.explain(*said)
