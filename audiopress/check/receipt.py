"""What was looked at, and what was found wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Check", "Receipt"]


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
    """Collects what checks find, in their order."""

    _looks: Counter[str] = field(default_factory=Counter)
    _faults: list[Check] = field(default_factory=list)
    _figures: dict[str, str] = field(default_factory=dict)
    _passed_by: dict[str, Check] = field(default_factory=dict)

    def look(self, name: str, where: str, fault: str, figure: str = "") -> bool:
        """Note one look at ``where``, which found ``fault`` or "", and return whether all is well.

        ``figure`` is what was measured; of looks that find nothing wrong the last one's is shown.
        """
        self._looks[name] += 1
        if figure:
            self._figures[name] = figure
        if fault:
            self._faults.append(
                Check(name=name, ok=False, figure=figure, detail=fault, where=where)
            )
        return not fault

    def pass_by(self, name: str, where: str, why: str) -> None:
        """Note that a look could not be had, and what to do about it; told once of each check."""
        row = Check(name=name, ok=None, detail=f"not checked: {why}", where=where)
        self._passed_by.setdefault(name, row)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; a receipt that looked at nothing is none."""
        return bool(self._looks) and not self._faults

    def list_checks(self) -> list[Check]:
        """Return a row for each fault, then one for each kind of look that found none."""
        wrong = {fault.name for fault in self._faults}
        passed = [
            Check(name=name, ok=True, figure=self._figures.get(name, f"{looks} looked at"))
            for name, looks in self._looks.items()
            if name not in wrong
        ]
        return [*self._faults, *self._passed_by.values(), *passed]
