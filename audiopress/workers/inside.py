"""The worker's side: a process that takes calls, performs them and knows nothing else."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import IO

from audiopress import parallel
from audiopress.errors import SpeechError

__all__ = ["work"]


def work(threads: int) -> None:
    """Be a worker: calls come in on what was standard input, results leave by standard output."""
    # Ctrl-C is the parent's to judge, should it reach a worker at all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    # Copies: 0 and 1 themselves are about to be given away, as engines read and print.
    calls, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # an engine that prints must not speak into our protocol, nor into the parent's
    sys.stdout = sys.stderr
    # A result is written whole before the next: pickles that mix end the worker for the parent.
    turn = threading.Lock()
    pool = ThreadPoolExecutor(threads)
    parallel.offer_threads(threads)
    with contextlib.suppress(EOFError, OSError):
        while True:
            # The call itself is unpickled in its thread: what it imports may take seconds.
            number, call = pickle.load(calls)  # noqa: S301 - from our parent
            pool.submit(_perform, number, call, results, turn)
    # Without waiting for the threads of the pool: nobody hears their tasks any more.
    os._exit(0)


def _perform(number: int, call: bytes, results: IO[bytes], turn: threading.Lock) -> None:
    with parallel.hold_thread():
        # Pickled within the permit too: it is work like any other.
        answer = _run_call(call)
    with turn, contextlib.suppress(BrokenPipeError):
        pickle.dump((number, *answer), results)
        results.flush()


def _run_call(call: bytes) -> tuple[bool, bytes]:
    try:
        fn, args, kwargs = pickle.loads(call)  # noqa: S301 - from our parent
        return True, pickle.dumps(fn(*args, **kwargs))
    except Exception as error:  # noqa: BLE001 - every error is the caller's to judge
        return False, _pickle_error(error)
    except BaseException as error:  # noqa: BLE001 - a task must not be able to end the parent
        return False, pickle.dumps(SpeechError(f"the task ended with {error!r}"))


def _pickle_error(error: Exception) -> bytes:
    # A traceback does not pickle; notes do (PEP 678).
    error.add_note("in the worker: " + "".join(traceback.format_exception(error)))
    try:
        return pickle.dumps(error)
    except Exception:  # noqa: BLE001 - pickle raises anything
        return pickle.dumps(SpeechError(f"{type(error).__name__}: {error}"))


def _die_with_parent() -> None:
    """Ask Linux to kill us with our parent: a task may hold the interpreter when that happens."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only workers pay for it

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
