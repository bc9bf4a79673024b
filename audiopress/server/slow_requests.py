"""Requests that do not end: a connection whose sender has stopped in the middle is closed.

uvicorn limits how long a connection may lie idle between two requests, and not how long a request
may take to come: whoever sends half of one four hundred times would hold four hundred connections.
A listener who takes long to *receive* is not ended: sound is heard, not loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

__all__ = ["TimedProtocol"]

HEAD_SECONDS = 10.0
"""Seconds for the head of a request, from the opening of the connection or its first byte on."""

BODY_SECONDS = 20.0
"""Seconds for a body: 4 MB at 2 Mbit/s."""

_TIMEOUT = (
    b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 27\r\n\r\n"
    b"the request did not arrive\n"
)
"""What is said before the connection is closed (RFC 9110, 15.5.9)."""


class TimedProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, with a time for each head and each body to arrive in."""

    def __init__(self, *args: Any, **more: Any) -> None:
        """Take what uvicorn gives."""
        super().__init__(*args, **more)
        self._awaited: tuple[str, int] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a first request."""
        super().connection_made(transport)
        # One piece of a file waits in this process for its listener, and not two: the system has
        # more of it already.
        transport.set_write_buffer_limits(high=0)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        super().connection_lost(exc)
        self._wait_for(None)

    def data_received(self, data: bytes) -> None:
        """See what is still to come."""
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """See whether the next request has begun already."""
        super().on_response_complete()
        self._look()

    def _look(self) -> None:
        if self.transport.is_closing():
            self._wait_for(None)
        elif self.conn.their_state is h11.SEND_BODY:
            # One timer a request: bytes that drip do not begin it anew.
            self._wait_for(("body", id(self.cycle)))
        elif self.conn.their_state is h11.IDLE and (
            self.cycle is None or self.conn.trailing_data[0]
        ):
            self._wait_for(("head", id(self.cycle)))
        else:
            self._wait_for(None)

    def _wait_for(self, awaited: tuple[str, int] | None) -> None:
        if awaited == self._awaited:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._awaited = awaited
        if awaited is not None:
            seconds = HEAD_SECONDS if awaited[0] == "head" else BODY_SECONDS
            self._timer = self.loop.call_later(seconds, self._end)

    def _end(self) -> None:
        if self.transport.is_closing():
            return
        # A browser opens connections in advance: who has sent nothing is told nothing.
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE) and self._has_begun():
            self.transport.write(_TIMEOUT)
        self.transport.close()

    def _has_begun(self) -> bool:
        return self.conn.their_state is h11.SEND_BODY or bool(self.conn.trailing_data[0])
