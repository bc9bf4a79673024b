"""Options of a command that were given without it: ``audiopress --lan pile.csv``."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["refuse_bare_option"]

_OPTION = re.compile(
    r"[-\u2010-\u2015\u2212]{1,2}(?P<name>[A-Za-z][\w-]+)(?P<value>=.*)?", re.DOTALL
)
"""A long option, as people write one: also behind one dash, or a longer one of a text."""

_LIKELY = ("serve", "build", "plan", "check")
"""Commands that most people mean by an option that several have."""


def refuse_bare_option(
    words: Sequence[str], known: Collection[str], commands: Mapping[str, Any]
) -> None:
    """Refuse a first word that is an option of a command, with the command that takes it.

    ``known`` are the program's own options, ``commands`` click's.
    """
    found = _OPTION.fullmatch(words[0]) if words else None
    name = f"--{found['name']}" if found else ""
    if found is None or name in known:
        return
    owners = [each for each, command in commands.items() if name in _list_options(command)]
    if not owners:
        return
    meant = next((each for each in _LIKELY if each in owners), owners[0])
    others = f" (and of {', '.join(each for each in owners if each != meant)})"
    whole = [meant, f"{name}{found['value'] or ''}", *words[1:]]
    raise ConfigError(
        f"{name} is an option of {meant}{others * (len(owners) > 1)}, and no command "
        "stands before it",
        where="command line",
        hint=f"audiopress {shlex.join(whole)}",
    )


def _list_options(command: Any) -> set[str]:
    return {name for each in getattr(command, "params", ()) for name in each.opts}
