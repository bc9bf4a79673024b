"""What a run may use up, and how many articles may be begun so that it keeps to that."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

__all__ = ["BudgetWatch", "HoursBudget"]

FIRST = 20
"""Articles that are begun before it is known what one costs: some minutes of a laptop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursBudget:
    """``seconds`` on the clock, and ``cpu_seconds`` of speaking on all processors; 0: no end."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class BudgetWatch:
    """A budget of a run that has begun."""

    budget: HoursBudget
    begun: float = field(default_factory=monotonic)

    def name_least(self, cpu_seconds: float) -> str:
        """Return of which there is least left, the option's name without dashes."""
        shares = self._list_limits(cpu_seconds)
        return min(shares, key=lambda one: 1 - one[2] / one[1])[0] if shares else ""

    def count_room(self, ended: int, waiting: int, cpu_seconds: float, *, most: int) -> int:
        """Return how many articles may be begun: what can be expected to end in time, at ``most``.

        By what those cost that ``ended`` so far; ``waiting`` are begun.
        """
        limits = self._list_limits(cpu_seconds)
        # However little there is, each run gets somewhere.
        if limits and not ended:
            return max(0, min(FIRST, most) - waiting)
        rooms = [int((limit - used) * ended / used) for _, limit, used in limits if used]
        return max(0, min(most, *(room - waiting for room in rooms)) if rooms else most)

    def _list_limits(self, cpu_seconds: float) -> list[tuple[str, float, float]]:
        """Return what is limited: its name, how much there was, and how much is used."""
        limits = (
            ("max-hours", self.budget.seconds, monotonic() - self.begun),
            ("max-cpu", self.budget.cpu_seconds, cpu_seconds),
        )
        return [limit for limit in limits if limit[1]]
