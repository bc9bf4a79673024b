"""Lines to servers that were vetted: DNS, TCP and TLS within what one exchange may take.

The name of a host is resolved once for a line, every answer must be on the public internet, and
the line goes to an answer that was looked at, never to the name again: a second look-up could give
another address (DNS rebinding). No proxy of the environment plays a part. `VettedBackend` is what
the HTTP library gets in place of its own network.
"""

from __future__ import annotations

import functools
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from audiopress.errors import SourceError
from audiopress.net.public_address import Target, is_public

__all__ = [
    "HEAD",
    "Budget",
    "FetchLimits",
    "NotPublicError",
    "Resolver",
    "VettedBackend",
    "load_system_trust",
    "resolve_host",
    "time_left",
]

HEAD = 1 << 20
"""Bytes beside those of the body, 1 MiB: status line, header fields, frames, sizes of chunks. Real
answers have some thousand."""

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
    waited for, once and beside the others (``longest_pause``). ``resolve`` looks hosts up,
    ``trust`` holds other certificates than the system's, ``allow_private`` lets connections into
    private networks. ``before_hop`` is called with each place that a redirect leads to, before it
    is asked, and raises `SourceError` where it must not be. ``find_most`` returns how many bytes an
    answer may have by its address, media type and first bytes, where that is more than
    ``max_bytes``; it may take longer in the same measure.
    """

    allow_private: bool = False
    max_bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    longest_pause: float = 30.0
    resolve: Resolver = resolve_host
    trust: ssl.SSLContext | None = None
    before_hop: Callable[[Target], None] | None = None
    find_most: Callable[[str, str, bytes], int] | None = None


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


@functools.cache
def load_system_trust() -> ssl.SSLContext:
    """Return a context with the certificates of this system."""
    return ssl.create_default_context()


class Budget:
    """What one question and its answer may take: time, and bytes of the wire.

    It stands where the HTTP library has a timeout, which the library hands on as it is: a timeout
    counts each wait alone, and a server that sends a byte in 29 seconds could go on for ever.
    ``opened`` says whether a new line was needed, ``ended`` whether the server has closed it.
    """

    def __init__(self, left: Callable[[], float], cap: int | None) -> None:
        """``left`` gives the seconds that remain; ``cap`` bounds what is received, if not None."""
        self.left = left
        self._cap = cap
        self.received = 0
        self.opened = False
        self.ended = False

    def widen(self, left: Callable[[], float], cap: int) -> None:
        """Let the rest of an answer take more than was said when it was asked for."""
        self.left, self._cap = left, cap

    def count(self, size: int) -> None:
        """Take note of bytes that came; of none when the server has closed the line."""
        self.ended = self.ended or not size
        self.received += size
        # What is packed or chunked oddly could pass the cap on the body; this it cannot pass.
        if self._cap is not None and self.received > self._cap:
            raise httpcore2.RemoteProtocolError("too many bytes")


class VettedBackend(httpcore2.NetworkBackend):
    """Opens lines to public addresses only; the timeout of each call is a `Budget`.

    Raises `SourceError` for a host that is not there or not public, `OSError` when no line could
    be had.
    """

    def __init__(self, limits: FetchLimits) -> None:
        """Look hosts up as ``limits`` say."""
        self._limits = limits

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: Any = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a vetted address of ``host``."""
        del local_address, socket_options  # of which we set none
        budget: Budget = timeout
        line = _connect_first(_vet_answers(host, port, self._limits, budget), port, budget)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        budget.opened = True
        return _BudgetStream(line)


class _BudgetStream(httpcore2.NetworkStream):
    """A connected socket on which every wait ends with the budget of the one who waits."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def read(self, max_bytes: int, timeout: Any = None) -> bytes:
        budget: Budget = timeout
        self._line.settimeout(budget.left())
        data = self._line.recv(max_bytes)
        budget.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: Any = None) -> None:
        budget: Budget = timeout
        self._line.settimeout(budget.left())
        try:
            self._line.sendall(buffer)
        except TimeoutError:
            raise
        except OSError as error:
            # A server may answer before it has heard all: after this the library looks for that.
            raise httpcore2.WriteError(str(error)) from error

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: Any = None,
    ) -> httpcore2.NetworkStream:
        budget: Budget = timeout
        try:
            self._line.settimeout(budget.left())
            line = ssl_context.wrap_socket(self._line, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return _BudgetStream(line)

    def get_extra_info(self, info: str) -> Any:
        """Return the two things that the library asks for."""
        if info == "ssl_object":  # which protocol was agreed on
            return self._line if isinstance(self._line, ssl.SSLSocket) else None
        # Something to read while nothing was asked: the server has closed an idle line.
        return _is_readable(self._line) if info == "is_readable" else None

    def close(self) -> None:
        self._line.close()


def _is_readable(line: socket.socket) -> bool:
    if line.fileno() < 0:
        return True
    if hasattr(select, "poll"):  # `select` cannot look at descriptors above 1023
        poll = select.poll()
        poll.register(line.fileno(), select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([line], [], [], 0)[0])


def _connect_first(answers: Sequence[str], port: int, budget: Budget) -> socket.socket:
    """Connect to the first of the vetted addresses that takes us; names play no part here."""
    failed: OSError = OSError("no address")
    for count, answer in enumerate(answers):
        try:
            # Those that come after get their share of the time; the first may be a black hole.
            share = budget.left() / (len(answers) - count)
            return socket.create_connection((answer, port), timeout=share)
        except OSError as error:
            failed = error
    raise failed


def _vet_answers(host: str, port: int, limits: FetchLimits, budget: Budget) -> Sequence[str]:
    answers = _resolve_in_thread(host, port, limits, budget.left())
    # One private answer refuses the host: which of them a later look-up gives is not ours to say.
    inside = [answer for answer in answers if not is_public(answer)]
    if inside and not limits.allow_private:
        raise NotPublicError(
            f"{host} is not on the public internet ({inside[0]})",
            hint="if it is a server of your own, run the same command with --allow-private",
        )
    return answers


def _resolve_in_thread(host: str, port: int, limits: FetchLimits, seconds: float) -> Sequence[str]:
    """Resolve in a thread of its own: the system's resolver knows no deadline."""
    answers: list[Sequence[str]] = []
    errors: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(limits.resolve(host, port))
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
        f"there is no host {host}", hint="check the address, and the network"
    ) from next(iter(errors), None)
