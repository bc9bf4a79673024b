"""An edition as a host serves it, read over HTTP as an app would."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from audiopress.errors import SourceError
from audiopress.net.connections import OpenConnections
from audiopress.net.exchange import UnansweredError
from audiopress.net.http import StatusError, fetch
from audiopress.net.transport import NotPublicError
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from audiopress.net.http import Response
    from audiopress.net.transport import FetchLimits

__all__ = ["ORIGIN", "Served", "is_address"]

ORIGIN: Final = "https://publisher.example"
"""Whose page asks: another origin than the edition's, as a page that embeds its player is. Some
hosts say who may read a file only to those who name themselves."""

_LARGEST: Final = 1_000_000_000
"""Bytes of one file: 20 hours of sound at 96 kb/s are 864 MB."""

_PATIENCE: Final = 600.0
"""Seconds that one file may take: an hour of sound, 43 MB, over a line of 100 kB/s takes 430."""


@dataclass(slots=True)
class Served:
    """The edition below ``base``, an address with a slash at its end.

    ``answers`` are what came with the files that were read, by their paths, without the bytes.
    """

    base: str
    limits: FetchLimits
    answers: dict[str, Response] = field(default_factory=dict)
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
        try:
            answer = self.ask(self.base + quote(path))
        except StatusError as error:
            if error.status in (404, 410):
                return None
            raise
        self.answers[path] = replace(answer, body=b"")
        return answer.body

    def has(self, path: str) -> bool:
        """Whether the host sends a file; one that it refuses is not there for an app either.

        Buckets that nobody may list say 403 of what they do not have. Raises as `read`.
        """
        try:
            return path in self.answers or self.read(path) is not None
        except StatusError as error:
            if error.status in (401, 403):
                return False
            raise

    def ask(self, address: str, known: Response | None = None) -> Response:
        """Return what is at an address, or that it is as it was ``known``.

        Raises:
            SourceError: it cannot be asked, or has nothing.

        """
        limits = replace(self.limits, max_bytes=_LARGEST, seconds=_PATIENCE)
        if self._connections is None:
            self._connections = OpenConnections(limits)
        try:
            return fetch(
                address,
                etag=known.etag if known else "",
                modified=known.modified if known else "",
                origin=ORIGIN,
                limits=limits,
                connections=self._connections,
            )
        except UnansweredError as error:
            why = "nothing answers there: the connection was refused"
            raise SourceError(why, where=address, hint=_name_server(address)) from error
        except NotPublicError as error:
            error.hint = write_command("check", self.base, "--allow-private")
            raise

    def list_paths(self, pattern: str) -> list[str]:
        """Return the feed alone: a host lists nothing."""
        return [pattern] if pattern == "feed.xml" else []


def _name_server(address: str) -> str:
    """Return what would answer at an address: on this machine a server that anybody can start."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    if host in ("localhost", "::1") or host.startswith("127."):
        serve = write_command("serve", "--port", str(port))
        return f"{serve} serves the edition of this folder there; leave it running, and check again"
    return f"start the server at {host}, or have it listen at port {port}; then check again"


def is_address(name: str) -> bool:
    """Whether what a person wrote is an address and no folder."""
    return name.startswith(("https://", "http://"))
