"""One round: the edition is brought up to date with the sources that its configuration names."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, InUseError, StoreError
from audiopress.press.build import build, join_again
from audiopress.press.edition.planning.order import describe_withdrawn
from audiopress.press.hub import note_hubs
from audiopress.press.report import Outcome
from audiopress.press.shows.private_show import find_private_show
from audiopress.press.steps.fetch import SourceFetcher
from audiopress.press.sync.memory import remember_failed_round
from audiopress.press.sync.missing import withdraw_missing
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.press.report import BuildProgress, Report
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = ["note_failed_round", "sync"]


def sync(
    settings: Settings,
    *,
    strict: bool,
    watch: Callable[[BuildProgress], None],
    withdraw: bool = False,
    listener: Listener | None = None,
) -> Report:
    """Speak what is new or changed, publish it, and withdraw what is gone if settings say so.

    ``withdraw`` does so whatever they say, and however much it is; ``listener`` is as `build` has
    it. Another builder that comes between build and withdrawal is told of in the report. Raises as
    `audiopress.press.build.build`, `InUseError` only where nothing was done.
    """
    report = build(settings, strict=strict, watch=watch, listener=listener)
    settings = find_private_show(settings)  # this build may have made its address
    wanted = withdraw or settings.withdraw_missing
    if not wanted or not report.lost or report.interrupted:
        return report
    now, cache = datetime.now(UTC), Cache(settings.cache)
    fetcher = SourceFetcher(settings, cache, now=now, keep=False)
    try:
        gone, notes = withdraw_missing(
            settings, report.lost, ask=fetcher.ask, now=now, sure=withdraw
        )
    except InUseError as error:
        return _leave_missing(report, error, asked=withdraw)
    outcomes = tuple(describe_withdrawn(record) for record in gone)
    report = replace(
        report,
        outcomes=(*report.outcomes, *outcomes),
        notes=(*report.notes, *notes),
        feed_items=report.feed_items - len(gone),
    )
    if gone and settings.joined:
        return _make_editions_again(report, settings, watch)
    # The build has told of its own feed; what of that is said again is said once.
    hubs = note_hubs(settings, cache) if gone else []
    return replace(report, notes=tuple(dict.fromkeys((*report.notes, *hubs))))


def _leave_missing(report: Report, error: InUseError, *, asked: bool) -> Report:
    """Return the report of a round that another builder kept from withdrawing what is gone.

    The next round does it; what a person ``asked`` for has failed.
    """
    if asked:
        failed = Outcome(id="--withdraw-missing", title="", status="failed", error=error)
        return replace(report, outcomes=(*report.outcomes, failed))
    said = f"{error.message}: what has left its source is left to the next round"
    return replace(report, notes=(*report.notes, said))


def _make_editions_again(
    report: Report, settings: Settings, watch: Callable[[BuildProgress], None]
) -> Report:
    try:
        return _add_editions(report, join_again(settings, watch=watch))
    except InUseError as error:
        said = f"{error.message}: editions without what was withdrawn are left to the next round"
        return replace(report, notes=(*report.notes, said))


def _add_editions(report: Report, again: Report) -> Report:
    """Return the report of a round whose editions were made again without what was withdrawn."""
    outcomes = {outcome.id: outcome for outcome in (*report.outcomes, *again.outcomes)}
    return replace(
        report,
        outcomes=tuple(outcomes.values()),
        notes=tuple(dict.fromkeys((*report.notes, *again.notes))),
        cpu_seconds=report.cpu_seconds + again.cpu_seconds,
        feed_items=again.feed_items,
        interrupted=again.interrupted,
    )


def note_failed_round(settings: Settings, error: AudiopressError) -> None:
    """Keep for ``audiopress status`` that a round could not be done, as far as the disk will."""
    with contextlib.suppress(StoreError):
        remember_failed_round(settings, Cache(settings.cache), error, datetime.now(UTC))
