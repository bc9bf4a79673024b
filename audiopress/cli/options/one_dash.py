"""Long options that were written with one dash, or with one that a text made of two."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["refuse_one_dash"]

_DASHED = re.compile(r"[-\u2010-\u2015\u2212](?P<name>[A-Za-z][\w-]+)(?P<value>=.*)?", re.DOTALL)
"""A word behind one dash; programs for writing make a longer one of two hyphens (U+2013)."""


def refuse_one_dash(name: str, options: Iterable[Any], words: Sequence[str]) -> None:
    """Refuse a long option that has one dash, with the command that was meant.

    Read letter by letter ``-output`` is ``-o utput``, which nobody means. ``name`` is the command's
    own, ``options`` are click's. What stands behind ``--`` or is an option's value is left alone.
    """
    known = {each: option for option in options for each in (*option.opts, *option.secondary_opts)}
    for at, word in enumerate(words):
        if word == "--":
            return
        before = known.get(words[at - 1]) if at else None
        if before is not None and not before.is_flag:
            continue
        found = _DASHED.fullmatch(word)
        if found and f"--{found['name']}" in known:
            meant = f"--{found['name']}{found['value'] or ''}"
            whole = [*name.split(), *words[:at], meant, *words[at + 1 :]]
            raise ConfigError(
                f"there is no option {word}: did you mean {meant}, with two dashes?",
                where="command line",
                hint=f"audiopress {shlex.join(whole)}",
            )
