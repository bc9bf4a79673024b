"""Eight builds are killed with signal 9, each is built again; nothing may be lost, torn or let out.

Half of them at driven points, half at random times while a voice speaks. The long form, run before
a release, is ``python tests/campaigns/kill.py --driven 1000 --random 1000``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "campaigns"))
from kill import campaign


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(sys.platform != "linux", reason="kills by pidfd, looks for survivors in /proc")
def test_eight_kills_lose_nothing(tmp_path: Path) -> None:
    figures = campaign(tmp_path, driven_kills=4, random_kills=4, voice="heart")
    assert figures["faults"] == 0, figures
    assert figures["kills"] == 8
    assert figures["looks"] > 30
