"""Which table of the configuration a setting belongs to, for one that stands elsewhere."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_args

from audiopress.model import Reading, Role, Show, Sound
from audiopress.settings.checks import PRESS_SETS
from audiopress.settings.corrections_table import CorrectionsTable
from audiopress.settings.serve_table import ServeTable
from audiopress.settings.tables import DeployTable, EditionTable, ReviewTable, SignTable, SiteTable

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistake, Mistakes

__all__ = ["find_owners", "point_to_tables"]

_KINDS: dict[str, Any] = {
    "edition": EditionTable,
    "site": SiteTable,
    "review": ReviewTable,
    "corrections": CorrectionsTable,
    "sign": SignTable,
    "deploy": DeployTable,
    "serve": ServeTable,
    "show": Show,
    "reading": Reading,
    "sound": Sound,
}
"""What each table is read into; ``[voices]`` has roles in place of fields."""

_NONE_SUCH = re.compile(r"no such (?:setting|role)(?=;|$)")
"""How a mistake begins that is a name which its table does not know."""


_NEAR = re.compile(r"did you mean ([\w-]+)")
"""The name of its own table that is proposed; where it has the whole name in it, it stays."""


def find_owners(name: str) -> list[str]:
    """Return the tables that have a setting of this name."""
    found = [
        table
        for table, kind in _KINDS.items()
        if name in {each.name for each in fields(kind)} - {*(PRESS_SETS if kind is Show else ())}
    ]
    return [*found, *["voices"] * (name == "foreign" or name in get_args(Role))]


def point_to_tables(mistakes: Mistakes) -> None:
    """Let each mistake of a setting that stands under the wrong table name the right one."""
    mistakes.found = [_point(each) for each in mistakes.found]


def _point(mistake: Mistake) -> Mistake:
    known = _NONE_SUCH.match(mistake.text) if mistake.key else None
    owners = find_owners(mistake.key) if known else []
    if known is None or not owners or mistake.place.path in owners:
        return mistake
    there = " and ".join(f"[{table}] {mistake.key}" for table in owners)
    near = _NEAR.search(mistake.text)
    if near and mistake.key in near[1]:
        return replace(mistake, text=f"{mistake.text} There is {there} too")
    line = f"[{owners[0]}]" if len(owners) == 1 else "its table"
    return replace(mistake, text=f"{known[0]}; there is {there}: put it below the line {line}")
