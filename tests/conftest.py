"""What every test may use: the shared test data if it is here, and an edition in a folder."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings
from long_tests import read_list
from runner import EXAMPLE, ROOT, Press

# A shared machine is slow now and then; that is no fault of what is tested.
settings.register_profile("audiopress", deadline=None)
settings.load_profile("audiopress")

# Before any test is collected: voices that a developer added are no part of what is tested. The
# folder is not there; a test that installs voices names one of its own.
os.environ["AUDIOPRESS_VOICES"] = str(Path(tempfile.gettempdir(), "audiopress-tests-no-voices"))

# The program of these tests is the one that a shell finds, as in an active environment: else its
# errors would name commands by this installation's path (audiopress/cli/help/copied_commands.py).
os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

LONG = 3 * 60 * 60
"""Seconds a test of a campaign may take."""


EXAMPLES = 1
"""Examples of one test that the test command runs where each is a build or a page in a browser."""

DEAR = ("tests/browser/", "tests/integration/end_to_end/")
"""Folders whose tests have further examples: there an example costs a second or more."""


@pytest.hookimpl(tryfirst=True)  # before those that are marked are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark further examples and long tests, and give campaigns the time they need.

    The examples of a test are of one kind: the first of each is run by the test command, all
    of them where a file is named and with ``-m "not campaign"``. So are long tests, which
    ``.ci/run`` has too.
    """
    if not any("tests/" in word and ".py" in word for word in config.args):
        _mark_further(items)
        _mark_long(items)
    for item in items:
        if item.get_closest_marker("campaign"):
            item.add_marker(pytest.mark.timeout(LONG))


def _mark_further(items: list[pytest.Item]) -> None:
    seen: Counter[tuple[Path, str, str]] = Counter()
    for item in items:
        kind = item.get_closest_marker("kind")
        dear = Path(item.path).relative_to(ROOT).as_posix().startswith(DEAR)
        if dear or kind:
            name = getattr(item, "originalname", item.name)
            example = item.path, name, str(kind.args[0]) if kind else ""
            seen[example] += 1
            if seen[example] > EXAMPLES:
                item.add_marker("further")


def _mark_long(items: list[pytest.Item]) -> None:
    left_out, seen = read_list(), set()
    for item in items:
        path = Path(item.path).relative_to(ROOT).as_posix()
        name = f"{path}::{getattr(item, 'originalname', item.name)}"
        if name in left_out or (name in seen and f"{name}[...]" in left_out):
            item.add_marker("long")
        seen.add(name)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of data that is not in the repository; a test that needs it skips without."""
    folder = Path(os.environ.get("AUDIOPRESS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared test data in {folder}")
    return folder


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """The program in an empty folder."""
    return Press(tmp_path / "edition")


@pytest.fixture
def example() -> str:
    """The sample article of the repository."""
    return EXAMPLE.read_text("utf-8")
