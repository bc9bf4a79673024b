"""How often a host is asked when a list names its pages: as it likes, or as it can bear."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from audiopress.errors import SourceError

__all__ = ["LONGEST_DELAY", "NotAskedError", "Pace", "TooSoonError", "make_too_soon"]

_SHORTEST = 0.1
"""Seconds between the beginnings of two requests to one host: ten a second, one at a time, which a
reader's browser does many times over for one page."""

_SHARE = 2.0
"""How many times as long as the last answer took: a host works for us half of the time at most, and
one that is slow because it is loaded gets more time."""

_LONGEST_OWN = 5.0
"""Seconds that we wait of our own accord, however slow the last answer was."""

LONGEST_DELAY = 30.0
"""Seconds between two pages that are waited for when a site asks for them. Of a site that asks for
more, one page is fetched in a run: the others come with later ones."""

_DAY = 24 * 3600.0
"""Seconds after which a page is told to come at the latest, whatever a robots.txt says."""


class NotAskedError(SourceError):
    """A page was not asked for, and nothing has failed; ``until`` is when it may be asked for."""

    def __init__(
        self, message: str, *, where: str = "", hint: str = "", until: datetime | None = None
    ) -> None:
        """Say until when; without it, it may be asked for now."""
        super().__init__(message, where=where, hint=hint)
        self.until = until or datetime.now(UTC)


class TooSoonError(NotAskedError):
    """The site wants more time between two pages than a run waits."""


@dataclass(slots=True)
class _LastRequest:
    begun: float
    took: float = 0.0


class Pace:
    """When each host was asked last; `wait` returns when it may be asked again."""

    def __init__(self) -> None:
        """Nobody was asked yet."""
        self._last: dict[str, _LastRequest] = {}

    def wait(self, host: str, delay: float) -> None:
        """Wait for the turn of ``host``, which asks for ``delay`` seconds between two pages.

        Raises:
            TooSoonError: it was asked in this run, and wants a longer time than is waited for.

        """
        last = self._last.get(host)
        if last is not None:
            if delay > LONGEST_DELAY:
                raise make_too_soon(host, delay)
            own = min(_LONGEST_OWN, max(_SHORTEST, _SHARE * last.took))
            time.sleep(max(0.0, last.begun + max(delay, own) - time.monotonic()))
        self._last[host] = _LastRequest(time.monotonic())

    def end(self, host: str) -> None:
        """Take note that the answer of ``host`` is there, or will not come."""
        last = self._last.get(host)
        if last is not None:
            last.took = time.monotonic() - last.begun


def make_too_soon(host: str, delay: float) -> TooSoonError:
    """Return the error of a page whose ``host`` wants so many seconds between two of its pages."""
    return TooSoonError(
        f"{host} asks for {delay:g} seconds between two pages (robots.txt), of which a run fetches "
        "one that is new",
        hint="run the same command again after that time",
        until=datetime.now(UTC) + timedelta(seconds=min(delay, _DAY)),
    )
