"""``audiopress sync``: build what the configuration names, once or again and again."""

from __future__ import annotations

import functools
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.build import exit_by, print_next, print_report, report_to_json
from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    DryRun,
    Executor,
    ExecutorName,
    Jobs,
    Json,
    Lexicon,
    Model,
    Output,
    Scheduler,
    Strict,
    Untrusted,
    Verify,
    Voice,
    make_settings,
    open_listener,
    open_show,
)
from audiopress.cli.plan import check_rehearsal, tell_plan
from audiopress.cli.terminal.console import (
    explain_error,
    print_json,
    print_json_line,
    print_message,
    report_error,
)
from audiopress.cli.terminal.log_form import LogForm, LogOption
from audiopress.cli.terminal.progress import ProgressAs, ProgressOption
from audiopress.errors import ConfigError, InUseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from audiopress.press.report import Outcome, Report
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

    _Build = Callable[..., tuple[Report, Path]]

__all__ = ["sync"]

_EVERY = re.compile(r"(\d{1,4})\s*([smhd])")
"""A length of time: seconds, minutes, hours or days."""

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
"""What its letters stand for, in seconds."""


def _read_every(text: str) -> str:
    """Refuse a length of time that is none; a callback of typer."""
    if text:
        _parse_every(text)
    return text


def _parse_every(text: str) -> int:
    found = _EVERY.fullmatch(text.strip().lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not seconds:
        raise ConfigError(
            f"{text!r} is no length of time", where="--every", hint="say 10m, 1h or 30s"
        )
    return seconds


Every = Annotated[
    str,
    typer.Option(
        "--every",
        metavar="TIME",
        callback=_read_every,
        show_default=False,
        help="Again and again, such as 10m or 1h, until it is stopped.",
    ),
]


def sync(  # noqa: PLR0913 - the options of the contract
    *,
    every: Every = "",
    withdraw_missing: Annotated[
        bool,
        typer.Option(
            "--withdraw-missing", help="Withdraw what has left its source, however much it is."
        ),
    ] = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 0,
    executor: Executor = ExecutorName.LOCAL,
    scheduler: Scheduler = "",
    allow_private: AllowPrivate = False,
    strict: Strict = False,
    dry_run: DryRun = False,
    verify: Verify = False,
    model: Model = "",
    progress: ProgressOption = ProgressAs.AUTO,  # noqa: ARG001 - its callback does the work
    log: LogOption = LogForm.PLAIN,  # noqa: ARG001 - as above
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Bring the edition up to date with the sources that the configuration names."""
    # Called anew for every round: an editor may have changed the file meanwhile.
    settle = functools.partial(
        make_settings,
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        jobs=jobs,
        executor=executor,
        scheduler=scheduler,
        allow_private=allow_private,
        untrusted=untrusted,
    )
    if dry_run:
        check_rehearsal({f"--every {every}": bool(every)})
        tell_plan(settle(), (), json=json, withdraw=withdraw_missing, rehearsed=True)
        return
    listener = open_listener(model) if verify else None
    build = functools.partial(_build, strict=strict, listener=listener)
    if not every:
        settings = settle()
        try:
            report, output = build(settings, withdraw=withdraw_missing)
        except InUseError as error:
            # What a person asks for besides is done by no other round.
            if withdraw_missing:
                raise
            _leave_to_other(error, json=json)
            return
        if json:
            print_json(report_to_json(report), done=True)
        print_report(report, output, quiet=json)
        print_next(report, settings, quiet=json)
        exit_by(report)
        return
    if withdraw_missing:
        raise ConfigError(
            "--withdraw-missing is for one round that a person looks at",
            where="--every",
            hint="withdraw_missing = true under [edition]",
        )
    _go_round(settle, build, _parse_every(every), json=json)


def _leave_to_other(error: InUseError, *, json: bool) -> None:
    """Say that a round is left to who is at it already, which is no failure: cron comes again."""
    from audiopress.press.report import Report

    said = f"{error.message}: this round is left to it, and nothing was done"
    if json:
        print_json_line(report_to_json(Report(outcomes=(), notes=(said,))))
    print_message(said)


def _build(
    settings: Settings, *, strict: bool, listener: Listener | None, withdraw: bool = False
) -> tuple[Report, Path]:
    """Return what was done, and the folder in which: a private show has one from now on."""
    from audiopress.cli.terminal.progress import show_build
    from audiopress.press.preflight import check_installed
    from audiopress.press.sync.round import sync as sync_edition

    check_installed(settings)
    settings = open_show(settings)
    with show_build() as watch:
        report = sync_edition(
            settings, strict=strict, watch=watch, withdraw=withdraw, listener=listener
        )
    return report, settings.output


class _TroubleTold:
    """What this run has said already: the same trouble every ten minutes fills a log."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._said: set[str] = set()

    def drop_known(self, report: Report) -> Report:
        """Return the report without notes and failures that an earlier round told."""
        now = {_describe(each) for each in report.outcomes if each.error} | set(report.notes)
        known, self._said = self._said, now
        return replace(
            report,
            notes=tuple(note for note in report.notes if note not in known),
            outcomes=tuple(
                replace(each, error=None) if each.error and _describe(each) in known else each
                for each in report.outcomes
            ),
        )


def _describe(outcome: Outcome) -> str:
    return f"{outcome.id}: {outcome.error}"


def _go_round(settle: Callable[[], Settings], build: _Build, seconds: int, *, json: bool) -> None:
    """Sync until a signal ends it, which is how it is meant to end: with status 0."""
    # Before the first round: with a configuration that cannot be used nothing is waited for.
    settings, first, said = settle(), True, _TroubleTold()
    try:
        while True:
            began = time.monotonic()
            settings = _do_round(settle, build, settings, said, json=json, first=first)
            first = False
            # From begin to begin; a round that took longer is followed by the next at once.
            time.sleep(max(0.0, seconds - (time.monotonic() - began)))
    except KeyboardInterrupt:
        print_message("stopped")


def _do_round(  # noqa: PLR0913 - what a round is
    settle: Callable[[], Settings],
    build: _Build,
    settings: Settings,
    said: _TroubleTold,
    *,
    json: bool,
    first: bool,
) -> Settings:
    """Do one round and say what became of it; whatever goes wrong, the next one comes."""
    try:
        settings = settings if first else settle()
        report, output = build(settings)
    except Exception as error:
        if isinstance(error, InUseError):
            _leave_to_other(error, json=json)
            return settings
        # With a configuration that is wrong from the start nothing is waited for.
        if first and isinstance(error, ConfigError):
            raise
        _tell_failed(settings, error)
        return settings
    if json:
        print_json_line(report_to_json(report))
    _print_round(said.drop_known(report), report.failed, output, quiet=json, again=not first)
    if report.interrupted:
        raise KeyboardInterrupt
    return settings


def _tell_failed(settings: Settings, error: Exception) -> None:
    from audiopress.press.sync.round import note_failed_round

    report_error(error)
    note_failed_round(settings, explain_error(error))
    print_message("this round was not done; the next one is tried at its time")


def _print_round(report: Report, failed: int, output: Path, *, quiet: bool, again: bool) -> None:
    print_report(report, output, quiet=quiet, again=again)
    known = failed - sum(each.error is not None for each in report.outcomes)
    if known:
        print_message(f"{known} fail as before: audiopress status")
