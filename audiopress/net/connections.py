"""Connections that stay open over a run: one question after the other, each to a vetted server.

The protocol is that of httpcore, the transport of HTTPX: HTTP/1.1, and HTTP/2 where a server
offers it. Which address a line goes to, and when to give up, is decided in
`audiopress.net.transport`.
"""

from __future__ import annotations

import contextlib
import email.message
import http
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import httpcore2

from audiopress.net.transport import Budget, VettedBackend, load_system_trust

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from audiopress.net.public_address import Target
    from audiopress.net.transport import FetchLimits

__all__ = ["Answer", "BrokenOffError", "OpenConnections", "Request"]

_MOST_LINES = 10
"""Connections that are open at once. One host is asked one thing at a time; a list may name many
hosts, and one of them may come again."""

_KEEPALIVE = 60.0
"""Seconds that an idle connection is kept. Servers close theirs after 5 to 75, which is seen."""

_DRAINED = 1 << 16
"""Bytes of a body that nobody wants (a redirect's, an error's) and that are read all the same: a
connection can be used again when the answer before is over, and a new one costs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked. A ``body`` makes it a POST; ``headers`` may hold a secret, and are not shown.

    What is posted follows a redirect only where it stays what it is and goes to the same server:
    neither text nor key is handed on to another one.
    """

    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = field(default=None, repr=False)


class BrokenOffError(Exception):
    """The server has closed the connection before its answer was whole."""


class Answer:
    """Status and header of an answer whose body is still to be read, once, by `read_pieces`.

    ``length`` is what the server says of its body, ``measured`` whether its end is known: else it
    ends where the connection does, which may be too soon.
    """

    def __init__(self, response: httpcore2.Response, budget: Budget) -> None:
        """Take what the library got."""
        self._response, self._budget = response, budget
        self.status: int = response.status
        said = response.extensions.get("reason_phrase", b"")
        self.reason = said.decode("latin-1") or _name_status(self.status)
        self.http2 = response.extensions.get("http_version") == b"HTTP/2"
        self.headers = email.message.Message()
        for name, value in response.headers:
            self.headers[name.decode("latin-1")] = value.decode("latin-1")
        length = self.headers.get("Content-Length", "")
        self.length = int(length) if length.isascii() and length.isdecimal() else None
        chunked = "Transfer-Encoding" in self.headers
        self.measured = self.length is not None or chunked or self.http2
        self.over = False

    def getheader(self, name: str) -> str | None:
        """Return the value of a header field, the first if there are several."""
        return self.headers.get(name)

    def widen(self, left: Callable[[], float], cap: int) -> None:
        """Let the rest take as many seconds as ``left`` gives, and so many bytes in all."""
        self._budget.widen(left, cap)

    def read_pieces(self) -> Iterator[bytes]:
        """Yield the body as it was sent.

        Raises:
            BrokenOffError: it is shorter than the server said.

        """
        try:
            yield from self._response.iter_stream()
        except httpcore2.RemoteProtocolError as error:
            if self._budget.ended:
                raise BrokenOffError from error
            raise
        self.over = True

    def drain(self) -> None:
        """Read a short body that nobody wants, so that the connection can be used again."""
        if self.length is not None and self.length <= _DRAINED:
            # Nobody wants it: that it breaks off is no matter.
            with contextlib.suppress(BrokenOffError, httpcore2.ProtocolError):
                for _ in self.read_pieces():
                    pass

    def close(self) -> None:
        """Have done with it, read or not."""
        self._response.close()


def _name_status(status: int) -> str:
    """Return what the standard calls a status; HTTP/2 sends no words."""
    with contextlib.suppress(ValueError):
        return http.HTTPStatus(status).phrase
    return ""


class OpenConnections:
    """Asks vetted servers, and keeps the connections for the next question.

    For one thread. `close` ends the connections; another question opens new ones.
    """

    def __init__(self, limits: FetchLimits) -> None:
        """Open nothing yet."""
        self._pool = httpcore2.ConnectionPool(
            ssl_context=limits.trust or load_system_trust(),
            max_connections=_MOST_LINES,
            keepalive_expiry=_KEEPALIVE,
            http2=True,
            network_backend=VettedBackend(limits),
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """End all connections."""
        self._pool.close()

    @contextlib.contextmanager
    def ask(self, where: Target, request: Request, budget: Budget) -> Iterator[Answer]:
        """Ask ``where`` and give its answer, not yet read.

        Raises:
            SourceError: no such host, or one that is not on the public internet.
            OSError, httpcore2.ProtocolError, httpcore2.NetworkError: no answer.

        """
        try:
            answer = Answer(self._send(where, request, budget), budget)
        except BaseException:
            self._drop(where)
            raise
        try:
            yield answer
        finally:
            answer.close()
            # What is still on its way would be counted as the next answer's. (HTTP/1.1 closes.)
            if not answer.over and answer.http2:
                self._drop(where)

    def _send(self, where: Target, request: Request, budget: Budget) -> httpcore2.Response:
        asked = _make_request(where, request, budget)
        try:
            response = self._pool.handle_request(asked)
            # What had come before it was asked for is the answer to nothing.
            if budget.received:
                return response
            response.close()
        except TimeoutError:
            raise
        except (OSError, httpcore2.RemoteProtocolError, httpcore2.NetworkError):
            # A connection of before may be closed by its server just as it is used again. What is
            # posted is not sent twice: the server may have taken it.
            if budget.opened or budget.received or request.body is not None:
                raise
        self._drop(where)
        return self._pool.handle_request(asked)

    def _drop(self, where: Target) -> None:
        origin = _make_url(where).origin
        for connection in self._pool.connections:
            if connection.can_handle_request(origin):
                with contextlib.suppress(OSError):
                    connection.close()


def _make_request(where: Target, request: Request, budget: Budget) -> httpcore2.Request:
    headers = {"Host": where.authority, **request.headers}
    if request.body is not None:
        headers["Content-Length"] = str(len(request.body))
    return httpcore2.Request(
        "GET" if request.body is None else "POST",
        _make_url(where),
        headers=[
            (name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()
        ],
        content=request.body,
        # The library hands on what stands here to every read and write (`transport.Budget`).
        extensions={"timeout": {"connect": budget, "read": budget, "write": budget}},
    )


def _make_url(where: Target) -> httpcore2.URL:
    return httpcore2.URL(
        scheme=where.scheme.encode(),
        host=where.host.encode("ascii"),
        port=where.port,
        target=where.path.encode("ascii"),
    )
