from __future__ import annotations

import os
import subprocess
import sys

import pytest

from audiopress.workers.machine import (
    Demand,
    count_cores,
    measure_demand,
    measure_memory,
    measure_resident,
)


def test_cores_are_at_least_one_and_no_more_than_there_are() -> None:
    assert 1 <= count_cores() <= (os.cpu_count() or 1)


def test_this_process_fits_into_the_machine() -> None:
    here, whole = measure_resident(os.getpid()), measure_memory()
    assert whole is None or here < whole
    assert measure_resident(2**30) == 0


def test_threads_that_end_take_nothing_of_what_was_run_and_waited() -> None:
    before = Demand(ran=1.0, queued={1: 0.5, 2: 9.0})
    after = Demand(ran=3.0, queued={1: 0.75, 3: 0.25})
    assert after.since(before) == (2.0, 0.5)


SPINS = """
import os, threading, time
from audiopress.workers.machine import measure_demand

def spin():
    end = time.thread_time() + 0.3
    while time.thread_time() < end:
        pass

before = measure_demand(os.getpid())
thread = threading.Thread(target=spin)
thread.start()
thread.join()
print(measure_demand(os.getpid()).since(before)[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what a process takes is known from /proc")
def test_what_an_ended_thread_has_run_is_still_known() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SPINS], process_group=0, capture_output=True, check=True
    )
    assert float(done.stdout) >= 0.25
    assert measure_demand(2**22 + 1) is None
