"""The reference of the docs site, made from the code: every command, and every public name.

``.venv/bin/python tests/reference_pages.py commands`` (or ``names``) prints one page. The site asks
for them when it is built (`tests/docs_site.py`), so they are never older than the code.
"""

from __future__ import annotations

import inspect
import re
import sys
from typing import TYPE_CHECKING

import typer

import audiopress
from audiopress.cli import app
from audiopress.cli.help.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import click


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


def write_names() -> str:
    """Return the page of ``import audiopress``: each public name with what it says of itself."""
    parts = ["# The names of `import audiopress`\n\n[python.md](../python.md) has them at work."]
    for name in audiopress.__all__:
        found = getattr(audiopress, name)
        if callable(found):
            said = inspect.cleandoc(found.__doc__ or "")
            head = f"{name}{_write_signature(found)}" if inspect.isfunction(found) else name
            parts.append(f"## {name}\n\n```python\n{head}\n```\n\n{said.replace('``', '`')}")
    return "\n\n".join(parts) + "\n"


def _write_signature(function: Callable[..., object]) -> str:
    """Return a signature with its types as they are written, without quotation marks."""
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))


PAGES = {"commands": write_commands, "names": write_names}
"""The pages by the names that they have in the site."""

if __name__ == "__main__":
    print(PAGES[sys.argv[1]](), end="")
