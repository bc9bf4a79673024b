"""A page that may be a trap is read in a process of its own, with limits on time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from audiopress.errors import ReadingError, SpeechError
from audiopress.workers import make_local_pool

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LARGE_PAGE", "READING_TIMEOUT", "run_guarded", "run_guarded_for"]

P = ParamSpec("P")
T = TypeVar("T")

LARGE_PAGE = 1_000_000
"""Bytes from which on a page is read in a worker. Nearly all are smaller; 10 MB can hold a tag with
800,000 attributes, which parsers compare with each other until the day is over."""

READING_TIMEOUT = 60.0
"""Seconds that a worker may take for a page; the largest honest ones take a few."""


def run_guarded(read: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what ``read`` returns, called in a process of its own; what it needs is pickled.

    Raises `ReadingError` when the process takes too long or too much memory, or dies.
    """
    return run_guarded_for(READING_TIMEOUT, read, *args, **kwargs)


def run_guarded_for(
    seconds: float, read: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
) -> T:
    """Do as `run_guarded` with another limit of time; a process that is late is tried twice."""
    # Not a thread: a parser in C takes no signal, and ends only with its process (0200).
    with make_local_pool(1, threads=False, timeout=seconds) as pool:
        try:
            return pool.submit(read, *args, **kwargs).result()
        except SpeechError as error:  # the pool's word for what ended its worker twice
            raise ReadingError(
                f"the page cannot be read: {error.message}",
                hint="save its article alone as .html or .md and build that",
            ) from error
