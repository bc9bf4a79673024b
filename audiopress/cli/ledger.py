"""``audiopress ledger``: what was promised, after a merge or a repair by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
from audiopress.cli.options import Cache, Config, Debug, Json, Untrusted, make_settings
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import (
    colour,
    error_to_json,
    escape_controls,
    print_error,
    print_json,
    print_message,
    print_result,
)
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.press.ledgers.ledger_check import LedgerFindings

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="Look after what was promised: guids, slugs, dates, versions.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


# Typer makes one command of a group with one command in it, unless the group has a callback.
@app.callback()
def _ledger() -> None:
    """Look after what was promised: guids, slugs, dates, versions."""


@app.command(cls=PlainCommand)
def check(  # noqa: PLR0913 - the options that commands share
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Heal nothing: only say what is wrong.")
    ] = False,
    config: Config = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Name each file that cannot be used, and heal two articles of one name, as a build does."""
    settings = make_settings(config=config, cache=cache, untrusted=untrusted)
    require_edition(settings)
    from audiopress.press.ledgers.ledger_check import check_ledger

    found = check_ledger(settings, heal=not dry_run)
    wrong = bool(found.errors) or (dry_run and bool(found.collisions))
    if json:
        print_json(_to_json(found, healed=not dry_run, ok=not wrong))
    for collision in found.collisions:
        word = "to heal:" if dry_run else "healed:"
        print_message(f"{colour(word, '33')} {escape_controls(collision.describe())}")
    for error in found.errors:
        print_error(error)
    if dry_run and found.collisions:
        print_message("next: audiopress build, or audiopress ledger check, heals them")
    if not json:
        faults = len(found.errors) + (len(found.collisions) if dry_run else 0)
        state = f"{faults} to mend" if faults else "all is well"
        articles = count_things(found.articles, "article")
        print_result(f"{settings.ledger}: {articles}, {state}", done=True)
    if wrong:
        raise typer.Exit(1)


def _to_json(found: LedgerFindings, *, healed: bool, ok: bool) -> dict[str, object]:
    return {
        "ok": ok,
        "articles": found.articles,
        "collisions": [
            {
                "kind": one.kind,
                "name": one.name,
                "keeper": one.keeper.id,
                "moved": one.moved.id,
                "to": one.moved.slug if one.kind == "slug" else one.moved.guid,
                "healed": healed,
            }
            for one in found.collisions
        ],
        "errors": [error_to_json(error) for error in found.errors],
    }
