"""A call on its way through the pool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from audiopress.workers.machine import Demand

__all__ = ["NEVER", "Task"]

NEVER = float("inf")
"""A deadline nobody can miss."""


class Task:
    """A submitted call; ordered by its number, so that a heap of them is the queue.

    ``deadline`` is on the monotonic clock. ``seen`` are the looks taken at its worker since it was
    found late: when, and what that had had of the machine.
    """

    def __init__(self, number: int, future: Future[Any], call: bytes, label: str) -> None:
        """Hold a pickled call and what to call it when it must be named."""
        self.number, self.future, self.call, self.label = number, future, call, label
        self.deadline = NEVER
        self.seen: list[tuple[float, Demand]] = []

    def __lt__(self, other: Task) -> bool:
        """Sooner submitted, sooner run."""
        return self.number < other.number

    def claim(self) -> bool:
        """Say whether it is to be run: from then on its future cannot be cancelled."""
        # One that came back because its worker was ended for another's sake is running already.
        return self.future.running() or self.future.set_running_or_notify_cancel()

    def make_error(self, reason: str) -> SpeechError:
        """Return the error of a call that ended two workers, the second one while alone."""
        return SpeechError(
            f"the worker process {reason}, and did so again with nothing else running",
            where=self.label,
            hint="change or leave out what is spoken there, or try another voice: "
            "audiopress voices list",
        )
