"""Commands of ours in errors and notes: written in one place, so that each can be copied."""

from __future__ import annotations

import shlex

__all__ = ["write_command"]


def write_command(*words: object) -> str:
    """Return a command as a shell takes it: an address with ``&``, a name with a blank, quoted.

    It begins with ``audiopress``; the command line says in its place how it was started itself.
    """
    return shlex.join(["audiopress", *map(str, words)])
