"""Which versions wait for somebody to hear them first: ``[review]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from audiopress.press.edition.planning.versions import CHANGED

if TYPE_CHECKING:
    from audiopress.press.edition.planning.versions import SettledVersion
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["foresee_hold", "is_held_back", "is_to_be_held"]


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


def foresee_hold(
    settings: Settings, record: Record, recipe: str, reissued: str, *, settled: bool
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
    if record.released == recipe:
        return ""
    if not record.versions:
        return "new"
    return "correction" if review.corrections and reissued == CHANGED else ""
