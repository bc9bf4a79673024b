"""200 builds are killed with signal 9, each is built again; nothing may be lost, torn or let out.

The long form, with a real voice, is ``python tests/campaigns/kill.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "campaigns"))
from kill import campaign


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(sys.platform != "linux", reason="kills by pidfd, looks for survivors in /proc")
def test_200_kills_lose_nothing(tmp_path: Path) -> None:
    figures = campaign(tmp_path, driven_kills=100, random_kills=100)
    assert figures["faults"] == 0, figures
    assert figures["kills"] == 200
    assert figures["looks"] > 1000
