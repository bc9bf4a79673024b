"""``audiopress build``: the main job."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.backfill import build_backfill, check_backfill, exit_backfill, make_budget
from audiopress.cli.options import (
    AllowPrivate,
    Archived,
    Backfill,
    Cache,
    Config,
    Debug,
    DryRun,
    Exclude,
    Executor,
    ExecutorName,
    FromList,
    Include,
    Jobs,
    Json,
    Lexicon,
    Limit,
    MaxAge,
    MaxCpu,
    MaxHours,
    Model,
    Output,
    Private,
    Retag,
    Scheduler,
    Since,
    Sources,
    Strict,
    Untrusted,
    UpdateVoices,
    Verify,
    Voice,
    Yes,
    add_listed,
    add_selection,
    make_settings,
    open_listener,
    open_show,
)
from audiopress.cli.plan import check_rehearsal, tell_plan
from audiopress.cli.run import STOPPED
from audiopress.cli.terminal.console import (
    error_to_json,
    escape_controls,
    notes_to_json,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.cli.terminal.desktop import open_page
from audiopress.cli.terminal.error_groups import print_errors
from audiopress.cli.terminal.log_form import LogForm, LogOption
from audiopress.cli.terminal.progress import ProgressAs, ProgressOption
from audiopress.text.counts import count_part, count_things

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.model import Document
    from audiopress.press.report import Outcome, Report
    from audiopress.press.verify.listener import Listener
    from audiopress.press.verify.results import Verification
    from audiopress.settings import Settings

__all__ = ["build", "exit_by", "print_next", "print_report", "report_to_json", "shorten_path"]


def build(  # noqa: PLR0913 - the options of the contract
    sources: Sources = None,
    *,
    from_list: FromList = None,
    backfill: Backfill = False,
    max_hours: MaxHours = 0.0,
    max_cpu: MaxCpu = 0.0,
    limit: Limit = 0,
    since: Since = "",
    max_age: MaxAge = "",
    include: Include = None,
    exclude: Exclude = None,
    archived: Archived = False,
    yes: Yes = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 0,
    executor: Executor = ExecutorName.LOCAL,
    scheduler: Scheduler = "",
    allow_private: AllowPrivate = False,
    retag: Retag = False,
    update_voices: UpdateVoices = "",
    strict: Strict = False,
    private: Private = False,
    dry_run: DryRun = False,
    verify: Verify = False,
    model: Model = "",
    open_it: Annotated[
        bool,
        typer.Option(
            "--open/--no-open",
            help="Open the page in the browser; on a desktop `audiopress SOURCE` does it.",
            show_default=False,
        ),
    ] = False,
    progress: ProgressOption = ProgressAs.AUTO,  # noqa: ARG001 - its callback does the work
    log: LogOption = LogForm.PLAIN,  # noqa: ARG001 - as above
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Speak what is new, publish the edition: sources in, OUTPUT out.

    On many machines: audiopress build --executor dask --scheduler tls://HOST:8786
    """
    if backfill or max_hours or max_cpu:
        wrong = {"--strict": strict, "--limit": bool(limit), "--untrusted": untrusted}
        check_backfill(sources, from_list if backfill else None, wrong)
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        jobs=jobs,
        executor=executor,
        scheduler=scheduler,
        allow_private=allow_private,
        retag=retag,
        update_voices=update_voices,
        untrusted=untrusted,
        private=private,
    )
    settings = add_selection(
        settings,
        limit=limit,
        since=since,
        max_age=max_age,
        include=include,
        exclude=exclude,
        archived=archived,
        yes=yes,
    )
    from audiopress.cli.terminal.feed_choice import choose_feeds
    from audiopress.cli.terminal.progress import show_build
    from audiopress.press.build import build as build_edition
    from audiopress.press.one_file.one_sound import check_output_name, is_sound_name
    from audiopress.press.preflight import check_installed
    from audiopress.public import resolve_sources

    if dry_run:
        check_rehearsal({"--backfill": backfill, f"--output {output}": is_sound_name(output)})
        named = resolve_sources(add_listed(settings, sources, from_list))
        # A build takes nothing out of the edition; sync does.
        tell_plan(replace(settings, withdraw_missing=False), named, json=json, rehearsed=True)
        return
    # Before the bar appears: a refusal should not stand behind half a line of progress.
    check_output_name(output)
    if backfill and is_sound_name(output):
        check_backfill(sources, from_list, {f"--output {output}": True})
    check_installed(settings)
    listener = open_listener(model) if verify else None
    if not is_sound_name(output):
        settings = open_show(settings)
    if backfill and from_list:
        done = build_backfill(
            settings,
            from_list,
            budget=make_budget(max_hours, max_cpu),
            listener=listener,
            json=json,
        )
        if open_it and done.feed_items and not done.interrupted:
            _open_one("index.html", settings.output)
        exit_backfill(done)
        return
    named = choose_feeds(settings, resolve_sources(add_listed(settings, sources, from_list)))
    # A list is the same one when its lines are others.
    asked = [*(sources or ()), f"--from-list {from_list}"] if from_list else ()
    if is_sound_name(output):
        _build_sound(settings, named, strict=strict, listener=listener, json=json)
        return
    with show_build() as watch:
        report = build_edition(
            settings, named, strict=strict, watch=watch, listener=listener, asked=asked
        )
    if json:
        print_json(report_to_json(report), done=True)
    print_report(report, settings.output, quiet=json)
    print_next(report, settings, quiet=json)
    if open_it and not report.interrupted:
        _open_page(report, settings.output)
    exit_by(report)


