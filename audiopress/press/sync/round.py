"""One round: the edition is brought up to date with the sources that its configuration names."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, StoreError
from audiopress.press.build import build
from audiopress.press.edition.planning.order import describe_withdrawn
from audiopress.press.hub import note_hubs
from audiopress.press.private_show import find_private_show
from audiopress.press.steps.fetch import SourceFetcher
from audiopress.press.sync.memory import remember_failed_round
from audiopress.press.sync.missing import withdraw_missing
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.press.report import BuildProgress, Report
    from audiopress.settings import Settings

__all__ = ["note_failed_round", "sync"]


def sync(
    settings: Settings,
    *,
    strict: bool,
    watch: Callable[[BuildProgress], None],
    withdraw: bool = False,
) -> Report:
    """Speak what is new or changed, publish it, and withdraw what is gone if settings say so.

    ``withdraw`` does so whatever they say, and however much it is. Raises as
    `audiopress.press.build.build`.
    """
    report = build(settings, strict=strict, watch=watch)
    settings = find_private_show(settings)  # this build may have made its address
    wanted = withdraw or settings.withdraw_missing
    if not wanted or not report.missing or report.interrupted:
        return report
    now, cache = datetime.now(UTC), Cache(settings.cache)
    fetcher = SourceFetcher(settings, cache, now=now, keep=False)
    gone, notes = withdraw_missing(
        settings, report.missing, ask=fetcher.ask, now=now, sure=withdraw
    )
    outcomes = (describe_withdrawn(record) for record in gone)
    # The build has told of its own feed; what of that is said again is said once.
    hubs = note_hubs(settings, cache) if gone else []
    return replace(
        report,
        outcomes=(*report.outcomes, *outcomes),
        notes=tuple(dict.fromkeys((*report.notes, *notes, *hubs))),
        feed_items=report.feed_items - len(gone),
    )


def note_failed_round(settings: Settings, error: AudiopressError) -> None:
    """Keep for ``audiopress status`` that a round could not be done, as far as the disk will."""
    with contextlib.suppress(StoreError):
        remember_failed_round(settings, Cache(settings.cache), error, datetime.now(UTC))
