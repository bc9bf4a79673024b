"""What was looked at, and what was found wrong."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audiopress.checking.article import CheckedArticle

__all__ = ["Check", "Receipt", "find_moment", "name_moment"]

_MOMENT: Final = re.compile(r" at (\d+\.\d) s$")
"""How `name_moment` ends the name of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row: what was looked at (``name``), how often or how much (``figure``), what is wrong.

    ``detail`` is empty where all is well; ``where`` is the file, and the place in it. What could
    not be looked at is neither well nor wrong: its ``ok`` is ``None``.
    """

    name: str
    ok: bool | None
    figure: str = ""
    detail: str = ""
    where: str = ""


@dataclass(slots=True)
class Receipt:
    """Collects what checks find, in their order; ``articles`` have receipts of their own."""

    looks: Counter[str] = field(default_factory=Counter)
    faults: list[Check] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    passed_by: dict[tuple[str, str], Check] = field(default_factory=dict)
    articles: list[CheckedArticle] = field(default_factory=list)

    def look(self, name: str, where: str, fault: str, figure: str = "") -> bool:
        """Note one look at ``where``, which found ``fault`` or "", and return whether all is well.

        ``figure`` is what was measured; of looks that find nothing wrong the last one's is shown.
        """
        self.looks[name] += 1
        if figure:
            self.figures[name] = figure
        if fault:
            self.faults.append(Check(name=name, ok=False, figure=figure, detail=fault, where=where))
        return not fault

    def pass_by(self, name: str, where: str, why: str, *, each: bool = False) -> None:
        """Note that a look could not be had, and what to do about it.

        It is told once of each check, or of ``each`` place where they are not all alike.
        """
        row = Check(name=name, ok=None, detail=f"not checked: {why}", where=where)
        self.passed_by.setdefault((name, where if each else ""), row)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; a receipt that looked at nothing is none."""
        whole = self._join_articles()
        return bool(whole.looks) and not whole.faults

    def list_checks(self) -> list[Check]:
        """Return a row for each fault, then one for each kind of look that found none."""
        return self._join_articles().list_own_checks()

    def list_own_checks(self) -> list[Check]:
        """Return the rows of `list_checks` without what was found of the articles."""
        told = {fault.name for fault in self.faults} | {name for name, _ in self.passed_by}
        passed = [
            Check(name=name, ok=True, figure=self.figures.get(name, f"{looks} looked at"))
            for name, looks in self.looks.items()
            if name not in told
        ]
        return [*self.faults, *self.passed_by.values(), *passed]

    def _join_articles(self) -> Receipt:
        """Return a receipt that has all looks of this one and of its articles."""
        whole = Receipt()
        for part in (self, *(article.receipt for article in self.articles)):
            whole.looks.update(part.looks)
            whole.faults += part.faults
            whole.figures |= part.figures
            whole.passed_by = part.passed_by | whole.passed_by
        # One cause is told once, however many articles meet it.
        whole.faults = list(dict.fromkeys(whole.faults))
        return whole


def name_moment(path: str, seconds: float) -> str:
    """Return the place in a sound file that a look was at."""
    return f"{path} at {seconds:.1f} s"


def find_moment(where: str) -> float | None:
    """Return the second that `name_moment` gave a place, or None where it gave none."""
    found = _MOMENT.search(where)
    return float(found[1]) if found else None
