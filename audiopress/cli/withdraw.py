"""``audiopress withdraw``: take an article back."""

from __future__ import annotations

from typing import Annotated

import typer

from audiopress.cli.console import print_out
from audiopress.cli.options import Cache, Config, Debug, Output, settings_of

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
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Take an article out of the feed and its sound off the disk; a page that says so stays."""
    settings = settings_of(config=config, output=output, cache=cache)
    from audiopress.press import withdraw as desk

    if restore:
        record = desk.restore(settings, name)
        print_out(f"{record.versions[-1].title} is no longer withdrawn\nnext: audiopress build")
        return
    record = desk.withdraw(settings, name, reason=reason)
    print_out(
        f"{record.versions[-1].title} is withdrawn: deploy the output folder, and delete there "
        f"what is no longer in it\nback again: audiopress withdraw {record.slug} --restore"
    )
