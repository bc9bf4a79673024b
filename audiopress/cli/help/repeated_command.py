"""The command of this run, to be typed once more with a further option."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

from audiopress.cli.options.repeatable import LONGEST, may_be_repeated
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["repeat_command"]

_SAME = re.compile(r", run the same command with (?P<option>--[a-z]+(?:-[a-z]+)*)")
"""Matches a proposal of what knows no command: of a connection, whoever asked for it."""


def repeat_command(text: str) -> str:
    """Return ``text`` with this run's own command in place of "the same command with --option".

    The words stay as they are for a command that has no such option, and for one that is not fit
    to be printed.
    """
    return _SAME.sub(_write, text) if "the same command with --" in text else text


def _write(found: re.Match[str]) -> str:
    words, option = sys.argv[1:], found["option"]
    if option not in _list_options(words) or not may_be_repeated(words):
        return found[0]
    # Behind "--" all words are sources.
    at = words.index("--") if "--" in words else len(words)
    whole = write_command(*words[:at], option, *words[at:])
    return f": {whole}" if len(whole) <= LONGEST else found[0]


def _list_options(words: Sequence[str]) -> set[str]:
    """Return the options of the command that these words of a command line begin with."""
    return {option for each in _find_parameters(words) for option in each.opts}


def _find_parameters(words: Sequence[str]) -> Iterator[Any]:
    # Not at the top: the app is made of the commands, and these import us.
    from audiopress.cli import app
    from audiopress.cli.run import load_commands

    found: Any = load_commands(app)
    for word in words:
        inner = getattr(found, "commands", {}).get(word)
        if inner is None:
            break
        found = inner
    yield from getattr(found, "params", ())
