"""Which versions wait for somebody to hear them first: ``[review]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.planning.versions import CHANGED

if TYPE_CHECKING:
    from audiopress.press.edition.planning.versions import SettledVersion
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["is_held_back", "is_to_be_held"]


def is_held_back(settings: Settings, record: Record) -> bool:
    """Whether what is held of an article goes on waiting."""
    held, review = record.held, settings.review
    return (
        held is not None
        and review.hold
        and (not record.versions or review.corrections)
        and record.released != held.episode.recipe
    )


def is_to_be_held(settings: Settings, record: Record, settled: SettledVersion, recipe: str) -> bool:
    """Whether a version that an article would get is to be heard by somebody first.

    Not one whose files are only made anew, nor the published one: an edit that was taken back.
    """
    review = settings.review
    # What is joined of several articles holds none that was not released.
    if not review.hold or record.joined or settled.is_last or record.released == recipe:
        return False
    return not record.versions or (review.corrections and settled.reason == CHANGED)
