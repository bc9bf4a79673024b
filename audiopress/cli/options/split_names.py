"""Names with blanks that a shell has parted, because nobody put them in quotes."""

from __future__ import annotations

import os
import shlex
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.identity import is_address
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["refuse_split_names"]

_MOST_WORDS = 100
"""Sources among which parted names are looked for: a pattern gives thousands, which all exist."""


def refuse_split_names(sources: Sequence[str]) -> None:
    """Refuse sources that are the words of one file's name, with the command that quotes it."""
    if all(map(_is_known, sources)) or len(sources) > _MOST_WORDS:
        return
    # The longest first: of "a b c.csv" there may be a file "a b" too.
    spans = sorted(combinations(range(len(sources) + 1), 2), key=lambda span: span[0] - span[1])
    for start, end in spans:
        words = list(sources[start:end])
        if end - start > 1 and not all(map(_is_known, words)) and (name := _find_joined(words)):
            given = count_things(len(words), "word")
            raise ConfigError(
                f"a name with blanks needs quotes: {given} were given, and together they are one "
                "file",
                where=name,
                hint=_write_whole(words, name),
            )


def _is_known(source: str) -> bool:
    return source == "-" or is_address(source) or os.path.lexists(source)


def _find_joined(words: Sequence[str]) -> str:
    """Return the name of a file, or folder, whose parts these words are, or nothing.

    Shells make one blank of several, so that the names that lie there are compared as well.
    """
    joined = " ".join(words)
    if os.path.lexists(joined):
        return joined
    folder, last = Path(joined).parent, Path(joined).name
    try:
        found = sorted(folder.iterdir())
    except (OSError, ValueError):
        return ""
    return next((str(path) for path in found if " ".join(path.name.split()) == last), "")


def _write_whole(words: list[str], name: str) -> str:
    """Return the command that was typed, with the name in quotes."""
    typed = sys.argv[1:]
    for at in range(len(typed)):
        if typed[at : at + len(words)] == words:
            whole = [*typed[:at], name, *typed[at + len(words) :]]
            return f"audiopress {shlex.join(whole)}"
    return write_command("build", name)
