"""``audiopress build --backfill``: an archive of many thousand addresses."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import typer

from audiopress.cli.run import STOPPED
from audiopress.cli.terminal.console import (
    error_to_json,
    notes_to_json,
    print_json,
    print_message,
    print_note,
)
from audiopress.cli.terminal.error_groups import print_errors
from audiopress.cli.terminal.progress import ProgressAs, read_choice, write_event
from audiopress.errors import ConfigError
from audiopress.text.counts import count_part, count_things

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.press.backfill.budget import HoursBudget
    from audiopress.press.backfill.run import BackfillReport
    from audiopress.press.backfill.tally import Tally
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = ["build_backfill", "check_backfill", "exit_backfill", "make_budget"]

_EVERY = 30.0
"""Seconds between two lines of how it goes: two thousand of them in a night would say no more."""

_HOUR = 3600.0
"""Seconds."""


_STOPPED = {
    "max-hours": "its time is up (--max-hours)",
    "max-cpu": "its CPU hours are used up (--max-cpu)",
    "workers": "nobody is left to speak",
}
"""Why a run has ended before its list has, in words."""


def check_backfill(
    sources: Sequence[str] | None, from_list: Path | None, refused: dict[str, bool]
) -> None:
    """Raise `ConfigError` where a backfill was asked for with what it is not made for."""
    if from_list is None or sources:
        raise ConfigError(
            "a backfill takes the addresses of one list",
            where="--backfill",
            hint="audiopress build --from-list FILE --backfill",
        )
    given = [option for option, is_given in refused.items() if is_given]
    if given:
        raise ConfigError(
            f"{given[0]} and --backfill exclude each other",
            where="--backfill",
            hint="leave one of them out",
        )


def build_backfill(
    settings: Settings,
    from_list: Path,
    *,
    budget: HoursBudget,
    listener: Listener | None,
    json: bool,
) -> BackfillReport:
    """Return what became of a list that is built here; say every half minute how it goes."""
    from audiopress.press.backfill.run import backfill
    from audiopress.sources.source_list import read_numbered_addresses

    report = backfill(
        settings,
        read_numbered_addresses(from_list),
        str(from_list),
        budget=budget,
        tell=_Teller(),
        listener=listener,
    )
    if json:
        print_json(_to_json(report), done=True)
    _print(report)
    return report


def make_budget(max_hours: float, max_cpu: float) -> HoursBudget:
    """Return what a run may use up, given in hours."""
    from audiopress.press.backfill.budget import HoursBudget

    return HoursBudget(seconds=max_hours * _HOUR, cpu_seconds=max_cpu * _HOUR)


def exit_backfill(report: BackfillReport) -> None:
    """End the command with the status of a backfill; return when all is good."""
    if report.interrupted:
        raise SystemExit(STOPPED)
    if report.tally.states["failed"]:
        raise typer.Exit(1)


class _Teller:
    """Says how it goes, now and then, as ``--progress`` has it; a bar is of lines too."""

    def __init__(self) -> None:
        self._form = read_choice()
        self._begun = self._told = time.monotonic()

    def __call__(self, tally: Tally) -> None:
        now = time.monotonic()
        if self._form is ProgressAs.NONE or now - self._told < _EVERY:
            return
        self._told = now
        if self._form is ProgressAs.JSON:
            told = write_event("backfill", totals=_count(tally))
            print(told, file=sys.stderr, flush=True)  # noqa: T201 - for programs
        else:
            print_message(_describe(tally, now - self._begun))


def _describe(tally: Tally, seconds: float) -> str:
    """Return what came of how many, the rate, and what is left."""
    states = ", ".join(f"{tally.states[state]} {state}" for state in sorted(tally.states))
    kinds = ", ".join(f"{number} {kind}" for kind, number in tally.failures.most_common())
    parts = [count_part(tally.before + tally.done, tally.total, "page")]
    parts += [f"{tally.before} before"] if tally.before else []
    parts += [states] if states else []
    parts += [f"{tally.passed_by} passed by"] if tally.passed_by else []
    said = ", ".join(parts) + (f" (failed: {kinds})" if kinds else "")
    if tally.cpu_seconds:
        said += f"; {tally.cpu_seconds / _HOUR:.2f} CPU hours"
    if not tally.done or not seconds:
        return said
    rate = tally.done / seconds * _HOUR
    left = f"; {tally.left} left, {tally.left / rate:.1f} h" if tally.left else ""
    return f"{said}; {rate:.0f} an hour{left}"


def _print(report: BackfillReport) -> None:
    for note in report.notes:
        print_note(note)
    print_errors([one.error for one in report.failed if one.error is not None])
    spoken = count_things(report.tally.spoken, "paragraph")
    print_message(_describe(report.tally, report.wall_seconds))
    print_message(f"{spoken} spoken in {report.wall_seconds:.1f} s")
    if report.stopped:
        print_message(f"{_STOPPED[report.stopped]}: run the same command again to go on")
    if report.interrupted:
        print_message("stopped: what is spoken is kept; run the same command again to go on")


def _count(tally: Tally) -> dict[str, float]:
    return {
        "addresses": tally.total,
        "before": tally.before,
        **{state: tally.states[state] for state in ("built", "unchanged", "failed", "waiting")},
        "held": tally.states["held"],
        "withdrawn": tally.states["withdrawn"],
        "passed_by": tally.passed_by,
        "left": tally.left,
        "spoken": tally.spoken,
        "audio_seconds": round(tally.audio_seconds, 3),
        "synthesis_cpu_seconds": round(tally.cpu_seconds, 3),
    }


def _to_json(report: BackfillReport) -> dict[str, Any]:
    totals = {**_count(report.tally), "wall_seconds": round(report.wall_seconds, 3)}
    failed = [
        {"id": one.id, "error": one.error and error_to_json(one.error)} for one in report.failed
    ]
    return {
        "totals": totals,
        "failures": dict(report.tally.failures),
        "failed": failed,
        "stopped": bool(report.stopped),
        "stopped_by": report.stopped,
        "feed": {"path": "feed.xml", "items": report.feed_items},
        "notes": notes_to_json(report.notes),
    }
