"""Pages that could not be had when they were asked for last: these are asked for after all others.

A page that is always busy would else stop its host in each run, and one that is never there take
the one turn that a slow site gives.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.sources.crawling.kept_pages import PageMemory

__all__ = ["PageFailures"]

_KIND = "page-failure"
"""The kind of record in the memory: when a page failed last."""


@dataclass(frozen=True, slots=True)
class _PageFailure:
    """When it was, in seconds since 1970; 0 once the page could be had again."""

    at: float


class PageFailures:
    """When pages failed, in a memory; ``now`` is in seconds since 1970."""

    def __init__(self, memory: PageMemory, *, now: float) -> None:
        """Look nothing up yet."""
        self._memory, self._now = memory, now

    def find(self, name: str) -> float:
        """Return when a page failed last, in seconds since 1970; 0 if it was had since."""
        failure = self._memory.find_record(_KIND, name, _PageFailure)
        return failure.at if failure else 0.0

    def note(self, name: str, *, failed: bool) -> None:
        """Take note of what came of asking for a page."""
        if failed or self.find(name):
            self._memory.put_record(_KIND, name, asdict(_PageFailure(self._now if failed else 0.0)))
