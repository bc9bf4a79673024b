from __future__ import annotations

import os

from audiopress.workers.machine import cores, memory, resident


def test_cores_are_at_least_one_and_no_more_than_there_are() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_this_process_fits_into_the_machine() -> None:
    here, whole = resident(os.getpid()), memory()
    assert whole is None or here < whole
    assert resident(2**30) == 0
