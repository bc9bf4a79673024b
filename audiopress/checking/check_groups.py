"""What is the same of many files is one row with the first of them, wherever people read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.checking.receipt import Check

__all__ = ["CheckGroup", "group_checks"]

_NAMED = 3
"""Places of a fault that are named: from these one sees what the others have in common."""

_PARTICULAR = re.compile(r"""'[^']*'|"[^"]*"|\S*[/\d]\S*""")
"""What differs in one kind of fault from file to file: what is quoted, addresses, names of files
and figures."""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Rows of one check that say the same of several places; most often it is one row."""

    checks: tuple[Check, ...]

    @property
    def first(self) -> Check:
        """The row that stands for all."""
        return self.checks[0]

    @property
    def told(self) -> str:
        """What is said of them, with how often."""
        told = self.first.figure if self.first.ok else self.first.detail
        count = len(self.checks)
        if count == 1:
            return told
        return f"{count} times: {told}" if self._is_same() else f"{count} times, such as: {told}"

    @property
    def places(self) -> list[str]:
        """Where: the first three, each with its own words where they differ, and how many more."""
        same = self._is_same()
        named = [
            each.where if same or each is self.first else f"{each.where}: {each.detail}"
            for each in self.checks[:_NAMED]
            if each.where
        ]
        over = len(self.checks) - _NAMED
        return [*named, f"and {over} more (--json has each)"] if over > 0 else named

    def _is_same(self) -> bool:
        return len({each.detail for each in self.checks}) == 1


def group_checks(checks: Iterable[Check]) -> Sequence[CheckGroup]:
    """Return the rows in their order, together those that say the same of several places."""
    groups: dict[tuple[object, ...], list[Check]] = {}
    for each in checks:
        kind = (each.ok, each.name, _PARTICULAR.sub("", each.detail))
        groups.setdefault(kind, []).append(each)
    return [CheckGroup(tuple(group)) for group in groups.values()]
