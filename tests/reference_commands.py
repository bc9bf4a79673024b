"""The command line in the pages, made from the program: its commands, and its environment.

``tests/reference_pages.py commands`` prints the page of the commands; ``--write`` puts the
variables below their mark ``<!-- environment -->``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer
from reading_tables import make_table

from audiopress.cli import app
from audiopress.cli.help.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

MARK = re.compile(r"(<!-- environment -->\n\n)((?:\|.*\n)*)")
"""The table of the variables in a page, with the mark above it."""

VARIABLES = {
    "AUDIOPRESS_PROGRESS": "How work that goes on is shown, as `--progress`.",
    "AUDIOPRESS_VOICES": "The folder of installed voices; without it one of the user's own.",
    "NO_COLOR": "Anything: no colours on the terminal.",
}
"""Variables that are no option of a command, and what each does."""


def write_commands() -> str:
    """Return the page of the command line: each command with its arguments and options."""
    parts = ["# The command line\n\nMade from the program itself: `audiopress COMMAND --help`."]
    parts += [_describe(name, command) for name, command in list_commands()]
    return "\n\n".join(parts) + "\n"


def list_commands() -> Iterator[tuple[str, click.Command]]:
    """Give every command with its whole name, those of groups too."""
    top = typer.main.get_command(app)
    for name, command in top.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        if inner is None:
            yield f"audiopress {name}", command
        else:
            yield from ((f"audiopress {name} {each}", inner[each]) for each in inner)


def _describe(name: str, command: click.Command) -> str:
    rows = [_describe_option(each) for each in command.params if not getattr(each, "hidden", False)]
    table = "\n".join(["| argument or option | |", "| --- | --- |", *rows])
    typed = "\n".join(EXAMPLES[name.removeprefix("audiopress ")])
    return f"## {name}\n\n{_plain(command.help or '')}\n\n```sh\n{typed}\n```\n\n{table}"


def _describe_option(option: click.Parameter) -> str:
    names = ", ".join(f"`{each}`" for each in [*option.opts, *option.secondary_opts])
    if option.param_type_name == "argument":
        names = f"`{re.sub(r'[][]', '', option.metavar or option.name or '')}`"
    variable = option.envvar if isinstance(option.envvar, str) else ""
    said = _plain(getattr(option, "help", None) or "")
    return f"| {names} | {said}{f' Environment: `{variable}`.' if variable else ''} |"


def _plain(text: str) -> str:
    """Return help as a cell of a table has it: one line, no marks taken for Markdown."""
    text = " ".join(text.replace("\f", " ").split())
    return re.sub(r"([|*_<\[])", r"\\\1", text)


def fill_environment(text: str) -> str:
    """Return the text of a page with the table of the variables below its mark."""
    rows = [(f"`{name}`", said) for name, said in sorted(list_variables().items())]
    return MARK.sub(lambda found: found[1] + make_table(("variable", "what it does"), rows), text)


def list_variables() -> dict[str, str]:
    """Return every variable that is read, and what it does."""
    found = {}
    for _, command in list_commands():
        for option in command.params:
            if isinstance(option.envvar, str):
                said = _plain(getattr(option, "help", None) or "")
                found[option.envvar] = f"As `{max(option.opts, key=len)}`: {said}"
    return found | VARIABLES
