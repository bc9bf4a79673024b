"""The same kind of fault on many files is one row with a count and the first three."""

from __future__ import annotations

import pytest

from audiopress.checking.check_groups import group_checks
from audiopress.checking.receipt import Check


def fault(detail: str, where: str = "a", name: str = "sound") -> Check:
    return Check(name=name, ok=False, detail=detail, where=where)


def test_many_places_of_one_fault_are_one_row() -> None:
    (group,) = group_checks([fault("is silent", f"e/{n}.mp3") for n in range(17)])
    assert group.told == "17 times: is silent"
    assert group.places == [
        "e/0.mp3", "e/1.mp3", "e/2.mp3", "and 14 more (--json has each)",
    ]  # fmt: skip


def test_one_fault_is_told_as_it_is() -> None:
    (group,) = group_checks([fault("is silent", "e/1.mp3")])
    assert (group.told, group.places) == ("is silent", ["e/1.mp3"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e/a/1/a.mp3 is not there", "e/b/2/b.mp3 is not there"),
        ("has 17 bytes and not 18", "has 170 bytes and not 9"),
        ("is read as 'Alba' here", "is read as 'Brae and Corrie' here"),
        ('says "no"', 'says "yes, it does"'),
        ("comes as text/plain", "comes as application/json"),
    ],
)
def test_what_is_particular_of_a_file_is_told_beside_it(one: str, other: str) -> None:
    (group,) = group_checks([fault(one, "x"), fault(other, "y")])
    assert group.told == f"2 times, such as: {one}"
    assert group.places == ["x", f"y: {other}"]


@pytest.mark.parametrize(
    "other",
    [fault("is loud"), fault("is silent", name="tag"), Check(name="sound", ok=None, detail="-")],
)
def test_other_faults_and_other_checks_stay_apart(other: Check) -> None:
    assert [len(group.checks) for group in group_checks([fault("is silent"), other])] == [1, 1]


def test_what_is_right_keeps_its_figure() -> None:
    (group,) = group_checks([Check(name="sound", ok=True, figure="-16.0 LUFS")])
    assert (group.told, group.places) == ("-16.0 LUFS", [])
