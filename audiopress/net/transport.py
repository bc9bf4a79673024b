"""A connection to a server that was vetted: DNS, TCP and TLS under one deadline.

The name of a host is resolved once, every answer must be on the public internet, and the
connection is made to an answer that was looked at, never to the name again: a second look-up
could give another address (DNS rebinding). No proxy of the environment plays a part.
"""

from __future__ import annotations

import contextlib
import functools
import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from audiopress.errors import SourceError
from audiopress.net.public_address import Target, is_public

__all__ = [
    "CHUNK",
    "DeadlineSocket",
    "FetchLimits",
    "NotPublicError",
    "Resolver",
    "open_connection",
    "resolve_host",
    "time_left",
]

CHUNK = 1 << 16
"""Bytes read at once, 64 KiB: what one TCP window commonly holds; a megabyte takes 16 reads."""

Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to IP addresses, the best first; `OSError` when there is no such host."""


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of ``host`` in the order of the operating system (`OSError`)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How far a fetch may go, so that no server can hold a build up or fill its memory.

    ``max_bytes`` of the unpacked body; ``seconds`` for one `fetch` with all its hops (for one
    silence of a `download`); ``redirects`` that are followed; seconds of ``Retry-After`` that are
    waited for (``longest_pause``). ``resolve`` looks hosts up, ``trust`` holds other certificates
    than the system's, ``allow_private`` lets connections into private networks.
    """

    allow_private: bool = False
    max_bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    longest_pause: float = 5.0
    resolve: Resolver = resolve_host
    trust: ssl.SSLContext | None = None


class NotPublicError(SourceError):
    """A host is on a network of its own, and nobody said that it may be asked."""


def time_left(until: float) -> float:
    """Return the seconds until the monotonic time ``until``.

    Raises:
        TimeoutError: when there are none; a socket would take 0 for "do not wait at all".

    """
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@contextlib.contextmanager
def open_connection(
    where: Target, limits: FetchLimits, left: Callable[[], float]
) -> Iterator[socket.socket]:
    """Connect to a public address of ``where``, with TLS for https; closed at the end.

    ``left`` gives the seconds that remain, and raises `TimeoutError` when none do.

    Raises:
        SourceError: no such host, or one that is not on the public internet.
        OSError: no connection to any of its addresses, or a certificate that is not trusted.

    """
    line = _connect_first(where, _vet_answers(where, limits, left), left)
    try:
        if where.scheme == "https":
            trust = limits.trust or _load_system_trust()
            line.settimeout(left())
            line = trust.wrap_socket(line, server_hostname=where.host)
        yield line
    finally:
        line.close()


@functools.cache
def _load_system_trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _connect_first(
    where: Target, answers: Sequence[str], left: Callable[[], float]
) -> socket.socket:
    """Connect to the first of the vetted addresses that takes us; names play no part here."""
    failed: OSError = OSError("no address")
    for count, answer in enumerate(answers):
        try:
            # Those that come after get their share of the time; the first may be a black hole.
            share = left() / (len(answers) - count)
            return socket.create_connection((answer, where.port), timeout=share)
        except OSError as error:
            failed = error
    raise failed


def _vet_answers(where: Target, limits: FetchLimits, left: Callable[[], float]) -> Sequence[str]:
    answers = _resolve_in_thread(where, limits, left())
    # One private answer refuses the host: which of them a later look-up gives is not ours to say.
    inside = [answer for answer in answers if not is_public(answer)]
    if inside and not limits.allow_private:
        raise NotPublicError(
            f"{where.host} is not on the public internet ({inside[0]})",
            where=where.url,
            hint="if it is a server of your own, build with --allow-private",
        )
    return answers


def _resolve_in_thread(where: Target, limits: FetchLimits, seconds: float) -> Sequence[str]:
    """Resolve in a thread of its own: the system's resolver knows no deadline."""
    answers: list[Sequence[str]] = []
    errors: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(limits.resolve(where.host, where.port))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    # A daemon, for it cannot be ended: one that hangs must not keep the program from leaving.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if answers and answers[0]:
        return answers[0]
    if thread.is_alive():
        raise TimeoutError
    raise SourceError(
        f"there is no host {where.host}", where=where.url, hint="check the address, and the network"
    ) from next(iter(errors), None)


class DeadlineSocket:
    """What `http.client` takes for its socket; every wait ends with the deadline.

    A socket's own timeout counts each read alone, so a server that sends one byte in 29 seconds
    could go on for ever. ``cap`` bytes at most are read, or ``None``.
    """

    def __init__(self, line: socket.socket, left: Callable[[], float], cap: int | None) -> None:
        """Wrap a connected socket; ``left`` gives the seconds that remain."""
        self._line, self._left, self._cap = line, left, cap

    def sendall(self, data: bytes) -> None:
        """Send everything within the deadline."""
        self._line.settimeout(self._left())
        self._line.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return the stream that the answer is read from."""
        return io.BufferedReader(_DeadlineReader(self._line, self._left, self._cap), CHUNK)

    def close(self) -> None:
        """Leave the line open: the body is still to be read; `open_connection` closes it."""


class _DeadlineReader(io.RawIOBase):
    def __init__(self, line: socket.socket, left: Callable[[], float], cap: int | None) -> None:
        self._line, self._left, self._cap = line, left, cap
        self._received = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._left())
        count = self._line.recv_into(buffer)
        self._received += count
        # What is packed or chunked oddly could pass the cap on the body; this it cannot pass.
        if self._cap is not None and self._received > self._cap:
            raise http.client.HTTPException("too many bytes")
        return count
