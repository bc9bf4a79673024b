"""``audiopress status``: what is published, and what is not and since when."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.build import shorten_path
from audiopress.cli.options import Cache, Config, Debug, Json, Output, Untrusted, make_settings
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import (
    escape_controls,
    print_advice,
    print_json,
    print_message,
    print_result,
)
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.press.sync.memory import Failure
    from audiopress.press.sync.status import ArticleStatus, EditionStatus, ShowStatus
    from audiopress.settings import Settings

__all__ = ["status"]

_SHOWN = 10
"""Published and withdrawn articles of a show that are listed unasked: the rest is as it should be.
What waits, is held or fails is always listed."""

_TITLE_WIDTH = 60
"""Characters of a title in the table: with state and date before it a line of 100."""

_TIMELESS = "-"
"""What stands in the table where no moment is known."""


def status(  # noqa: PLR0913 - the options of the contract
    *,
    every: Annotated[bool, typer.Option("--all", help="List all that is published too.")] = False,
    fail: Annotated[
        bool, typer.Option("--fail", help="End with status 1 where anything has failed.")
    ] = False,
    forget: Annotated[
        list[str] | None,
        typer.Option(
            "--forget",
            metavar="NAME",
            help="Take this off the list of what fails; all: everything. May be repeated.",
        ),
    ] = None,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Say what is published, waiting, held, failed and withdrawn, and since when. Asks nobody."""
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    from audiopress.press.sync.status import read_status

    if forget:
        _forget(settings, forget)
    found = read_status(settings)
    if not (found.at or found.broken or found.sources):
        require_edition(settings)
    if json:
        print_json(_status_to_json(found))
    else:
        _print_all(found, settings, every=every)
    if fail and found.fails:
        raise typer.Exit(1)


def _forget(settings: Settings, names: Sequence[str]) -> None:
    from audiopress.press.sync.given_up import give_up

    for name in give_up(settings, names):
        print_message(f"forgotten: {escape_controls(name)}")


def _print_all(found: EditionStatus, settings: Settings, *, every: bool) -> None:
    for show in found.shows:
        _print_show(show, every=every)
    _print_failures(found.sources)
    for lack in found.lacks:
        print_result(f"missing under [show]: {lack}")
    for fault in found.faults:
        print_advice(f"not readable: {escape_controls(str(fault.path))} (audiopress ledger check)")
    _print_last_round(found)
    _print_next(found, settings)


def _print_next(found: EditionStatus, settings: Settings) -> None:
    """Say where the edition is and what comes next, once there is one."""
    if found.at is None or not found.output.is_dir():
        return
    folder = shlex.quote(shorten_path(found.output))
    look = "audiopress serve" if found.output == settings.output else f"audiopress serve {folder}"
    again = "; after the next build of the site: audiopress site DIR" if found.of_site else ""
    deploy = "; next: audiopress deploy" if settings.target else ""
    print_message(f"the edition lies in {folder}; {look} shows it{deploy or again}")


def _print_show(show: ShowStatus, *, every: bool) -> None:
    counts = ", ".join(f"{number} {state}" for state, number in show.count().items() if number)
    print_result(f"{escape_controls(show.title)}: {counts or 'nothing published'}")
    if show.feed_url:
        print_result(f"  feed: {show.feed_url}")
    rows = sorted(show.articles, key=_rank)
    urgent = [each for each in rows if each.failure or each.held or each.state == "waiting"]
    calm = [each for each in rows if each not in urgent]
    for each in (*urgent, *(calm if every else calm[:_SHOWN])):
        _print_article(each)
    if len(calm) > _SHOWN and not every:
        print_result(f"  and {len(calm) - _SHOWN} more (--all lists them)")


def _rank(article: ArticleStatus) -> float:
    moment = article.until or article.since
    return -moment.timestamp() if moment else 0.0