def _open_page(report: Report, output: Path) -> None:
    """Open the only article's page, else the front page, where there is one."""
    found = [one for one in report.outcomes if one.enclosure and one.slug]
    name = f"episodes/{found[0].slug}/index.html" if len(found) == 1 else "index.html"
    if report.feed_items:
        _open_one(name, output)


def _open_one(name: str, output: Path) -> None:
    if not open_page((output / name).absolute().as_uri()):
        print_note("no browser can be opened here; the page: " + shorten_path(output / name))


def _build_sound(
    settings: Settings,
    sources: Sequence[str | Document],
    *,
    strict: bool,
    listener: Listener | None,
    json: bool,
) -> None:
    """Write one sound file: the configured output is its name."""
    from audiopress.cli.terminal.progress import show_build
    from audiopress.press.one_file.one_sound import build_sound

    # Of a private show the output is a folder in it.
    target = settings.public_output
    with show_build() as watch:
        report = build_sound(
            settings, sources, target, strict=strict, watch=watch, listener=listener
        )
    if json:
        print_json(report_to_json(report) | {"file": str(target)}, done=True)
    _print_articles(report, quiet=json)
    if any(one.enclosure for one in report.outcomes) and not (json or report.interrupted):
        kind = "book" if target.suffix.lower() == ".epub" else "sound"
        print_result(f"{kind}: {shorten_path(target)}", done=True)
    exit_by(report)


def exit_by(report: Report) -> None:
    """End the command with the status that a report asks for; return when all is good."""
    # A build that was stopped may have failures too: whoever stopped it knows why it is not whole.
    if report.interrupted:
        raise SystemExit(STOPPED)
    if report.failed:
        raise typer.Exit(1)


def print_report(report: Report, output: Path, *, quiet: bool, again: bool = False) -> None:
    """Say what was done, article by article when something was, and where to look.

    A round that comes ``again`` says only what it did: the rest was said by the first.
    """
    _print_articles(report, quiet=quiet, again=again)
    if report.feed_items and not (quiet or again):
        # On standard output, where a script may take them from; the rest is for people.
        for what, name in (("page", "index.html"), ("feed", "feed.xml")):
            if (output / name).is_file():
                print_result(f"{what}: {shorten_path(output / name)}", done=True)


def print_next(report: Report, settings: Settings, *, quiet: bool) -> None:
    """Say what comes next where something is new: a look at it, and how it gets to its listeners.

    After Ctrl-C the first thing is to go on.
    """
    new = any(one.status in ("built", "withdrawn") for one in report.outcomes)
    if not new or quiet or report.interrupted:
        return
    if settings.show.preview and not settings.show.private:
        where = settings.file.name if settings.file else "audiopress.toml (audiopress init)"
        print_message(
            "this is a preview, for this machine; to publish it, say where it will be served: "
            f"address under [edition] of {where}"
        )
    if settings.target:
        print_message("next: audiopress deploy")
    elif report.feed_items and not settings.show.private:
        print_message("next: audiopress serve --open")


def _print_articles(report: Report, *, quiet: bool, again: bool = False) -> None:
    for note in report.notes:
        print_note(note)
    for outcome in report.outcomes:
        _print_outcome(outcome, quiet=quiet)
    # Errors are said to people even where a program reads the JSON: a log should show them.
    print_errors([outcome.error for outcome in report.outcomes if outcome.error is not None])
    print_message(_summarise(report))
    held = [outcome for outcome in report.outcomes if outcome.status == "held"]
    if any(outcome.fresh or not again for outcome in held) and not quiet:
        print_message(
            "held for review: audiopress serve --held plays it, audiopress release --all publishes "
            "all of it"
        )
    if report.interrupted:
        print_message("stopped: what is spoken is kept; run the same command again to go on")


