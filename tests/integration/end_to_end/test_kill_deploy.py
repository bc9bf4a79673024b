"""Six deploys are killed with signal 9, and at no moment does a feed name what is not there.

The long form is ``python tests/campaigns/deploy.py --kills 100``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from object_storage import find_moto

pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
sys.path.append(str(Path(__file__).parents[2] / "campaigns"))
from deploy import campaign


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not find_moto(), reason="moto is not here: python3 tests/run.py installs it")
@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal 9")
def test_six_kills_leave_every_feed_whole(tmp_path: Path) -> None:
    figures = campaign(tmp_path, kills=6)
    assert figures["faults"] == 0, figures
    assert figures["kills"] >= 6
    assert figures["looks"] > 10
