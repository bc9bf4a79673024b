"""Which tests the test command leaves to `.ci/run`: ``python3 tests/long_tests.py TIMES --write``.

``TIMES`` is what a whole run printed that was asked for its durations:
``python3 tests/run.py -m "not campaign and not further" --durations=0 > TIMES``. The test command
of the README has fifteen minutes on two cores; what takes longest and is no road of the pages goes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

__all__ = ["LIST", "read_list"]

ROOT = Path(__file__).resolve().parent.parent

LIST = ROOT / "tests" / "long_tests.txt"
"""The tests, one a line: ``PATH::NAME``, and with ``[...]`` all its examples but the first."""

HEAD = """\
# Tests that the test command leaves out and `.ci/run` has, for their time: those of two seconds
# and more. With [...] it is all examples but the first. Made by tests/long_tests.py.
"""

LONG = 2.0
"""Seconds of a test, or of its examples but the first, from which on it is left out: that leaves
some ten minutes for the 16,000 others and five for setting up."""

EXAMPLE = 0.4
"""Seconds of one example from which on its like are left out: many short ones tell more."""

KEPT = (
    "tests/browser/test_joined_edition.py",
    "tests/browser/test_player_firefox.py",
    "tests/browser/test_studio.py::test_an_editor_",
    "tests/browser/test_studio.py::test_axe_",
    "tests/integration/end_to_end/test_bytes.py",
    "tests/integration/end_to_end/test_cluster.py::test_an_edition_of_a_cluster_",
    "tests/integration/end_to_end/test_docs_site.py",
    "tests/integration/end_to_end/test_epub.py::test_a_judge_finds_no_fault_in_a_plain_book",
    "tests/integration/end_to_end/test_first_version.py",
    "tests/integration/end_to_end/test_how_tos.py",
    "tests/integration/end_to_end/test_kill_build.py",
    "tests/integration/end_to_end/test_phone.py::test_an_export_is_heard_",
    "tests/integration/end_to_end/test_proposed_commands.py",
    "tests/integration/end_to_end/test_recipes.py",
    "tests/integration/end_to_end/test_sync_missing.py::test_nothing_is_withdrawn_unasked",
    "tests/integration/end_to_end/test_tutorials.py",
    "tests/integration/end_to_end/test_wheel.py",
    "tests/unit/",
)
"""Beginnings of names of tests that stay, however long: each road that README and docs show, one
build killed, one on several machines, the same bytes, the player in each browser, the window."""

_TIME = re.compile(r"([0-9.]+)s call +(\S+?)::(\w+)(\[.*)?")
"""A line of pytest's durations."""


def read_list() -> frozenset[str]:
    """Return the tests that are left out, as ``PATH::NAME`` and ``PATH::NAME[...]``."""
    lines = LIST.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def choose(times: str) -> list[str]:
    """Return the tests of a run's durations that are left out, in the order of their names."""
    found: dict[str, list[float]] = defaultdict(list)
    for line in times.splitlines():
        match = _TIME.match(line)
        if match and not f"{match[2]}::{match[3]}".startswith(KEPT):
            found[f"{match[2]}::{match[3]}"].append(float(match[1]))
    chosen = []
    for name, seconds in found.items():
        first, *others = sorted(seconds, reverse=True)
        if first >= LONG and not others:
            chosen.append(name)
        elif sum(others) >= LONG and sum(others) / len(others) >= EXAMPLE:
            chosen.append(f"{name}[...]")
    return sorted(chosen)


def main() -> None:
    """Print the tests, or write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=Path, help="what a run with --durations=0 printed")
    parser.add_argument("--write", action="store_true", help="write tests/long_tests.txt anew")
    asked = parser.parse_args()
    text = HEAD + "\n".join(choose(asked.times.read_text("utf-8"))) + "\n"
    if asked.write:
        LIST.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
