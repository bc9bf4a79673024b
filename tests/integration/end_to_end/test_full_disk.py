"""Builds on full and broken disks: a clear error, nothing torn, and the next build mends all.

The long form is ``python tests/campaigns/faults.py``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "campaigns"))
from faults import SPACE

PROGRAM = Path(__file__).parents[2] / "campaigns" / "faults.py"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="takes disks from tmpfs and mount namespaces")
def test_a_disk_that_is_full_or_broken_loses_nothing() -> None:
    mount = [*SPACE, "mount", "-t", "tmpfs", "none", "/mnt"]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test have a mount namespace of its own")
    done = subprocess.run(
        [sys.executable, PROGRAM, "--points", "4"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["faults"] == 0, done.stderr
    assert seen["points"] >= 2
    assert seen.get("late", 0) == 0
