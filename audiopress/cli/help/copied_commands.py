"""Commands within a text as this reader must type them: ``.venv/bin/audiopress voices list``.

Errors and notes name commands as the documents do, ``audiopress ...`` and ``python -m pip ...``.
Where these words would start nothing, or another installation, they get this one's path. And they
get the sources and options of this run: the next command is to mean the same edition.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import sys
from pathlib import Path

from audiopress.cli.help.repeated_command import repeat_command
from audiopress.cli.options.given_options import (
    lacks_configuration,
    list_next_words,
    list_serving_words,
)

__all__ = ["complete_commands", "write_copied"]

_COMMAND = re.compile(
    r"(?<![\w./-])(?<!-m )"
    r"(?:(?P<program>audiopress)(?= (?:build|check|cluster|completion|correct|deploy|doctor|embed"
    r"|gc|init|ledger|lexicon|plan|reading|release|say|script|serve|show|sign|site|stats|status"
    r"|studio|sync|voices|withdraw|--help|--version|\.\.\.)(?![\w-]))"
    r"|(?P<python>python)(?= -m pip ))"
)
"""Matches the first word of a command of ours, or of pip; "audiopress does not" is none,
and "python -m audiopress" is whole."""


_NAME = re.compile(
    r"(?<![\w./-])(?<!-m )audiopress "
    r"(?P<name>(?:(?:cluster|ledger|lexicon|reading|show|voices) )?[a-z]+)"
    r"(?P<source> SOURCE(?![\w.]))?(?P<rest>(?:(?!audiopress )[^\n])*)"
)
"""Matches a command of ours with what stands behind it, up to the next one: its own words, and
those of the sentence around it. A ``SOURCE`` is for the reader to fill in."""

_BARE = re.compile(r"$|[,;:.)]| --(?!help)| or ")
"""Matches behind a command that names no source: the sentence ends, or goes on after a comma, or
options follow."""


_SETTING = re.compile(
    r"\b[a-z_-]+ = (?:\"|\[|(?:true|false)\b(?!, or --))|\bunder \[\[?[a-z]|\[[a-z.]+\] [a-z_]+ = "
)
"""Matches a line of a configuration that a message proposes, or the table of one; not where an
option does the same."""

_FILE = "audiopress.toml"
"""The configuration's name, as `audiopress init` writes it."""

_FIRST = re.compile(r" (?:'(?P<quoted>[^']+)'|(?P<plain>[^\s'-][^\s']*))")
"""Matches the first word behind a command, in quotes or without, if it is no option."""


def write_copied(text: str) -> str:
    """Return ``text`` with its commands as they can be copied to this terminal."""
    # Placed last: a command that ends its sentence is one that names no source.
    text = _place_settings(complete_commands(text))
    if "audiopress" not in text and "python" not in text:
        return text
    return _start_commands(text)


def _place_settings(text: str) -> str:
    """Return ``text`` with the file that a line of a configuration goes into, if there is none."""
    if not _SETTING.search(text) or "audiopress init" in text or not lacks_configuration():
        return text
    file = "" if _FILE in text else f"such a line goes into {_FILE}; "
    return f"{text} ({file}there is none here yet: audiopress init writes that file)"


def complete_commands(text: str) -> str:
    """Return ``text`` with the sources and options of this run in each command that needs them."""
    text = _NAME.sub(_complete, text) if "audiopress " in text else text
    # After it: the command of this run has its sources and options.
    return repeat_command(text)


def _complete(found: re.Match[str]) -> str:
    name, source, rest = found["name"], found["source"] or "", found["rest"]
    sourced = _names_source(rest)
    if name == "build" and (source or sourced) and list_serving_words():
        # Whoever hears it on a phone is not to lose that by mending a name.
        name, source, rest = "serve", "", f" {shlex.join(list_serving_words())}{source}{rest}"
    bare = bool(source) or bool(_BARE.match(rest))
    words = list_next_words(name, rest, bare=bare, sourced=sourced)
    # Options alone name no source: where none was given, one has to be filled in as before.
    left = source if not words or words.startswith("--") else ""
    return f"audiopress {name}{left}{' ' * bool(words)}{words}{rest}"


def _names_source(rest: str) -> bool:
    """Whether a source stands behind a command: an address, a file's name or path."""
    found = _FIRST.match(rest)
    if not found:
        return False
    word = found["quoted"] or found["plain"].rstrip(".,;:)")
    return bool(re.search(r"[./]", word)) or os.path.lexists(word)


def _start_commands(text: str) -> str:
    """Return ``text`` with its commands as they start this installation."""
    return _COMMAND.sub(lambda match: _name_program() if match["program"] else _name_python(), text)


def _name_python() -> str:
    return "python" if _is_on_path("python") else _shorten(sys.executable)


def _name_program() -> str:
    """Return how the program was called, if its name alone would not start it."""
    if os.sep not in sys.argv[0] or _is_on_path("audiopress"):
        return "audiopress"
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{_name_python()} -m audiopress"
    return _shorten(sys.argv[0])


def _is_on_path(name: str) -> bool:
    """Whether a shell would find the ``name`` of this installation first."""
    found = shutil.which(name)
    return found is not None and Path(found).parent == Path(sys.executable).parent


def _shorten(path: str) -> str:
    """Return a path as one would type it here: from the current folder if it lies below it."""
    whole = Path(path).absolute()  # not resolved: the python of an environment is a link
    with contextlib.suppress(OSError, ValueError):
        whole = whole.relative_to(Path.cwd())
    return shlex.quote(str(whole))
