"""Hosts that asked to be left alone, until when, and which pages were not asked for because of it.

A pause lasts from run to run: who comes back each quarter of an hour would else ask four times in
the hour that a server asked for.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.sources.crawling.pace import NotAskedError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.net.http import BusyError
    from audiopress.sources.crawling.kept_pages import PageMemory

__all__ = ["HostPauses", "UnaskedPages"]

_KIND = "host-pause"
"""The kind of record in the memory: until when a host is left alone."""

_LONGEST = 24 * 3600.0
"""Seconds for which a host is left alone at most, also after a slip in its header (2035)."""

_NAMED = 3
"""New pages that a note names."""


@dataclass(frozen=True, slots=True)
class _Pause:
    """Until when, in seconds since 1970, and what the server said."""

    until: float
    said: str


class HostPauses:
    """The hosts that asked for a pause; ``now`` is in seconds since 1970."""

    def __init__(self, memory: PageMemory, *, now: float) -> None:
        """Look nothing up yet."""
        self._memory, self._now = memory, now
        self._begun = time.monotonic()
        self._known: dict[str, _Pause] = {}

    def check(self, host: str, uri: str) -> None:
        """See that a host may be asked; raises `NotAskedError` while its pause lasts."""
        now = self._now + time.monotonic() - self._begun
        pause = self._known.get(host) or self._memory.find_record(_KIND, host, _Pause)
        # One that is far off was written while the clock was wrong.
        if pause is None or not now < pause.until <= now + _LONGEST:
            return
        until = datetime.fromtimestamp(pause.until, UTC)
        raise NotAskedError(
            f"{host} asked to be left alone until {until:%Y-%m-%d %H:%M UTC} ({pause.said})",
            where=uri,
            hint="run the same command again after that time",
            until=until,
        )

    def note(self, host: str, busy: BusyError, *, lasting: bool = True) -> None:
        """Take note of the pause that a host asks for, from now on; for this run if not lasting."""
        now = self._now + time.monotonic() - self._begun
        pause = _Pause(now + min(busy.seconds, _LONGEST), busy.message)
        self._known[host] = pause
        if lasting:
            self._memory.put_record(_KIND, host, asdict(pause))


class UnaskedPages:
    """The pages of one run that were not asked for, by what their hosts said."""

    def __init__(self) -> None:
        """None yet."""
        self._found: dict[str, dict[str, bool]] = {}

    def add(self, uri: str, error: NotAskedError, *, kept: bool) -> None:
        """Take note of a page; ``kept`` says that it was had before and stays as it was."""
        self._found.setdefault(error.message, {})[uri] = kept

    def describe(self) -> list[str]:
        """Return a note for each host on how many pages were not asked for, and which are new."""
        return [f"{said}: {_count(pages)}" for said, pages in self._found.items()]


def _count(pages: dict[str, bool]) -> str:
    new = [uri for uri, kept in pages.items() if not kept]
    kept = len(pages) - len(new)
    told = [f"{count_things(len(pages), 'page')} not asked for"]
    told += [f"{kept} as fetched before"] * bool(kept)
    if new:
        more = f" and {len(new) - _NAMED} more" if len(new) > _NAMED else ""
        told.append(f"{len(new)} new and waiting: {', '.join(new[:_NAMED])}{more}")
    return ", ".join(told)
