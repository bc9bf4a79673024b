"""``audiopress stats``: downloads, and how far people listen, out of the host's own log."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Final

import typer

from audiopress.cli.options import Config, Debug, Json, Output, Untrusted, make_settings
from audiopress.cli.terminal.console import (
    escape_controls,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.settings.values import Settings
    from audiopress.stats.drop_off import DropOff
    from audiopress.stats.figures import Figures

__all__ = ["stats"]

_MOST: Final = 20
"""Rows of a table that are printed: about a screen."""

_MOST_CURVES: Final = 3
"""Episodes of which is printed how far people came; the others are in the page and the JSON."""

_BAR: Final = 20
"""Characters of a bar that is whole."""

_BEGINNING: Final = 42
"""Characters of a paragraph beside its bar: 80 columns in all."""


def stats(  # noqa: PLR0913 - the options of the contract
    logs: Annotated[
        list[str],
        typer.Argument(
            metavar="LOG...", help="Access logs of your host, packed (.gz) or not; - is the input."
        ),
    ],
    *,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="The first day that counts: 2026-11-01.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="The last day that counts.")] = "",
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page with bars of it.", show_default=False),
    ] = None,
    config: Config = None,
    output: Output = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Count downloads by the rules of the IAB, and how far people listen, from your host's log.

    Nothing is sent to anybody, and nothing is asked of a reader's browser.
    """
    from audiopress.errors import ConfigError
    from audiopress.stats.episode_files import list_files
    from audiopress.stats.figures import CountedDays, read_figures

    settings = make_settings(config=config, output=output, untrusted=untrusted)
    period = CountedDays(
        zone=settings.zone(),
        since=_read_day(since, "--since"),
        until=_read_day(until, "--until"),
    )
    if period.since and period.until and period.until < period.since:
        raise ConfigError(
            "the last day is before the first",
            where=f"--since {period.since} --until {period.until}",
            hint=f"--since {period.until} --until {period.since}",
        )
    figures = read_figures(_open_all(logs), list_files(settings.public_output), period)
    if html:
        _write_page(html, figures, settings)
    if json:
        print_json(_to_json(figures))
        return
    _print(figures)


def _write_page(path: Path, figures: Figures, settings: Settings) -> None:
    from audiopress.errors import ConfigError
    from audiopress.stats.page import render_figures
    from audiopress.store.atomic_files import write

    place, edition = path.resolve(), settings.public_output.resolve()
    if place == edition or edition in place.parents:
        raise ConfigError(
            "would lie in the edition, and be deployed with it",
            where=f"--html {path}",
            hint=f"--html {Path(path.name)}, or another place outside of {edition}",
        )
    if place.is_dir():
        raise ConfigError(
            "is a folder", where=f"--html {path}", hint=f"--html {path / 'listeners.html'}"
        )
    write(place, render_figures(figures, settings.show.title))
    print_message(f"{path} has all of it, with pictures")


def _read_day(text: str, option: str) -> date | None:
    from audiopress.errors import ConfigError

    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(
            f"{text!r} is no day", where=option, hint=f"{option} 2026-11-01"
        ) from error


def _open_all(logs: Sequence[str]) -> Iterator[tuple[str, BinaryIO]]:
    from audiopress.store.os_errors import explain_os_error

    for name in logs:
        if name == "-":
            yield "standard input", sys.stdin.buffer
            continue
        try:
            with Path(name).open("rb") as file:
                yield name, file
        except OSError as error:
            raise explain_os_error(error, Path(name)) from error


def _print(figures: Figures) -> None:
    print_result(
        f"{count_things(figures.downloads, 'download')} of "
        f"{count_things(len(figures.episodes), 'episode')}, in "
        f"{count_things(figures.requests, 'request')}"
    )
    if not figures.requests and figures.span:
        first, last = figures.span
        print_note(f"none of it is of these days: the log has {first} to {last}")
    _print_table("by episode", [(each.title, each.downloads) for each in figures.episodes])
    _print_table("by day", [(day.isoformat(), count) for day, count in figures.days], newest=True)
    _print_table("by app", figures.apps)
    _print_table("requests that are no download", figures.left_out)
    for each in figures.drop_off[:_MOST_CURVES]:
        _print_drop_off(each)
    unread = figures.unread
    if unread.count:
        print_note(
            f"{count_things(unread.count, 'line')} could not be read as a request; the first: "
            f"{escape_controls(unread.first)}"
        )
    if any(each.guessed for each in figures.drop_off):
        print_note(
            "this log does not say which bytes were asked for, so each request was taken to go on "
            "where the one before ended (docs/stats.md says how a server writes its ranges)"
        )


def _print_table(name: str, rows: Sequence[tuple[str, int]], *, newest: bool = False) -> None:
    if not rows:
        return
    shown = rows[-_MOST:] if newest else rows[:_MOST]
    width = max(len(str(count)) for _, count in shown)
    print_result(f"\n{name}")
    for label, count in shown:
        print_result(f"  {count:>{width}}  {escape_controls(label)}")
    if len(rows) > len(shown):
        word = "earlier" if newest else "more"
        print_result(f"  ... and {len(rows) - len(shown)} {word} (--json has all)")


def _print_drop_off(each: DropOff) -> None:
    whole = f"; {each.whole} more had all of it at once" if each.whole else ""
    print_result(
        f"\nhow far: {escape_controls(each.file.title)} "
        f"({count_things(each.listeners, 'listener')}{whole})"
    )
    for reached in each.parts:
        share = reached.listeners / each.listeners
        bar = "#" * round(share * _BAR)
        at = f"{int(reached.part.start) // 60}:{int(reached.part.start) % 60:02}"
        beginning = escape_controls(reached.part.beginning[:_BEGINNING])
        print_result(f"  {at:>6} {share:4.0%} {bar:<{_BAR}} {beginning}")


def _to_json(figures: Figures) -> dict[str, Any]:
    return {
        "requests": figures.requests,
        "downloads": figures.downloads,
        "log_days": figures.span and [day.isoformat() for day in figures.span],
        "episodes": [
            {"slug": each.slug, "title": each.title, "downloads": each.downloads}
            for each in figures.episodes
        ],
        "days": [{"day": day.isoformat(), "downloads": count} for day, count in figures.days],
        "apps": [{"app": app, "downloads": count} for app, count in figures.apps],
        "left_out": [{"reason": why, "requests": count} for why, count in figures.left_out],
        "drop_off": [_drop_off_to_json(each) for each in figures.drop_off],
        "unread": {"lines": figures.unread.count, "first": figures.unread.first},
    }


def _drop_off_to_json(each: DropOff) -> dict[str, Any]:
    return {
        "slug": each.file.slug,
        "version": each.file.key,
        "title": each.file.title,
        "listeners": each.listeners,
        "whole": each.whole,
        "guessed": each.guessed,
        "paragraphs": [
            {
                "start": reached.part.start,
                "end": reached.part.end,
                "beginning": reached.part.beginning,
                "listeners": reached.listeners,
            }
            for reached in each.parts
        ],
    }
