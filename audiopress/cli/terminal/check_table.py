"""The table of a check: what is the same of many files is one row with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.cli.terminal.console import colour, escape_controls, print_message, print_result
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.check_groups import CheckGroup
    from audiopress.checking.receipt import Check

__all__ = ["print_checks"]

_NAME_WIDTH = 26
"""Characters of a check's name in the table; a longer one moves its line on."""


def print_checks(checks: Sequence[Check], *, every: bool) -> None:
    """Print what is wrong and what could not be looked at, and with ``every`` what is right too."""
    from audiopress.checking.check_groups import group_checks

    wrong = [each for each in checks if each.ok is False]
    unseen = [each for each in checks if each.ok is None]
    groups = group_checks(checks if every else (*wrong, *unseen))
    for group in groups:
        _print_group(group)
    kinds = len({each.name for each in checks})
    if wrong:
        told = sum(group.first.ok is False for group in groups)
        more = f" of {count_things(told, 'kind')}" if told < len(wrong) else ""
        print_message(f"{count_things(len(wrong), 'fault')}{more} in {kinds} checks")
    else:
        print_message(f"{_sum_up(len(unseen), kinds)}{'' if every else ' (--all lists them)'}")


def _print_group(group: CheckGroup) -> None:
    first = group.first
    print_result(f"{_mark(first)} {first.name:<{_NAME_WIDTH}} {escape_controls(group.told)}")
    for place in group.places:
        print_result(f"      {escape_controls(place)}")


def _mark(each: Check) -> str:
    if each.ok is None:
        return colour("?    ", "33")
    return "ok   " if each.ok else colour("wrong", "1;31")


def _sum_up(unseen: int, kinds: int) -> str:
    if unseen:
        return f"nothing is wrong in {kinds - unseen} checks, and {unseen} could not be made"
    return f"all is well: {kinds} checks"
