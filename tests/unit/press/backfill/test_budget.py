"""A run keeps to its hours: how many articles may be begun by what those before them cost."""

from __future__ import annotations

from time import monotonic

import pytest

from audiopress.press.backfill.budget import FIRST, BudgetWatch, HoursBudget


@pytest.mark.parametrize(
    ("ended", "waiting", "cpu", "room"),
    [
        (0, 0, 0.0, FIRST),  # nobody knows yet what one costs
        (0, FIRST, 5.0, 0),
        (10, 0, 100.0, 90),  # ten seconds each, of a thousand
        (10, 60, 100.0, 30),
        (10, 95, 100.0, 0),
        (99, 0, 995.0, 0),  # less than one costs is left
        (99, 0, 1200.0, 0),
        (10, 0, 0.0, 200),  # others had spoken them
        (90, 0, 9.0, 200),
    ],
)
def test_no_more_is_begun_than_the_processors_are_given_for(
    ended: int, waiting: int, cpu: float, room: int
) -> None:
    watch = BudgetWatch(HoursBudget(cpu_seconds=1000.0))
    assert watch.count_room(ended, waiting, cpu, most=200) == room


def test_the_scarcer_of_clock_and_processors_counts() -> None:
    watch = BudgetWatch(HoursBudget(seconds=100.0, cpu_seconds=1000.0), begun=monotonic() - 50)
    # Five seconds each on the clock, one on the processors.
    assert watch.count_room(10, 0, 10.0, most=200) in (9, 10)
    assert watch.name_least(10.0) == "max-hours"
    # The other way: of processors there are two more.
    assert watch.count_room(10, 0, 800.0, most=200) == 2
    assert watch.name_least(800.0) == "max-cpu"


def test_without_a_budget_there_is_no_end() -> None:
    watch = BudgetWatch(HoursBudget())
    assert watch.count_room(0, 150, 0.0, most=200) == 200
    assert watch.name_least(10.0) == ""
