"""``audiopress withdraw``: take an article back."""

from __future__ import annotations

import shlex
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.console import print_message, print_result
from audiopress.cli.options import Cache, Config, Debug, Output, Untrusted, make_settings
from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.settings import Settings
    from audiopress.site.build import PageOutcome, SiteBuild

__all__ = ["withdraw"]


def withdraw(  # noqa: PLR0913 - the options of the contract
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Its page's address or the last part of it, or its id."),
    ],
    *,
    restore: Annotated[
        bool, typer.Option("--restore", help="Let the next build publish it again.")
    ] = False,
    reason: Annotated[str, typer.Option(help="What the page that stays says besides.")] = "",
    site: Annotated[
        Path | None,
        typer.Option("--site", metavar="DIR", help="The site it is in: audiopress site DIR."),
    ] = None,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Take an article out of the feed and its sound off the disk; a page that says so stays."""
    if site and output:
        raise ConfigError("-o and --site each name the edition's folder", hint="give one of them")
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    opened = _open_site(settings, site) if site else None
    # The edition of a site lies where the site puts it, not in ./output.
    settings = opened.settings if opened else settings
    if restore:
        _restore(settings, name, site)
    else:
        _withdraw(settings, name, reason, site, opened)


def _restore(settings: Settings, name: str, site: Path | None) -> None:
    from audiopress.press.withdraw import restore

    record = restore(settings, name)
    # Quoted, as it is there to be copied into a shell.
    again = f"audiopress site {shlex.quote(str(site))}" if site else "audiopress build"
    print_result(f"{record.versions[-1].title} is no longer withdrawn\nnext: {again}", done=True)


def _withdraw(
    settings: Settings, name: str, reason: str, site: Path | None, opened: SiteBuild | None
) -> None:
    from audiopress.press import withdraw as press

    record = press.withdraw(settings, name, reason=reason)
    # The player in a page of the site may know the article by any name it ever had.
    names = {record.id, *record.aliases}
    pages, notes = opened.remove_players(names) if opened else ((), [])
    place = f" --site {shlex.quote(str(site))}" if site else ""
    print_result(
        f"{record.versions[-1].title} is withdrawn{_describe_lost(pages)}: deploy the "
        f"{'site' if site else 'output folder'}, and delete there what is no longer in it\n"
        f"back again: audiopress withdraw {record.slug} --restore{place}",
        done=True,
    )
    for note in notes:
        print_message(f"note: {note}")


def _open_site(settings: Settings, folder: Path) -> SiteBuild:
    from audiopress.site.build import open_site  # imports what builds

    return open_site(settings, folder)


def _describe_lost(pages: Sequence[PageOutcome]) -> str:
    """Name the pages that have lost their player."""
    lost = [page.path for page in pages if page.action == "removed"]
    return f", and its player is out of {', '.join(lost)}" if lost else ""
