"""``audiopress article.html``: a source without a command is built, and its page opened."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from audiopress.cli.terminal.desktop import is_watched

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["add_build"]

_SOURCE = re.compile(r"https?://|-\Z|.*[/\\]|.*\.[A-Za-z0-9]{1,8}\Z", re.IGNORECASE)
"""What can be no command and no slip in one: an address, standard input, a path, a file's name."""


def add_build(words: Sequence[str], program: Any) -> list[str]:
    """Return the words of a command line, with ``build`` before a source that has no command.

    A word that is neither a command nor there as a file stays, to be told as a slip. Options of
    ``build`` may stand before the source (``audiopress -o story.mp3 a.html``).
    """
    found = list(words)
    commands = getattr(program, "commands", {})
    own = {name for option in getattr(program, "params", ()) for name in option.opts}
    if not found or found[0] in commands or found[0] in own or found[0] == "--help":
        return found
    first = found[0]
    if first.startswith("-") and first != "-":
        known = {name for option in commands["build"].params for name in option.opts}
        named = first.partition("=")[0]
        # One dash too few is told by the command, which knows its options.
        meant = {named, f"-{named}"} & known
        return _build(found) if meant and len(found) > 1 else found
    # With the words behind it: a name with blanks that nobody has put in quotes, which is said.
    ways = (" ".join(found[:count]) for count in range(1, len(found) + 1))
    is_source = bool(_SOURCE.match(first)) or any(map(os.path.exists, ways))
    return _build(found) if is_source else found


def _build(words: Sequence[str]) -> list[str]:
    """Return the words of a build, which ends in the browser where somebody sits before one."""
    said = {"--open", "--no-open", "--json"}.intersection(words)
    return ["build", *(["--open"] if is_watched() and not said else []), *words]
