"""``audiopress release``: publish what was held for review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    Exclude,
    Include,
    Json,
    Output,
    Untrusted,
    add_selection,
    make_settings,
)
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import (
    escape_controls,
    notes_to_json,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from audiopress.press.release import Released, Releases

__all__ = ["release"]


def release(  # noqa: PLR0913 - the options of the contract
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID ...]",
            help="Any address, path or name of it, or its guid.",
            show_default=False,
        ),
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All that is held.")] = False,
    show: Annotated[
        str,
        typer.Option(
            "--show", metavar="ID", help="All that is held of a show.", show_default=False
        ),
    ] = "",
    include: Include = None,
    exclude: Exclude = None,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Publish articles that are held for review, as they were heard; nothing is spoken anew."""
    chosen = every or bool(show or include or exclude)
    if chosen == bool(names):
        raise ConfigError(
            "names and --all, --show, --include, --exclude exclude each other"
            if chosen
            else "nothing says what is released",
            where="command line",
            hint="audiopress release ID ..., or --all; audiopress status lists what is held",
        )
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    require_edition(settings)
    settings = add_selection(settings, include=include, exclude=exclude)
    from audiopress.press.release import release as release_held

    done = release_held(settings, names or (), every=chosen, show=show, wanted=settings.selection)
    if json:
        print_json(_to_json(done), done=True)
    else:
        for each in done.released:
            _print_released(each)
    for note in done.feed.notes:
        print_note(note)
    if not json and any(each.published for each in done.released):
        left = f"; {done.left} still held" if done.left else ""
        where = " TARGET, or copy the output folder to where it is served"
        copied = "" if settings.target else where
        print_message(f"feed: {done.feed.items} published{left}; next: audiopress deploy{copied}")
        if settings.joined:
            print_message("an edition of several articles gets it with the next audiopress build")


def _print_released(item: Released) -> None:
    title = escape_controls(item.title)
    what = "its correction " if item.correction else ""
    if item.published:
        print_result(f"released {title}: {what or 'it '}is published", done=True)
    else:
        print_result(
            f"released {title}: {what or 'it '}is published by the next build, for its sound is "
            "not on this machine; commit the ledger",
            done=True,
        )


def _to_json(done: Releases) -> dict[str, Any]:
    return {
        "released": [
            {
                "id": each.record.id,
                "slug": each.record.slug,
                "guid": each.record.guid,
                "title": each.title,
                "published": each.published,
                "correction": each.correction,
            }
            for each in done.released
        ],
        # With an error nothing is released, and it is the whole document.
        "errors": [],
        "held": done.left,
        "feed": {"path": "feed.xml", "url": done.feed.url, "items": done.feed.items},
        "notes": notes_to_json(done.feed.notes),
    }
