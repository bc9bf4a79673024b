"""``--help`` of each command: in groups, in words people read, with examples that are right."""

from __future__ import annotations

import re
import shlex

import pytest
import typer
from reference_commands import list_commands
from typer.testing import CliRunner

from audiopress.cli import app
from audiopress.cli.help.examples import EXAMPLES
from audiopress.cli.help.grouped_help import GROUPS

NAMES = [name.removeprefix("audiopress ") for name, _ in list_commands()]
"""Each command as it is typed behind the program's name."""

EXAMPLE = re.compile(r"  audiopress ")
"""The begin of a line that is copied, and so is never broken."""


def show_help(*words: str, columns: int = 80) -> str:
    done = CliRunner().invoke(
        app, [*words, "--help"], terminal_width=columns, prog_name="audiopress"
    )
    assert done.exit_code == 0
    return done.output


def test_every_command_stands_in_one_group() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    shown = show_help()
    assert all(f"\n{head}:\n" in shown for head in GROUPS)


@pytest.mark.parametrize("columns", [50, 60, 100])
@pytest.mark.parametrize("name", ["", "voices", *NAMES])
def test_it_is_read_at_any_width(name: str, columns: int) -> None:
    lines = show_help(*name.split(), columns=columns).splitlines()
    text = "\n".join(lines)
    assert not re.search(r"<(?:str|int|path|list|float|bool)", text)
    usage, _, rest = text.partition("\n\n")
    assert not re.search(r"[\[{][\[{]|\{", usage)
    assert not re.search(r"x[<>]=|\.\.\.$", rest, re.MULTILINE)
    told = [line for line in lines if not EXAMPLE.match(line)]
    # What two columns leave of a narrow terminal would be a word a line: 50 is typer's least.
    assert max(map(len, told)) <= columns


@pytest.mark.parametrize("name", NAMES)
def test_its_examples_are_shown_and_can_be_typed(name: str) -> None:
    assert EXAMPLES[name]
    shown = show_help(*name.split())
    for line in EXAMPLES[name]:
        assert f"\n  {line}\n" in shown
        parse(line)


def test_no_example_is_of_a_command_that_is_gone() -> None:
    assert set(EXAMPLES) == set(NAMES)


def parse(line: str) -> None:
    """Read a line as the program would, without running anything."""
    words = shlex.split(line.partition(" <")[0])
    command, context = typer.main.get_command(app), None
    for word in words:
        context = type_context(command, word, context)
        if not hasattr(command, "commands"):
            break
        following = words[words.index(word) + 1]
        command = command.commands[following]
    assert context
    rest = words[len(context.command_path.split()) :]
    parser = command.make_parser(context)
    parser.parse_args(args=list(rest))


def type_context(command, word, parent):
    return command.context_class(command, info_name=word, parent=parent)
