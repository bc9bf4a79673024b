"""``audiopress build``: the main job."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer

from audiopress.cli.console import colour, emit, error_json, plain, print_out, say_line, told
from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    Jobs,
    Json,
    Lexicon,
    Output,
    Sources,
    Strict,
    Voice,
    named,
    ready_voices,
    settings_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.press.report import Outcome, Report

__all__ = ["STOPPED", "as_json", "build", "tell"]

STOPPED = 130
"""Exit status after Ctrl-C: 128 + SIGINT, as shells have it."""


def build(  # noqa: PLR0913 - the options of the contract
    sources: Sources = None,
    *,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 0,
    allow_private: AllowPrivate = False,
    strict: Strict = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Speak what is new, publish the edition: sources in, OUTPUT out."""
    settings = settings_of(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        jobs=jobs,
        allow_private=allow_private,
    )
    ready_voices(settings)
    from audiopress.cli.progress import watching
    from audiopress.press.build import build as press

    with watching() as watch:
        report = press(settings, named(sources), strict=strict, watch=watch)
    if json:
        emit(as_json(report))
    tell(report, settings.output, quiet=json)
    if report.interrupted:
        raise typer.Exit(STOPPED)
    if report.failed:
        raise typer.Exit(1)


def tell(report: Report, output: Path, *, quiet: bool) -> None:
    """Say what was done, article by article when something was, and where to look."""
    for note in report.notes:
        say_line(f"{colour('note:', '33')} {plain(note)}")
    for outcome in report.outcomes:
        if outcome.error is not None:
            say_line(told(outcome.error))
        elif outcome.status == "built" and not quiet:
            say_line(f"built    {plain(outcome.title)}  ({_of(outcome)})")
    say_line(_summary(report))
    if report.interrupted:
        say_line("stopped: what is spoken is kept; run the same command again to go on")
    if report.feed_items and not quiet:
        print_out(f"page: {_near(output / 'index.html')}")
        print_out(f"feed: {_near(output / 'feed.xml')}")


def _of(outcome: Outcome) -> str:
    spoken = f"{outcome.spoken} of {outcome.segments} paragraphs spoken"
    return f"{_minutes(outcome.audio_seconds)}, {spoken}"


def _summary(report: Report) -> str:
    count = dict.fromkeys(("built", "unchanged", "failed", "waiting", "withdrawn"), 0)
    for outcome in report.outcomes:
        count[outcome.status] += 1
    told_counts = ", ".join(f"{number} {status}" for status, number in count.items() if number)
    spoken = sum(outcome.spoken for outcome in report.outcomes)
    took = f"{spoken} paragraphs spoken in {report.wall_seconds:.1f} s"
    return f"{told_counts or 'nothing to do'}; {took}"


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min"


def _near(path: Path) -> str:
    """Path as seen from here, if that is shorter."""
    near = os.path.relpath(path)
    return near if len(near) < len(str(path)) else str(path)


def as_json(report: Report) -> dict[str, Any]:
    """Return a report as programs get it."""
    articles = [_article(outcome) for outcome in report.outcomes]
    names = ("segments", "spoken", "cached")
    totals: dict[str, Any] = {"articles": len(articles), "failed": report.failed}
    totals |= {name: sum(article[name] for article in articles) for name in names}
    totals["audio_seconds"] = round(sum(article["audio_seconds"] for article in articles), 3)
    totals["synthesis_cpu_seconds"] = round(report.cpu_seconds, 3)
    totals["wall_seconds"] = round(report.wall_seconds, 3)
    feed = {"path": "feed.xml", "url": report.feed_url, "items": report.feed_items}
    return {"articles": articles, "totals": totals, "feed": feed}


def _article(outcome: Outcome) -> dict[str, Any]:
    error = outcome.error
    enclosure = outcome.enclosure
    return {
        "id": outcome.id,
        "slug": outcome.slug,
        "guid": outcome.guid,
        "status": outcome.status,
        "segments": outcome.segments,
        "spoken": outcome.spoken,
        "cached": outcome.segments - outcome.spoken if outcome.status != "failed" else 0,
        "audio_seconds": round(outcome.audio_seconds, 3),
        "enclosure": enclosure
        and {
            "path": enclosure.path,
            "url": outcome.enclosure_url,
            "length": enclosure.length,
            "type": enclosure.media_type,
        },
        "error": error and error_json(error),
    }