def _print_article(article: ArticleStatus) -> None:
    title = escape_controls(article.title)
    changed = f"; changed {_format_moment(article.changed)}" if article.changed else ""
    short = title if len(title) <= _TITLE_WIDTH else title[: _TITLE_WIDTH - 1] + "…"
    moment = _format_moment(article.until or article.since)
    waits = article.state == "waiting"
    if waits and not article.until:
        moment = "the next build"
    word = f"{article.state} until" if waits else article.state
    name = escape_controls(article.slug or article.name)
    print_result(f"  {word:<14} {moment:<20} {short}  [{name}]{changed}")
    if article.held and article.state != "held":
        print_advice(
            f"  {'':<14} a correction is held since {_format_moment(article.held)}: "
            f"audiopress release {name}"
        )
    if article.failure:
        print_result(f"  {'':<14} {_describe_failure(article.failure)}; its last version stays")


def _print_failures(failures: Sequence[Failure]) -> None:
    for each in failures:
        print_result(f"failed: {escape_controls(each.name)}\n  {_describe_failure(each)}")
        if each.where and each.where != each.name:
            print_result(f"  where: {escape_controls(each.where)}")
        if each.hint:
            print_advice(f"  try:   {escape_controls(each.hint)}")
        if each.sources:  # no round of the configuration's sources knows it
            command = write_command("status", "--forget", each.name)
            print_advice(f"  or give it up: {escape_controls(command)}")


def _describe_failure(failure: Failure) -> str:
    since = _format_moment(failure.since)
    times = f", {failure.rounds} times in a row" if failure.rounds > 1 else ""
    return f"fails since {since}{times}: {escape_controls(failure.message)}"


def _print_last_round(found: EditionStatus) -> None:
    if found.broken:
        print_result(f"the last round could not be done: {_describe_failure(found.broken)}")
    if found.running:
        since = _format_moment(found.running.since)
        print_message(f"a build is running since {since} ({found.running.who})")
    if found.at is None:
        command = "site DIR" if found.of_site else "sync"
        print_message(f"never built here, or its cache is gone: audiopress {command}")
    else:
        quiet = found.changed is not None and found.changed < found.at
        new = f"; nothing new since {_format_moment(found.changed)}" * quiet
        print_message(f"last built {_format_moment(found.at)}{new}")


def _format_moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M %Z}" if moment else _TIMELESS


def _status_to_json(found: EditionStatus) -> dict[str, Any]:
    return {
        "counts": found.count(),
        "shows": [
            {
                "id": show.id or None,
                "title": show.title,
                "feed": show.feed_url or None,
                "counts": show.count(),
                "articles": [_article_to_json(each) for each in show.articles],
            }
            for show in found.shows
        ],
        "failed": [_failure_to_json(each) for each in found.sources],
        "unreadable": [str(fault.path) for fault in found.faults],
        "lacks": list(found.lacks),
        "output": str(found.output),
        "last_build": _write_moment(found.at),
        "last_change": _write_moment(found.changed),
        "running": found.running
        and {"since": _write_moment(found.running.since), "who": found.running.who},
        "last_round_failed": found.broken and _failure_to_json(found.broken),
    }


def _article_to_json(article: ArticleStatus) -> dict[str, Any]:
    return {
        "id": article.name,
        "title": article.title,
        "state": article.state,
        "slug": article.slug or None,
        "guid": article.guid or None,
        "since": _write_moment(article.since),
        "until": _write_moment(article.until),
        "changed": _write_moment(article.changed),
        "versions": article.versions,
        "held": _write_moment(article.held),
        "failure": article.failure and _failure_to_json(article.failure),
    }


def _failure_to_json(failure: Failure) -> dict[str, Any]:
    return {
        "name": failure.name,
        "title": failure.title,
        "message": failure.message,
        "where": failure.where,
        "hint": failure.hint,
        "since": _write_moment(failure.since),
        "last": _write_moment(failure.last),
        "rounds": failure.rounds,
    }


def _write_moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
