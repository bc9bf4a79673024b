"""The player's modules joined: one file for what comes at once, others for what comes later.

Each is written as a plain module that a browser could load by itself. Sent one by one they cost a
page a second journey and a fifth of the bytes: small files pack badly.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

__all__ = ["join_modules"]

_STATIC: Final = re.compile(
    r"^(?P<export>export )?(?:import )?(?:(?P<names>\{[^}]*\}) from |(?<=import ))"
    r"'\./(?P<module>[\w-]+\.js)';\n",
    re.MULTILINE,
)
"""A line by which a module has another one at hand, or hands on what it has."""

_LATER: Final = re.compile(r"""\bimport\('\./([\w-]+\.js)'\)""")
"""Where a module is loaded when it is wanted."""

_DECLARED: Final = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|class|function) (?:([\w$]+)|[\[{]([^\]}]+)[\]}])",
    re.MULTILINE,
)
"""A name that the whole module sees, or several in brackets: such lines are not set in."""

_EXPORT: Final = re.compile(r"^export (?=[a-z])", re.MULTILINE)
"""What hands a declaration on to other modules."""


def join_modules(sources: dict[str, str], entry: str) -> dict[str, str]:
    """Return the files to send: ``entry`` and whatever is loaded later, with all they import.

    What two of them import is in both, so it must keep nothing: two copies do not know each other.
    Raises ``ValueError`` where two modules that come together declare the same name, and where one
    imports by another name.
    """
    names = {entry}.union(*(_LATER.findall(text) for text in sources.values()))
    return {name: _join(name, sources) for name in sorted(names)}


def _join(root: str, sources: dict[str, str]) -> str:
    """Return a module behind all that it imports, each once and before who needs it."""
    order: list[str] = []
    _gather(root, sources, order)
    _check_names(root, {name: sources[name] for name in order})
    return "".join(_strip(sources[name], is_root=name == root) for name in order)


def _gather(name: str, sources: dict[str, str], order: list[str]) -> None:
    for found in _STATIC.finditer(sources[name]):
        if " as " in (found["names"] or ""):
            raise ValueError(f"{name} imports {found['names']}: what is joined has one name")
        if found["module"] not in order:
            _gather(found["module"], sources, order)
    if name not in order:
        order.append(name)


def _strip(text: str, *, is_root: bool) -> str:
    """Return a module without the lines that the others beside it make needless."""
    if not is_root:
        return _EXPORT.sub("", _STATIC.sub("", text))
    return _STATIC.sub(lambda line: f"export {line['names']};\n" if line["export"] else "", text)


def _check_names(root: str, modules: dict[str, str]) -> None:
    """Raise where a name would be declared twice in one file."""
    owners: dict[str, str] = {}
    for module, text in modules.items():
        for name in re.findall(r"[\w$]+", " ".join(chain(*_DECLARED.findall(text)))):
            if name in owners:
                raise ValueError(
                    f"{name} is declared in {owners[name]} and in {module}, which both come with "
                    f"{root}: rename one of them"
                )
            owners[name] = module
