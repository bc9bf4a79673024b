"""Requests become downloads, by the IAB Podcast Measurement Technical Guidelines, 2.1 to 2.3.

One download is what one listener (an address and an agent) fetched of one episode within 24 hours
of the first request, if that is at least a minute of its sound, and no robot's.
"""

from __future__ import annotations

import ipaddress
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from audiopress.stats.agents import find_app, is_robot
from audiopress.stats.episode_files import find_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from audiopress.stats.episode_files import EpisodeFile
    from audiopress.stats.log_lines import LoggedRequest

__all__ = ["Download", "Downloads", "count_downloads"]

_WINDOW: Final = timedelta(hours=24)
"""Within which a listener's requests for an episode are one download (IAB 2.1, 5)."""

_LEAST: Final = 60.0
"""Seconds of sound that make a download; of a shorter episode all of it (IAB 2.1, 5)."""

_SERVED: Final = (200, 206)
"""Statuses with a body: the whole, or a part."""

_PREFIX: Final = 64
"""Bits of an IPv6 address that are a household's; the rest changes by the hour (IAB 2.2)."""


@dataclass(slots=True)
class Download:
    """What one listener fetched of an episode: ``ranges`` of bytes, apart and in order.

    ``guessed`` says that a log without ranges was read as if each request went on where the one
    before had ended.
    """

    file: EpisodeFile
    app: str
    begun: datetime
    ranges: list[tuple[int, int]] = field(default_factory=list)
    requests: int = 0
    guessed: bool = False

    def add(self, request: LoggedRequest) -> None:
        """Add what a request has fetched."""
        self.requests += 1
        first = request.first
        if request.suffix is not None:
            first = max(0, self.file.size - request.suffix)
        if first is None:
            partial = request.status == 206  # noqa: PLR2004 - Partial Content
            first = self.reached if partial else 0
            self.guessed = self.guessed or (partial and first > 0)
        last = min(self.file.size, first + request.sent)
        if last > first:
            self.ranges = _join([*self.ranges, (first, last)])

    @property
    def reached(self) -> int:
        """The byte up to which there is something of the file."""
        return self.ranges[-1][1] if self.ranges else 0

    @property
    def sounding(self) -> int:
        """How many bytes of sound were fetched, each counted once."""
        head = self.file.sound
        return sum(max(0, last - max(first, head)) for first, last in self.ranges)

    @property
    def counts(self) -> bool:
        """Whether it is a download: a minute of sound, or all of a shorter episode."""
        whole = self.file.size - self.file.sound
        return self.sounding >= min(whole, int(_LEAST * self.file.a_second))

    @property
    def is_whole(self) -> bool:
        """Whether one request fetched all of it, as apps do before anybody listens."""
        return self.requests == 1 and self.sounding >= self.file.size - self.file.sound


@dataclass(slots=True)
class Downloads:
    """The downloads, and how many requests were none for which reason.

    ``begun`` are those of less than a minute: they count nowhere, and say where somebody stopped.
    """

    found: list[Download] = field(default_factory=list)
    begun: list[Download] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def count_downloads(
    requests: Iterable[LoggedRequest], files: dict[tuple[str, str], EpisodeFile]
) -> Downloads:
    """Return the downloads among the requests of a log, in whatever order its lines are."""
    result = Downloads()
    asked: dict[tuple[str, str, str], list[LoggedRequest]] = {}
    wanted: dict[str, EpisodeFile | None] = {}
    for request in requests:
        if request.path not in wanted:
            wanted[request.path] = find_file(request.path, files)
        file = wanted[request.path]
        reason = _pass_over(request, file)
        if reason:
            result.left_out[reason] += 1
        elif file is not None:
            listener = _cut_address(request.address), request.agent, file.slug
            asked.setdefault(listener, []).append(request)
    for (_, agent, _), own in asked.items():
        for download in _part(own, agent, wanted):
            if download.counts:
                result.found.append(download)
            else:
                result.begun.append(download)
                result.left_out["less than a minute"] += download.requests
    result.found.sort(key=lambda each: (each.begun, each.file.slug, each.app))
    return result


def _pass_over(request: LoggedRequest, file: EpisodeFile | None) -> str:
    """Return why a request is no part of a download, or ""."""
    if file is None:
        known = request.path.lower().endswith(".mp3")
        return "sound of no episode here" if known else "not sound"
    if request.method != "GET":
        return "only asked about (HEAD)" if request.method == "HEAD" else "another method"
    if request.status not in _SERVED:
        return "not served"
    return "robots" if is_robot(request.agent) else ""


def _part(
    requests: list[LoggedRequest], agent: str, wanted: dict[str, EpisodeFile | None]
) -> list[Download]:
    """Return one listener's requests for one episode as downloads, a window of 24 h each.

    A version that was corrected in between is the same episode; its bytes are those of the first.
    """
    found: list[Download] = []
    for request in sorted(requests, key=lambda each: each.moment):
        file = wanted[request.path]
        if file is None:
            continue
        if not found or request.moment - found[-1].begun >= _WINDOW:
            found.append(Download(file=file, app=find_app(agent), begun=request.moment))
        found[-1].add(request)
    return found


def _cut_address(text: str) -> str:
    """Return an address as a household has it: IPv4 whole, of IPv6 the network."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # a name, or what a log has put in its place to hide it
        return text
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _PREFIX), strict=False))
    return str(address)


def _join(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
