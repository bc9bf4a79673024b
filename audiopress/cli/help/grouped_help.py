"""``--help`` in plain words: commands in groups, what is to be typed by its name, examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperCommand, TyperGroup

from audiopress.cli.help.examples import EXAMPLES
from audiopress.cli.options.bare_options import refuse_bare_option
from audiopress.cli.options.one_dash import refuse_one_dash

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["GROUPS", "PlainCommand", "PlainGroup", "RootGroup"]

GROUPS: Final = {
    "To begin": ("init", "studio", "doctor"),
    "To make an edition": ("build", "sync", "site", "plan", "script", "say"),
    "To look after it": ("status", "check", "release", "correct", "withdraw", "gc", "ledger"),
    "To bring it to listeners": ("serve", "deploy", "embed", "show", "sign", "stats"),
    "How it sounds": ("voices", "lexicon", "reading"),
    "For this machine and others": ("cluster", "completion"),
}
"""The commands by what one wants to do; a test holds that each stands in one group."""

_PLACEHOLDERS: Final = {
    "address": "ADDRESS",
    "config": "FILE",
    "host": "ADDRESS",
    "jobs": "NUMBER",
    "language": "LANGUAGE",
    "lexicon": "FILE",
    "licence": "TEXT",
    "limit": "NUMBER",
    "name": "NAME",
    "output": "FOLDER",
    "port": "NUMBER",
    "reason": "TEXT",
    "say": "TEXT",
    "speaker": "NAME",
    "spoken": "TEXT",
    "voice": "NAME",
}
"""What is typed behind an option that names nothing itself, by its parameter."""

_TYPE: Final = re.compile(r" ?<(?P<type>[^<>]*)>(?:\.\.\.)?$")
"""Matches the type that typer writes behind a parameter: a class of Python, or what one chooses of
(``<local|dask>``)."""

_BRACKETED: Final = re.compile(r"^[\[{]([\[{]?[^\]}]*[\]}]?(?:\.\.\.)?)[\]}](?:\.\.\.)?$")
"""Matches what typer puts into brackets that its own text has already, or into braces."""

_FIRST_PART: Final = re.compile(r"[^.;:]*(?:\.(?!\s|$)[^.;:]*)*")
"""Matches a help text up to its first stop, semicolon or colon; "audiopress.toml" has none."""


class PlainCommand(TyperCommand):
    """A command whose help says what to type, and ends with examples."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line; a long option with one dash is refused."""
        options = [each for each in self.get_params(ctx) if each.param_type_name == "option"]
        refuse_one_dash(_find_name(ctx), options, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write its arguments and options, each with what is typed for it."""
        _write_parameters(self, ctx, formatter)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the words of the usage line, each argument in brackets once."""
        options, *arguments = super().collect_usage_pieces(ctx)
        return [options, *map(_write_piece, arguments)]

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, a line each, however narrow the terminal is: they are copied."""
        lines = EXAMPLES.get(_find_name(ctx), ())
        if lines:
            with formatter.section("Examples" if len(lines) > 1 else "Example"):
                formatter.write(
                    "".join(f"{'':{formatter.current_indent}}{each}\n" for each in lines)
                )


class PlainGroup(TyperGroup):
    """Commands below one name, each with its first sentence, which is never cut."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read its own options, of which a long one with one dash is refused, and the command."""
        options = [each for each in self.get_params(ctx) if each.param_type_name == "option"]
        # What stands behind the first word may be the command's.
        refuse_one_dash(_find_name(ctx), options, args[:1])
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write its options, and then its commands."""
        _write_parameters(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write all commands."""
        self._write_commands("Commands", self.list_commands(ctx), formatter)

    def _write_commands(self, head: str, names: Any, formatter: Any) -> None:
        rows = [(name, _shorten(self.commands[name].help or "")) for name in names]
        with formatter.section(head):
            formatter.write_dl(rows)


class RootGroup(PlainGroup):
    """The program: its commands stand in groups."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read its own options and the command; an option of a command alone is refused."""
        known = [name for each in self.get_params(ctx) for name in each.opts]
        refuse_bare_option(args, known, self.commands)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as above it
        """Write the commands of each group."""
        for head, names in GROUPS.items():
            self._write_commands(head, names, formatter)


def _write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    for head, kind in (("Arguments", "argument"), ("Options", "option")):
        rows = [*_describe(command, ctx, kind)]
        if rows:
            with formatter.section(head):
                formatter.write_dl(rows)


def _describe(command: Any, ctx: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Give the names and the help of each parameter of a kind that is shown."""
    for each in command.get_params(ctx):
        record = each.get_help_record(ctx) if each.param_type_name == kind else None
        if record:
            names, said = record
            yield _name_type(each, names), _write_range(said)


def _name_type(parameter: Any, names: str) -> str:
    """Return the names of a parameter with a placeholder, or the choices, in place of a type."""
    found = _TYPE.search(names)
    if not found:
        return names
    bare = names[: found.start()]
    if "|" in found["type"]:
        return (
            f"{bare.upper() if parameter.param_type_name == 'argument' else bare} {found['type']}"
        )
    if parameter.param_type_name == "argument":
        return bare if parameter.metavar else bare.upper()
    return f"{bare} {_PLACEHOLDERS[parameter.name]}"


def _write_piece(piece: str) -> str:
    """Return a piece of the usage line as people write it: ``WORD``, ``[SOURCE]...``."""
    piece = _BRACKETED.sub(r"\1", piece)
    return piece.upper() if piece.islower() else piece


def _write_range(said: str) -> str:
    """Return a help text with the limits of a number in words, and without "not below 0"."""
    said = re.sub(r"(?:; x>=0(?=\])|  \[x>=0\])", "", said)
    return re.sub(r"(-?\d+)<=x<=(-?\d+)(?=\])", r"\1 to \2", said)


def _shorten(text: str) -> str:
    return " ".join(_FIRST_PART.match(text)[0].split()) if text else ""  # type: ignore[index]


def _find_name(ctx: Any) -> str:
    """Return a command as it is typed behind the program's name: ``voices list``."""
    names: list[str] = []
    while ctx.parent:
        names.insert(0, ctx.info_name)
        ctx = ctx.parent
    return " ".join(names)
