from __future__ import annotations

import os

from audiopress.workers import cores


def test_cores_are_at_least_one_and_no_more_than_there_are() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