def _print_outcome(outcome: Outcome, *, quiet: bool) -> None:
    if outcome.status == "held" and outcome.fresh and not quiet:
        title = escape_controls(outcome.title)
        length = _format_minutes(outcome.audio_seconds)
        text = f"held     {title}  ({length}; audiopress release {outcome.slug})"
        print_message(text, _list_facts(outcome))
    elif outcome.status == "built" and not quiet:
        title = escape_controls(outcome.title)
        done = "corrected" if outcome.corrected else "built   "
        print_message(f"{done} {title}  ({_describe_built(outcome)})", _list_facts(outcome))


def _list_facts(outcome: Outcome) -> dict[str, str]:
    """Return which article it is, for programs that read the log."""
    return {"id": outcome.id, "slug": outcome.slug, "status": outcome.status}


def _describe_built(outcome: Outcome) -> str:
    spoken = f"{count_part(outcome.spoken, outcome.segments, 'paragraph')} spoken"
    again = f"; a new address: {outcome.reissued}" if outcome.reissued else ""
    heard = outcome.verified
    told = f"; {count_part(heard.certified, heard.lines, 'paragraph')} certified" if heard else ""
    return f"{_format_minutes(outcome.audio_seconds)}, {spoken}{told}{again}"


def _summarise(report: Report) -> str:
    # In this order whatever came first: people look for the same word at the same place.
    count = dict.fromkeys(("built", "unchanged", "failed", "waiting", "held", "withdrawn"), 0)
    for outcome in report.outcomes:
        count[outcome.status] += 1
    counts = ", ".join(f"{number} {status}" for status, number in count.items() if number)
    if left := sum(number for _, number in report.left_out):
        # Who has a pile knows how many it has: all of them are in this one line.
        told = ", ".join(f"{number} {reason}" for reason, number in report.left_out)
        counts = f"{len(report.outcomes) + left} in all: {counts}{', ' * bool(counts)}{told}"
    if report.interrupted and not counts:
        return "nothing was whole yet"
    spoken = sum(outcome.spoken for outcome in report.outcomes)
    took = f"{count_things(spoken, 'paragraph')} spoken in {report.wall_seconds:.1f} s"
    return f"{counts or 'nothing to do'}; {took}"


def _format_minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min"


def shorten_path(path: Path) -> str:
    """Return a path as seen from here, if that is shorter."""
    near = os.path.relpath(path)
    return near if len(near) < len(str(path)) else str(path)


def report_to_json(report: Report) -> dict[str, Any]:
    """Return a report as programs get it."""
    articles = [_outcome_to_json(outcome) for outcome in report.outcomes]
    names = ("segments", "spoken", "cached")
    totals: dict[str, Any] = {"articles": len(articles), "failed": report.failed}
    totals |= {name: sum(article[name] for article in articles) for name in names}
    totals["audio_seconds"] = round(sum(article["audio_seconds"] for article in articles), 3)
    totals["synthesis_cpu_seconds"] = round(report.cpu_seconds, 3)
    totals["wall_seconds"] = round(report.wall_seconds, 3)
    feed = {"path": "feed.xml", "url": report.feed_url, "items": report.feed_items}
    return {
        "articles": articles,
        "totals": totals,
        "feed": feed,
        "notes": notes_to_json(report.notes),
    }


def _outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    error = outcome.error
    enclosure = outcome.enclosure
    return {
        "id": outcome.id,
        "slug": outcome.slug,
        "guid": outcome.guid,
        "status": outcome.status,
        "segments": outcome.segments,
        "spoken": outcome.spoken,
        # What a failed article did not speak is not in the cache for that.
        "cached": outcome.segments - outcome.spoken if outcome.status != "failed" else 0,
        "audio_seconds": round(outcome.audio_seconds, 3),
        # Null where there is no sound, as of what failed or waits.
        "enclosure": enclosure
        and {
            "path": enclosure.path,
            "url": outcome.enclosure_url,
            "length": enclosure.length,
            "type": enclosure.media_type,
        },
        # Why what was published before has a new address, null where it has none.
        "reissued": outcome.reissued or None,
        # Null where nobody listened, as without --verify.
        "verified": outcome.verified and _verification_to_json(outcome.verified),
        "error": error and error_to_json(error),
    }


def _verification_to_json(heard: Verification) -> dict[str, Any]:
    return {
        # Null where nothing is wrong, and not all of it could be heard.
        "ok": heard.ok,
        "certified": heard.certified,
        "spoken_again": heard.again,
        "wrong": [
            {"where": line.where, "detail": line.fault, "take": line.take, "takes": line.takes}
            for line in heard.doubtful
        ],
        "not_certified": dict(heard.unknown),
    }
