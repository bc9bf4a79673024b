"""``audiopress doctor``: what this machine has and lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import typer

from audiopress.cli.help.copied_commands import complete_commands
from audiopress.cli.options import Cache, Config, Debug, Json, Output, Untrusted, make_settings
from audiopress.cli.terminal.console import (
    colour,
    escape_controls,
    print_advice,
    print_json,
    print_message,
    print_result,
)
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.ledgers.machine import Finding

__all__ = ["doctor"]

_NAME_WIDTH = 22
"""Characters of a row's name."""


def doctor(  # noqa: PLR0913 - the options of the contract
    *,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Say what this machine has and lacks: what to put into a report of a fault.

    Changes nothing, opens no connection, and prints no text of an article and no secret.
    """
    from audiopress.press.ledgers.machine import look_at_machine

    found = look_at_machine(
        partial(make_settings, config=config, output=output, cache=cache, untrusted=untrusted)
    )
    wrong = sum(each.ok is False for each in found)
    if json:
        print_json({"ok": not wrong, "findings": [_to_json(each) for each in found]})
    else:
        _print(found, wrong)
    if wrong:
        raise typer.Exit(1)


def _print(found: Sequence[Finding], wrong: int) -> None:
    for each in found:
        first, *others = map(escape_controls, each.told.splitlines())
        print_result(f"{_mark(each)} {each.name:<{_NAME_WIDTH}} {first}")
        for line in others:
            print_result(f"      {line}")
        if each.hint:
            print_advice(f"      try: {escape_controls(each.hint)}")
    print_message(f"{count_things(wrong, 'thing')} to mend" if wrong else "all is ready")


def _mark(each: Finding) -> str:
    if each.ok is None:
        return "     "
    return "ok   " if each.ok else colour("wrong", "1;31")


def _to_json(each: Finding) -> dict[str, object]:
    return {
        "name": each.name,
        "ok": each.ok,
        "told": each.told,
        "hint": complete_commands(each.hint),
    }
