"""``audiopress check``: receipts on what was shipped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.console import colour, escape_controls, print_json, print_message, print_result
from audiopress.cli.options import AllowPrivate, Config, Debug, Json, Untrusted, make_settings

if TYPE_CHECKING:
    from audiopress.check.receipt import Check, Receipt

__all__ = ["check"]

_NAME_WIDTH = 26
"""Characters of a check's name in the table; a longer one moves its line on."""


def check(  # noqa: PLR0913 - the options of the contract
    *,
    edition: Annotated[
        str,
        typer.Argument(
            metavar="[OUTPUT]",
            help="The edition's folder or address; without it the configured folder.",
            show_default=False,
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="List what is right too.")] = False,
    config: Config = None,
    json: Json = False,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Look whether what was built is what it says it is: feed, files and the sound itself.

    Trusts nothing that a build remembers. Ends with status 1 when anything is wrong.
    """
    from audiopress.check.edition import check_edition
    from audiopress.check.served import is_address
    from audiopress.check.shelf import Folder

    if is_address(edition):
        receipt = _check_host(edition, allow_private=allow_private)
    else:
        settings = None if edition else make_settings(config=config, untrusted=untrusted)
        receipt = check_edition(Folder(settings.public_output if settings else Path(edition)))
    checks = receipt.list_checks()
    if json:
        print_json({"ok": receipt.ok, "checks": [_to_json(each) for each in checks]})
    else:
        _print_table(checks, every=every)
    if not receipt.ok:
        raise typer.Exit(1)


def _check_host(address: str, *, allow_private: bool) -> Receipt:
    """Return the receipt of the edition at an address, its own or its feed's."""
    from audiopress.check.edition import check_edition
    from audiopress.check.served import Served, check_host
    from audiopress.net.transport import FetchLimits

    base = address.removesuffix("feed.xml").rstrip("/") + "/"
    shelf = Served(base, FetchLimits(allow_private=allow_private))
    receipt = check_edition(shelf)
    check_host(shelf, receipt)
    return receipt


def _print_table(checks: list[Check], *, every: bool) -> None:
    wrong = [each for each in checks if not each.ok]
    for each in checks if every else wrong:
        mark = "ok   " if each.ok else colour("wrong", "red")
        told = each.figure if each.ok else each.detail
        print_result(f"{mark} {each.name:<{_NAME_WIDTH}} {escape_controls(told)}")
        if each.where:
            print_result(f"      {escape_controls(each.where)}")
    kinds = len({each.name for each in checks})
    print_message(
        f"{len(wrong)} faults in {kinds} checks"
        if wrong
        else f"all is well: {kinds} checks{'' if every else ' (--all lists them)'}"
    )


def _to_json(each: Check) -> dict[str, object]:
    return {
        "name": each.name,
        "ok": each.ok,
        "figure": each.figure,
        "detail": each.detail,
        "where": each.where,
    }
