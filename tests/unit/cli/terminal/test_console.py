"""What is said to a person has one form, whichever command says it."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING

import audiopress.cli
from audiopress.cli.terminal.console import format_error, print_note, set_up_output
from audiopress.cli.terminal.hidden import hide
from audiopress.errors import StoreError

if TYPE_CHECKING:
    import pytest

SPELT = re.compile(r"""["']note: """)
"""A note that writes its word itself, and so has neither its colour nor its care."""


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_note_has_its_colour_and_obeys_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with redirect_stderr(Terminal()) as terminal:
        print_note("the title \x1b[2J of a stranger")
    assert terminal.getvalue() == "\x1b[33mnote:\x1b[0m the title \\x1b[2J of a stranger\n"


def test_of_a_secret_that_begins_as_another_does_nothing_is_left() -> None:
    set_up_output()
    hide("abcd1234")
    hide("abcd1234efgh")
    with redirect_stderr(io.StringIO()) as said:
        print_note("abcd1234efgh and abcd1234")
    set_up_output()
    assert said.getvalue().endswith(" *** and ***\n")


def test_a_note_of_several_lines_has_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with redirect_stderr(Terminal()):
        note = format_error(StoreError("the disk is full", hint="df"), "note")
        error = format_error(StoreError("the disk is full"))
    assert note == "\x1b[33mnote:\x1b[0m the disk is full\n  try:   df"
    assert error == "\x1b[1;31merror:\x1b[0m the disk is full"


def test_all_commands_print_notes_in_one_way() -> None:
    files = Path(audiopress.cli.__file__).parent.glob("*.py")
    assert [each.name for each in files if SPELT.search(each.read_text("utf-8"))] == []
