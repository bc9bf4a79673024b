"""The program around the commands: signals, errors, exit status, one JSON document in any case."""

from __future__ import annotations

import functools
import io
import signal
import sys
from typing import TYPE_CHECKING, Any

import typer

from audiopress.cli.options.given_options import describe_origin
from audiopress.cli.terminal.console import (
    error_to_json,
    explain_error,
    has_printed_json,
    print_json,
    print_message,
    report_error,
    set_up_output,
)
from audiopress.cli.terminal.hidden import hide_keys
from audiopress.errors import AudiopressError, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["STOPPED", "load_commands", "run"]

STOPPED = 130
"""Exit status after Ctrl-C: 128 + SIGINT, as shells have it. A service that is stopped (SIGTERM)
and a terminal that is closed (SIGHUP) end in the same way."""

_STOPS = ("SIGTERM", "SIGHUP")
"""Signals that stop a run like Ctrl-C does. Windows has no SIGHUP."""


def run(app: typer.Typer) -> int:
    """Run the command line and return its exit status; errors become words here and nowhere else.

    Where a program asked for JSON it gets one document whatever goes wrong: a command that did not
    come to print its own leaves ``{"errors": [{"message", "where", "hint"}]}``.
    """
    _listen()
    set_up_output()
    hide_keys(sys.argv[1:])  # of whatever command
    try:
        status, error = _perform(app)
        if error is not None and _wants_json(sys.argv[1:]) and not has_printed_json():
            print_json({"errors": [error_to_json(error)]})
    except Exception as unexpected:  # noqa: BLE001 - nobody reads what is printed any more
        return report_error(unexpected)
    return status


def _perform(app: typer.Typer) -> tuple[int, AudiopressError | None]:
    try:
        # Not standalone: typer would print mistakes of usage and exit before we know of them.
        status = load_commands(app)(standalone_mode=False)
    except SystemExit as end:  # a build that was stopped has said so
        return int(end.code or 0), None
    except (KeyboardInterrupt, typer.Abort):
        status = STOPPED
    except Exception as error:  # noqa: BLE001 - the one handler
        return _report(error)
    # Ctrl-C, which typer makes this status of.
    if status == STOPPED:
        print_message("stopped")
        return STOPPED, AudiopressError("stopped before it was done")
    return status or 0, None


@functools.cache
def load_commands(app: typer.Typer) -> Callable[..., Any]:
    """Return what runs the commands of ``app``: made of their signatures once, not for each run."""
    return typer.main.get_command(app)


def _report(error: Exception) -> tuple[int, AudiopressError]:
    """Say what went wrong; typer's own errors are mistakes of usage and bring their words."""
    if not hasattr(error, "format_message"):
        return report_error(error), explain_error(error)
    said = io.StringIO()
    # Of click, of which typer has a copy that is nobody's to import.
    usage: Any = error
    where = _name_option(usage)
    usage.show(file=said)
    print_message(said.getvalue().rstrip("\n"))
    return int(usage.exit_code), ConfigError(
        usage.format_message().partition("\n")[0] or "no command",
        where=where,
        hint="audiopress --help",
    )


def _name_option(usage: Any) -> str:
    """Have a mistake in an option's value name its option or its variable, and return it."""
    option, context = getattr(usage, "param", None), getattr(usage, "ctx", None)
    if context is None or not getattr(option, "envvar", None):
        return "command line"
    # Click names both, and a person would have to find out which.
    usage.param_hint = describe_origin(context, option)
    return str(usage.param_hint)


def _wants_json(words: Sequence[str]) -> bool:
    """Whether ``--json`` is among the options: nothing behind ``--`` is one."""
    options = words[: words.index("--")] if "--" in words else words
    return "--json" in options


def _listen() -> None:
    for name in _STOPS:
        number = getattr(signal, name, None)
        # What was told to ignore it (nohup) goes on.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
