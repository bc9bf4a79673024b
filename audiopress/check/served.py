"""An edition as a host serves it, read over HTTP as an app would."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from audiopress.check.feed.channel_rules import is_preview
from audiopress.check.feed.nodes import read_feed
from audiopress.errors import SourceError
from audiopress.net.connections import OpenConnections
from audiopress.net.http import StatusError, download, fetch

if TYPE_CHECKING:
    from audiopress.check.receipt import Receipt
    from audiopress.net.transport import FetchLimits

__all__ = ["Served", "check_host", "is_address"]

_LARGEST: Final = 1_000_000_000
"""Bytes of one file: 20 hours of sound at 96 kb/s are 864 MB."""

_PATIENCE: Final = 600.0
"""Seconds that one file may take: an hour of sound, 43 MB, over a line of 100 kB/s takes 430."""

_TYPES: Final = {
    "feed.xml": ("application/rss+xml", "application/xml", "text/xml"),
    ".mp3": ("audio/mpeg",),
    ".vtt": ("text/vtt",),
    ".json": ("application/json", "application/json+chapters"),
}
"""Media types that players and directories take, by the end of the name (docs/hosting.md)."""


@dataclass(slots=True)
class Served:
    """The edition below ``base``, an address with a slash at its end.

    ``types`` are the media types of the files that were read, by their paths.
    """

    base: str
    limits: FetchLimits
    types: dict[str, str] = field(default_factory=dict)
    _connections: OpenConnections | None = None

    @property
    def name(self) -> str:
        """The address."""
        return self.base

    def read(self, path: str) -> bytes | None:
        """Return the bytes that the host sends; None where it says that there is nothing.

        Raises:
            SourceError: it cannot be asked, or says something else.

        """
        if not path:
            return None
        limits = replace(self.limits, max_bytes=_LARGEST, seconds=_PATIENCE)
        if self._connections is None:
            self._connections = OpenConnections(limits)
        try:
            answer = fetch(self.base + quote(path), limits=limits, connections=self._connections)
        except StatusError as error:
            if error.status in (404, 410):
                return None
            raise
        self.types[path] = answer.media_type
        return answer.body

    def list_paths(self, pattern: str) -> list[str]:
        """Return the feed alone: a host lists nothing."""
        return [pattern] if pattern == "feed.xml" else []


def is_address(name: str) -> bool:
    """Whether what a person wrote is an address and no folder."""
    return name.startswith(("https://", "http://"))


def check_host(shelf: Served, receipt: Receipt) -> None:
    """Look whether the host sends what it has as players need it.

    That is: at the address that the feed gives for itself, with media types, and in parts.
    """
    channel = read_feed(shelf.read("feed.xml") or b"")
    if not isinstance(channel, str) and not is_preview(channel):
        told, here = channel.link("self"), f"{shelf.base}feed.xml"
        receipt.look("address of the feed", here, "" if told == here else f"says it is {told}")
    for path, said in shelf.types.items():
        allowed = next((types for end, types in _TYPES.items() if path.endswith(end)), ())
        wrong = bool(allowed) and said not in allowed
        fault = f"comes as {said or 'nothing'}, not as {allowed[0]}" if wrong else ""
        receipt.look("media types", shelf.base + path, fault)
    sounds = [path for path in shelf.types if path.endswith(".mp3")]
    for path in sounds[:1]:
        receipt.look("parts of a file", shelf.base + path, _find_range_fault(shelf, path))


def _find_range_fault(shelf: Served, path: str) -> str:
    """Return what is wrong with asking for the rest of a file, which is how a player seeks."""
    try:
        next(iter(download(shelf.base + quote(path), 1000, limits=shelf.limits)))
    except SourceError as error:
        return f"cannot be had: {error.message}"
    return ""
